import { expectedCalibrationError } from "../stats/calibration.js";
import { fitTemperature } from "../stats/temperature.js";
import { classesOf, fitClassifier, logitsOf } from "./classifier.js";
import { chooseOperatingPoint, scopeScale, scopeScore, scopeSignal } from "./scope.js";
import type { Examples, FitHooks } from "./classifier.js";
import type { ModelHeader } from "./model-file.js";
import type { NluSettings } from "./settings.js";

/** What classifiers said of examples that they had not seen; logits row by row, as many as there are classes. */
export interface Unseen {
  readonly labels: readonly number[];
  readonly inside: readonly Float64Array[];
  readonly outside: readonly Float64Array[];
  /** Of the examples of `inside` as they may be misheard. */
  readonly misheard: readonly Float64Array[];
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
  const unseen = {
    labels: [] as number[],
    inside: [] as Float64Array[],
    outside: [] as Float64Array[],
    misheard: [] as Float64Array[],
  };
  const rowsOf = (logits: Float64Array): Float64Array[] =>
    Array.from({ length: logits.length / classes }, (_, i) => logits.subarray(i * classes, (i + 1) * classes));
  for (let fold = 0; fold < used; fold++) {
    const [seen, left]: [number[], number[]] = [[], []];
    assigned.forEach((of, row) => (of === fold ? left : seen).push(row));
    const strangers = [...examples.outside.grams.keys()];
    const known = strangers.filter((row) => row % folds !== fold);
    const classifier = await fitClassifier(examples, seen, known, settings, hooks);
    await hooks.onFold();
    unseen.inside.push(...rowsOf(logitsOf(classifier, examples.texts, left, settings)));
    for (const row of left) unseen.labels.push(examples.labels[row]!);
    if (examples.misheard.grams.length > 0)
      unseen.misheard.push(...rowsOf(logitsOf(classifier, examples.misheard, left, settings)));
    const others = strangers.filter((row) => row % folds === fold);
    unseen.outside.push(...rowsOf(logitsOf(classifier, examples.outside, others, settings)));
  }
  return unseen;
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
  { labels, inside, outside }: Unseen,
  intents: number,
  maxInScopeLoss: number,
): Pick<ModelHeader, "temperature" | "outOfFold" | "scope" | "operatingPoint"> {
  const flat = new Float64Array(labels.length * intents);
  inside.forEach((logits, i) => flat.set(logits.subarray(0, intents), i * intents));
  const temperature = fitTemperature(flat, labels, intents);
  const forecasts = inside.map((logits, i) => {
    const { best, confidence } = forecast(logits, intents, temperature);
    return { confidence, correct: best === labels[i] };
  });
  const scale = scopeScale(inside.map((logits) => scopeSignal(logits, intents)));
  const scoreOf = (logits: Float64Array): number => scopeScore(scopeSignal(logits, intents), scale);
  const judgements = inside.map((logits, i) => ({ score: scoreOf(logits), correct: forecasts[i]!.correct }));
  const accuracy = forecasts.filter(({ correct }) => correct).length / labels.length;
  return {
    temperature,
    outOfFold: { n: labels.length, accuracy, ece: expectedCalibrationError(forecasts) },
    scope: scale,
    operatingPoint: chooseOperatingPoint(judgements, outside.map(scoreOf), maxInScopeLoss),
  };
}
