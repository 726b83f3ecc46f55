import type { NoiseKind, perturb } from "../../noise/perturb.js";
import { KefuError } from "../../messages/errors.js";
import { intentsOf, isOutOfScope, mergeDatasets, type Dataset, type Utterance } from "../data/dataset.js";
import { type EntityOutcome, evaluateEntities } from "../entities/evaluate.js";
import { stratifiedFolds } from "../folds.js";
import type { NluModel } from "../model.js";
import type { Costs } from "./costs.js";
import { type Evaluation, type Method, summarise } from "./evaluation.js";
import { judge, type Judgement, mean } from "./judgement.js";
import { type CurveStep, learningCurve, shareOf } from "./learning-curve.js";
import { noiseLoss, type NoisyPair, noisyText } from "./robustness.js";

/** What is measured beside the figures, and with what. */
export interface Measures {
  readonly seed: number;
  readonly noise: readonly NoiseKind[];
  readonly change: typeof perturb;
  /** Shares of the training data for a learning curve, ascending to 1; empty for none. */
  readonly shares: readonly number[];
  readonly costs: Costs;
  /** Awaited after every model and, with a growing `done`, while utterances are tested. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
}

type Train = (data: Dataset) => Promise<NluModel>;

interface At {
  readonly fold: number;
  readonly repeat: number;
}

/** Everything that models said. */
interface Said {
  readonly judgements: Judgement[];
  readonly entities: EntityOutcome[];
  readonly noisy: ReadonlyMap<NoiseKind, NoisyPair[]>;
  readonly steps: readonly { readonly share: number; readonly examples: number[]; readonly judgements: Judgement[] }[];
  readonly thresholds: number[];
}

const nothingSaid = ({ noise, shares }: Measures): Said => ({
  ...{ judgements: [], entities: [], thresholds: [] },
  noisy: new Map(noise.map((kind) => [kind, []])),
  steps: shares.map((share) => ({ share, examples: [], judgements: [] })),
});

/** So many utterances are tested between two reports of progress. */
const STRIDE = 50;

/** Asks a model about utterances, and about the same with noise; repeats are no new evidence of noise. */
async function ask(
  model: NluModel,
  utterances: readonly Utterance[],
  at: At,
  { said, measures, beat }: { said: Said; measures: Measures; beat: () => void | Promise<void> },
): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  said.thresholds.push(model.info.operatingPoint.threshold);
  for (const [i, utterance] of utterances.entries()) {
    const prediction = await model.predict(utterance.text);
    const clean = judge(utterance, prediction, at);
    judgements.push(clean);
    said.entities.push({ text: utterance.text, expected: utterance.entities, found: prediction.entities });
    if (i % STRIDE === 0) await beat();
    if (at.repeat > 0 || isOutOfScope(utterance)) continue;
    for (const [kind, pairs] of said.noisy) {
      const text = noisyText(utterance.text, kind, measures.seed, measures.change);
      if (text === undefined) continue;
      pairs.push({ clean, noisy: judge({ ...utterance, text }, await model.predict(text), at) });
    }
  }
  // A call takes no more than some hundred thousand arguments.
  for (const judgement of judgements) said.judgements.push(judgement);
  return judgements;
}

/** Learns from growing shares of some data; all of it was learnt by `model` already. */
async function grow(
  train: Train,
  data: Dataset,
  all: { readonly judgements: readonly Judgement[] },
  {
    test,
    at,
    said,
    seed,
    done,
  }: { test: readonly Utterance[]; at: At; said: Said; seed: number; done: () => Promise<void> },
): Promise<void> {
  for (const { share, examples, judgements } of said.steps) {
    const part = shareOf(data, share, seed);
    examples.push(part.utterances.length);
    if (share === 1) {
      for (const judgement of all.judgements) judgements.push(judgement);
      continue;
    }
    const model = await train(part);
    for (const utterance of test) judgements.push(judge(utterance, await model.predict(utterance.text), at));
    await done();
  }
}

