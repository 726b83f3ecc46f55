import type { Translate } from "../../messages/catalogue.js";
import { between, chance, decimal, percent, points, type ReportTable } from "../../render/report-table.js";
import { type Comparison, COMPARED, type ComparedFigure } from "./compare.js";
import type { Evaluation, Failure } from "./evaluation.js";
import { DEPTHS, type Figures } from "./metrics.js";

/** All figures with their intervals. */
export function figureTable(evaluation: Evaluation, t: Translate): ReportTable {
  const { recall, mrr, ndcg10, decision, intervals, riskCoverage, calibration } = evaluation;
  const { n, inScope, outOfScope } = evaluation;
  const over = t("kb.eval.over.inScope");
  const shares = [
    ["coverage", "inScope"],
    ["wrongAnswerRate", "all"],
    ["precision", "answers"],
    ["oosRejected", "outOfScope"],
    ["clarified", "all"],
    ["clarifiedRight", "clarifications"],
  ] as const;
  return {
    title: t("kb.eval.figures", { n, inScope, outOfScope }),
    header: [t("kb.eval.figure"), t("kb.eval.value"), t("kb.eval.interval"), t("kb.eval.over")],
    right: [1, 2],
    rows: [
      ...DEPTHS.map((depth) => [
        t("kb.eval.name.recall", { depth }),
        percent(recall[depth]),
        between(intervals.recall[depth], percent),
        over,
      ]),
      [t("kb.eval.name.mrr"), decimal(mrr), between(intervals.mrr, decimal), over],
      [t("kb.eval.name.ndcg"), decimal(ndcg10), between(intervals.ndcg10, decimal), over],
      ...shares.map(([name, whole]) => [
        t(`kb.eval.name.${name}`),
        percent(decision[name]),
        between(intervals.decision[name], percent),
        t(`kb.eval.over.${whole}`),
      ]),
      [
        t("kb.eval.name.area"),
        `${decimal(riskCoverage.area)} (${decimal(riskCoverage.leastArea)})`,
        "",
        t("kb.eval.over.all"),
      ],
      [t("kb.eval.name.ece"), decimal(calibration.ece), "", t("kb.eval.over.all")],
    ],
  };
}

function groupRow(name: string, { n, recall, mrr, decision, intervals }: Figures): (string | number)[] {
  return [
    ...[name, n, percent(recall["1"]), between(intervals.recall["1"], percent), percent(recall["3"])],
    ...[percent(recall["5"]), decimal(mrr), percent(decision.coverage), percent(decision.wrongAnswerRate)],
    percent(decision.oosRejected),
  ];
}

/** Figures of groups; `undefined` where there are none. */
export function groupTable(
  evaluation: Evaluation,
  by: "kind" | "category",
  t: Translate,
  limit = Infinity,
): ReportTable | undefined {
  const all = Object.entries(by === "kind" ? evaluation.byKind : evaluation.byCategory);
  if (all.length === 0) return undefined;
  // Of too many, those that are asked most.
  const most = [...all].sort(([, a], [, b]) => b.n - a.n).slice(0, limit);
  const shown = all.filter((one) => most.includes(one));
  return {
    title: t(`kb.eval.by-${by}`),
    header: [
      ...[t(`kb.eval.${by}`), t("kb.eval.count"), t("kb.eval.name.recall", { depth: 1 }), t("kb.eval.interval")],
      ...[t("kb.eval.name.recall", { depth: 3 }), t("kb.eval.name.recall", { depth: 5 }), t("kb.eval.name.mrr")],
      ...[t("kb.eval.name.coverage"), t("kb.eval.name.wrongAnswerRate"), t("kb.eval.name.oosRejected")],
    ],
    right: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    rows: shown.map(([name, figures]) => groupRow(name === "" ? t("kb.eval.none") : name, figures)),
    ...(shown.length < all.length ? { more: t("kb.eval.more", { shown: shown.length, total: all.length }) } : {}),
  };
}

/** What noise of each kind costs in recall@1, in points with a 95 % interval; `undefined` without `--noise`. */
export function noiseTable({ noise }: Evaluation, t: Translate): ReportTable | undefined {
  if (noise === undefined) return undefined;
  return {
    title: t("kb.eval.noise"),
    header: [
      ...[t("kb.eval.kind"), t("kb.eval.count"), t("kb.eval.noise.clean"), t("kb.eval.noise.noisy")],
      ...[t("kb.eval.noise.lost"), t("kb.eval.interval"), t("kb.eval.noise.p")],
    ],
    right: [1, 2, 3, 4, 5, 6],
    rows: noise.map(({ kind, n, recallAt1 }) => {
      if (recallAt1 === null) return [kind, n, "–", "–", "–", "", ""];
      const { before, now, difference, low, high, p } = recallAt1;
      const interval = `${points(-high)} – ${points(-low)}`;
      return [kind, n, percent(before), percent(now), points(-difference), interval, chance(p)];
    }),
  };
}

