import * as z from "zod";
import { NOISE_KINDS } from "../../noise/perturb.js";
import { place } from "../place-schema.js";

const share = z.number().min(0).max(1);
const some = share.nullable();
const interval = z.object({ low: share, high: share }).describe("Wilson score interval, 95 %.");

const where = place.optional();

const method = z.union([
  z.object({ kind: z.literal("cross-validation"), folds: z.int(), repeats: z.int(), seed: z.int() }),
  z.object({ kind: z.literal("hold-out") }),
]);

const utterance = z.object({
  text: z.string(),
  intent: z.string().describe("The right one; `oos` for what is out of scope."),
  predicted: z.string().nullable().describe("Before any rejection; null where nothing of the text is known."),
  confidence: share,
  rank: z.int().nullable().describe("Of the right intent; null when it is not among the first ten."),
  score: share.describe("How much the text is like what the model was trained on."),
  accepted: z.boolean().describe("By the model's operating point."),
  fold: z.int().describe("From 0."),
  repeat: z.int().describe("From 0."),
  where,
});

const costs = z.object({
  rejected: z.number(),
  rules: z.array(z.object({ expected: z.string(), predicted: z.string(), cost: z.number() })),
});

/** What is read of an earlier evaluation. */
export const nluEvalBaseline = z.object({
  method,
  operatingPoint: z.object({ threshold: z.number() }),
  utterances: z.array(utterance),
});

const paired = z
  .object({
    before: share,
    now: share,
    difference: z.number(),
    low: z.number().describe("Of the difference, 95 %, by paired bootstrap."),
    high: z.number(),
    p: share.describe("Two-sided McNemar test, mid-p."),
    exact: share.describe("The same, exact."),
    gained: z.int(),
    lost: z.int(),
  })
  .nullable();

const confused = { text: z.string(), where, confidence: share, accepted: z.boolean() };

const span = z.object({
  expected: z.int(),
  found: z.int(),
  correct: z.int(),
  precision: share,
  recall: share,
  f1: share,
});
const spans = { exact: span, overlap: span };
const words = z.object({ entity: z.string(), words: z.string() }).optional();

const entities = z
  .object({
    utterances: z.int(),
    micro: z.object(spans).describe("Over all spans."),
    macro: z.object({ exactF1: share, overlapF1: share }).describe("Mean of the entities."),
    entities: z.array(z.object({ entity: z.string(), ...spans })),
    roles: z.object({ expected: z.int(), correct: z.int() }),
    perfect: z.int().describe("Utterances in which exactly what is marked was found."),
    errors: z.array(z.object({ text: z.string(), expected: words, found: words })),
  })
  .describe("Where the test data marks entities.");

const slice = z.object({
  by: z.enum(["category", "file", "language", "length"]),
  name: z.string(),
  n: z.int(),
  inScope: z.int(),
  accuracy: some.describe("In scope, before any rejection."),
  interval: interval.nullable(),
  rejected: some.describe("Of what is in scope."),
  outOfScopeRecall: some,
});

const noise = z.object({
  kind: z.enum(NOISE_KINDS),
  n: z.int().describe("Utterances in scope that the noise changes."),
  unchanged: z.int(),
  accuracy: paired.describe("Of those that change: clean (before) and noisy (now)."),
  overall: some.describe("Accuracy over everything in scope, with noise where it changes anything."),
  rejected: z.object({ clean: share, noisy: share }),
  broken: z.array(
    z.object({ text: z.string(), noisy: z.string(), intent: z.string(), predicted: z.string().nullable(), where }),
  ),
});

const learningCurve = z.object({
  points: z.array(
    z.object({
      share: share.describe("Of the examples of every intent."),
      examples: z.number().describe("Training utterances, the mean of the models."),
      accuracy: share.describe("In scope."),
      interval,
      macroF1: share,
    }),
  ),
  forecast: z.object({ examples: z.number(), accuracy: share }).describe("Expected of twice the examples."),
  intents: z
    .array(
      z.object({
        intent: z.string(),
        support: z.int(),
        recall: z.array(share).describe("At each point."),
        gained: z.number().describe("Recall with all examples less that with half of them."),
        p: share.describe("Of that, McNemar's test with mid-p."),
        forecast: share.describe("Recall expected with twice the examples."),
      }),
    )
    .describe("Those that are expected to gain most over the test first."),
});

