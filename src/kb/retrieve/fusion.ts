import type { Query } from "./query.js";
import type { TextSignals } from "./rerank.js";
import type { Evidence } from "./search-backend.js";

/** What channels say, whether or not texts are looked at. */
const CHANNEL_FEATURES = [
  "lexical",
  "coverage",
  "brevity, long query",
  "sound",
  "lexical, long query",
  "coverage, long query",
  "body, long query",
  "vector, long query",
  "sound, by sound",
] as const;

/** What orders entries before their texts are looked at, in the order of the weights. */
export const FIRST_FEATURES = [...CHANNEL_FEATURES, "vector, short query"] as const;

/** What ranks entries, in the order of the weights. */
export const RANK_FEATURES = [
  ...CHANNEL_FEATURES,
  "words, long query",
  "wordsAnywhere, long query",
  "wordsBack, long query",
  "order, long query",
  "pairs, long query",
  "sentence, long query",
  "category, long query",
  "rare, long query",
  "kind, long query",
  "shortness, long query",
  "words, short Chinese query",
  "wordsAnywhere, short Chinese query",
  "wordsBack, short Chinese query",
  "order, short Chinese query",
  "pairs, short Chinese query",
  "rare, short Chinese query",
  "body, short Chinese query",
  "brevity, short Chinese query",
  "strayed, long query",
  "foreign",
  "vector, foreign",
  "words, foreign",
] as const;

/** Values by {@link RANK_FEATURES} under their names. */
export const named = (values: readonly number[]): Record<string, number> =>
  Object.fromEntries(RANK_FEATURES.map((name, at) => [name, values[at] ?? 0]));

/** Weights of the logistic models that make one probability out of the evidence. */
export interface FusionModel {
  /** Information of a query (nats) at which the features of long queries start to count, and at which they count whole. */
  readonly gate: readonly [low: number, high: number];
  /** By {@link FIRST_FEATURES}: which entries are looked at more closely. */
  readonly first: readonly number[];
  /** By {@link RANK_FEATURES}. */
  readonly rank: readonly number[];
  /** By {@link CALIBRATION_FEATURES}. Those of score and lead are at least 0, so that the order of ranks stays. */
  readonly calibration: readonly number[];
}

/** An entry as it is ranked: what the channels say of it, and what its texts say. */
export interface Signals {
  readonly evidence: Evidence;
  readonly texts: TextSignals;
}

/** What is the same for all candidates of a query. */
export interface QueryTraits {
  /** How much the query says, 0…1; see {@link gateOf}. */
  readonly gate: number;
  /** The query is written as it sounds (zenme tuikuan), so that only sound finds it. */
  readonly bySound: boolean;
  /** It has Chinese characters. */
  readonly chinese: boolean;
}

/**
 * How much a query says, from 0 to 1. Three words in a small base fit many answers by chance, so a short query is judged
 * by the questions, and a longer one by the answers and by its meaning too.
 */
function gateOf(information: number, [low, high]: FusionModel["gate"]): number {
  return Math.min(1, Math.max(0, Math.log(information / low) / Math.log(high / low)));
}

/** @param gate see {@link FusionModel} */
export function traitsOf({ information, typed, normalised }: Query, gate: FusionModel["gate"]): QueryTraits {
  return {
    gate: gateOf(information, gate),
    bySound: typed === "pinyin" || typed === "initials",
    chinese: /[\u3400-\u9fff]/.test(normalised),
  };
}

const brevityOf = ({ length }: Evidence): number => -Math.log(1 + length);

/** By {@link FIRST_FEATURES}. */
export function firstFeatures(evidence: Evidence, traits: QueryTraits): number[] {
  const features = channelFeatures(evidence, traits);
  // A short query may have nothing in common with the right entry but the meaning; texts then tell more.
  features.push(traits.bySound ? 0 : evidence.vector * (1 - traits.gate));
  return features;
}

