import * as z from "zod";
import { DTYPES } from "../embed/encoder-options.js";
import { POOLINGS } from "../embed/pooling.js";
import { LOCALES } from "../messages/locale.js";
import { kbLint, nluLint } from "./lint-config.js";

const locale = z.enum(LOCALES);
const localised = z.union([z.string(), z.partialRecord(locale, z.string())]);
const channel = z.enum(["web", "voice", "keypad", "wechat"]);
const rate = z.number().min(0).max(1);

const actionCall = z
  .strictObject({
    method: z.enum(["GET", "POST"]).default("GET"),
    path: z.string().startsWith("/").describe("Path below actions.base_url; {name} is replaced by a parameter."),
    query: z.record(z.string(), z.string()).default({}).describe("Query parameters; {name} is replaced."),
    body: z.record(z.string(), z.string()).optional().describe("JSON body of a POST; {name} is replaced."),
    timeout_ms: z.int().min(100).max(60_000).default(3000),
  })
  .describe("A call to the owner's own system.");

const tableMapping = z
  .strictObject({
    files: z
      .string()
      .min(1)
      .describe("Files, as kefu kb ingest shows them, or a pattern: faq/old.csv, faq/branch-*.xlsx, faq/**/*.csv."),
    sheet: z.string().min(1).optional().describe("Only this sheet of the workbook."),
    columns: z
      .record(z.string(), z.string().min(1))
      .default({})
      .describe("Field to column name, letter or number: question, answer, id, category, similar …"),
    skip: z.boolean().default(false).describe("Leave these files, or this sheet of them, out: no FAQ is in them."),
  })
  .describe("Which column is what in some of the sources.");

const fetching = z
  .strictObject({
    max_bytes: z
      .int()
      .min(1024)
      .max(1024 ** 3)
      .default(20 * 1024 ** 2)
      .describe("Largest page or file, as sent and as unpacked."),
    timeout_seconds: z.int().min(1).max(600).default(30).describe("Longest time for one page, redirects included."),
    max_pages: z.int().min(1).max(100_000).default(100).describe("Pages of one crawl or sitemap, at the most."),
    allow_private: z
      .boolean()
      .default(false)
      .describe("Fetch from private networks and this machine, too, as with --allow-private."),
  })
  .describe("Limits for web addresses among the sources.");

const handover = z.strictObject({
  group: z.string().min(1).default("default").describe("Skill group that takes the conversation."),
  priority: z.enum(["low", "normal", "high"]).default("normal"),
});

const embedderOptions = z
  .strictObject({
    query_prefix: z.string().optional().describe("Put before a caller's question."),
    passage_prefix: z.string().optional().describe("Put before a text of the index."),
    pooling: z.enum(POOLINGS).optional().describe("How the vectors of a text's tokens become one."),
    max_length: z.int().min(4).max(32_768).optional().describe("Longest text in tokens; the rest is cut off."),
    dtype: z.enum(DTYPES).optional().describe("Which export of the model, where its folder has several."),
    threads: z.int().min(1).max(256).optional().describe("Threads of the computation; as many as pay without it."),
  })
  .describe("Of a transformer; what is not set is read from the model's own files (docs/models.md).");

const pgvector = z
  .strictObject({
    schema: z
      .string()
      .regex(/^[a-z_][a-z0-9_]{0,62}$/)
      .default("kefu")
      .describe("Schema of the tables; each workspace of a server needs one of its own."),
    index: z
      .enum(["none", "hnsw"])
      .default("none")
      .describe(
        "none compares a query with every vector, exactly; hnsw is faster from some 100,000 questions on and may miss some.",
      ),
    timeout_seconds: z.int().min(1).max(600).default(30).describe("Longest time for one statement of a search."),
  })
  .describe("Where backend is pgvector; the server is named by KEFU_PG_URL or PGHOST, PGUSER … (docs/pgvector.md).");

