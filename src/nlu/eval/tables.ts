import { formatLocation } from "../../messages/errors.js";
import type { MessageKey, Translate } from "../../messages/catalogue.js";
import { between, chance, decimal, percent, points, type ReportTable } from "../../render/report-table.js";
import type { Evaluation } from "./evaluation.js";
import type { Interval } from "./intent-scores.js";

type Row = readonly (string | number)[];

/** How it was tested, in words. */
function describeMethod({ method, n, inScope, outOfScope }: Evaluation, t: Translate): string {
  const counts = { n, inside: inScope.n, outside: outOfScope.n };
  if (method.kind === "hold-out") return t("nlu.eval.hold-out", counts);
  const { folds, repeats, seed } = method;
  return t("nlu.eval.cross-validation", { ...counts, folds, repeats, seed });
}

const left = (shown: number, total: number, t: Translate): { more?: string } =>
  shown < total ? { more: t("nlu.eval.more", { shown, total }) } : {};

function shareRow(name: string, value: number | null, interval: Interval | null, over: string): Row[] {
  return value === null ? [] : [[name, percent(value), between(interval, percent), over]];
}

function scopeRows(
  evaluation: Evaluation,
  over: (what: "all" | "inScope" | "outOfScope") => string,
  t: Translate,
): Row[] {
  const { inScope, outOfScope, operatingPoint, top3 } = evaluation;
  const mixed = outOfScope.n > 0;
  return [
    ...(mixed ? shareRow(t("nlu.eval.accuracy-in-scope"), inScope.accuracy, inScope.interval, over("inScope")) : []),
    ...shareRow(t("nlu.eval.top3"), top3, null, over("inScope")),
    ...shareRow(t("nlu.eval.accepted-right"), operatingPoint.inScopeAccuracy, null, over("inScope")),
    ...shareRow(t("nlu.eval.in-scope-rejected"), operatingPoint.inScopeRejected, null, over("inScope")),
    ...shareRow(t("nlu.eval.out-of-scope-recall"), outOfScope.recall, outOfScope.interval, over("outOfScope")),
    ...shareRow(t("nlu.eval.recall-at-5"), outOfScope.recallAt5, null, over("outOfScope")),
    ...(outOfScope.auroc === null ? [] : [[t("nlu.eval.auroc"), decimal(outOfScope.auroc), "", over("all")]]),
    ...(mixed ? shareRow(t("nlu.eval.decisions"), operatingPoint.decisions, null, over("all")) : []),
  ];
}

function foldRows({ meanOfFolds }: Evaluation, t: Translate): Row[] {
  if (meanOfFolds === undefined) return [];
  const { accuracy, accuracyDeviation, macroF1, macroF1Deviation } = meanOfFolds;
  const row = (name: MessageKey, value: number, deviation: number): Row => [
    ...[t(name), `${percent(value)} ±${(100 * deviation).toFixed(1)}`, "", t("nlu.eval.mean-of-folds")],
  ];
  return [row("nlu.eval.accuracy", accuracy, accuracyDeviation), row("nlu.eval.macro-f1", macroF1, macroF1Deviation)];
}

/** All figures with their intervals; those over all folds together say so. */
export function figureTable(evaluation: Evaluation, t: Translate): ReportTable {
  const { accuracy, accuracyInterval, macroF1, weightedF1, cost, calibration, riskCoverage, entities } = evaluation;
  const pooled = evaluation.method.kind === "hold-out" ? "" : t("nlu.eval.pooled");
  const over = (what: "all" | "inScope" | "outOfScope" | "intents" | "entities"): string =>
    `${t(`nlu.eval.over.${what}`)}${pooled}`;
  const spans: Row[] =
    entities === undefined
      ? []
      : [
          [t("nlu.eval.entity-f1"), percent(entities.micro.exact.f1), "", over("entities")],
          [t("nlu.eval.entity-overlap"), percent(entities.micro.overlap.f1), "", over("entities")],
        ];
  return {
    title: describeMethod(evaluation, t),
    header: [t("nlu.eval.figure"), t("nlu.eval.value"), t("nlu.eval.interval"), t("nlu.eval.over")],
    right: [1, 2],
    rows: [
      [t("nlu.eval.accuracy"), percent(accuracy), between(accuracyInterval, percent), over("all")],
      [t("nlu.eval.macro-f1"), percent(macroF1), "", over("intents")],
      [t("nlu.eval.weighted-f1"), percent(weightedF1), "", over("intents")],
      ...scopeRows(evaluation, over, t),
      [t("nlu.eval.mean-cost"), decimal(cost.mean), "", over("all")],
      [t("nlu.eval.ece"), decimal(calibration.ece), "", over("inScope")],
      [t("nlu.eval.area"), `${decimal(riskCoverage.area)} (${decimal(riskCoverage.leastArea)})`, "", over("all")],
      ...spans,
      ...foldRows(evaluation, t),
    ],
  };
}

