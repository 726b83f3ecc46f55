import { shownSettings } from "../../kb/respond/decide.js";
import type { Evaluation, Failure } from "../../kb/eval/evaluation.js";
import type { Outcome } from "../../kb/eval/outcome.js";
import type { Target } from "../../kb/eval/targets.js";
import { rounded } from "../../render/rounded.js";
import type { GateResult } from "../../stats/gates.js";
import type { KbEvalOutput } from "./eval-schemas.js";

export interface EvalAbout {
  readonly file: string;
  readonly split?: string;
  readonly gates: readonly GateResult[];
  /** Most failures; all without it. */
  readonly failures?: number;
}

const targetOf = ({ id, question }: Pick<Target, "id" | "question">): { id: string; question: string } => ({
  id,
  question,
});

function failureDocument({ expected, top, rank, ...rest }: Failure): KbEvalOutput["failures"][number] {
  return { ...rest, expected: expected.map(targetOf), top: top ?? null, rank: rank ?? null };
}

function queryDocument({ query, ranks, decision, given, right, top }: Outcome): KbEvalOutput["queries"][number] {
  return {
    q: query.q,
    ids: query.expected.map(({ id }) => id),
    ...(query.kind === undefined ? {} : { kind: query.kind }),
    rank: ranks[0] ?? null,
    decision,
    given: [...given],
    right,
    top: top ?? null,
    where: query.where,
  };
}

/** The evaluation as one JSON document. */
export function evalDocument(evaluation: Evaluation, about: EvalAbout): KbEvalOutput {
  const { rate, settings, noise, comparison, outcomes, failures, ...figures } = evaluation;
  return rounded({
    file: about.file,
    ...(about.split === undefined ? {} : { split: about.split }),
    ...figures,
    settings: shownSettings(settings, rate),
    failures: failures.slice(0, about.failures).map(failureDocument),
    ...(noise === undefined ? {} : { noise: Object.fromEntries(noise.map(({ kind, ...loss }) => [kind, loss])) }),
    ...(comparison === undefined ? {} : { comparison }),
    gates: about.gates,
    queries: outcomes.map(queryDocument),
  }) as KbEvalOutput;
}
