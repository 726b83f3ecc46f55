import * as z from "zod";
import { FORMAT_IDS } from "../../interop/format.js";
import { LOSS_KINDS } from "../../interop/loss.js";
import { NLU_RULE_IDS, SEVERITIES } from "../../nlu/lint/rule.js";
import { issue, place } from "../place-schema.js";

const format = z.enum(FORMAT_IDS);

export const nluConvertOutput = z
  .object({
    from: z.array(format).describe("Forms that were found in the inputs."),
    to: format,
    output: z.string().optional().describe("What was written; absent on stdout, and where --strict refused."),
    counts: z.object({
      intents: z.int(),
      utterances: z.int(),
      entities: z.int().describe("Marked stretches of utterances."),
      synonyms: z.int(),
      lookups: z.int(),
      patterns: z.int(),
    }),
    lost: z.int().describe("Things that were not carried over."),
    losses: z
      .array(
        z.object({
          kind: z.enum(LOSS_KINDS),
          step: z.enum(["read", "write"]).describe("Whether kefu or the target form has no place for it."),
          what: z.string(),
          count: z.int(),
          items: z.array(z.object({ text: z.string(), where: place.optional() })).describe("All of them."),
        }),
      )
      .describe("By step and kind."),
    warnings: z.array(issue),
    skipped: z.array(z.string()).describe("Files that are no training data."),
  })
  .meta({ description: "What was converted, and what was lost on the way." });

export type NluConvertOutput = z.infer<typeof nluConvertOutput>;

const severity = z.enum(SEVERITIES);
const utterance = z.object({ text: z.string(), intent: z.string(), where: place.optional() });

const finding = z.object({
  rule: z.enum(NLU_RULE_IDS),
  severity,
  message: z.string(),
  where: place.optional().describe("Of the utterance; of a waiver, where it stands."),
  text: z.string().optional().describe("Absent of a waiver, as its intent."),
  intent: z.string().optional(),
  related: z.array(utterance).describe("Other utterances that have a part in it."),
  fingerprint: z.string().describe("The same as long as the rule says the same about the same text."),
});

export const nluLintOutput = z
  .object({
    utterances: z.int().describe("Of the training data."),
    tested: z.int().describe("Of the test data."),
    rules: z.array(z.enum(NLU_RULE_IDS)).describe("Rules that ran."),
    counts: z.object({ error: z.int(), warning: z.int(), info: z.int(), waived: z.int() }),
    findings: z.array(finding).describe("By file, place and rule."),
    waived: z.array(finding.extend({ reason: z.string() })).describe("Findings that a waiver accepts."),
  })
  .meta({ description: "What is wrong with training data." });

export type NluLintOutput = z.infer<typeof nluLintOutput>;

const part = z.object({ file: z.string(), utterances: z.int(), intents: z.int() });

export const nluSplitOutput = z
  .object({
    seed: z.int(),
    utterances: z.int(),
    groups: z.int().describe("Sets of near duplicates that were kept together."),
    grouped: z.int().describe("Utterances in them."),
    files: z.array(part.extend({ part: z.string().describe("`train`, `test`, or both with the number of the fold.") })),
    intents: z.array(
      z.object({
        intent: z.string(),
        utterances: z.int(),
        test: z.array(z.int()).describe("In the test part of each fold."),
      }),
    ),
  })
  .meta({ description: "Training and test files made of one data set." });

export type NluSplitOutput = z.infer<typeof nluSplitOutput>;
