import * as z from "zod";
import { entrySource, passageKind, status } from "./schema-parts.js";

export const kbListOutput = z
  .object({
    total: z.int().describe("Entries that fit the options; --limit may show fewer."),
    entries: z.array(
      z.object({
        kind: passageKind,
        id: z.string(),
        category: z.string(),
        question: z.string(),
        status,
        similar: z.int().describe("Number of similar questions."),
        source: entrySource,
      }),
    ),
  })
  .meta({ description: "Entries of the index." });

export type KbListOutput = z.infer<typeof kbListOutput>;

export const kbShowOutput = z
  .object({
    kind: passageKind,
    id: z.string(),
    category: z.string(),
    question: z.string(),
    similar: z.array(z.string()),
    answers: z.array(
      z.object({
        text: z.string(),
        format: z.enum(["text", "markdown", "card"]),
        channel: z.enum(["web", "voice", "keypad", "wechat"]).optional(),
        locale: z.enum(["zh-CN", "zh-TW", "zh-HK", "en"]).optional(),
        tier: z.string().optional(),
        links: z.array(z.string()),
      }),
    ),
    related: z.array(z.string()),
    negative: z.array(z.string()),
    effective: z.object({ from: z.string().optional(), until: z.string().optional() }),
    status,
    tags: z.record(z.string(), z.string()),
    source: entrySource,
    hash: z.string().describe("SHA-256 (hex) of the content, without `source`."),
  })
  .meta({ description: "One entry, whole." });

export type KbShowOutput = z.infer<typeof kbShowOutput>;

const counts = z.record(z.string(), z.int());

export const kbStatsOutput = z
  .object({
    entries: z.int().describe("Passages are among them."),
    passages: z.int().describe("Passages of documents without questions."),
    questions: z.int().describe("Standard and similar questions; passages have none."),
    answers: z.int().describe("Answer variants."),
    dated: z.int().describe("Entries with an effective period."),
    statuses: z.object({ draft: z.int(), online: z.int(), offline: z.int() }),
    categories: counts.describe("Entries by the first level of their category; the empty name is none."),
    sources: counts,
    locales: counts.describe("Entries with an answer in a locale; `any` is an answer for all."),
    channels: counts.describe("Entries with an answer for a channel; `any` is an answer for all."),
    index: z.object({
      generation: z.int(),
      segments: z.int(),
      bytes: z.int(),
      dead: z.int().describe("Entries in segments that were replaced or removed since."),
      embedder: z.string(),
    }),
    tuning: z.object({
      on: z.enum(["none", "similar", "labelled"]).describe("Questions that kb tune was run on; `none`: it was not."),
      questions: z.int(),
      weights: z.enum(["shipped", "tuned"]),
    }),
  })
  .meta({ description: "Figures of the knowledge base and its index." });

export type KbStatsOutput = z.infer<typeof kbStatsOutput>;

export const kbExportOutput = z
  .object({
    format: z.enum(["xlsx", "csv", "json", "jsonl", "yaml", "md"]),
    file: z.string().optional().describe("What -o named."),
    count: z.int().describe("Entries exported."),
    passages: z.int().describe("Passages of documents, which are left out."),
    entries: z
      .array(z.record(z.string(), z.unknown()))
      .optional()
      .describe("Without -o: the entries as a JSON export has them."),
  })
  .meta({ description: "What was exported." });

export type KbExportOutput = z.infer<typeof kbExportOutput>;
