import * as z from "zod";
import { decisionSettings } from "./schema-parts.js";

const tuneShare = z
  .object({ share: z.number(), low: z.number(), high: z.number() })
  .describe("A share with its 95% interval (Wilson).");

const tuneFigures = z.object({
  recallAt1: tuneShare.describe("Questions in scope whose first entry is right."),
  coverage: tuneShare
    .optional()
    .describe("Questions in scope that are answered, each half by a threshold chosen on the other."),
  wrongAnswerRate: tuneShare.optional().describe("Wrong answers over all questions, likewise."),
});

const tuneGain = z.object({
  difference: z.number(),
  low: z.number().describe("95% interval, by paired bootstrap."),
  high: z.number(),
  p: z.number().describe("Exact McNemar test."),
});

export const kbTuneOutput = z
  .object({
    dryRun: z.boolean(),
    seed: z.int(),
    questions: z.object({
      labelled: z.int(),
      labelledOutOfScope: z.int(),
      similar: z.int().describe("Similar questions, each asked of the knowledge base without it."),
      similarOutOfScope: z.int().describe("Of these, asked of the knowledge base without their entry."),
      noisy: z.int().describe("Of these, mistyped, misheard or politely put."),
      similarKnown: z.int().describe("Similar questions of the whole knowledge base."),
    }),
    comparedOn: z
      .enum(["labelled", "similar"])
      .optional()
      .describe("Questions that the figures were measured on, by weights that were fitted without them."),
    compared: z.int(),
    shipped: tuneFigures.optional(),
    tuned: tuneFigures.optional().describe("Missing where there are too few questions to fit on."),
    gain: z.object({ recallAt1: tuneGain, coverage: tuneGain.optional() }).optional(),
    weights: z
      .enum(["tuned", "kept", "too-few"])
      .describe("`kept`: the fitted weights are no better, so that the shipped ones stay."),
    settings: decisionSettings,
  })
  .meta({ description: "What tuning gained, and the threshold that follows." });

export type KbTuneOutput = z.infer<typeof kbTuneOutput>;
