import { controlRisk } from "../../stats/conformal.js";
import { wilson } from "../../stats/intervals.js";
import { mcnemarExact, pairedBootstrap, type PairedDifference } from "../../stats/paired.js";
import { createRandom, type Random } from "../../stats/random.js";
import type { FusionModel } from "../retrieve/fusion.js";
import { DEFAULT_FUSION } from "../retrieve/fusion-weights.js";
import type { OwnScores } from "../respond/thresholds.js";
import { fitFusion, type Observation } from "./fit.js";
import { judge, observe, remembering, type TuneBase, type Verdict } from "./observe.js";
import { similarQuestions, type TuneQuestion } from "./questions.js";

/** Questions that a tuning looks at, at the most: labelled ones first. */
const MOST_QUESTIONS = 2000;
/** Similar questions, however many labelled ones there are. */
const LEAST_SIMILAR = 500;
/** With fewer questions in scope weights are not fitted: nothing could be told from them. */
export const LEAST_TO_FIT = 40;
const FOLDS = 5;
/** A similar question beside labelled ones counts half: it is easier than what callers ask. */
const SIMILAR_WEIGHT = 0.5;
/** A gain that chance makes in one of twenty cases is none. */
const SIGNIFICANT = 0.05;

export interface TuneOptions {
  readonly labelled: readonly TuneQuestion[];
  readonly seed: number;
  /** Accepted wrong-answer rate at which coverage is compared. */
  readonly rate: number;
  /** Awaited after each question. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
}

interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** One set of weights on the questions that are compared on. */
export interface TuneFigures {
  readonly recallAt1: Share;
  /** With thresholds chosen on one half and measured on the other; none where a half is too small for the rate. */
  readonly coverage?: Share | undefined;
  readonly wrongAnswerRate?: Share | undefined;
}

/** What came of a tuning. */
export interface TuneOutcome {
  readonly questions: {
    readonly labelled: number;
    readonly labelledOutOfScope: number;
    readonly similar: number;
    readonly similarOutOfScope: number;
    readonly noisy: number;
    /** Similar questions of the whole knowledge base. */
    readonly similarKnown: number;
  };
  /** What the figures were measured on; none where there is nothing to measure on. */
  readonly comparedOn?: "labelled" | "similar" | undefined;
  readonly compared: number;
  readonly shipped?: TuneFigures | undefined;
  readonly tuned?: TuneFigures | undefined;
  readonly gain?: { readonly recallAt1: Gain; readonly coverage?: Gain | undefined } | undefined;
  /** `tuned`: the fitted weights are used. `kept`: they are no better. `too-few`: none were fitted. */
  readonly weights: "tuned" | "kept" | "too-few";
  readonly fusion?: FusionModel | undefined;
  readonly scores?: OwnScores | undefined;
}

/** What tuning changes, with a 95 % interval by paired bootstrap. */
export interface Gain extends PairedDifference {
  /** Exact McNemar test. */
  readonly p: number;
}

/** Tunes a knowledge base's weights and threshold on questions of its own; see docs/decide.md. */
export async function tune(given: TuneBase, options: TuneOptions): Promise<TuneOutcome> {
  const base = { ...given, embedder: remembering(given.embedder) };
  const random = createRandom(options.seed);
  const labelled = random.fork("labelled").shuffle(options.labelled).slice(0, MOST_QUESTIONS);
  const most = Math.max(LEAST_SIMILAR, MOST_QUESTIONS - labelled.length);
  const similar = similarQuestions(base.index, options.seed, most);
  const questions = [...labelled, ...similar.questions];
  const fitted = questions.filter(({ right }) => right.length > 0).length >= LEAST_TO_FIT;
  const total = questions.length * (fitted ? 3 : 1);
  let done = 0;
  const step = async (): Promise<void> => options.onProgress?.(++done, total);
  const shipped = await verdictsOf(base, questions, () => undefined, step);
  const tuned = fitted ? await crossFit(base, questions, labelled.length > 0, step) : undefined;
  const count = (some: readonly TuneQuestion[]): number => some.filter(({ right }) => right.length === 0).length;
  const counts = {
    ...{ labelled: labelled.length, labelledOutOfScope: count(labelled) },
    ...{ similar: similar.questions.length, similarOutOfScope: similar.outOfScope },
    ...{ noisy: similar.noisy, similarKnown: similar.known },
  };
  const comparison = compare(shipped, tuned?.verdicts, labelled.length, options.rate, random);
  const better = comparison.gain !== undefined && isBetter(comparison.gain);
  return {
    questions: counts,
    ...comparison,
    weights: tuned === undefined ? "too-few" : better ? "tuned" : "kept",
    ...(better && tuned !== undefined && { fusion: tuned.fusion }),
    scores: scoresOf(better ? tuned!.verdicts : shipped, labelled.length > 0 ? "labelled" : "similar"),
  };
}

async function verdictsOf(
  base: TuneBase,
  questions: readonly TuneQuestion[],
  fusionOf: (question: TuneQuestion) => FusionModel | undefined,
  step: () => Promise<void>,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const question of questions) {
    verdicts.push(await judge(base, question, fusionOf(question)));
    await step();
  }
  return verdicts;
}

/** Fold of a question: by its group, whatever the order. */
function foldOf({ group }: TuneQuestion): number {
  return createRandom(`fold/${group}`).int(FOLDS);
}

