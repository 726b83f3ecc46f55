import type { Evaluation } from "../../kb/eval/evaluation.js";
import { comparisonTables, failureTable, figureTable, groupTable, noiseTable } from "../../kb/eval/tables.js";
import { latencyText, thresholdTexts, tunedText } from "../../kb/eval/words.js";
import { intervalChart } from "../../render/charts.js";
import { reliabilityBlock, riskBlock } from "../../render/forecast-blocks.js";
import type { Page, PageBlock } from "../../render/page.js";
import { percent, tableBlock } from "../../render/report-table.js";
import type { Context } from "../context.js";
import type { EvalAbout } from "./eval-output.js";

type Translate = Context["t"];

function riskChart({ riskCoverage, settings }: Evaluation, t: Translate): PageBlock[] {
  return riskBlock(riskCoverage, settings.answerThreshold, {
    title: t("kb.eval.risk"),
    note: t("kb.eval.risk.note"),
    coverage: t("kb.eval.name.coverage"),
    share: t("kb.eval.risk.share"),
    rate: t("kb.eval.risk.rate"),
    threshold: t("kb.eval.risk.threshold"),
    current: t("kb.eval.risk.current"),
  });
}

function reliability({ calibration }: Evaluation, t: Translate): PageBlock {
  return reliabilityBlock(calibration.bins, {
    title: t("kb.eval.reliability"),
    note: t("kb.eval.reliability.note"),
    score: t("kb.eval.reliability.score"),
    right: t("kb.eval.reliability.right"),
    perfect: t("kb.eval.reliability.perfect"),
    count: t("kb.eval.count"),
    mean: t("kb.eval.reliability.mean"),
  });
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

function failureBlock(evaluation: Evaluation, about: EvalAbout, t: Translate): PageBlock {
  if (evaluation.failures.length === 0) return { kind: "note", tone: "good", text: t("kb.eval.failures.none") };
  return tableBlock(failureTable(evaluation, t, about.failures), t("kb.eval.failures.search"));
}

/** The evaluation for people, with its curves. */
export function evalPage(ctx: Context, evaluation: Evaluation, about: EvalAbout): Page {
  const { t, locale, version } = ctx;
  const tables = [groupTable(evaluation, "kind", t), noiseTable(evaluation, t), ...comparisonTables(evaluation, t)];
  const failed = about.gates.filter(({ met }) => !met);
  const category = groupTable(evaluation, "category", t);
  const { latency } = evaluation;
  const tuned = tunedText(evaluation, t);
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
      ...thresholdTexts(evaluation, t).map((text): PageBlock => ({ kind: "note", tone: "neutral", text })),
      ...(latency === undefined ? [] : [{ kind: "note", tone: "neutral", text: latencyText(evaluation, t) } as const]),
      ...kindChart(evaluation, t),
      ...tables.filter((one) => one !== undefined).map((one) => tableBlock(one)),
      ...riskChart(evaluation, t),
      reliability(evaluation, t),
      failureBlock(evaluation, about, t),
      ...(category === undefined ? [] : [tableBlock(category)]),
    ],
  };
}
