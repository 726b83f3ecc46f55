// Two small fits: which of a query's candidates is right (conditional logit), and how sure that is (logistic regression).

/** Minimises a smooth function by BFGS with a backtracking line search (Nocedal & Wright, 2006, algorithm 6.1). */
function minimise(objective, start) {
  const n = start.length;
  let x = start;
  let { value, gradient } = objective(x);
  let inverse = identity(n);
  for (let round = 0; round < 500; round++) {
    if (Math.hypot(...gradient) < 1e-6 * Math.max(1, Math.hypot(...x))) break;
    const direction = inverse.map((row) => -dot(row, gradient));
    const slope = dot(direction, gradient);
    let step = 1;
    let next;
    for (;;) {
      const at = x.map((v, i) => v + step * direction[i]);
      next = { at, ...objective(at) };
      if (next.value <= value + 1e-4 * step * slope || step < 1e-12) break;
      step /= 2;
    }
    const s = next.at.map((v, i) => v - x[i]);
    const y = next.gradient.map((v, i) => v - gradient[i]);
    const sy = dot(s, y);
    inverse = sy > 1e-12 ? update(inverse, s, y, sy) : identity(n);
    [x, value, gradient] = [next.at, next.value, next.gradient];
    if (Math.hypot(...s) < 1e-10) break;
  }
  return x;
}

const dot = (a, b) => a.reduce((sum, v, i) => sum + v * b[i], 0);
const identity = (n) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));

function update(inverse, s, y, sy) {
  const hy = inverse.map((row) => dot(row, y));
  const factor = (1 + dot(y, hy) / sy) / sy;
  return inverse.map((row, i) => row.map((v, j) => v + factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy));
}

/** Weights w that make the right candidates likely under softmax(w · features), with an L2 penalty; rows have weights. */
export function fitRank(rows, l2) {
  const usable = rows.filter(({ gold, weight }) => gold.includes(true) && weight > 0);
  const n = usable[0].features[0].length;
  const flat = usable.map(({ features, gold, weight }) => ({ x: Float64Array.from(features.flat()), gold, weight }));
  return minimise(
    (w) => {
      let value = (l2 / 2) * dot(w, w);
      const gradient = w.map((v) => l2 * v);
      for (const { x, gold, weight } of flat) {
        const z = gold.map((_, i) => {
          let sum = 0;
          for (let k = 0, at = i * n; k < n; k++, at++) sum += w[k] * x[at];
          return sum;
        });
        const most = z.reduce((a, b) => Math.max(a, b));
        const e = z.map((v) => Math.exp(v - most));
        const total = e.reduce((a, b) => a + b, 0);
        const right = e.reduce((sum, v, i) => sum + (gold[i] ? v : 0), 0);
        value -= weight * Math.log(right / total);
        for (let i = 0, at = 0; i < e.length; i++) {
          const pull = weight * (e[i] / total - (gold[i] ? e[i] / right : 0));
          for (let k = 0; k < n; k++, at++) gradient[k] += pull * x[at];
        }
      }
      return { value, gradient };
    },
    Array.from({ length: n }, () => 0),
  );
}

/** Logistic regression over the three best candidates of each query; the weights of score and lead are kept at 0 or above. */
export function fitCalibration(rows, l2) {
  const examples = rows.flatMap(({ calibration, ranks, order, gold }) =>
    order.slice(0, 3).map((at) => ({ x: calibration(ranks, at), y: gold[at] ? 1 : 0 })),
  );
  const free = examples[0].x.map(() => true);
  for (;;) {
    const weights = logistic(examples, free, l2);
    const negative = [1, 2].filter((k) => weights[k] < 0);
    if (negative.length === 0) return weights;
    for (const k of negative) free[k] = false;
  }
}

function logistic(examples, free, l2) {
  const mask = (w) => w.map((v, k) => (free[k] ? v : 0));
  const fitted = minimise(
    (raw) => {
      const w = mask(raw);
      let value = 0;
      const gradient = w.map(() => 0);
      // The constant is not held back.
      for (let k = 1; k < w.length; k++) {
        value += (l2 / 2) * w[k] ** 2;
        gradient[k] += l2 * w[k];
      }
      for (const { x, y } of examples) {
        const z = dot(w, x);
        value += Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))) - y * z;
        const pull = 1 / (1 + Math.exp(-z)) - y;
        for (let k = 0; k < w.length; k++) if (free[k]) gradient[k] += pull * x[k];
      }
      return { value, gradient };
    },
    examples[0].x.map(() => 0),
  );
  return mask(fitted);
}
