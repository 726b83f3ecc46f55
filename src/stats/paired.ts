import { quantile } from "./intervals.js";
import type { Random } from "./random.js";

/**
 * Exact McNemar test (McNemar, 1947, by the binomial distribution): two-sided p-value of `b` pairs that changed one way and `c` that
 * changed the other way when either way were as likely. 1 when nothing changed.
 * @param b pairs that only the first got right
 * @param c pairs that only the second got right
 * @throws RangeError unless both are whole numbers from 0
 */
export function mcnemarExact(b: number, c: number): number {
  if (!Number.isSafeInteger(b) || !Number.isSafeInteger(c) || b < 0 || c < 0)
    throw new RangeError(`mcnemar(${b}, ${c})`);
  const n = b + c;
  if (b === c) return 1;
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
  return Math.min(1, 2 * sum * Math.exp(logarithm));
}

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
