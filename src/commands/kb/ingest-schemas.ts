import * as z from "zod";
import { changes, issues, location } from "./schema-parts.js";

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
    warnings: z.int(),
    errors: z.int().describe("Always 0: a run with errors fails, and its errors are in the failure's `issues`."),
    indexBytes: z.int(),
    seconds: z.number(),
    sources: z.object({
      read: z.array(z.string()),
      skipped: z.array(z.string()).describe("Not read, because they have not changed."),
      removed: z.array(z.string()),
    }),
    changes,
    mappings: z
      .array(
        z.object({
          file: z.string(),
          sheet: z.string().optional(),
          columns: z.array(z.object({ field: z.string(), header: z.string() })),
        }),
      )
      .describe("Columns that were guessed by their content."),
    published: z
      .object({
        server: z.string(),
        schema: z.string(),
        generation: z.int().describe("Of the index on the server."),
        added: z.int(),
        changed: z.int(),
        removed: z.int(),
        written: z.boolean().describe("False when the server held all of it already."),
      })
      .optional()
      .describe("With index.backend: pgvector, what was sent to the server."),
    issues,
  })
  .meta({ description: "What an ingest did, or with --dry-run would do." });

export type KbIngestOutput = z.infer<typeof kbIngestOutput>;

const pieces = z
  .array(z.object({ kind: z.enum(["same", "old", "new"]), text: z.string() }))
  .describe("Word by word: without `new` they are the old text, without `old` the new one.");

export const kbDiffOutput = z
  .object({
    state: z.enum(["written", "unchanged", "planned", "failed"]).describe("`planned`: nothing was written."),
    counts: z.object({
      added: z.int(),
      changed: z.int(),
      removed: z.int(),
      unchanged: z.int(),
      total: z.int().describe("All entries afterwards."),
      skipped: z.int().describe("Rows and sections left out."),
      warnings: z.int(),
      errors: z.int(),
      notes: z.int(),
      sources: z.object({ read: z.int(), unchanged: z.int(), removed: z.int() }),
    }),
    sources: z.array(
      z.object({
        file: z.string(),
        state: z.enum(["read", "unchanged", "removed", "failed"]),
        entries: z.int(),
        added: z.int(),
        changed: z.int(),
        removed: z.int(),
        skipped: z.int(),
        warnings: z.int(),
        errors: z.int(),
        seconds: z.number().optional().describe("Reading and parsing; of a source that was read."),
      }),
    ),
    changes: z
      .array(
        z.object({
          change: z.enum(["added", "changed", "removed"]),
          id: z.string(),
          kind: z.literal("passage").optional(),
          question: z.string(),
          where: location,
          fields: z.array(
            z.object({
              field: z.enum([
                "category",
                "question",
                "similar",
                "answer",
                "related",
                "negative",
                "from",
                "until",
                "status",
                "tag",
              ]),
              part: z.string().optional().describe("Channel, locale and tier of an answer; name of a tag."),
              change: z.enum(["added", "removed", "changed"]),
              pieces,
            }),
          ),
        }),
      )
      .describe("Changed entries, then new ones, then those that go."),
    issues,
  })
  .meta({
    description:
      "What an ingest would change, entry by entry; `kefu kb ingest -o report.json` writes the same of what it did.",
  });

export type KbDiffOutput = z.infer<typeof kbDiffOutput>;
