import type { Evaluation } from "../../nlu/eval/evaluation.js";
import { matrixOf } from "../../nlu/eval/matrix.js";
import { sliceTable } from "../../nlu/eval/tables.js";
import { OUT_OF_SCOPE } from "../../nlu/data/dataset.js";
import { curveChart, intervalChart } from "../../render/charts.js";
import { reliabilityBlock, riskBlock } from "../../render/forecast-blocks.js";
import { type MatrixCell, matrixChart } from "../../render/matrix.js";
import type { PageBlock } from "../../render/page.js";
import { percent } from "../../render/report-table.js";
import type { Context } from "../context.js";

type Translate = Context["t"];

/** Intents of a matrix that can be read. */
const MOST_INTENTS = 36;
/** Bars of a chart that can be read. */
const MOST_BARS = 20;

/** What was decided, by what would have been right. */
export function matrixBlock(evaluation: Evaluation, t: Translate): PageBlock[] {
  const { intents, total, rows } = matrixOf(evaluation, MOST_INTENTS);
  if (rows.length === 0) return [];
  const others = intents.length;
  const some = rows.some(({ cells }) => cells[others]! > 0);
  const columns = [...intents, ...(some ? ["…"] : []), t("nlu.eval.matrix.rejected")];
  const toneOf = (row: number, column: number): MatrixCell["tone"] => {
    const outside = rows[row]!.name === OUT_OF_SCOPE && row >= intents.length;
    if (column === others + 1) return outside ? "good" : "soft";
    return row === column ? "good" : "bad";
  };
  const shown = rows.map(({ name, cells }, row) => ({
    name,
    cells: cells
      .map((count, column) => ({ count, tone: toneOf(row, column) }))
      .filter((_, column) => some || column !== others),
  }));
  const cut = t("nlu.eval.matrix.some", { shown: intents.length, total });
  return [
    {
      kind: "chart",
      title: t("nlu.eval.matrix"),
      note: `${t("nlu.eval.matrix.note")}${intents.length < total ? ` ${cut}` : ""}`,
      svg: matrixChart(shown, columns),
      header: [t("nlu.eval.expected"), t("nlu.eval.predicted"), t("nlu.eval.count")],
      rows: shown.flatMap(({ name, cells }) =>
        cells.flatMap(({ count }, at) => (count === 0 ? [] : [[name, columns[at]!, count]])),
      ),
    },
  ];
}

/** Recall of the weakest intents, with its interval. */
export function weakestBlock({ intents }: Evaluation, t: Translate): PageBlock[] {
  const bars = intents
    .filter(({ support }) => support > 0)
    .sort((a, b) => a.recall - b.recall || b.support - a.support)
    .slice(0, MOST_BARS)
    .map(({ intent, recall, support, recallInterval }) => ({
      name: `${intent} (${support})`,
      value: recall,
      ...recallInterval,
    }));
  if (bars.length === 0) return [];
  const rows = bars.map(({ name, value, low, high }) => [name, percent(value), `${percent(low)} – ${percent(high)}`]);
  return [
    {
      kind: "chart",
      title: t("nlu.eval.weakest"),
      note: t("nlu.eval.weakest.note"),
      svg: intervalChart(bars, t("nlu.eval.recall")),
      header: [t("nlu.eval.intent"), t("nlu.eval.recall"), t("nlu.eval.interval")],
      rows,
    },
  ];
}

/** Accuracy of the slices, with its interval; beside it all their figures. */
export function sliceBlock(evaluation: Evaluation, t: Translate): PageBlock[] {
  const table = sliceTable(evaluation, t);
  const bars = evaluation.slices.flatMap(({ by, name, inScope, accuracy, interval }) =>
    accuracy === null || interval === null
      ? []
      : [
          {
            name: `${t(`nlu.eval.slice.${by}`)} ${name || t("nlu.eval.nothing")} (${inScope})`,
            value: accuracy,
            ...interval,
          },
        ],
  );
  if (table === undefined || bars.length === 0) return [];
  const { title, header, rows } = table;
  const svg = intervalChart(bars.slice(0, 2 * MOST_BARS), t("nlu.eval.accuracy-in-scope"));
  return [{ kind: "chart", title, note: t("nlu.eval.slices.note"), svg, header, rows }];
}

/** Accuracy by the share of the examples, and what twice as many would be expected to bring. */
export function curveBlock({ learningCurve }: Evaluation, t: Translate): PageBlock[] {
  if (learningCurve === undefined) return [];
  const { points, forecast } = learningCurve;
  const last = points.at(-1)!;
  const values = points.flatMap(({ interval, macroF1 }) => [interval.low, macroF1]);
  const examples = Math.round(forecast.examples);
  return [
    {
      kind: "chart",
      title: t("nlu.eval.curve"),
      note: t("nlu.eval.curve.note", { examples, accuracy: percent(forecast.accuracy) }),
      svg: curveChart({
        x: t("nlu.eval.curve.share"),
        y: t("nlu.eval.accuracy-in-scope"),
        curves: [
          { name: t("nlu.eval.accuracy-in-scope"), points: points.map(({ share, accuracy }) => [share, accuracy]) },
          { name: t("nlu.eval.macro-f1"), points: points.map(({ share, macroF1 }) => [share, macroF1]), dashed: true },
          {
            name: t("nlu.eval.curve.forecast"),
            points: [
              [last.share, last.accuracy],
              [2, forecast.accuracy],
            ],
            dashed: true,
          },
        ],
        marks: {
          name: t("nlu.eval.curve.measured"),
          points: points.map(({ share, accuracy }) => [share, accuracy]),
        },
        most: 2,
        least: Math.floor(Math.min(...values) * 10) / 10,
      }),
      header: [
        ...[t("nlu.eval.curve.share"), t("nlu.eval.curve.examples"), t("nlu.eval.accuracy-in-scope")],
        ...[t("nlu.eval.interval"), t("nlu.eval.macro-f1")],
      ],
      rows: points.map(({ share, examples: count, accuracy, interval, macroF1 }) => [
        ...[percent(share), Math.round(count), percent(accuracy)],
        ...[`${percent(interval.low)} – ${percent(interval.high)}`, percent(macroF1)],
      ]),
    },
  ];
}

/**
 * The share of wrong answers against the share answered, as the threshold falls, with the operating point marked.
 */
export function riskChart({ riskCoverage, operatingPoint }: Evaluation, t: Translate): PageBlock[] {
  return riskBlock(riskCoverage, operatingPoint.threshold, {
    title: t("nlu.eval.risk"),
    note: t("nlu.eval.risk.note"),
    coverage: t("nlu.eval.risk.coverage"),
    share: t("nlu.eval.risk.share"),
    rate: t("nlu.eval.risk.rate"),
    threshold: t("nlu.eval.risk.threshold"),
    current: t("nlu.eval.risk.current"),
  });
}

/** How often predictions of a given probability are right; on the diagonal they are as sure as they should be. */
export function reliability({ calibration }: Evaluation, t: Translate): PageBlock {
  return reliabilityBlock(calibration.bins, {
    title: t("nlu.eval.reliability"),
    note: t("nlu.eval.reliability.note"),
    score: t("nlu.eval.reliability.score"),
    right: t("nlu.eval.reliability.right"),
    perfect: t("nlu.eval.reliability.perfect"),
    count: t("nlu.eval.count"),
    mean: t("nlu.eval.reliability.mean"),
  });
}
