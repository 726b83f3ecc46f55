/**
 * A step length that satisfies the strong Wolfe conditions (Nocedal & Wright, equations 3.7; c1 = 1e-4, c2 = 0.5) on
 * a convex function: the slope grows along the line, so that bisection by the slope's sign, with a secant guess, is enough.
 */
export function wolfeStep(at: (t: number) => { value: number; slope: number }): { t: number; value: number } {
  const start = at(0);
  let low = { t: 0, ...start };
  let high: typeof low | undefined;
  let t = 1;
  let best = { t: 0, value: start.value };
  for (let round = 0; round < 20; round++) {
    const here = { t, ...at(t) };
    const enough = here.value <= start.value + 1e-4 * t * start.slope;
    if (enough && here.value < best.value) best = { t, value: here.value };
    if (enough && Math.abs(here.slope) <= 0.5 * Math.abs(start.slope)) return { t, value: here.value };
    if (here.slope > 0 || !enough) high = here;
    else low = here;
    if (high === undefined) t = low.t * 2 || 1;
    else {
      const secant = low.t - (low.slope * (high.t - low.t)) / (high.slope - low.slope);
      const margin = 0.1 * (high.t - low.t);
      const inside = secant > low.t + margin && secant < high.t - margin;
      t = inside ? secant : (low.t + high.t) / 2;
    }
  }
  return best;
}