function comparedName(name: ComparedFigure, t: Translate): string {
  if (name === "mrr") return t("kb.eval.name.mrr");
  if (name === "answeredRight" || name === "answeredWrong") return t(`kb.eval.comparison.${name}`);
  return t("kb.eval.name.recall", { depth: name === "recall@1" ? 1 : 5 });
}

function comparedTable({ baseline, n, unpaired, figures }: Comparison, t: Translate): ReportTable {
  const columns = ["before", "now", "difference"] as const;
  return {
    title: t("kb.eval.comparison", { baseline, n }),
    header: [
      ...[t("kb.eval.figure"), ...columns.map((name) => t(`kb.eval.comparison.${name}`)), t("kb.eval.interval")],
      ...[t("kb.eval.noise.p"), t("kb.eval.comparison.gained"), t("kb.eval.comparison.lost")],
    ],
    right: [1, 2, 3, 4, 5, 6, 7],
    rows: COMPARED.map((name) => {
      const figure = figures[name];
      if (figure === null) return [comparedName(name, t), "–", "–", "–", "", "", 0, 0];
      const { before, now, difference, low, high, p, gained, lost } = figure;
      return [
        ...[comparedName(name, t), percent(before), percent(now), points(difference)],
        ...[`${points(low)} – ${points(high)}`, chance(p), gained, lost],
      ];
    }),
    ...(unpaired === 0 ? {} : { more: t("kb.eval.comparison.unpaired", { count: unpaired }) }),
  };
}

/** What a comparison found: the figures, then the questions that flipped. */
export function comparisonTables({ comparison }: Evaluation, t: Translate, limit = Infinity): ReportTable[] {
  if (comparison === undefined) return [];
  const { flips } = comparison;
  const shown = flips.slice(0, limit);
  const name = (top: { id: string; question: string } | undefined): string =>
    top === undefined ? t("kb.eval.none") : `${top.id} ${top.question}`;
  const flipped: ReportTable = {
    title: t("kb.eval.flips"),
    header: [
      ...[t("kb.eval.flips.change"), t("kb.eval.failure.query")],
      ...[t("kb.eval.comparison.before"), t("kb.eval.comparison.now")],
    ],
    right: [],
    wide: [1, 2, 3],
    rows: shown.map(({ q, change, before, now }) => [t(`kb.eval.flips.${change}`), q, name(before), name(now)]),
    ...(shown.length < flips.length ? { more: t("kb.eval.more", { shown: shown.length, total: flips.length }) } : {}),
  };
  return [comparedTable(comparison, t), ...(flips.length === 0 ? [] : [flipped])];
}

/** More of a query's expected entries are only counted. */
const NAMED = 3;

function expectedText(expected: Failure["expected"], t: Translate): string {
  if (expected.length === 0) return t("kb.eval.failure.nothing");
  const named = expected.slice(0, NAMED).map(({ id, question }) => `${id} ${question}`);
  return [...named, ...(expected.length > NAMED ? [`+${expected.length - NAMED}`] : [])].join(" | ");
}

function failureRow({ q, kind, expected, top, rank, decision, wrong }: Failure, t: Translate): (string | number)[] {
  return [
    ...[q, kind ?? "", expectedText(expected, t)],
    top === undefined ? t("kb.eval.none") : `${top.id} ${top.question}`,
    top === undefined ? "" : top.score.toFixed(2),
    expected.length === 0 ? "" : (rank ?? "–"),
    t(`kb.eval.decision.${wrong ? "wrong" : decision}`),
  ];
}

/** What failed, the gravest first. */
export function failureTable({ failures }: Evaluation, t: Translate, limit = Infinity): ReportTable {
  const shown = failures.slice(0, limit);
  return {
    title: t("kb.eval.failures"),
    header: [
      ...[t("kb.eval.failure.query"), t("kb.eval.kind"), t("kb.eval.failure.expected"), t("kb.eval.failure.first")],
      ...[t("kb.eval.failure.score"), t("kb.eval.failure.rank"), t("kb.eval.failure.decision")],
    ],
    right: [4, 5],
    wide: [0, 2, 3],
    rows: shown.map((failure) => failureRow(failure, t)),
    ...(shown.length < failures.length
      ? { more: t("kb.eval.more", { shown: shown.length, total: failures.length }) }
      : {}),
  };
}
