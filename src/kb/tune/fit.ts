import { minimise } from "../../stats/minimise.js";
import { dot, type FusionModel, sigmoid } from "../retrieve/fusion.js";

/** The candidates of one question, as the weights see them. */
export interface Observation {
  /** Features that rank, by candidate. */
  readonly features: readonly (readonly number[])[];
  /** Whether each candidate is right. */
  readonly gold: readonly boolean[];
  /** What makes a probability of a candidate's rank score, given the rank scores of all. */
  calibration(ranks: readonly number[], at: number): readonly number[];
  /** How much it counts. */
  readonly weight: number;
  /** Whether it says how sure one may be of an answer, as a caller's own question does. */
  readonly calibrates: boolean;
}

/**
 * How many questions the shipped weights are worth: with fewer the fit stays near them, with many more the workspace's own
 * questions have their way.
 */
const PRIOR_QUESTIONS = 200;

/** Candidates of a question that the calibration is fitted on. */
const DEPTH = 3;

/** Loss with its gradient and the diagonal of its second derivative. */
type Loss = (weights: readonly number[], curvature?: number[]) => { value: number; gradient: number[] };

/**
 * Fits near a prior: along each weight the prior counts as {@link PRIOR_QUESTIONS} questions that are as telling about it as these
 * are on the average (a normal prior whose precision is a multiple of the mean observed information at the prior).
 */
function fitNear(prior: readonly number[], questions: number, loss: Loss): number[] {
  const curvature = prior.map(() => 0);
  loss(prior, curvature);
  const mean = curvature.map((value) => value / Math.max(1, questions));
  const most = Math.max(...mean, 1e-9);
  // A weight that these questions say nothing about stays where it is.
  const precision = mean.map((value) => PRIOR_QUESTIONS * Math.max(value, 1e-4 * most));
  return minimise(
    (weights) => {
      const { value, gradient } = loss(weights);
      let penalty = 0;
      weights.forEach((weight, k) => {
        const off = weight - prior[k]!;
        penalty += (precision[k]! / 2) * off * off;
        gradient[k]! += precision[k]! * off;
      });
      return { value: value + penalty, gradient };
    },
    prior,
    curvature.map((value, k) => value + precision[k]!),
  );
}

/** Conditional logit: weights under which the right candidates are likely among all of a question. */
function fitRank(observations: readonly Observation[], prior: readonly number[]): number[] {
  const usable = observations.filter(({ gold }) => gold.includes(true) && gold.includes(false));
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  return fitNear(prior, total, (w, curvature) => {
    let value = 0;
    const gradient = w.map(() => 0);
    for (const { features, gold, weight } of usable) value += addChoice(features, gold, weight, w, gradient, curvature);
    return { value, gradient };
  });
}

function addChoice(
  features: readonly (readonly number[])[],
  gold: readonly boolean[],
  weight: number,
  w: readonly number[],
  gradient: number[],
  curvature: number[] | undefined,
): number {
  const scores = features.map((row) => dot(w, row));
  const most = Math.max(...scores);
  const exps = scores.map((score) => Math.exp(score - most));
  const all = exps.reduce((sum, e) => sum + e, 0);
  const right = exps.reduce((sum, e, i) => sum + (gold[i] === true ? e : 0), 0);
  const means = w.map(() => 0);
  features.forEach((row, i) => {
    const share = exps[i]! / all;
    const pull = weight * (share - (gold[i] === true ? exps[i]! / right : 0));
    for (let k = 0; k < w.length; k++) {
      gradient[k]! += pull * row[k]!;
      if (curvature !== undefined) means[k]! += share * row[k]!;
    }
  });
  if (curvature !== undefined) {
    features.forEach((row, i) => {
      for (let k = 0; k < w.length; k++) curvature[k]! += (weight * exps[i]! * (row[k]! - means[k]!) ** 2) / all;
    });
  }
  return -weight * Math.log(Math.max(right / all, 1e-300));
}

interface Example {
  readonly x: readonly number[];
  readonly y: 0 | 1;
  readonly weight: number;
}

/** Weights of score and lead, which must not turn the order of ranks round. */
const AT_LEAST_ZERO = [1, 2];

/** Logistic regression over the best candidates of each question. */
function fitCalibration(
  observations: readonly Observation[],
  rank: readonly number[],
  prior: readonly number[],
): number[] {
  const examples = observations.flatMap((one): Example[] => {
    const ranks = one.features.map((row) => dot(rank, row));
    const best = [...ranks.keys()].sort((a, b) => ranks[b]! - ranks[a]!).slice(0, DEPTH);
    return best.map((at) => ({ x: one.calibration(ranks, at), y: one.gold[at] === true ? 1 : 0, weight: one.weight }));
  });
  if (examples.length === 0) return [...prior];
  const questions = observations.reduce((sum, { weight }) => sum + weight, 0);
  const weights = fitNear(prior, questions, (w, curvature) => {
    let value = 0;
    const gradient = w.map(() => 0);
    for (const { x, y, weight } of examples) {
      const z = dot(w, x);
      const p = sigmoid(z);
      value += weight * (Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))) - y * z);
      for (let k = 0; k < w.length; k++) {
        gradient[k]! += weight * (p - y) * x[k]!;
        if (curvature !== undefined) curvature[k]! += weight * p * (1 - p) * x[k]! ** 2;
      }
    }
    return { value, gradient };
  });
  return weights.map((weight, k) => (AT_LEAST_ZERO.includes(k) ? Math.max(0, weight) : weight));
}

const rounded = (values: readonly number[]): number[] => values.map((value) => Math.round(value * 1e4) / 1e4);

/**
 * Weights fitted on observations, held near a model. The ranking learns from all of them, the calibration only from those that
 * say how sure one may be.
 */
export function fitFusion(observations: readonly Observation[], prior: FusionModel): FusionModel {
  const rank = rounded(fitRank(observations, prior.rank));
  const telling = observations.filter(({ calibrates, features }) => calibrates && features.length > 0);
  return { ...prior, rank, calibration: rounded(fitCalibration(telling, rank, prior.calibration)) };
}