function channelFeatures(evidence: Evidence, { gate, bySound }: QueryTraits): number[] {
  const { lexical, coverage, body, vector, sound } = evidence;
  const brevity = brevityOf(evidence) * gate;
  if (bySound) return [0, 0, brevity, 0, 0, 0, 0, 0, sound];
  return [lexical, coverage, brevity, sound, lexical * gate, coverage * gate, body * gate, vector * gate, 0];
}

/** By {@link RANK_FEATURES}. */
export function rankFeatures({ evidence, texts }: Signals, traits: QueryTraits): number[] {
  const { words, wordsAnywhere, wordsBack, order, pairs, sentence, category, rare, strayed, kind, shortness } = texts;
  // A short query fits many texts by chance, those of small bases above all. In Chinese, where each character tells, what it meets
  // has weights of its own; an English one of a word or two is judged by the questions.
  const long = traits.bySound ? 0 : traits.gate;
  const short = traits.bySound || !traits.chinese ? 0 : 1 - traits.gate;
  // An entry all in Chinese has none of an English query's words, only some of near meaning.
  const foreign = traits.bySound || traits.chinese ? 0 : texts.foreign;
  const features = channelFeatures(evidence, traits);
  features.push(words * long, wordsAnywhere * long, wordsBack * long, order * long, pairs * long);
  features.push(sentence * long, category * long, rare * long, kind * long, shortness * long);
  features.push(words * short, wordsAnywhere * short, wordsBack * short, order * short, pairs * short, rare * short);
  features.push(evidence.body * short, brevityOf(evidence) * short, strayed * long);
  features.push(foreign, evidence.vector * foreign, words * foreign);
  return features;
}

/** What turns rank scores into probabilities, in the order of the weights. */
export const CALIBRATION_FEATURES = [
  "constant",
  "score",
  "lead",
  "most coverage",
  "most vector",
  "most lexical",
  "long query",
  "most words",
  "most words anywhere",
  "by sound",
  "most sound, by sound",
  "unheld, of the best",
] as const;

/** Beyond this, being further ahead says no more. */
const MOST_LEAD = 6;
/** A paraphrase may have some words that no entry has; a query that mostly has such is about something else. */
const UNHELD = 0.3;

/** What turns a candidate's rank score into a probability, by {@link CALIBRATION_FEATURES}; see {@link calibrationOf}. */
export type Calibration = (scores: readonly number[], at: number) => number[];

/**
 * @param candidates all of one query
 * @returns the features of one of them, given its place and the rank scores of all
 */
export function calibrationOf(candidates: readonly Signals[], { gate, bySound }: QueryTraits): Calibration {
  // These are of the query as a whole: the same for all candidates, so that they cannot change the ranks.
  const most = (of: (one: Signals) => number): number => candidates.reduce((max, one) => Math.max(max, of(one)), 0);
  const whole = bySound
    ? [0, 0, 0, 0, 0, 0, 1, most(({ evidence }) => evidence.sound)]
    : [
        most(({ evidence }) => evidence.coverage),
        most(({ evidence }) => evidence.vector),
        most(({ evidence }) => evidence.lexical),
        gate,
        most(({ texts }) => texts.words),
        most(({ texts }) => texts.wordsAnywhere),
        ...[0, 0],
      ];
  return (scores, at) => {
    const unheld = bySound ? 0 : 5 * Math.max(0, candidates[bestOf(scores)]!.texts.unheld - UNHELD);
    return [1, scores[at]!, leadOf(scores, at), ...whole, unheld];
  };
}

function bestOf(scores: readonly number[]): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if (scores[at]! > scores[best]!) best = at;
  return best;
}

function leadOf(scores: readonly number[], at: number): number {
  // Nothing at all scores about 0: an entry that has no rival must still lead that.
  let rival = 0;
  for (let other = 0; other < scores.length; other++)
    if (other !== at && scores[other]! > rival) rival = scores[other]!;
  return Math.min(MOST_LEAD, Math.max(-MOST_LEAD, scores[at]! - rival));
}

/** Dot product over the length of `weights`. */
export function dot(weights: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += weights[at]! * values[at]!;
  return sum;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