/** Precision and recall of the intents that the test data has or that were predicted, the weakest first. */
export function intentTable({ intents }: Evaluation, t: Translate, limit = Infinity): ReportTable {
  const sorted = [...intents].sort((a, b) => a.f1 - b.f1 || b.support - a.support);
  const shown = sorted.slice(0, limit);
  const some = (interval: Interval, of: number): string => (of === 0 ? "" : between(interval, percent));
  return {
    title: t("nlu.eval.intents"),
    header: [
      ...[t("nlu.eval.intent"), t("nlu.eval.recall"), t("nlu.eval.interval"), t("nlu.eval.precision")],
      ...[t("nlu.eval.interval"), t("nlu.eval.f1"), t("nlu.eval.support"), t("nlu.eval.rejected")],
    ],
    right: [1, 2, 3, 4, 5, 6, 7],
    wide: [0],
    rows: shown.map((one) => [
      ...[one.intent, one.support === 0 ? "–" : percent(one.recall), some(one.recallInterval, one.support)],
      ...[one.predicted === 0 ? "–" : percent(one.precision), some(one.precisionInterval, one.predicted)],
      ...[percent(one.f1), one.support, one.support === 0 ? "–" : percent(one.rejected)],
    ]),
    ...left(shown.length, sorted.length, t),
  };
}

