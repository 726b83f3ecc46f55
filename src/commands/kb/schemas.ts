import { z } from "zod";

const location = z.object({
  file: z.string().describe("Relative to the workspace, with `/`; absolute outside it."),
  sheet: z.string().optional(),
  row: z.int().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  page: z.int().optional(),
});

const entrySource = location.omit({ column: true }).extend({ heading: z.string().optional() });

const status = z.enum(["draft", "online", "offline"]);

export const kbIngestOutput = z
  .object({
    dryRun: z.boolean(),
    written: z.boolean().describe("False when there was nothing to do, and with --dry-run."),
    compacted: z.boolean().describe("All segments of the index were merged into one."),
    rebuilt: z
      .boolean()
      .describe("The index was damaged, incomplete, or of another encoder or version, and was made again."),
    generation: z.int().describe("Of the index after the run; it grows with every run that writes."),
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    unchanged: z.int().describe("Entries of the sources in question that stay as they are."),
    total: z.int().describe("All entries after the run."),
    rowsSkipped: z.int().describe("Rows and sections left out, each with an issue."),
    indexBytes: z.int(),
    seconds: z.number(),
    sources: z.object({
      read: z.array(z.string()),
      skipped: z.array(z.string()).describe("Not read, because they have not changed."),
      removed: z.array(z.string()),
    }),
    changes: z.array(
      z.object({
        change: z.enum(["added", "changed", "removed"]),
        id: z.string(),
        question: z.string().optional().describe("Not known of a removed entry."),
        where: location,
      }),
    ),
    mappings: z
      .array(
        z.object({
          file: z.string(),
          sheet: z.string().optional(),
          columns: z.array(z.object({ field: z.string(), header: z.string() })),
        }),
      )
      .describe("Columns that were guessed by their content."),
    issues: z.array(
      z.object({
        severity: z.enum(["error", "warning", "info"]),
        code: z.string(),
        message: z.string(),
        where: location.optional(),
      }),
    ),
  })
  .meta({ description: "What an ingest did, or with --dry-run would do." });

export type KbIngestOutput = z.infer<typeof kbIngestOutput>;

export const kbListOutput = z
  .object({
    total: z.int().describe("Entries that fit the options; --limit may show fewer."),
    entries: z.array(
      z.object({
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
    id: z.string(),
    category: z.string(),
    question: z.string(),
    similar: z.array(z.string()),
    answers: z.array(
      z.object({
        text: z.string(),
        format: z.enum(["text", "markdown", "card"]),
        channel: z.enum(["web", "voice", "keypad", "wechat"]).optional(),
        locale: z.enum(["zh-CN", "zh-TW", "en"]).optional(),
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
    entries: z.int(),
    questions: z.int().describe("Standard and similar questions."),
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
  })
  .meta({ description: "Figures of the knowledge base and its index." });

export type KbStatsOutput = z.infer<typeof kbStatsOutput>;

const score = z.number().min(0).max(1).describe("Probability that the entry is the right one.");

const candidate = z.object({
  id: z.string(),
  question: z.string().describe("Standard question."),
  matched: z.string().describe("The question of the entry that matched best."),
  score,
  source: entrySource,
});

export const kbSearchOutput = z
  .object({
    query: z.string(),
    results: z
      .array(
        candidate.extend({
          exact: z
            .boolean()
            .describe("The query is one of the entry's questions, but for spaces, punctuation and script."),
          category: z.string(),
          status,
          channels: z
            .object({ lexical: z.number(), body: z.number(), vector: z.number() })
            .describe("BM25 over questions and over answers, as a share of a perfect match; cosine of the encoder."),
          contributions: z.record(z.string(), z.number()).describe("What each feature added to the rank score."),
        }),
      )
      .describe("Best first."),
  })
  .meta({ description: "Entries that fit a text." });

export type KbSearchOutput = z.infer<typeof kbSearchOutput>;

const channelName = z.enum(["web", "voice", "keypad", "wechat"]);
const localeName = z.enum(["zh-CN", "zh-TW", "en"]);

export const kbAskOutput = z
  .object({
    query: z.string(),
    decision: z.enum(["answer", "clarify", "abstain"]),
    confidence: score.describe("Probability that the answer, or one of the choices, is the right one."),
    answer: candidate
      .extend({
        text: z
          .string()
          .describe("In the language and script of the caller, where the entry has it or it can be converted."),
        format: z.enum(["text", "markdown", "card"]),
        links: z.array(z.string()),
        channel: channelName.optional().describe("The channel that this answer was written for."),
        locale: localeName.optional().describe("The locale that this answer was written for."),
      })
      .optional(),
    choices: z.array(candidate).optional().describe("With `clarify`: two or three."),
    best: candidate.optional().describe("With `abstain`: the nearest entry, where there is one."),
    fallback: z.string().optional().describe("With `abstain`: what the bot would say."),
    asker: z.object({ channel: channelName, locale: localeName, at: z.string(), tier: z.string().optional() }),
    settings: z.object({
      from: z
        .literal("default")
        .describe("The thresholds are of the default table, not measured on this knowledge base."),
      maxWrongAnswerRate: z.number(),
      answerThreshold: z.number(),
      clarifyThreshold: z.number(),
      margin: z.number(),
    }),
  })
  .meta({ description: "The decision that the bot would take." });

export type KbAskOutput = z.infer<typeof kbAskOutput>;

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
