import type { Evaluation } from "../../kb/eval/evaluation.js";
import {
  comparisonTables,
  type EvalTable,
  failureTable,
  figureTable,
  groupTable,
  noiseTable,
  percent,
} from "../../kb/eval/tables.js";
import { latencyText, tunedText } from "../../kb/eval/words.js";
import { curveChart, intervalChart, reliabilityChart } from "../../render/charts.js";
import type { Page, PageBlock } from "../../render/page.js";
import type { Context } from "../context.js";
import type { EvalAbout } from "./eval-output.js";

type Translate = Context["t"];

function tableBlock({ title, header, rows, right, more }: EvalTable, search?: string): PageBlock {
  const found = search === undefined || rows.length === 0 ? {} : { search };
  return { kind: "table", title, header, rows, right, ...(more === undefined ? {} : { more }), ...found };
}

/** Rows of the table beside the curve. */
const POINTS = 20;

function riskChart({ riskCoverage, settings }: Evaluation, t: Translate): PageBlock[] {
  const { points } = riskCoverage;
  if (points.length === 0) return [];
  const used = points.findLast(({ threshold }) => threshold >= settings.answerThreshold);
  const name = { risk: t("kb.eval.risk.share"), rate: t("kb.eval.risk.rate") };
  const step = Math.max(1, Math.ceil(points.length / POINTS));
  return [
    {
      kind: "chart",
      title: t("kb.eval.risk"),
      note: t("kb.eval.risk.note"),
      svg: curveChart({
        x: t("kb.eval.name.coverage"),
        y: name.risk,
        curves: [
          { name: name.risk, points: points.map(({ coverage, risk }) => [coverage, risk]) },
          {
            name: name.rate,
            points: points.map(({ coverage, wrongAnswerRate }) => [coverage, wrongAnswerRate]),
            dashed: true,
          },
        ],
        marks: {
          name: t("kb.eval.risk.current"),
          points:
            used === undefined
              ? []
              : [
                  [used.coverage, used.risk],
                  [used.coverage, used.wrongAnswerRate],
                ],
        },
      }),
      header: [t("kb.eval.risk.threshold"), t("kb.eval.name.coverage"), name.risk, name.rate],
      rows: points
        .filter((point, at) => at % step === 0 || point === used)
        .map(({ threshold, coverage, risk, wrongAnswerRate }) => [
          ...[threshold.toFixed(3), percent(coverage), percent(risk), percent(wrongAnswerRate)],
        ]),
    },
  ];
}

function reliability({ calibration }: Evaluation, t: Translate): PageBlock {
  const words = {
    score: t("kb.eval.reliability.score"),
    right: t("kb.eval.reliability.right"),
    perfect: t("kb.eval.reliability.perfect"),
    count: t("kb.eval.count"),
  };
  return {
    kind: "chart",
    title: t("kb.eval.reliability"),
    note: t("kb.eval.reliability.note"),
    svg: reliabilityChart(calibration.bins, words),
    header: [words.score, words.count, t("kb.eval.reliability.mean"), words.right],
    rows: calibration.bins
      .filter(({ count }) => count > 0)
      .map(({ low, high, count, confidence, accuracy }) => [
        ...[`${percent(low)} – ${percent(high)}`, count, confidence.toFixed(3), percent(accuracy)],
      ]),
  };
}

function kindChart({ byKind }: Evaluation, t: Translate): PageBlock[] {
  const bars = Object.entries(byKind).flatMap(([name, { recall, intervals, inScope }]) => {
    const interval = intervals.recall["1"];
    if (interval === null) return [];
    return [{ name: `${name === "" ? t("kb.eval.none") : name} (${inScope})`, value: recall["1"] ?? 0, ...interval }];
  });
  if (bars.length === 0) return [];
  const label = t("kb.eval.name.recall", { depth: 1 });
  return [
    {
      kind: "chart",
      title: `${t("kb.eval.by-kind")}: ${label}`,
      note: t("kb.eval.kinds.note"),
      svg: intervalChart(bars, label),
      header: [t("kb.eval.kind"), label, t("kb.eval.interval")],
      rows: bars.map(({ name, value, low, high }) => [name, percent(value), `${percent(low)} – ${percent(high)}`]),
    },
  ];
}

/** The evaluation for people, with its curves. */
export function evalPage(ctx: Context, evaluation: Evaluation, about: EvalAbout): Page {
  const { t, locale, version } = ctx;
  const tables = [groupTable(evaluation, "kind", t), noiseTable(evaluation, t), ...comparisonTables(evaluation, t)];
  const failed = about.gates.filter(({ met }) => !met);
  const category = groupTable(evaluation, "category", t);
  const { settings, rate, latency } = evaluation;
  const tuned = tunedText(evaluation, t);
  const words = { answer: settings.answerThreshold, clarify: settings.clarifyThreshold, rate };
  return {
    lang: locale,
    title: t("kb.eval.title"),
    facts: [
      [t("kb.eval.fact.file"), about.split === undefined ? about.file : `${about.file} (${about.split})`],
      [t("kb.eval.fact.version"), `kefu ${version}`],
    ],
    blocks: [
      ...failed.map(({ figure, value, sign, bound }): PageBlock => {
        const params = { metric: figure, value: value?.toFixed(4) ?? "–", sign, bound };
        return { kind: "note", tone: "bad", text: t("kb.eval.gate-failed", params) };
      }),
      ...(tuned === undefined ? [] : [{ kind: "note", tone: "bad", text: tuned } as const]),
      tableBlock(figureTable(evaluation, t)),
      { kind: "note", tone: "neutral", text: t("kb.eval.thresholds", words) },
      ...(latency === undefined ? [] : [{ kind: "note", tone: "neutral", text: latencyText(evaluation, t) } as const]),
      ...kindChart(evaluation, t),
      ...tables.filter((one) => one !== undefined).map((one) => tableBlock(one)),
      ...riskChart(evaluation, t),
      reliability(evaluation, t),
      tableBlock(failureTable(evaluation, t, about.failures), t("kb.eval.failures.search")),
      ...(category === undefined ? [] : [tableBlock(category)]),
    ],
  };
}
