import { wilson } from "../stats/intervals.js";
import { KefuError } from "../messages/errors.js";
import { examplesOf, fitClassifier, logitsOf } from "./classifier.js";
import { checkDatasets } from "./dataset-check.js";
import { isOutOfScope, mergeDatasets } from "./dataset.js";
import { stratifiedFolds } from "./folds.js";
import { compareText } from "./order.js";
import { DEFAULT_SETTINGS } from "./settings.js";
import type { Embedder } from "../embed/embedder.js";
import type { Location } from "../messages/errors.js";
import type { Examples, FitHooks } from "./classifier.js";
import type { Dataset, Utterance } from "./dataset.js";
import type { NluModel } from "./model.js";
import type { NluSettings } from "./settings.js";

/** What a classifier said about one utterance; `predicted` is undefined where it knew nothing. */
export interface Outcome {
  readonly utterance: Pick<Utterance, "text" | "intent" | "where">;
  readonly predicted: string | undefined;
  /** 0-based; 0 for a hold-out. */
  readonly fold: number;
}

interface IntentScore {
  readonly intent: string;
  /** Test utterances of the intent. */
  readonly support: number;
  /** How often it was predicted. */
  readonly predicted: number;
  readonly correct: number;
  /** 0 where nothing was predicted or nothing was there. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface Confusion {
  readonly expected: string;
  readonly predicted: string | undefined;
  readonly count: number;
  readonly utterances: readonly { readonly text: string; readonly where?: Location }[];
}

/** Every figure of an evaluation; all outputs print from it. Shares are 0 … 1. */
export interface Evaluation {
  readonly method:
    | { readonly kind: "cross-validation"; readonly folds: number; readonly seed: number }
    | { readonly kind: "hold-out" };
  readonly n: number;
  readonly correct: number;
  /** Pooled over all folds. */
  readonly accuracy: number;
  /** Wilson score interval, 95 %. */
  readonly accuracyInterval: { readonly low: number; readonly high: number };
  /** Pooled; the mean of the intents that occur in the test data. */
  readonly macroF1: number;
  /** Pooled; weighted by support. */
  readonly weightedF1: number;
  /** Each fold by itself, and their mean; absent for a hold-out. */
  readonly meanOfFolds?: { readonly accuracy: number; readonly macroF1: number };
  readonly folds?: readonly { readonly n: number; readonly accuracy: number; readonly macroF1: number }[];
  /** Sorted by name. */
  readonly intents: readonly IntentScore[];
  /** The most frequent first. */
  readonly confusions: readonly Confusion[];
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function scoreIntents(outcomes: readonly Outcome[]): IntentScore[] {
  const counts = new Map<string, { support: number; predicted: number; correct: number }>();
  const of = (intent: string) => {
    const known = counts.get(intent) ?? { support: 0, predicted: 0, correct: 0 };
    counts.set(intent, known);
    return known;
  };
  for (const { utterance, predicted } of outcomes) {
    of(utterance.intent).support++;
    if (predicted === undefined) continue;
    of(predicted).predicted++;
    if (predicted === utterance.intent) of(predicted).correct++;
  }
  return [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([intent, { support, predicted, correct }]) => {
      const f1 = ratio(2 * correct, support + predicted);
      return {
        intent,
        support,
        predicted,
        correct,
        precision: ratio(correct, predicted),
        recall: ratio(correct, support),
        f1,
      };
    });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function confusionsOf(outcomes: readonly Outcome[]): Confusion[] {
  const found = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { utterance, predicted } = outcome;
    if (predicted === utterance.intent) continue;
    const key = JSON.stringify([utterance.intent, predicted ?? null]);
    found.set(key, [...(found.get(key) ?? []), outcome]);
  }
  return [...found.values()]
    .map((group) => ({
      expected: group[0]!.utterance.intent,
      predicted: group[0]!.predicted,
      count: group.length,
      utterances: group
        .map(({ utterance: { text, where } }) => (where === undefined ? { text } : { text, where }))
        .sort((a, b) => compareText(a.text, b.text)),
    }))
    .sort(
      (a, b) =>
        b.count - a.count || compareText(a.expected, b.expected) || compareText(a.predicted ?? "", b.predicted ?? ""),
    );
}

function macro(scores: readonly IntentScore[]): number {
  return mean(scores.filter(({ support }) => support > 0).map(({ f1 }) => f1));
}

/** All figures from what was said about every test utterance. */
export function summarise(outcomes: readonly Outcome[], method: Evaluation["method"]): Evaluation {
  const intents = scoreIntents(outcomes);
  const isRight = ({ utterance, predicted }: Outcome) => utterance.intent === predicted;
  const correct = outcomes.filter(isRight).length;
  const folds =
    method.kind === "hold-out"
      ? undefined
      : Array.from({ length: method.folds }, (_, fold) => outcomes.filter((outcome) => outcome.fold === fold))
          .filter((part) => part.length > 0)
          .map((part) => ({
            n: part.length,
            accuracy: part.filter(isRight).length / part.length,
            macroF1: macro(scoreIntents(part)),
          }));
  return {
    method,
    n: outcomes.length,
    correct,
    accuracy: ratio(correct, outcomes.length),
    accuracyInterval: wilson(correct, outcomes.length),
    macroF1: macro(intents),
    weightedF1: ratio(
      intents.reduce((sum, { f1, support }) => sum + f1 * support, 0),
      outcomes.length,
    ),
    ...(folds === undefined
      ? {}
      : {
          folds,
          meanOfFolds: {
            accuracy: mean(folds.map((fold) => fold.accuracy)),
            macroF1: mean(folds.map((fold) => fold.macroF1)),
          },
        }),
    intents,
    confusions: confusionsOf(outcomes),
  };
}

/**
 * Tests a trained model on utterances it has not been trained on.
 * @param pause awaited after each: lets the host handle what has come in meanwhile, such as Ctrl-C
 */
export async function evaluateModel(
  model: NluModel,
  utterances: readonly Utterance[],
  pause?: () => Promise<void>,
): Promise<Evaluation> {
  const outcomes: Outcome[] = [];
  for (const utterance of utterances) {
    const { intent } = await model.predict(utterance.text);
    outcomes.push({ utterance, predicted: intent?.name, fold: 0 });
    await pause?.();
  }
  return summarise(outcomes, { kind: "hold-out" });
}

interface CrossValidation {
  /** From 2 on. */
  readonly folds: number;
  readonly seed: number;
  readonly settings?: NluSettings;
  /** Folds done; the promise is awaited. */
  onProgress?(done: number, total: number): void | Promise<void>;
  /** Called after every iteration of a fit; the promise is awaited, so that a caller can let signals through. */
  onIteration?: FitHooks["onIteration"];
}

/** What a classifier trained on the other folds says about one fold. */
async function testFold(
  fold: number,
  assigned: Int32Array,
  dataset: Dataset,
  examples: Examples,
  options: CrossValidation,
): Promise<Outcome[]> {
  const settings = options.settings ?? DEFAULT_SETTINGS;
  const seen: number[] = [];
  const unseen: number[] = [];
  assigned.forEach((of, row) => (of === fold ? unseen : seen).push(row));
  const hooks = options.onIteration === undefined ? {} : { onIteration: options.onIteration };
  const classifier = await fitClassifier(examples, seen, settings, hooks);
  const logits = logitsOf(classifier, examples, unseen, settings);
  const classes = examples.intents.length;
  return unseen.map((row, i) => {
    let best = 0;
    for (let k = 1; k < classes; k++) if (logits[i * classes + k]! > logits[i * classes + best]!) best = k;
    return { utterance: dataset.utterances[row]!, predicted: examples.intents[best], fold };
  });
}

/**
 * Stratified k-fold cross-validation: every utterance is tested once, by a classifier trained on the other folds.
 *
 * @throws KefuError `input` when the data cannot be learnt from
 */
export async function crossValidate(data: Dataset, embedder: Embedder, options: CrossValidation): Promise<Evaluation> {
  const errors = checkDatasets([data]).filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new KefuError("input", "nlu.data.unusable", { errors: errors.length }, { issues: errors });
  const merged = mergeDatasets([data]);
  const dataset = { ...merged, utterances: merged.utterances.filter((utterance) => !isOutOfScope(utterance)) };
  const examples = await examplesOf(dataset, embedder);
  const assigned = stratifiedFolds(dataset.utterances, options.folds, options.seed);
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    outcomes.push(...(await testFold(fold, assigned, dataset, examples, options)));
    await options.onProgress?.(fold + 1, options.folds);
  }
  return summarise(outcomes, { kind: "cross-validation", folds: options.folds, seed: options.seed });
}
