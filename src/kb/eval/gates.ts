import type { Evaluation } from "./evaluation.js";

type Value = number | null;

/** Figures that a build can be held to, and which way is better. */
const GATES: Readonly<Record<string, { readonly better: "more" | "less"; readonly of: (all: Evaluation) => Value }>> = {
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

export interface Gate {
  readonly figure: string;
  readonly sign: ">=" | "<=";
  readonly bound: number;
}

export interface GateResult extends Gate {
  /** `null` where the figure does not exist, which is not met. */
  readonly value: Value;
  readonly met: boolean;
}

/**
 * `recall@1=0.5,wrongAnswerRate<=0.05`. With `=`, at least so much where more is better, and at most where less is.
 * @returns `undefined` for what is not such a list
 */
export function parseGates(text: string): Gate[] | undefined {
  const gates = text.split(",").map((part): Gate | undefined => {
    const [, name = "", sign = "", number = ""] = /^\s*([a-z@\d]+)\s*(>=|<=|=)\s*(\d*\.?\d+)\s*$/i.exec(part) ?? [];
    const known = GATE_NAMES.find((one) => one.toLowerCase() === name.toLowerCase());
    const bound = Number(number);
    if (known === undefined || number === "" || bound > 1) return undefined;
    const usual = GATES[known]!.better === "more" ? ">=" : "<=";
    return { figure: known, sign: sign === "=" ? usual : (sign as Gate["sign"]), bound };
  });
  return gates.every((gate) => gate !== undefined) ? gates : undefined;
}

export function checkGates(gates: readonly Gate[], evaluation: Evaluation): GateResult[] {
  return gates.map((gate) => {
    const value = GATES[gate.figure]?.of(evaluation) ?? null;
    const met = value !== null && (gate.sign === ">=" ? value >= gate.bound : value <= gate.bound);
    return { ...gate, value, met };
  });
}
