import * as z from "zod";
import { issue, place } from "../place-schema.js";

const share = z.number().min(0).max(1);

const emotion = z.enum(["neutral", "angry", "anxious", "happy"]);

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
        inScopeAccuracy: share.describe("Understood rightly and accepted."),
        inScopeRejected: share,
        outOfScopeRecall: share.nullable().describe("Null where the data holds nothing out of scope."),
      })
      .describe("Chosen and measured over the same examples."),
    emotion: z
      .object({
        model: z.string().describe("Path of the model file."),
        trained: z.boolean().describe("False when nothing has changed since the last training."),
        examples: z.int(),
        outOfFold: z.object({
          n: z.int(),
          accuracy: share,
          macroF1: share,
          ece: share,
          intensityError: z.number().describe("Mean absolute error, 0 … 3."),
        }),
      })
      .nullable()
      .describe("Null where the workspace has no data of its own for emotions."),
    warnings: z.array(issue),
  })
  .meta({ description: "A trained model." });

export type NluTrainOutput = z.infer<typeof nluTrainOutput>;

export const nluPredictOutput = z
  .object({
    text: z.string(),
    at: z.string().describe("Local date-time at which the text was written: what relative dates count from."),
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
        role: z
          .string()
          .optional()
          .describe("What it is in this sentence, where the data tells roles apart: from, to."),
        group: z.string().optional().describe("What it belongs together with."),
        from: z
          .enum(["lookup", "regex", "builtin", "tagged", "annotated"])
          .describe(
            "What found it: a list, a pattern, a built-in, the tagger trained on annotated examples, an annotated word.",
          ),
      }),
    ),
    emotion: z.object({
      label: emotion,
      probability: share.describe("Calibrated, of the label."),
      intensity: z.int().min(0).max(3).describe("0 for neutral, else 1 (slight) to 3 (strong)."),
      scores: z.object({ neutral: share, angry: share, anxious: share, happy: share }),
    }),
    where: place.optional().describe("With `--file`: where the text stands."),
    input: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("With `--file`: all fields of the text's line or row, where it has more than the text."),
  })
  .meta({ description: "Intent, entities and emotion of one text; with `--file` one such document a line." });

export type NluPredictOutput = z.infer<typeof nluPredictOutput>;