/** All figures of what was said. */
function evaluationOf(said: Said, method: Method, { seed, costs }: Measures): Evaluation {
  const { judgements, entities, noisy, steps, thresholds } = said;
  const first = judgements.filter(({ repeat }) => repeat === 0);
  return {
    ...summarise(judgements, { method, threshold: mean(thresholds), costs }),
    ...(entities.some(({ expected }) => expected.length > 0) ? { entities: evaluateEntities(entities) } : {}),
    ...(noisy.size === 0 ? {} : { noise: [...noisy].map(([kind, pairs]) => noiseLoss(kind, first, pairs, seed)) }),
    ...(steps.length === 0 ? {} : { learningCurve: learningCurve(steps satisfies readonly CurveStep[]) }),
  };
}

/** Counts models that are trained. */
function counter(total: number, onProgress: Measures["onProgress"]) {
  let made = 0;
  return {
    done: async () => onProgress?.(++made, total),
    beat: () => onProgress?.(made, total),
  };
}

export interface HoldOut {
  readonly test: readonly Utterance[];
  /** A model that exists, or the data to train one of: a learning curve needs the latter. */
  readonly model: NluModel | { readonly train: Train; readonly data: Dataset };
}

/** Tests on utterances that the model has not been trained on. */
export async function holdOut({ test, model }: HoldOut, measures: Measures): Promise<Evaluation> {
  const said = nothingSaid(measures);
  const at = { fold: 0, repeat: 0 };
  const { done, beat } = counter(Math.max(1, measures.shares.length), measures.onProgress);
  if ("predict" in model) await ask(model, test, at, { said, measures, beat });
  else {
    const data = mergeDatasets([model.data]);
    const judgements = await ask(await model.train(data), test, at, { said, measures, beat });
    await done();
    await grow(model.train, data, { judgements }, { test, at, said, seed: measures.seed, done });
  }
  return evaluationOf(said, { kind: "hold-out" }, measures);
}

export interface CrossValidation {
  readonly data: Dataset;
  readonly train: Train;
  /** From 2 on. */
  readonly folds: number;
  /** From 1 on; each repeat has folds of its own. */
  readonly repeats: number;
}

/** @throws KefuError `input` where the training part of some fold would hold one intent alone */
function checkFoldable(data: Dataset): void {
  const twice = intentsOf(data).filter(
    (intent) => data.utterances.filter((utterance) => utterance.intent === intent).length > 1,
  );
  if (twice.length < 2)
    throw new KefuError("input", "nlu.eval.too-few", {}, { hint: { key: "nlu.eval.too-few-hint" } });
}

/**
 * Repeated stratified k-fold cross-validation: in every repeat each utterance is tested once, by a model trained on the other folds
 * with all that training does, the operating point and entities included.
 *
 * @throws KefuError `input` when the data cannot be learnt from
 */
export async function crossValidate(plan: CrossValidation, measures: Measures): Promise<Evaluation> {
  const { train, folds, repeats } = plan;
  const { seed, shares } = measures;
  const said = nothingSaid(measures);
  const data = mergeDatasets([plan.data]);
  checkFoldable(data);
  const { done, beat } = counter(folds * (repeats + Math.max(0, shares.length - 1)), measures.onProgress);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const assigned = stratifiedFolds(data.utterances, folds, seed + repeat);
    for (let fold = 0; fold < folds; fold++) {
      const test = data.utterances.filter((_, row) => assigned[row] === fold);
      const seen = { ...data, utterances: data.utterances.filter((_, row) => assigned[row] !== fold) };
      if (test.length === 0) continue;
      const at = { fold, repeat };
      const judgements = await ask(await train(seen), test, at, { said, measures, beat });
      await done();
      if (repeat === 0) await grow(train, seen, { judgements }, { test, at, said, seed, done });
    }
  }
  return evaluationOf(said, { kind: "cross-validation", folds, repeats, seed }, measures);
}
