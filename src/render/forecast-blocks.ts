import type { CalibrationBin } from "../stats/calibration.js";
import type { RiskCoverage } from "../stats/risk-coverage.js";
import { curveChart, reliabilityChart } from "./charts.js";
import type { PageBlock } from "./page.js";
import { percent } from "./report-table.js";

/** Rows of the table beside the curve. */
const POINTS = 20;

/**
 * The trade of risk and coverage as a curve; nothing where there is none.
 * @param inUse the threshold in use: its point is marked
 */
export function riskBlock(
  { points }: RiskCoverage,
  inUse: number,
  words: Readonly<Record<"title" | "note" | "coverage" | "share" | "rate" | "threshold" | "current", string>>,
): PageBlock[] {
  if (points.length === 0) return [];
  const used = points.findLast(({ threshold }) => threshold >= inUse);
  const step = Math.max(1, Math.ceil(points.length / POINTS));
  return [
    {
      kind: "chart",
      title: words.title,
      note: words.note,
      svg: curveChart({
        x: words.coverage,
        y: words.share,
        curves: [
          { name: words.share, points: points.map(({ coverage, risk }) => [coverage, risk]) },
          {
            name: words.rate,
            points: points.map(({ coverage, wrongAnswerRate }) => [coverage, wrongAnswerRate]),
            dashed: true,
          },
        ],
        marks: {
          name: words.current,
          points:
            used === undefined
              ? []
              : [
                  [used.coverage, used.risk],
                  [used.coverage, used.wrongAnswerRate],
                ],
        },
      }),
      header: [words.threshold, words.coverage, words.share, words.rate],
      rows: points
        .filter((point, at) => at % step === 0 || point === used)
        .map(({ threshold, coverage, risk, wrongAnswerRate }) => [
          ...[threshold.toFixed(3), percent(coverage), percent(risk), percent(wrongAnswerRate)],
        ]),
    },
  ];
}

/** How often forecasts are right, by how sure they were. */
export function reliabilityBlock(
  bins: readonly CalibrationBin[],
  words: Readonly<Record<"title" | "note" | "score" | "right" | "perfect" | "count" | "mean", string>>,
): PageBlock {
  return {
    kind: "chart",
    title: words.title,
    note: words.note,
    svg: reliabilityChart(bins, words),
    header: [words.score, words.count, words.mean, words.right],
    rows: bins
      .filter(({ count }) => count > 0)
      .map(({ low, high, count, confidence, accuracy }) => [
        ...[`${percent(low)} – ${percent(high)}`, count, confidence.toFixed(3), percent(accuracy)],
      ]),
  };
}