/** Weights fitted on everything, and what each question comes to under weights that were fitted without its fold. */
async function crossFit(
  base: TuneBase,
  questions: readonly TuneQuestion[],
  hasLabelled: boolean,
  step: () => Promise<void>,
): Promise<{ fusion: FusionModel; verdicts: Verdict[] }> {
  const observations: { fold: number; one: Observation }[] = [];
  for (const question of questions) {
    const weight = hasLabelled && question.from === "similar" ? SIMILAR_WEIGHT : 1;
    const one = await observe(base, question, weight);
    if (one !== undefined) observations.push({ fold: foldOf(question), one });
    await step();
  }
  const without = (fold: number): FusionModel =>
    fitFusion(
      observations.filter((other) => other.fold !== fold).map(({ one }) => one),
      DEFAULT_FUSION,
    );
  const models = Array.from({ length: FOLDS }, (_, fold) => without(fold));
  const verdicts = await verdictsOf(base, questions, (question) => models[foldOf(question)], step);
  return { fusion: without(-1), verdicts };
}

const shareOf = (some: readonly boolean[]): Share => {
  const yes = some.filter(Boolean).length;
  return { share: some.length === 0 ? 0 : yes / some.length, ...wilson(yes, some.length) };
};

/** Whether each question would be answered: the threshold of each half is chosen on the other. */
function answeredAt(verdicts: readonly Verdict[], rate: number): boolean[] | undefined {
  const sideOf = ({ question }: Verdict): number => createRandom(`half/${question.group}/${question.q}`).int(2);
  const sides = verdicts.map(sideOf);
  const thresholds = [0, 1].map((side) => {
    const control = controlRisk(
      verdicts.filter((_, at) => sides[at] !== side),
      rate,
    );
    return control.promised ? control.threshold : undefined;
  });
  if (thresholds.includes(undefined)) return undefined;
  return verdicts.map(({ score }, at) => score > -Infinity && score >= thresholds[sides[at]!]!);
}

interface Measured {
  readonly figures: TuneFigures;
  readonly right: boolean[];
  readonly covered?: boolean[];
}

/** In-scope questions in the order of the verdicts, so that two systems' can be paired. */
function measure(verdicts: readonly Verdict[], rate: number): Measured {
  const inScope = verdicts.map((verdict) => verdict.inScope);
  const right = verdicts.filter((verdict) => verdict.inScope).map((verdict) => verdict.right);
  const answered = answeredAt(verdicts, rate);
  if (answered === undefined) return { figures: { recallAt1: shareOf(right) }, right };
  const covered = answered.filter((_, at) => inScope[at]);
  const wrong = answered.map((yes, at) => yes && !verdicts[at]!.right);
  return {
    figures: { recallAt1: shareOf(right), coverage: shareOf(covered), wrongAnswerRate: shareOf(wrong) },
    ...{ right, covered },
  };
}

function gainOf(before: readonly boolean[], after: readonly boolean[], random: Random): Gain {
  const numbers = (some: readonly boolean[]): number[] => some.map(Number);
  const lost = before.filter((yes, at) => yes && !after[at]!).length;
  const won = after.filter((yes, at) => yes && !before[at]!).length;
  return { ...pairedBootstrap(numbers(before), numbers(after), random), p: mcnemarExact(lost, won) };
}

function compare(
  shipped: readonly Verdict[],
  tuned: readonly Verdict[] | undefined,
  labelled: number,
  rate: number,
  random: Random,
): Pick<TuneOutcome, "comparedOn" | "compared" | "shipped" | "tuned" | "gain"> {
  const from = labelled > 0 ? "labelled" : "similar";
  const own = (some: readonly Verdict[]): Verdict[] => some.filter(({ question }) => question.from === from);
  const before = measure(own(shipped), rate);
  const compared = own(shipped).length;
  if (compared === 0) return { compared };
  if (tuned === undefined) return { comparedOn: from, compared, shipped: before.figures };
  const after = measure(own(tuned), rate);
  const bothCovered = before.covered !== undefined && after.covered !== undefined;
  const gain = {
    recallAt1: gainOf(before.right, after.right, random.fork("recall")),
    ...(bothCovered && { coverage: gainOf(before.covered!, after.covered!, random.fork("coverage")) }),
  };
  return { comparedOn: from, compared, shipped: before.figures, tuned: after.figures, gain };
}

/** One of the two figures is better beyond chance, and the other not worse beyond chance. */
function isBetter({ recallAt1, coverage }: NonNullable<TuneOutcome["gain"]>): boolean {
  const gains = coverage === undefined ? [recallAt1] : [recallAt1, coverage];
  const better = gains.some(({ difference, p }) => difference > 0 && p < SIGNIFICANT);
  const worse = gains.some(({ difference, p }) => difference < 0 && p < SIGNIFICANT);
  return better && !worse;
}

function scoresOf(verdicts: readonly Verdict[], from: OwnScores["from"]): OwnScores | undefined {
  const own = verdicts.filter(({ question }) => question.from === from);
  if (own.length === 0) return undefined;
  const scores = (right: boolean): number[] =>
    own.filter((one) => one.score > -Infinity && one.right === right).map(({ score }) => score);
  return { from, questions: own.length, right: scores(true), wrong: scores(false) };
}
