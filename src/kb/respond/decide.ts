import type { FusionModel } from "../retrieve/fusion.js";
import type { Candidate } from "../retrieve/retrieve.js";
import { chooseThreshold, type OwnScores, type ShownSettings, type ThresholdBasis } from "./thresholds.js";

/** What to do with a question. */
export type Decision =
  | { readonly kind: "answer"; readonly confidence: number; readonly candidate: Candidate }
  | { readonly kind: "clarify"; readonly confidence: number; readonly choices: readonly Candidate[] }
  | { readonly kind: "abstain"; readonly confidence: number; readonly best?: Candidate };

export interface DecideSettings {
  /** Least score of an entry that is given as the answer. */
  readonly answerThreshold: number;
  /** Least score of the best entry for which it is worth asking back. */
  readonly clarifyThreshold: number;
  /** Two entries whose scores are nearer than this are offered as choices. */
  readonly margin: number;
  /** Only an exact match is given as the answer. */
  readonly exactOnly?: boolean | undefined;
  /** Where the answer threshold comes from. */
  readonly basis?: ThresholdBasis | undefined;
  /** Weights that the threshold belongs to; those that ship with the program where there are none. */
  readonly fusion?: FusionModel | undefined;
}

/** Settings that tell where they come from. */
export type ChosenSettings = DecideSettings & { readonly basis: ThresholdBasis };

/** What `kb tune` found out about a workspace. */
export interface OwnTuning {
  readonly fusion?: FusionModel | undefined;
  readonly scores?: OwnScores | undefined;
}

/**
 * Below this the best entry is right in fewer than two cases of five. On the development questions (models/fusion/default.json,
 * `measured.decisions`) asking back from here to the answer threshold of a rate of 0.05 meets 27–34% of questions in scope, with
 * the right entry among three choices in 73–87% of them, and a fifth of the questions out of scope.
 */
const CLARIFY = 0.35;
/**
 * Where none is likely, the best three may be together: on the development questions this asks back 2–6% more often in scope, with
 * the right entry among the three in 50–83% of these cases.
 */
const TOGETHER = 0.7;
const MARGIN = 0.05;
/** Coverage of a query whose telling words all stand in one entry, but for rounding. */
const ALL_WORDS = 0.999;
/** Choices when asking back. */
export const MOST_CHOICES = 3;
/** A passage stands among choices from this share of the first one's score on. */
const LEAST_SHARE = 0.25;
/**
 * Where no other entry has this share of the first one's score, that one alone is asked back ("do you mean …?"). On the development
 * questions so does one of seven that are asked back, and the right entry is left out in one of sixty.
 */
const LONE_SHARE = 0.1;

/**
 * How sure the best entry is, where it may be given as the answer: thresholds are chosen on this score and held against it.
 * −Infinity where it may not, for want of one or because another is about as likely.
 * @param candidates likeliest first
 * @param margin see {@link DecideSettings}
 */
export function answerScore(candidates: readonly Candidate[], margin = MARGIN): number {
  const [best, second] = candidates;
  if (best === undefined) return -Infinity;
  return second === undefined || best.score - second.score >= margin ? best.score : -Infinity;
}

/**
 * Answer, ask back, or say that there is no answer. Confidence is the probability that the entry, or one of the choices, is
 * the right one.
 * @param candidates likeliest first
 */
export function decide(candidates: readonly Candidate[], settings: DecideSettings): Decision {
  const [best] = candidates;
  if (best === undefined) return { kind: "abstain", confidence: 0 };
  const sure = answerScore(candidates, settings.margin) >= settings.answerThreshold;
  if (sure && (best.exact || settings.exactOnly !== true))
    return { kind: "answer", confidence: best.score, candidate: best };
  const choices = choicesOf(candidates, best, settings);
  const confidence = Math.min(
    1,
    choices.reduce((sum, { score }) => sum + score, 0),
  );
  // Entries that share one question share its certainty too, so that each alone may look doubtful; and a short question
  // whose words all stand in an entry (退款) is not strange, it only says too little to tell which entry.
  const worthAsking =
    best.score >= settings.clarifyThreshold || confidence >= TOGETHER || best.exact || best.coverage >= ALL_WORDS;
  // "Did you mean: <heading>?" helps only between headings: one that stands alone is no choice.
  const enough = choices.length > 1 || (best.entry.kind !== "passage" && best.score >= settings.clarifyThreshold);
  if (!enough || !worthAsking) return { kind: "abstain", confidence: best.score, best };
  return { kind: "clarify", confidence, choices };
}

/** What is asked back: up to three, or the best alone where it stands far above the others. */
function choicesOf(candidates: readonly Candidate[], best: Candidate, settings: DecideSettings): Candidate[] {
  const some = candidates.slice(0, MOST_CHOICES);
  if (best.entry.kind === "passage") return some.filter(({ score }, at) => at < 1 || score >= LEAST_SHARE * best.score);
  const lone =
    best.score >= settings.clarifyThreshold && !some.slice(1).some(({ score }) => score >= LONE_SHARE * best.score);
  return lone ? [best] : some.filter(({ score }, at) => at < 2 || score >= LEAST_SHARE * best.score);
}

/**
 * Settings for an accepted wrong-answer rate (share of all questions that get a wrong answer, 0…1): weights and threshold as the
 * workspace was tuned, else the shipped ones; `basis` says which, and whether they are a promise. The shipped thresholds are those
 * that kept to a rate on the development data of the shipped weights: experience with other knowledge bases, no promise for
 * this one.
 */
export function chooseSettings(maxWrongAnswerRate: number, own: OwnTuning = {}): ChosenSettings {
  const { threshold, exactOnly, basis } = chooseThreshold(maxWrongAnswerRate, own.scores);
  return {
    answerThreshold: threshold,
    clarifyThreshold: exactOnly ? CLARIFY : Math.min(CLARIFY, threshold),
    margin: MARGIN,
    ...(exactOnly && { exactOnly }),
    basis,
    ...(own.fusion !== undefined && { fusion: own.fusion }),
  };
}

/**
 * The settings that decisions were taken with, for documents.
 * @param rate that was asked for, for settings that do not tell where they come from
 */
export function shownSettings(settings: DecideSettings, rate = 0): ShownSettings {
  const { answerThreshold, clarifyThreshold, margin, basis, fusion } = settings;
  return {
    ...(basis ?? { from: "default", maxWrongAnswerRate: rate, promise: false, questions: 0 }),
    ...{ weights: fusion === undefined ? "shipped" : "tuned", answerThreshold, clarifyThreshold, margin },
  };
}
