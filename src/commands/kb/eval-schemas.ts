import * as z from "zod";
import { place } from "../place-schema.js";
import { decisionSettings } from "./schema-parts.js";

const share = z.number().nullable();
const interval = z.object({ low: z.number(), high: z.number() }).nullable();

/** The same names with one kind of value. */
const quality = <T extends z.ZodType>(value: T) =>
  z.object({
    recall: z.object({ "1": value, "3": value, "5": value }),
    mrr: value,
    ndcg10: value,
    decision: z.object({
      coverage: value,
      wrongAnswerRate: value,
      precision: value,
      oosRejected: value,
      clarified: value,
      clarifiedRight: value,
    }),
  });

const figures = quality(share).extend({
  n: z.int().describe("Queries."),
  inScope: z.int(),
  outOfScope: z.int(),
  intervals: quality(interval).describe(
    "95 %, by seeded bootstrap over the queries; Wilson's where all of them gave 0, or all 1.",
  ),
});

const target = z.object({ id: z.string(), question: z.string() });
const decision = z.enum(["answer", "clarify", "abstain"]);

const where = place.omit({ column: true, page: true });

const evalQuery = z.object({
  q: z.string(),
  ids: z.array(z.string()).describe("Of the entries that would be right; empty: out of scope."),
  kind: z.string().optional(),
  rank: z.int().nullable().describe("Of the first expected entry; null when it is not among the first 50."),
  decision,
  given: z
    .array(z.string())
    .describe("Ids of the entries given as the answer; several where the query was taken apart."),
  right: z.boolean().describe("The first entry is an expected one."),
  top: target.extend({ score: z.number() }).nullable().describe("The entry that came first."),
  where,
});

/** What is read of an earlier evaluation. */
export const evalBaseline = z.object({ queries: z.array(evalQuery) });

const paired = z
  .object({
    before: z.number(),
    now: z.number(),
    difference: z.number(),
    low: z.number().describe("Of the difference, 95 %, by paired bootstrap."),
    high: z.number(),
    p: z.number().describe("Two-sided: exact McNemar test; for mrr by paired bootstrap."),
    gained: z.int(),
    lost: z.int(),
  })
  .nullable();

export const kbEvalOutput = figures
  .extend({
    file: z.string(),
    split: z.string().optional(),
    seed: z.int(),
    skipped: z.int().describe("Queries left out, because none of their ids is known."),
    tunedOn: z
      .int()
      .describe("Queries that `kb tune` was given as labelled ones: figures of these are better than of new ones."),
    recall: z
      .object({ "1": share, "3": share, "5": share })
      .describe("Queries in scope with an expected entry among the first so many, over the queries in scope."),
    mrr: share.describe("Mean of 1/rank of the first expected entry; 0 beyond 50."),
    ndcg10: share.describe("nDCG of the first ten entries."),
    decision: z
      .object({
        coverage: share.describe("Queries in scope that were answered, over the queries in scope."),
        wrongAnswerRate: share.describe("Wrong answers, out of scope included, over all queries."),
        precision: share.describe("Right answers over answers given."),
        oosRejected: share.describe("Queries out of scope that got no answer, over the queries out of scope."),
        clarified: share.describe("Clarifications over all queries."),
        clarifiedRight: share.describe("Of clarifications in scope, those with an expected entry among the choices."),
      })
      .describe("null where there is nothing to take a share of."),
    settings: decisionSettings,
    byKind: z.record(z.string(), figures),
    byCategory: z.record(z.string(), figures).describe("By the category of the first expected entry; in scope only."),
    riskCoverage: z.object({
      area: share.describe("Mean risk of the k surest queries over all k; smaller is better."),
      leastArea: share.describe("The least area that any order of the same answers has."),
      points: z.array(
        z.object({
          threshold: z.number(),
          answered: z.number().describe("Answers over all queries."),
          coverage: z.number().describe("Answers in scope over the queries in scope."),
          risk: z.number().describe("Wrong answers over answers."),
          wrongAnswerRate: z.number().describe("Wrong answers over all queries."),
        }),
      ),
    }),
    calibration: z.object({
      ece: share.describe("Expected calibration error of the first entry's score."),
      bins: z.array(
        z.object({ low: z.number(), high: z.number(), count: z.int(), confidence: z.number(), accuracy: z.number() }),
      ),
    }),
    latency: z
      .object({ p50: z.number(), p95: z.number(), mean: z.number() })
      .optional()
      .describe("Milliseconds a query; in files only with --latency."),
    failures: z
      .array(
        z.object({
          q: z.string(),
          kind: z.string().optional(),
          expected: z.array(target),
          top: target.extend({ score: z.number() }).nullable(),
          rank: z.int().nullable(),
          decision,
          wrong: z.boolean().describe("The wrong entry was given as the answer."),
        }),
      )
      .describe("Queries in scope whose expected entry did not come first, and wrong answers; the gravest first."),
    noise: z
      .record(
        z.string(),
        z.object({
          n: z.int().describe("Queries in scope that the noise changes."),
          unchanged: z.int(),
          recallAt1: paired.describe("Clean (before) and noisy (now)."),
          recallAt5: paired,
        }),
      )
      .optional(),
    comparison: z
      .object({
        baseline: z.string(),
        n: z.int(),
        unpaired: z.int(),
        figures: z.object({
          "recall@1": paired,
          "recall@5": paired,
          mrr: paired,
          answeredRight: paired,
          answeredWrong: paired,
        }),
        flips: z.array(
          z.object({
            q: z.string(),
            change: z.enum(["gained", "lost"]),
            before: target.optional(),
            now: target.optional(),
          }),
        ),
      })
      .optional(),
    gates: z.array(
      z.object({
        figure: z.string(),
        sign: z.enum([">=", "<="]),
        bound: z.number(),
        value: share,
        met: z.boolean(),
      }),
    ),
    queries: z.array(evalQuery).describe("Every query, in the order of the file."),
  })
  .meta({ description: "How well the knowledge base answers labelled queries. Shares and scores are 0 … 1." });

export type KbEvalOutput = z.infer<typeof kbEvalOutput>;
