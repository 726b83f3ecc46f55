import type { Translate } from "../../messages/catalogue.js";
import { formatLocation } from "../../messages/errors.js";
import { chance, percent, points, type ReportTable } from "../../render/report-table.js";
import { COMPARED, type ComparedFigure, type Comparison } from "./compare.js";

const NAMES = {
  accuracy: "nlu.eval.accuracy-in-scope",
  decisions: "nlu.eval.decisions",
  outOfScopeRecall: "nlu.eval.out-of-scope-recall",
} as const satisfies Record<ComparedFigure, string>;

/** Smaller chances count as a difference. */
const LEVEL = 0.05;

/** What the test says of the accuracy, in words; `undefined` where nothing is in scope. */
export function verdict(
  { figures }: Comparison,
  t: Translate,
): { text: string; tone: "good" | "bad" | "neutral" } | undefined {
  const figure = figures.accuracy ?? figures.decisions;
  if (figure === null) return undefined;
  const p = chance(figure.p);
  if (figure.p >= LEVEL) return { text: t("nlu.eval.comparison.same", { p }), tone: "neutral" };
  return figure.difference > 0
    ? { text: t("nlu.eval.comparison.better", { p }), tone: "good" }
    : { text: t("nlu.eval.comparison.worse", { p }), tone: "bad" };
}

function figuresTable({ baseline, n, unpaired, figures }: Comparison, t: Translate): ReportTable {
  const columns = ["before", "now", "difference"] as const;
  const rows = COMPARED.flatMap((name) => {
    const figure = figures[name];
    if (figure === null) return [];
    const { before, now, difference, low, high, gained, lost, p, exact } = figure;
    return [
      [
        ...[t(NAMES[name]), percent(before), percent(now), points(difference), `${points(low)} – ${points(high)}`],
        ...[gained, lost, chance(p), chance(exact)],
      ],
    ];
  });
  return {
    title: t("nlu.eval.comparison", { baseline, n }),
    header: [
      ...[t("nlu.eval.figure"), ...columns.map((name) => t(`nlu.eval.comparison.${name}`)), t("nlu.eval.interval")],
      ...[t("nlu.eval.comparison.gained"), t("nlu.eval.comparison.lost"), `${t("nlu.eval.p")} (mid-p)`],
      t("nlu.eval.exact"),
    ],
    right: [1, 2, 3, 4, 5, 6, 7, 8],
    rows,
    ...(unpaired === 0 ? {} : { more: t("nlu.eval.comparison.unpaired", { count: unpaired }) }),
  };
}

function intentsTable({ intents }: Comparison, t: Translate, limit: number): ReportTable {
  const shown = intents.slice(0, limit);
  return {
    title: t("nlu.eval.comparison.intents"),
    header: [
      ...[t("nlu.eval.intent"), t("nlu.eval.comparison.gained"), t("nlu.eval.comparison.lost"), t("nlu.eval.p")],
    ],
    right: [1, 2, 3],
    wide: [0],
    rows: shown.map(({ intent, gained, lost, p }) => [intent, gained, lost, chance(p)]),
    ...(shown.length < intents.length
      ? { more: t("nlu.eval.more", { shown: shown.length, total: intents.length }) }
      : {}),
  };
}

function flipTable({ flips }: Comparison, t: Translate, limit: number): ReportTable {
  const shown = flips.slice(0, limit);
  const said = (intent: string | null): string => intent ?? t("nlu.eval.flips.rejected");
  return {
    title: t("nlu.eval.flips"),
    header: [
      ...[t("nlu.eval.flips.change"), t("nlu.eval.utterances"), t("nlu.eval.expected")],
      ...[t("nlu.eval.comparison.before"), t("nlu.eval.comparison.now"), t("nlu.eval.place")],
    ],
    right: [],
    wide: [1, 2, 3, 4],
    rows: shown.map(({ text, intent, change, before, now, where }) => [
      ...[t(`nlu.eval.flips.${change}`), text, intent, said(before), said(now)],
      where === undefined ? "" : formatLocation(where),
    ]),
    ...(shown.length < flips.length ? { more: t("nlu.eval.more", { shown: shown.length, total: flips.length }) } : {}),
  };
}

/** What a comparison found: the figures, the intents, then the utterances. */
export function comparisonTables(comparison: Comparison | undefined, t: Translate, limit = Infinity): ReportTable[] {
  if (comparison === undefined) return [];
  return [
    figuresTable(comparison, t),
    ...(comparison.intents.length === 0 ? [] : [intentsTable(comparison, t, limit)]),
    ...(comparison.flips.length === 0 ? [] : [flipTable(comparison, t, limit)]),
  ];
}
