import type { Evaluation } from "../../nlu/eval/evaluation.js";
import { rounded } from "../../render/rounded.js";
import type { GateResult } from "../../stats/gates.js";
import type { Context } from "../context.js";
import type { NluEvalOutput } from "./eval-schemas.js";

/** What an evaluation is about, beside its figures. */
export interface EvalAbout {
  /** Files, as given. */
  readonly test: readonly string[];
  readonly data: readonly string[];
  readonly gates: readonly GateResult[];
}

/** The evaluation as one JSON document. */
export function evalDocument(evaluation: Evaluation, { gates }: EvalAbout): NluEvalOutput {
  const { utterances, ...figures } = evaluation;
  return rounded({ ...figures, gates, utterances }) as unknown as NluEvalOutput;
}

/** What became of a gate that was missed. */
export function gateText({ figure, value, sign, bound }: GateResult, t: Context["t"]): string {
  if (value === null) return t("nlu.eval.gate-missing", { metric: figure, sign, bound });
  return t("nlu.eval.gate-failed", { metric: figure, value: value.toFixed(4), sign, bound });
}