/** An utterance that several repeats got wrong takes one row. */
function eachOnce(behind: Evaluation["confusions"][number]["utterances"]): typeof behind {
  const seen = new Set<string>();
  return behind.filter(({ text, where }) => {
    const key = JSON.stringify([text, where]);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * What was taken for what, the costliest first, a row for each of the first utterances behind it.
 * @param utterances most of a confusion
 */
export function confusionTable(
  { confusions }: Evaluation,
  t: Translate,
  limit: number,
  utterances: number,
): ReportTable {
  const shown = confusions.slice(0, limit);
  return {
    title: t("nlu.eval.confusions", { shown: shown.length, all: confusions.length }),
    header: [
      ...[t("nlu.eval.cost"), t("nlu.eval.count"), t("nlu.eval.expected"), t("nlu.eval.predicted")],
      ...[t("nlu.eval.utterances"), t("nlu.eval.place")],
    ],
    right: [0, 1],
    wide: [2, 3, 4],
    rows: shown.flatMap(({ cost, count, expected, predicted, utterances: behind }) =>
      eachOnce(behind)
        .slice(0, utterances)
        .map(({ text, where, accepted }, at): Row => {
          const head = [Number(cost.toFixed(2)), count, expected, predicted ?? t("nlu.eval.nothing")];
          const place = where === undefined ? "" : formatLocation(where);
          const caught = accepted ? "" : ` (${t("nlu.eval.caught")})`;
          return [...(at === 0 ? head : ["", "", "", ""]), `${text}${caught}`, place];
        }),
    ),
  };
}

/** Figures of parts of the test; `undefined` where nothing tells them apart. */
export function sliceTable({ slices }: Evaluation, t: Translate, limit = Infinity): ReportTable | undefined {
  if (slices.length === 0) return undefined;
  const shown = slices.slice(0, limit);
  return {
    title: t("nlu.eval.slices"),
    header: [
      ...[
        t("nlu.eval.slice"),
        t("nlu.eval.slice.name"),
        t("nlu.eval.count"),
        t("nlu.eval.accuracy-in-scope"),
        t("nlu.eval.interval"),
      ],
      ...[t("nlu.eval.in-scope-rejected"), t("nlu.eval.out-of-scope-recall")],
    ],
    right: [2, 3, 4, 5, 6],
    wide: [1],
    rows: shown.map(({ by, name, n, accuracy, interval, rejected, outOfScopeRecall }) => [
      ...[t(`nlu.eval.slice.${by}`), name === "" ? t("nlu.eval.nothing") : name, n, percent(accuracy)],
      ...[between(interval, percent), percent(rejected), percent(outOfScopeRecall)],
    ]),
    ...left(shown.length, slices.length, t),
  };
}

/** What noise of each kind costs in accuracy, in points with a 95 % interval; `undefined` without `--noise`. */
export function noiseTable({ noise }: Evaluation, t: Translate): ReportTable | undefined {
  if (noise === undefined) return undefined;
  return {
    title: t("nlu.eval.noise"),
    header: [
      ...[t("nlu.eval.noise.kind"), t("nlu.eval.count"), t("nlu.eval.noise.clean"), t("nlu.eval.noise.noisy")],
      ...[t("nlu.eval.noise.lost"), t("nlu.eval.interval"), t("nlu.eval.p"), t("nlu.eval.noise.overall")],
      t("nlu.eval.noise.rejected"),
    ],
    right: [1, 2, 3, 4, 5, 6, 7, 8],
    rows: noise.map(({ kind, n, accuracy, overall, rejected }) => {
      const name = t(`nlu.eval.noise.${kind}`);
      if (accuracy === null) return [name, n, "–", "–", "–", "", "", percent(overall), "–"];
      const { before, now, difference, low, high, p } = accuracy;
      const interval = `${points(-high)} – ${points(-low)}`;
      const change = `${percent(rejected.clean)} → ${percent(rejected.noisy)}`;
      return [
        name,
        n,
        percent(before),
        percent(now),
        points(-difference),
        interval,
        chance(p),
        percent(overall),
        change,
      ];
    }),
  };
}

/** What more examples would bring, per intent. */
export function curveTable({ learningCurve }: Evaluation, t: Translate, limit = Infinity): ReportTable | undefined {
  if (learningCurve === undefined) return undefined;
  const { points: steps, intents } = learningCurve;
  const shown = intents.slice(0, limit);
  return {
    title: t("nlu.eval.curve.intents"),
    header: [
      ...[t("nlu.eval.intent"), t("nlu.eval.support")],
      ...steps.map(({ share }) => `${t("nlu.eval.curve.recall")} ${percent(share)}`),
      ...[t("nlu.eval.curve.gained"), t("nlu.eval.p"), t("nlu.eval.curve.twice")],
    ],
    right: Array.from({ length: steps.length + 4 }, (_, at) => at + 1),
    wide: [0],
    rows: shown.map(({ intent, support, recall, gained, p, forecast }) => [
      ...[intent, support, ...recall.map(percent), points(gained), chance(p), percent(forecast)],
    ]),
    ...left(shown.length, intents.length, t),
  };
}

/**
 * Precision, recall and F1 of each entity, by exact spans and by overlapping ones; `undefined` where the data marks no
 * entity.
 */
export function entityTable({ entities }: Evaluation, t: Translate): ReportTable | undefined {
  if (entities === undefined) return undefined;
  return {
    title: t("nlu.eval.entities"),
    header: [
      ...[t("nlu.eval.entity"), t("nlu.eval.support"), t("nlu.eval.precision"), t("nlu.eval.recall"), t("nlu.eval.f1")],
    ],
    right: [1, 2, 3, 4],
    rows: entities.entities.map(({ entity, exact, overlap }) => [
      ...[entity, exact.expected, `${percent(exact.precision)} / ${percent(overlap.precision)}`],
      ...[`${percent(exact.recall)} / ${percent(overlap.recall)}`, `${percent(exact.f1)} / ${percent(overlap.f1)}`],
    ]),
  };
}
