import * as z from "zod";
import { FORMAT_IDS } from "../../interop/format.js";
import { LOSS_KINDS } from "../../interop/loss.js";

const place = z.object({
  file: z.string(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  page: z.int().optional(),
});

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
    warnings: z.array(
      z.object({
        severity: z.enum(["error", "warning", "info"]),
        code: z.string().describe("Stable name of the message."),
        message: z.string(),
        where: place.optional(),
      }),
    ),
    skipped: z.array(z.string()).describe("Files that are no training data."),
  })
  .meta({ description: "What was converted, and what was lost on the way." });

export type NluConvertOutput = z.infer<typeof nluConvertOutput>;
