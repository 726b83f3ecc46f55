import { gatedIntent } from "../../nlu/eval/gates.js";
import type { Evaluation } from "../../nlu/eval/evaluation.js";
import { formatLocation } from "../../messages/errors.js";
import { junitXml, type JunitCase } from "../../render/junit.js";
import { percent } from "../../render/report-table.js";
import type { GateResult } from "../../stats/gates.js";
import type { Context } from "../context.js";
import { gateText, type EvalAbout } from "./eval-output.js";

type Translate = Context["t"];

/** The utterances that a gate on an intent, or on all of them, missed by. */
function behind({ confusions }: Evaluation, intent: string | undefined, t: Translate): string {
  return confusions
    .filter(({ expected, predicted }) => intent === undefined || expected === intent || predicted === intent)
    .flatMap(({ expected, predicted, utterances }) =>
      utterances.map(({ text, where }) => {
        const place = where === undefined ? "" : `${formatLocation(where)}: `;
        return `${place}${text} (${expected} → ${predicted ?? t("nlu.eval.nothing")})`;
      }),
    )
    .join("\n");
}

function failureOf(evaluation: Evaluation, gates: readonly GateResult[], intent: string | undefined, t: Translate) {
  const failed = gates.filter(({ met }) => !met);
  if (failed.length === 0) return {};
  const message = failed.map((gate) => gateText(gate, t)).join("; ");
  // Where nothing was tested there is nothing behind it.
  const detail = failed.every(({ value }) => value === null) ? "" : behind(evaluation, intent, t);
  return { failure: { message, detail } };
}

/** A suite of the gates on all utterances, and one of the intents, which fail by their own gates only. Cases are called the same in every run. */
export function evalJunit(evaluation: Evaluation, { gates }: EvalAbout, t: Translate): string {
  const general = gates
    .filter((gate) => gatedIntent(gate) === undefined)
    .map((gate): JunitCase => {
      const name = `${gate.figure} ${gate.sign} ${gate.bound}`;
      const known = gate.value === null ? {} : { output: `${gate.figure}: ${gate.value.toFixed(4)}` };
      return { name, classname: "gates", ...known, ...failureOf(evaluation, [gate], undefined, t) };
    });
  // A gate on an intent that nobody tests would otherwise be missed.
  const named = gates.flatMap((gate) => gatedIntent(gate) ?? []);
  const intents = [...new Set([...evaluation.intents.map(({ intent }) => intent), ...named])].sort();
  const cases = intents.map((intent): JunitCase => {
    const score = evaluation.intents.find((one) => one.intent === intent);
    const own = gates.filter((gate) => gatedIntent(gate) === intent);
    const figures = { recall: percent(score?.recall ?? 0), precision: percent(score?.precision ?? 0) };
    const counts = { correct: score?.correct ?? 0, support: score?.support ?? 0 };
    return {
      name: intent,
      classname: "intents",
      output: t("nlu.eval.junit.recall", { ...figures, ...counts }),
      ...failureOf(evaluation, own, intent, t),
    };
  });
  return junitXml("kefu nlu eval", [
    { name: "gates", cases: general },
    { name: "intents", cases },
  ]);
}