/** What may stand in kefu.yaml. Names are as in the file. */
export const workspaceSchema = z
  .strictObject({
    version: z.literal(1).describe("Version of this file's format."),
    name: z.string().min(1).max(120).describe("Name of the bot, as callers see it."),
    locale: locale.default("zh-CN").describe("Language of answers when a caller's words do not tell."),
    kb: z
      .strictObject({
        sources: z
          .array(z.string().min(1))
          .default(["faq/"])
          .describe(
            "Files, folders, globs, zip archives and web addresses (crawl+https://… and sitemap+https://… for many pages) of FAQ sources; addresses are fetched with --online only.",
          ),
        columns: z
          .record(z.string(), z.string())
          .default({})
          .describe("Field to column name, for tables with other headers."),
        id_field: z.string().optional().describe("Column or key that holds the entry id."),
        history: z
          .int()
          .min(1)
          .max(10_000)
          .default(20)
          .describe("Runs whose state is kept, so that kb restore can go back to it."),
        mappings: z
          .array(tableMapping)
          .default([])
          .describe("Columns of single files, before kb.columns; of several that fit, the last one counts."),
        lint: kbLint.prefault({}),
        fetch: fetching.prefault({}),
      })
      .prefault({}),
    nlu: z
      .strictObject({
        data: z.array(z.string().min(1)).default(["nlu/"]).describe("Files and folders of intent training data."),
        threshold: rate.default(0.5).describe("Least confidence of an intent that the bot acts on."),
        lint: nluLint.prefault({}),
        emotion: z
          .strictObject({
            data: z
              .array(z.string().min(1))
              .default(["nlu/emotion.yml"])
              .describe(
                "Files and folders of emotion training data; never read as intents. None there: the default model.",
              ),
            extend: z
              .boolean()
              .default(true)
              .describe("Learn from the default model's data too; false: from these alone."),
          })
          .prefault({}),
      })
      .prefault({}),
    index: z
      .strictObject({
        embedder: z
          .string()
          .regex(/^(builtin:bilingual-static|transformers:.+)$/)
          .default("builtin:bilingual-static")
          .describe("builtin:bilingual-static, or transformers:<folder of a sentence-transformer model>."),
        embedder_options: embedderOptions.prefault({}),
        backend: z
          .enum(["local", "pgvector"])
          .default("local")
          .describe(
            "Where questions are searched: in the workspace's own files, or on a PostgreSQL server that holds a copy.",
          ),
        pgvector: pgvector.prefault({}),
      })
      .prefault({}),
    decide: z
      .strictObject({
        max_wrong_answer_rate: rate
          .default(0.05)
          .describe("Accepted share of all questions that get a wrong answer; chooses the answer threshold."),
      })
      .prefault({}),
    bot: z
      .strictObject({
        flows: z.array(z.string().min(1)).default(["flows/"]).describe("Files and folders of flows and replies."),
        tests: z.array(z.string().min(1)).default(["tests/"]).describe("Files and folders of test suites."),
        channel: channel.default("web"),
        handover: handover.prefault({}),
        fallback: localised
          .default({
            "zh-CN": "抱歉，这个问题我还不太确定。您可以换个说法，或回复“人工”转接客服。",
            "zh-TW": "抱歉，這個問題我還不太確定。您可以換個說法，或回覆「人工」轉接客服。",
            en: "Sorry, I am not sure about that. Please say it in other words, or reply “agent” to reach a person.",
          })
          .describe("What the bot says when it has no answer."),
      })
      .prefault({}),
    actions: z
      .strictObject({
        base_url: z
          .url({ protocol: /^https?$/ })
          .optional()
          .describe("Address of the owner's own system."),
        calls: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), actionCall).default({}),
      })
      .prefault({}),
    records: z
      .strictObject({
        path: z.string().min(1).default("records/").describe("Folder of interaction records."),
      })
      .prefault({}),
  })
  .describe("kefu.yaml: the settings of one workspace.");

export type WorkspaceConfig = z.infer<typeof workspaceSchema>;

/** JSON Schema (draft 2020-12) of kefu.yaml, for editors. */
export function workspaceJsonSchema(): unknown {
  return z.toJSONSchema(workspaceSchema, { io: "input" });
}
