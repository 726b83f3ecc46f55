import type { Random } from "./random.js";

/** The 97.5 % point of the normal distribution: two-sided 95 %. */
const Z95 = 1.959963984540054;

/**
 * Wilson score interval of a share (E. B. Wilson, 1927), 95 % unless told otherwise. With n = 0 nothing is known: [0, 1].
 */
export function wilson(successes: number, n: number, z = Z95): { low: number; high: number } {
  if (n <= 0) return { low: 0, high: 1 };
  const share = successes / n;
  const z2 = z * z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // The exact bounds at the ends; rounding would leave them at 1e-17 and 0.9999….
  return {
    low: successes <= 0 ? 0 : Math.max(0, centre - half),
    high: successes >= n ? 1 : Math.min(1, centre + half),
  };
}

/**
 * Mean with its 95 % percentile bootstrap interval (Efron, 1979). Without values everything is NaN; with one value the
 * interval is that value.
 */
export function bootstrapMean(
  values: readonly number[],
  random: Random,
  rounds = 1000,
): { mean: number; low: number; high: number } {
  const count = values.length;
  if (count === 0) return { mean: NaN, low: NaN, high: NaN };
  const means = new Float64Array(rounds);
  for (let round = 0; round < rounds; round++) {
    let sum = 0;
    for (let draw = 0; draw < count; draw++) sum += values[random.int(count)]!;
    means[round] = sum / count;
  }
  const sorted = [...means.sort()];
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / count,
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
  };
}

/**
 * The quantile of values in ascending order, between two of them by linear interpolation (type 7 of Hyndman and Fan,
 * 1996, the default of R and NumPy); `q` is held to [0, 1]. NaN when there are no values.
 */
export function quantile(sorted: readonly number[], q: number): number {
  if (sorted.length === 0) return NaN;
  const at = Math.min(1, Math.max(0, q)) * (sorted.length - 1);
  const below = sorted[Math.floor(at)]!;
  const above = sorted[Math.ceil(at)]!;
  return below + (above - below) * (at - Math.floor(at));
}
