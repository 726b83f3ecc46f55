/** Mean negative log-likelihood of the right classes when the logits are divided by `temperature`. */
export function meanLogLoss(
  logits: Float64Array,
  labels: ArrayLike<number>,
  classes: number,
  temperature: number,
): number {
  const rows = logits.length / classes;
  let total = 0;
  for (let i = 0; i < rows; i++) {
    const at = i * classes;
    let top = -Infinity;
    for (let k = 0; k < classes; k++) top = Math.max(top, logits[at + k]!);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp((logits[at + k]! - top) / temperature);
    total += Math.log(sum) - (logits[at + labels[i]!]! - top) / temperature;
  }
  return total / rows;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Temperature scaling (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017): the divisor of the logits
 * that makes held-out labels most likely, between 1/20 and 20, by golden-section search over its logarithm (the loss has
 * one minimum in it). Without rows it is 1.
 *
 * @param logits `rows × classes`, row by row, of examples that the model has not seen
 */
export function fitTemperature(logits: Float64Array, labels: ArrayLike<number>, classes: number): number {
  if (logits.length === 0) return 1;
  const loss = (x: number) => meanLogLoss(logits, labels, classes, Math.exp(x));
  let low = -Math.log(20);
  let high = Math.log(20);
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let lossLeft = loss(left);
  let lossRight = loss(right);
  while (high - low > 1e-3) {
    if (lossLeft <= lossRight) {
      high = right;
      right = left;
      lossRight = lossLeft;
      left = high - GOLDEN * (high - low);
      lossLeft = loss(left);
    } else {
      low = left;
      left = right;
      lossLeft = lossRight;
      right = low + GOLDEN * (high - low);
      lossRight = loss(right);
    }
  }
  return Math.exp((low + high) / 2);
}
