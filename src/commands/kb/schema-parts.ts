import * as z from "zod";
import { issue, place } from "../place-schema.js";

/** A place in a source. */
export const location = place.extend({
  file: z.string().describe("Relative to the workspace, with `/`; absolute outside it."),
});

/** Warnings and errors, each with its place. */
export const issues = z.array(issue.extend({ where: location.optional() }));

/** Where an entry stands: a cell, a line or a heading, never a column. */
export const entrySource = location.omit({ column: true }).extend({ heading: z.string().optional() });

/** Whether an entry is served. */
export const status = z.enum(["draft", "online", "offline"]);

/** Entries that come, change or go. */
export const changes = z.array(
  z.object({
    change: z.enum(["added", "changed", "removed"]),
    id: z.string(),
    question: z.string().optional().describe("Not known of a removed entry."),
    where: location,
  }),
);

/** What tells a passage from an entry with a question. */
export const passageKind = z
  .literal("passage")
  .optional()
  .describe(
    "A passage of a document without questions: its question is its heading path. Absent: a question with answers.",
  );

/** How sure the program is of an entry. */
export const score = z.number().min(0).max(1).describe("Probability that the entry is the right one.");

/** An entry that may be the right one. */
export const candidate = z.object({
  kind: passageKind,
  id: z.string(),
  question: z.string().describe("Standard question; of a passage its heading path."),
  matched: z
    .string()
    .describe("The question of the entry that matched best; of a passage its heading path or a sentence."),
  score,
  source: entrySource,
});

/** Where an answer is given. */
export const channelName = z.enum(["web", "voice", "keypad", "wechat"]);

/** Language and writing of an answer. */
export const localeName = z.enum(["zh-CN", "zh-TW", "zh-HK", "en"]);

const thresholdBasis = z.object({
  from: z
    .enum(["labelled", "similar", "default", "exact"])
    .describe(
      "Where the threshold comes from: labelled questions or similar questions of this workspace (kb tune), the table that ships with the program, or nothing: only exact matches are answered.",
    ),
  maxWrongAnswerRate: z.number().describe("Accepted share of all questions that get a wrong answer."),
  promise: z.boolean().describe("True when the expected rate is at most that, for questions like the labelled ones."),
  questions: z.int().describe("Questions of this workspace that the threshold was chosen on."),
  needed: z.int().optional().describe("Labelled questions that a promise of this rate takes at the least."),
});

/** What decides between an answer, a question back and none. */
export const decisionSettings = thresholdBasis.extend({
  weights: z.enum(["shipped", "tuned"]).describe("Those of the program, or those of kb tune."),
  answerThreshold: z.number(),
  clarifyThreshold: z.number(),
  margin: z.number(),
});
