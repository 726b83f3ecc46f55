import type { Evaluation } from "../../nlu/eval/evaluation.js";
import { comparisonTables, verdict } from "../../nlu/eval/comparison-tables.js";
import { curveTable, entityTable, figureTable, intentTable, noiseTable } from "../../nlu/eval/tables.js";
import type { Page, PageBlock, Tone } from "../../render/page.js";
import { percent, tableBlock } from "../../render/report-table.js";
import type { Context } from "../context.js";
import { curveBlock, matrixBlock, reliability, riskChart, sliceBlock, weakestBlock } from "./eval-charts.js";
import { confusionGroups, entityGroups, noiseGroups, rejectedGroups } from "./eval-findings.js";
import { type EvalAbout, gateText } from "./eval-output.js";

type Translate = Context["t"];

const note = (tone: Tone, text: string): PageBlock => ({ kind: "note", tone, text });

/** The figures that people ask for first. */
function tiles(evaluation: Evaluation, t: Translate): PageBlock {
  const { inScope, macroF1, top3, outOfScope, operatingPoint, calibration, entities, confusions } = evaluation;
  const shares: readonly (readonly [string, number | null])[] = [
    [t("nlu.eval.accuracy-in-scope"), inScope.accuracy],
    [t("nlu.eval.macro-f1"), macroF1],
    [t("nlu.eval.top3"), top3],
    [t("nlu.eval.in-scope-rejected"), operatingPoint.inScopeRejected],
    [t("nlu.eval.out-of-scope-recall"), outOfScope.recall],
    [t("nlu.eval.ece"), calibration.ece],
    [t("nlu.eval.entity-f1"), entities?.micro.exact.f1 ?? null],
  ];
  const known = shares.flatMap(([label, value]) =>
    value === null ? [] : [{ label, value: percent(value), tone: "neutral" as const }],
  );
  const mistakes = confusions.reduce((sum, { accepted }) => sum + accepted, 0);
  const wrong = {
    label: t("nlu.eval.mistakes"),
    value: mistakes,
    tone: mistakes > 0 ? ("bad" as const) : ("good" as const),
  };
  return { kind: "figures", items: [...known, wrong] };
}

function notes(evaluation: Evaluation, { gates }: EvalAbout, t: Translate): PageBlock[] {
  const { comparison, n, outOfScope, operatingPoint, seen = 0 } = evaluation;
  const said = comparison === undefined ? undefined : verdict(comparison, t);
  return [
    ...gates.filter(({ met }) => !met).map((gate) => note("bad", gateText(gate, t))),
    ...(gates.length > 0 && gates.every(({ met }) => met) ? [note("good", t("nlu.eval.gates-met"))] : []),
    ...(said === undefined ? [] : [note(said.tone, said.text)]),
    note("neutral", t("nlu.eval.point", { threshold: operatingPoint.threshold.toFixed(3) })),
    ...(seen > 0 ? [note("warning", t("nlu.eval.seen", { count: seen, n }))] : []),
    ...(outOfScope.n === 0 ? [note("warning", t("nlu.eval.no-out-of-scope"))] : []),
  ];
}

const tables = (all: readonly (Parameters<typeof tableBlock>[0] | undefined)[]): PageBlock[] =>
  all.flatMap((one) => (one === undefined ? [] : [tableBlock(one)]));

/** The evaluation for people: what it comes to, what is confused and why, what would help. */
export function evalPage(ctx: Context, evaluation: Evaluation, about: EvalAbout): Page {
  const { t, locale, version } = ctx;
  const files = (names: readonly string[]): string => names.join(", ");
  return {
    lang: locale,
    title: t("nlu.eval.title"),
    facts: [
      ...(about.test.length === 0 ? [] : [[t("nlu.eval.fact.test"), files(about.test)] as const]),
      ...(about.data.length === 0 ? [] : [[t("nlu.eval.fact.data"), files(about.data)] as const]),
      [t("nlu.eval.fact.version"), `kefu ${version}`],
    ],
    blocks: [
      tiles(evaluation, t),
      ...notes(evaluation, about, t),
      ...tables(comparisonTables(evaluation.comparison, t)),
      tableBlock(figureTable(evaluation, t)),
      ...matrixBlock(evaluation, t),
      ...confusionGroups(evaluation, t),
      ...weakestBlock(evaluation, t),
      tableBlock(intentTable(evaluation, t), t("nlu.eval.search")),
      ...curveBlock(evaluation, t),
      ...tables([curveTable(evaluation, t)]),
      ...tables([noiseTable(evaluation, t)]),
      ...noiseGroups(evaluation, t),
      ...sliceBlock(evaluation, t),
      ...riskChart(evaluation, t),
      reliability(evaluation, t),
      ...rejectedGroups(evaluation, t),
      ...tables([entityTable(evaluation, t)]),
      ...entityGroups(evaluation, t),
    ],
  };
}
