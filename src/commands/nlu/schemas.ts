import * as z from "zod";

const share = z.number().min(0).max(1);

const place = z.object({
  file: z.string(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  page: z.int().optional(),
});

const scored = z.object({ name: z.string(), confidence: share.describe("Calibrated probability.") });

export const nluTrainOutput = z
  .object({
    model: z.string().describe("Path of the model file."),
    trained: z.boolean().describe("False when nothing has changed since the last training."),
    fingerprint: z.string().describe("SHA-256 (hex) over data, settings and encoder."),
    intents: z.int(),
    utterances: z.int().describe("Distinct utterances."),
    entityWords: z.int(),
    bytes: z.int(),
    seconds: z.number(),
    outOfFold: z
      .object({ n: z.int(), accuracy: share, ece: share.describe("Expected calibration error.") })
      .describe("Over examples that the judging models had not seen, pooled."),
    operatingPoint: z
      .object({
        threshold: share.describe("Texts with a lower scope score count as out of scope."),
        inScopeAccuracy: share.describe("Before any rejection."),
        inScopeRejected: share,
        outOfScopeRecall: share.nullable().describe("Null where the data holds nothing out of scope."),
      })
      .describe("Chosen and measured over the same examples."),
    warnings: z.array(
      z.object({
        severity: z.enum(["error", "warning", "info"]),
        code: z.string().describe("Stable name of the message."),
        message: z.string(),
        where: place.optional(),
      }),
    ),
  })
  .meta({ description: "A trained model." });

export type NluTrainOutput = z.infer<typeof nluTrainOutput>;

export const nluPredictOutput = z
  .object({
    text: z.string(),
    intent: scored.nullable().describe("Null when the text holds nothing that the model knows."),
    ranking: z.array(scored).describe("The best three, best first."),
    scope: z
      .object({ score: share, accepted: z.boolean().describe("False below the model's operating point.") })
      .describe("How much the text is like what the model was trained on."),
    parts: z
      .array(z.object({ start: z.int(), end: z.int().describe("Exclusive."), text: z.string(), intent: scored }))
      .optional()
      .describe("Several requests in one text, each with its intent."),
    entities: z.array(
      z.object({
        entity: z.string(),
        start: z.int().describe("Offset in UTF-16 code units."),
        end: z.int().describe("Exclusive."),
        text: z.string().describe("As written."),
        value: z.string().describe("Normalised."),
        from: z.enum(["lookup", "regex", "builtin", "annotated"]),
      }),
    ),
  })
  .meta({ description: "Intent and entities of one text." });

export type NluPredictOutput = z.infer<typeof nluPredictOutput>;

export const nluEvalOutput = z
  .object({
    method: z.union([
      z.object({ kind: z.literal("cross-validation"), folds: z.int(), seed: z.int() }),
      z.object({ kind: z.literal("hold-out") }),
    ]),
    n: z.int().describe("Test utterances."),
    correct: z.int(),
    accuracy: share.describe("Pooled over all folds."),
    accuracyInterval: z.object({ low: share, high: share }).describe("Wilson score interval, 95 %."),
    macroF1: share.describe("Pooled; mean over the intents in the test data."),
    weightedF1: share.describe("Pooled; weighted by support."),
    meanOfFolds: z.object({ accuracy: share, macroF1: share }).optional().describe("Cross-validation only."),
    folds: z
      .array(z.object({ n: z.int(), accuracy: share, macroF1: share }))
      .optional()
      .describe("Each fold by itself."),
    intents: z.array(
      z.object({
        intent: z.string(),
        support: z.int(),
        predicted: z.int(),
        correct: z.int(),
        precision: share,
        recall: share,
        f1: share,
      }),
    ),
    confusions: z
      .array(
        z.object({
          expected: z.string(),
          predicted: z.string().optional().describe("Absent where nothing was predicted."),
          count: z.int(),
          utterances: z.array(z.object({ text: z.string(), where: place.optional() })),
        }),
      )
      .describe("The most frequent first."),
    gates: z
      .array(z.object({ figure: z.string(), least: share, value: share, met: z.boolean() }))
      .describe("What --fail-under asked for."),
  })
  .meta({ description: "An evaluation of intents." });

export type NluEvalOutput = z.infer<typeof nluEvalOutput>;