const comparison = z.object({
  baseline: z.string(),
  n: z.int().describe("Utterances that both have; of repeats the first."),
  unpaired: z.int(),
  figures: z.object({ accuracy: paired, decisions: paired, outOfScopeRecall: paired }),
  intents: z.array(z.object({ intent: z.string(), gained: z.int(), lost: z.int(), p: share })),
  flips: z.array(
    z.object({
      text: z.string(),
      intent: z.string(),
      change: z.enum(["gained", "lost"]),
      before: z.string().nullable().describe("Intent accepted; null: rejected."),
      now: z.string().nullable(),
      where,
    }),
  ),
});

export const nluEvalOutput = z
  .object({
    method,
    n: z.int().describe("Test utterances; each counts once a repeat."),
    correct: z.int(),
    accuracy: share.describe(
      "Before any rejection, over all utterances (of what is out of scope only “nothing” is right), pooled over all folds.",
    ),
    accuracyInterval: interval,
    seen: z.int().optional().describe("Test utterances that were trained on, too; absent where that is not known."),
    macroF1: share.describe("In scope, before any rejection; mean over the intents in the test data."),
    weightedF1: share.describe("The same, weighted by support."),
    top3: some.describe("The right intent is among the first three, in scope."),
    inScope: z
      .object({ n: z.int(), correct: z.int(), accuracy: some, interval: interval.nullable() })
      .describe("The same as accuracy, over what is in scope."),
    outOfScope: z
      .object({
        n: z.int(),
        recall: some.describe("Rejected at the operating point."),
        interval: interval.nullable(),
        auroc: some.describe("How well the scope score tells in and out of scope apart."),
        recallAt5: some.describe("Rejected by the threshold that rejects 5 % of what is in scope in this test."),
      })
      .describe("Null where nothing is out of scope."),
    operatingPoint: z
      .object({
        threshold: z.number().describe("Least scope score accepted; in a cross-validation the mean of the models'."),
        inScopeAccuracy: some.describe("Understood rightly and accepted, of what is in scope."),
        inScopeRejected: some,
        outOfScopeRecall: some,
        decisions: share.describe("The right intent accepted, or rejected where out of scope, of all."),
      })
      .describe("Measured on this test."),
    cost: costs.extend({ mean: z.number().describe("Of an utterance.") }),
    calibration: z
      .object({
        ece: some.describe("Expected calibration error."),
        bins: z.array(z.object({ low: share, high: share, count: z.int(), confidence: share, accuracy: share })),
      })
      .describe("Of the likeliest intent's confidence, in scope."),
    riskCoverage: z
      .object({
        area: some.describe("Mean risk of the k surest utterances over all k; smaller is better."),
        leastArea: some,
        points: z.array(
          z.object({ threshold: z.number(), answered: share, coverage: share, risk: share, wrongAnswerRate: share }),
        ),
      })
      .describe("Of rejecting by the scope score."),
    meanOfFolds: z
      .object({ accuracy: share, macroF1: share, accuracyDeviation: z.number(), macroF1Deviation: z.number() })
      .optional()
      .describe("Cross-validation only; deviations are standard deviations of a sample."),
    folds: z
      .array(z.object({ n: z.int(), accuracy: share, macroF1: share }))
      .optional()
      .describe("Each fold of each repeat by itself."),
    intents: z.array(
      z.object({
        intent: z.string(),
        support: z.int(),
        predicted: z.int(),
        correct: z.int(),
        precision: share,
        recall: share,
        f1: share,
        precisionInterval: interval,
        recallInterval: interval,
        rejected: share.describe("Of its utterances, by the operating point."),
      }),
    ),
    confusions: z
      .array(
        z.object({
          expected: z.string(),
          predicted: z.string().optional().describe("Absent where nothing was predicted."),
          count: z.int(),
          accepted: z.int().describe("Of count, those that the operating point lets pass."),
          cost: z.number(),
          utterances: z.array(z.object(confused)),
        }),
      )
      .describe("The costliest first."),
    rejected: z.array(z.object({ intent: z.string(), ...confused })).describe("Understood rightly, but rejected."),
    slices: z.array(slice),
    entities: entities.optional(),
    noise: z.array(noise).optional(),
    learningCurve: learningCurve.optional(),
    comparison: comparison.optional(),
    gates: z
      .array(
        z.object({
          figure: z.string(),
          sign: z.enum([">=", "<="]),
          bound: z.number(),
          value: z.number().nullable(),
          met: z.boolean(),
        }),
      )
      .describe("What --fail-under asked for."),
    utterances: z.array(utterance).describe("Every test utterance: what --compare needs."),
  })
  .meta({ description: "An evaluation of intents. Shares are 0 … 1." });

export type NluEvalOutput = z.infer<typeof nluEvalOutput>;
