/** A smooth function: its value and gradient at a point. */
export type Smooth = (at: readonly number[]) => { value: number; gradient: number[] };

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));

const MOST_ROUNDS = 300;
const LEAST_STEP = 1e-12;

/**
 * Minimises a smooth function of a few variables by BFGS with a backtracking line search (Nocedal & Wright, Numerical
 * Optimization, 2nd edition, algorithms 3.1 and 6.1).
 * @param scale rough size of the second derivative along each variable, which the search starts from; default 1
 */
export function minimise(objective: Smooth, start: readonly number[], scale?: readonly number[]): number[] {
  const fresh = (): number[][] =>
    identity(start.length).map((row, i) => row.map((v) => v / Math.max(1e-12, scale?.[i] ?? 1)));
  let x = [...start];
  let { value, gradient } = objective(x);
  let inverse = fresh();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (Math.hypot(...gradient) < 1e-6 * Math.max(1, Math.hypot(...x))) break;
    const direction = inverse.map((row) => -dot(row, gradient));
    const slope = dot(direction, gradient);
    let step = 1;
    let next = { at: x, value, gradient };
    for (; step >= LEAST_STEP; step /= 2) {
      const at = x.map((v, i) => v + step * direction[i]!);
      next = { at, ...objective(at) };
      if (next.value <= value + 1e-4 * step * slope) break;
    }
    if (step < LEAST_STEP) break;
    const moved = next.at.map((v, i) => v - x[i]!);
    const change = next.gradient.map((v, i) => v - gradient[i]!);
    const curvature = dot(moved, change);
    inverse = curvature > 1e-12 ? update(inverse, moved, change, curvature) : fresh();
    ({ at: x, value, gradient } = next);
    if (Math.hypot(...moved) < 1e-10) break;
  }
  return x;
}

function update(inverse: readonly number[][], s: readonly number[], y: readonly number[], sy: number): number[][] {
  const hy = inverse.map((row) => dot(row, y));
  const factor = (1 + dot(y, hy) / sy) / sy;
  return inverse.map((row, i) =>
    row.map((v, j) => v + factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy),
  );
}
