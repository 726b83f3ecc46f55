import { quantile } from "./intervals.js";
import type { Random } from "./random.js";

/** Chance of the smaller of two counts, and of that or less, when either way were as likely: binomial with 1/2. */
function smallerTail(b: number, c: number): { point: number; tail: number } {
  if (!Number.isSafeInteger(b) || !Number.isSafeInteger(c) || b < 0 || c < 0)
    throw new RangeError(`mcnemar(${b}, ${c})`);
  const n = b + c;
  // Terms of the smaller tail, from its largest: C(n, k)/2ⁿ by its logarithm, then each from the one before.
  const most = Math.min(b, c);
  let logarithm = -n * Math.LN2;
  for (let k = 1; k <= most; k++) logarithm += Math.log((n - k + 1) / k);
  let term = 1;
  let sum = 1;
  for (let k = most; k > 0 && term > 1e-18 * sum; k--) {
    term *= k / (n - k + 1);
    sum += term;
  }
  return { point: Math.exp(logarithm), tail: sum * Math.exp(logarithm) };
}

/**
 * Exact McNemar test (McNemar, 1947, by the binomial distribution): two-sided p-value of `b` pairs that changed one way and `c` that
 * changed the other way when either way were as likely. 1 when nothing changed.
 * @param b pairs that only the first got right
 * @param c pairs that only the second got right
 * @throws RangeError unless both are whole numbers from 0
 */
export function mcnemarExact(b: number, c: number): number {
  const { tail } = smallerTail(b, c);
  return b === c ? 1 : Math.min(1, 2 * tail);
}

/**
 * McNemar test with the mid-p value (Fagerland, Lydersen & Laake, "The McNemar test for binary matched-pairs data", BMC Medical
 * Research Methodology 2013): the chance of what is less likely than what was seen, and half the chance of what is as likely; the
 * exact test is too cautious with few changes. Parameters and errors as of {@link mcnemarExact}.
 */
export function mcnemarMidP(b: number, c: number): number {
  const { point, tail } = smallerTail(b, c);
  if (b + c === 0) return 1;
  return b === c ? 1 - point / 2 : Math.min(1, 2 * tail - point);
}

/** The difference of two systems on the same questions, by bootstrap over questions. */
export interface PairedDifference {
  /** Mean of `b` less mean of `a`. */
  readonly difference: number;
  /** 95 % percentile interval of the difference. */
  readonly low: number;
  readonly high: number;
  /** Two-sided p-value: twice the share of resamples on the other side of 0, at least 2 / (rounds + 1). */
  readonly p: number;
}

/**
 * Paired bootstrap (Efron & Tibshirani, 1993) of the mean difference of two systems measured on the same questions. Without pairs
 * everything is NaN.
 * @param a what the first system got for each question
 * @param b what the second got, in the same order
 * @throws RangeError when the lengths differ
 */
export function pairedBootstrap(
  a: readonly number[],
  b: readonly number[],
  random: Random,
  rounds = 1000,
): PairedDifference {
  if (a.length !== b.length) throw new RangeError(`${a.length} values and ${b.length}`);
  const count = a.length;
  if (count === 0) return { difference: NaN, low: NaN, high: NaN, p: NaN };
  const differences = Float64Array.from(a, (value, at) => b[at]! - value);
  const means = new Float64Array(rounds);
  let [below, above] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    let sum = 0;
    for (let draw = 0; draw < count; draw++) sum += differences[random.int(count)]!;
    means[round] = sum / count;
    if (sum <= 0) below++;
    if (sum >= 0) above++;
  }
  const sorted = [...means.sort()];
  return {
    difference: differences.reduce((sum, value) => sum + value, 0) / count,
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
    p: Math.min(1, (2 * (Math.min(below, above) + 1)) / (rounds + 1)),
  };
}

/** A share or a mean before and now, on the same questions. */
export interface PairedFigure {
  readonly before: number;
  readonly now: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided. */
  readonly p: number;
  /** Questions that are better now, and worse. */
  readonly gained: number;
  readonly lost: number;
}

/** Tests of what is right or wrong, and of what has a value between. */
export type PairedTest = "exact" | "mid-p" | "bootstrap";

/**
 * What changed between two systems on the same questions; `null` where there is none.
 * @param pairs what each question was worth before and now: 0 or 1, or between for the bootstrap
 * @param test McNemar's, exact or with mid-p, or the paired bootstrap, which gives the interval in any case
 */
export function pairedFigure(
  pairs: readonly (readonly [before: number, now: number])[],
  random: Random,
  test: PairedTest,
): PairedFigure | null {
  if (pairs.length === 0) return null;
  const [before, now] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const { difference, low, high, p } = pairedBootstrap(before, now, random);
  const gained = pairs.filter(([a, b]) => b > a).length;
  const lost = pairs.filter(([a, b]) => b < a).length;
  const tested = test === "bootstrap" ? p : test === "exact" ? mcnemarExact(lost, gained) : mcnemarMidP(lost, gained);
  return { before: mean(before), now: mean(now), difference, low, high, p: tested, gained, lost };
}

/** The same questions of two lists, by their keys: of a key that stands twice the first with the first. In the order of `now`. */
export function pairByKey<T>(
  before: readonly T[],
  now: readonly T[],
  keyOf: (one: T) => string,
): [before: T, now: T][] {
  const waiting = new Map<string, T[]>();
  for (const one of before) {
    const others = waiting.get(keyOf(one));
    if (others === undefined) waiting.set(keyOf(one), [one]);
    else others.push(one);
  }
  return now.flatMap((one): [T, T][] => {
    const other = waiting.get(keyOf(one))?.shift();
    return other === undefined ? [] : [[other, one]];
  });
}
