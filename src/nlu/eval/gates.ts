import { checkGates, type Gate, type GateFault, type GateResult, scanGates } from "../../stats/gates.js";
import { nearest } from "../../text/nearest.js";
import type { Evaluation } from "./evaluation.js";

type Better = "more" | "less";
type Value = number | null;

/** Figures that a build can be held to, and which way is better. */
const FIGURES: Readonly<
  Record<string, { readonly better: Better; readonly most?: number; readonly of: (all: Evaluation) => Value }>
> = {
  accuracy: { better: "more", of: ({ accuracy }) => accuracy },
  macroF1: { better: "more", of: (all) => all.macroF1 },
  weightedF1: { better: "more", of: ({ weightedF1 }) => weightedF1 },
  top3: { better: "more", of: ({ top3 }) => top3 },
  "inScope.accuracy": { better: "more", of: ({ inScope }) => inScope.accuracy },
  "outOfScope.recall": { better: "more", of: ({ outOfScope }) => outOfScope.recall },
  "outOfScope.auroc": { better: "more", of: ({ outOfScope }) => outOfScope.auroc },
  inScopeRejected: { better: "less", of: ({ operatingPoint }) => operatingPoint.inScopeRejected },
  decisions: { better: "more", of: ({ operatingPoint }) => operatingPoint.decisions },
  cost: { better: "less", most: Infinity, of: ({ cost }) => cost.mean },
  ece: { better: "less", of: ({ calibration }) => calibration.ece },
  "entities.f1": { better: "more", of: ({ entities }) => entities?.micro.exact.f1 ?? null },
  "entities.overlapF1": { better: "more", of: ({ entities }) => entities?.micro.overlap.f1 ?? null },
};

const intentOf = (all: Evaluation, name: string) => all.intents.find(({ intent }) => intent === name);
const noiseOf = (all: Evaluation, name: string) => all.noise?.find(({ kind }) => kind === name);

/** Figures of one intent or one noise: `recall.refund`, `noise.typo`. */
const NAMED: Readonly<
  Record<string, { readonly better: Better; readonly of: (all: Evaluation, name: string) => Value }>
> = {
  // Of an intent that no utterance tests there is no recall, and of one that nobody predicted no precision.
  recall: { better: "more", of: (all, name) => support(all, name, ({ recall }) => recall) },
  precision: { better: "more", of: (all, name) => support(all, name, ({ precision }) => precision) },
  f1: { better: "more", of: (all, name) => support(all, name, ({ f1 }) => f1) },
  noise: { better: "more", of: (all, name) => noiseOf(all, name)?.overall ?? null },
  lost: { better: "less", of: (all, name) => lossOf(all, name) },
};

function support(all: Evaluation, name: string, value: (score: Evaluation["intents"][number]) => number): Value {
  const score = intentOf(all, name);
  return score === undefined || score.support === 0 ? null : value(score);
}

/** Accuracy that the noise costs over everything in scope. */
function lossOf(all: Evaluation, name: string): Value {
  const [clean, noisy] = [all.inScope.accuracy, noiseOf(all, name)?.overall ?? null];
  return clean === null || noisy === null ? null : clean - noisy;
}

/** Names to be told of. */
export const GATE_NAMES = [
  ...Object.keys(FIGURES),
  ...["recall.INTENT", "precision.INTENT", "f1.INTENT", "noise.KIND", "lost.KIND"],
];

/** Gates on these figures, or what keeps the text from being such a list. */
export function readGates(text: string): Gate[] | GateFault {
  return scanGates(text, (asked) => {
    const name = Object.keys(FIGURES).find((one) => one.toLowerCase() === asked.toLowerCase());
    if (name !== undefined) return { ...FIGURES[name]!, name };
    const named = NAMED[asked.slice(0, asked.indexOf("."))];
    return named === undefined ? undefined : { name: asked, better: named.better };
  });
}

/** The figure that a mistyped one was probably meant to be. */
export function nearestFigure(asked: string): string | undefined {
  const dot = asked.indexOf(".");
  const plain = nearest(asked, Object.keys(FIGURES));
  if (plain !== undefined || dot < 0) return plain;
  const named = nearest(asked.slice(0, dot), Object.keys(NAMED));
  return named === undefined ? undefined : `${named}${asked.slice(dot)}`;
}

/** The intent's figure that a gate which found none was probably meant for. */
export function nearestGate(gate: Gate, { intents }: Evaluation): string | undefined {
  const asked = gatedIntent(gate);
  const names = intents.filter(({ support: tested }) => tested > 0).map(({ intent }) => intent);
  const found = asked === undefined ? undefined : nearest(asked, names);
  return found === undefined ? undefined : gate.figure.replace(/\..*$/su, () => `.${found}`);
}

/** The noise that a gate is about, if it is about one. */
export function gatedNoise({ figure }: Gate): string | undefined {
  return /^(?:noise|lost)\.(.+)$/su.exec(figure)?.[1];
}

/** Each gate with its figure of this evaluation. */
export function gateResults(gates: readonly Gate[], evaluation: Evaluation): GateResult[] {
  return checkGates(gates, (figure) => {
    if (FIGURES[figure] !== undefined) return FIGURES[figure].of(evaluation);
    const dot = figure.indexOf(".");
    return NAMED[figure.slice(0, dot)]?.of(evaluation, figure.slice(dot + 1)) ?? null;
  });
}

/** The intent that a gate is about, if it is about one. */
export function gatedIntent({ figure }: Gate): string | undefined {
  return /^(?:recall|precision|f1)\.(.+)$/su.exec(figure)?.[1];
}
