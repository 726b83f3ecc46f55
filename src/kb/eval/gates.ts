import { checkGates, type Gate, type GateResult, parseGates } from "../../stats/gates.js";
import type { Evaluation } from "./evaluation.js";

/** Figures that a build can be held to, and which way is better. */
const GATES: Readonly<
  Record<string, { readonly better: "more" | "less"; readonly of: (all: Evaluation) => number | null }>
> = {
  "recall@1": { better: "more", of: ({ recall }) => recall["1"] },
  "recall@3": { better: "more", of: ({ recall }) => recall["3"] },
  "recall@5": { better: "more", of: ({ recall }) => recall["5"] },
  mrr: { better: "more", of: ({ mrr }) => mrr },
  "ndcg@10": { better: "more", of: ({ ndcg10 }) => ndcg10 },
  coverage: { better: "more", of: ({ decision }) => decision.coverage },
  precision: { better: "more", of: ({ decision }) => decision.precision },
  oosRejected: { better: "more", of: ({ decision }) => decision.oosRejected },
  wrongAnswerRate: { better: "less", of: ({ decision }) => decision.wrongAnswerRate },
  ece: { better: "less", of: ({ calibration }) => calibration.ece },
  area: { better: "less", of: ({ riskCoverage }) => riskCoverage.area },
};

export const GATE_NAMES = Object.keys(GATES);

/** Gates on these figures, whatever their case; `undefined` for what is no list of gates. */
export function readGates(text: string): Gate[] | undefined {
  return parseGates(text, (asked) => {
    const name = GATE_NAMES.find((one) => one.toLowerCase() === asked.toLowerCase());
    return name === undefined ? undefined : { name, better: GATES[name]!.better };
  });
}

/** Each gate with its figure of this evaluation. */
export function gateResults(gates: readonly Gate[], evaluation: Evaluation): GateResult[] {
  return checkGates(gates, (figure) => GATES[figure]?.of(evaluation) ?? null);
}
