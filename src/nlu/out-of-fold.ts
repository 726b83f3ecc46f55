import { expectedCalibrationError } from "../stats/calibration.js";
import { fitTemperature, meanLogLoss } from "../stats/temperature.js";
import { fitClassifier, logitsOf } from "./classifier/classifier.js";
import { classesOf } from "./classifier/examples.js";
import { chooseOperatingPoint, scopeScale, scopeScore, scopeSignal } from "./scope.js";
import type { FitHooks } from "./classifier/classifier.js";
import type { Examples, TextNumbers } from "./classifier/examples.js";
import type { ModelHeader } from "./model-file.js";
import type { NluSettings } from "./settings.js";

/** What classifiers said of examples that they had not seen; logits row by row, as many as there are classes. */
export interface Unseen {
  /** How much the hidden layer counts in them, beside the regression. */
  readonly hiddenShare: number;
  readonly labels: readonly number[];
  readonly inside: readonly Float64Array[];
  readonly outside: readonly Float64Array[];
  /** Of the examples of `inside` as they may be misheard. */
  readonly misheard: readonly Float64Array[];
}

/** How much the hidden layer may count beside the regression. */
const SHARES = [0, 0.5, 1, 1.5] as const;

/** Logits of one text by each part of a classifier. */
interface Parts {
  readonly linear: Float64Array;
  readonly hidden: Float64Array;
}

const blend = ({ linear, hidden }: Parts, share: number): Float64Array =>
  linear.map((logit, k) => logit + share * hidden[k]!);

function flatten(rows: readonly Float64Array[], intents: number): Float64Array {
  const flat = new Float64Array(rows.length * intents);
  rows.forEach((logits, i) => flat.set(logits.subarray(0, intents), i * intents));
  return flat;
}

/** The share with which the labels are likeliest, at the temperature that is best for it. */
function chooseShare(rows: readonly Parts[], labels: readonly number[], intents: number): number {
  const losses = SHARES.map((share) => {
    const flat = flatten(
      rows.map((row) => blend(row, share)),
      intents,
    );
    return meanLogLoss(flat, labels, intents, fitTemperature(flat, labels, intents));
  });
  return SHARES[losses.indexOf(Math.min(...losses))]!;
}

/**
 * Logits of examples by classifiers that have not seen them.
 * @param assigned fold of each example
 * @param used folds that are judged; those after them are only learnt from
 */
export async function judgeUnseen(
  examples: Examples,
  assigned: Int32Array,
  folds: number,
  used: number,
  settings: NluSettings,
  hooks: FitHooks & { onFold(): Promise<void> },
): Promise<Unseen> {
  const classes = classesOf(examples);
  const found = { labels: [] as number[], inside: [] as Parts[], outside: [] as Parts[], misheard: [] as Parts[] };
  for (let fold = 0; fold < used; fold++) {
    const [seen, left]: [number[], number[]] = [[], []];
    assigned.forEach((of, row) => (of === fold ? left : seen).push(row));
    const strangers = [...examples.outside.grams.keys()];
    const known = strangers.filter((row) => row % folds !== fold);
    const classifier = await fitClassifier(examples, seen, known, settings, hooks);
    await hooks.onFold();
    const judge = (texts: TextNumbers, rows: readonly number[], into: Parts[]): void => {
      const { linear, hidden } = logitsOf(classifier, texts, rows, settings);
      for (let at = 0; at < linear.length; at += classes)
        into.push({ linear: linear.subarray(at, at + classes), hidden: hidden.subarray(at, at + classes) });
    };
    for (const row of left) found.labels.push(examples.labels[row]!);
    judge(examples.texts, left, found.inside);
    if (examples.misheard.grams.length > 0) judge(examples.misheard, left, found.misheard);
    const others = strangers.filter((row) => row % folds === fold);
    judge(examples.outside, others, found.outside);
  }
  const hiddenShare = chooseShare(found.inside, found.labels, examples.intents.length);
  const blended = (rows: readonly Parts[]): Float64Array[] => rows.map((row) => blend(row, hiddenShare));
  const { labels, inside, outside, misheard } = found;
  return {
    ...{ hiddenShare, labels },
    ...{ inside: blended(inside), outside: blended(outside), misheard: blended(misheard) },
  };
}

/** Examples whose likeliest intent is theirs, as they are written and as they are misheard. */
export function countRight({ labels, inside, misheard }: Unseen, intents: number): number {
  const isRight = (logits: Float64Array, row: number): boolean => forecast(logits, intents, 1).best === labels[row];
  return inside.filter(isRight).length + misheard.filter(isRight).length;
}

/** The likeliest intent of logits, and its probability. */
function forecast(logits: Float64Array, intents: number, temperature: number): { best: number; confidence: number } {
  let best = 0;
  for (let k = 1; k < intents; k++) if (logits[k]! > logits[best]!) best = k;
  let sum = 0;
  for (let k = 0; k < intents; k++) sum += Math.exp((logits[k]! - logits[best]!) / temperature);
  return { best, confidence: 1 / sum };
}

/** Everything of a model that is fitted on examples not seen: temperature, scale of the scope score, operating point. */
export function calibrate(
  { hiddenShare, labels, inside, outside }: Unseen,
  intents: number,
  maxInScopeLoss: number,
): Pick<ModelHeader, "hiddenShare" | "temperature" | "outOfFold" | "scope" | "operatingPoint"> {
  const temperature = fitTemperature(flatten(inside, intents), labels, intents);
  const forecasts = inside.map((logits, i) => {
    const { best, confidence } = forecast(logits, intents, temperature);
    return { confidence, correct: best === labels[i] };
  });
  const scale = scopeScale(inside.map((logits) => scopeSignal(logits, intents)));
  const scoreOf = (logits: Float64Array): number => scopeScore(scopeSignal(logits, intents), scale);
  const judgements = inside.map((logits, i) => ({ score: scoreOf(logits), correct: forecasts[i]!.correct }));
  const accuracy = forecasts.filter(({ correct }) => correct).length / labels.length;
  return {
    hiddenShare,
    temperature,
    outOfFold: { n: labels.length, accuracy, ece: expectedCalibrationError(forecasts) },
    scope: scale,
    operatingPoint: chooseOperatingPoint(judgements, outside.map(scoreOf), maxInScopeLoss),
  };
}
