/** One forecast: how sure the model was, and whether it was right. */
interface Forecast {
  /** In [0, 1]. */
  readonly confidence: number;
  readonly correct: boolean;
}

/** A bin of a reliability diagram. */
export interface CalibrationBin {
  /** Bounds of confidence: [low, high), the last one with its end. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** Mean confidence and share of right forecasts; 0 in an empty bin. */
  readonly confidence: number;
  readonly accuracy: number;
}

/** Forecasts in bins of equal width. */
export function calibrationBins(forecasts: readonly Forecast[], bins = 10): CalibrationBin[] {
  const sums = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, correct: 0 }));
  for (const { confidence, correct } of forecasts) {
    const sum = sums[Math.min(bins - 1, Math.max(0, Math.floor(confidence * bins)))]!;
    sum.count++;
    sum.confidence += confidence;
    sum.correct += correct ? 1 : 0;
  }
  return sums.map(({ count, confidence, correct }, at) => ({
    low: at / bins,
    high: (at + 1) / bins,
    count,
    confidence: count === 0 ? 0 : confidence / count,
    accuracy: count === 0 ? 0 : correct / count,
  }));
}

/**
 * Expected calibration error (Naeini et al., 2015): the mean distance of confidence and accuracy over the bins, weighted
 * by their size; 0 is perfect, NaN without forecasts.
 */
export function expectedCalibrationError(forecasts: readonly Forecast[], bins = 10): number {
  if (forecasts.length === 0) return NaN;
  const distances = calibrationBins(forecasts, bins).map((bin) => bin.count * Math.abs(bin.confidence - bin.accuracy));
  return distances.reduce((sum, distance) => sum + distance, 0) / forecasts.length;
}
