import * as z from "zod";
import { changes } from "./schema-parts.js";

export const kbHistoryOutput = z
  .object({
    runs: z
      .array(
        z.object({
          run: z.int().describe("Number to give to `kb restore`: the generation of the index after the run."),
          at: z.string().describe("Local time, ISO 8601 with offset."),
          kind: z.enum(["ingest", "restore", "remove"]),
          of: z.int().optional().describe("Of a restore: the run that was gone back to."),
          command: z.string().optional(),
          added: z.int(),
          changed: z.int(),
          removed: z.int(),
          unchanged: z.int(),
          total: z.int().optional().describe("All entries after the run."),
          sources: z.array(z.string()).describe("Read, brought back or removed."),
        }),
      )
      .describe("The latest first."),
    kept: z.object({
      runs: z.int().describe("Runs that can be gone back to."),
      versions: z.int().describe("Former versions of entries that are kept for it."),
      bytes: z.int().describe("Of their content."),
    }),
  })
  .meta({ description: "Runs that changed the knowledge base." });

export type KbHistoryOutput = z.infer<typeof kbHistoryOutput>;

const revision = z.object({
  dryRun: z.boolean(),
  written: z.boolean().describe("False when there was nothing to do, and with --dry-run."),
  generation: z.int().describe("Of the index afterwards."),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  total: z.int().describe("All entries afterwards."),
  seconds: z.number(),
  sources: z.array(z.string()),
  changes,
});

export const kbRestoreOutput = revision
  .extend({ of: z.int().describe("The run that was gone back to.") })
  .meta({ description: "What a restore did, or with --dry-run would do." });

export type KbRestoreOutput = z.infer<typeof kbRestoreOutput>;

export const kbRemoveOutput = revision
  .extend({ listed: z.array(z.string()).describe("Removed sources that kefu.yaml lists: the next ingest reads them.") })
  .meta({ description: "What taking sources out did, or with --dry-run would do." });

export type KbRemoveOutput = z.infer<typeof kbRemoveOutput>;
