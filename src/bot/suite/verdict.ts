import { maskPersonalData } from "../../guard/mask.js";
import { emotionName } from "../../nlu/emotion/emotion.js";
import type { TurnResult } from "../runtime/turn.js";
import type { Expectation } from "./suite.js";

/** One thing that a turn was expected to do. `expected` and `got` are masked. */
export interface Assertion {
  readonly what: "decision" | "entry" | "intent" | "emotion" | "action" | "text" | "handover";
  readonly passed: boolean;
  readonly expected: string;
  readonly got: string;
  /** True when the two differ only in what was masked. */
  readonly maskedDifference?: true;
}

const NOTHING = "-";

function verdict(what: Assertion["what"], passed: boolean, expected: string, got: string): Assertion {
  const shown = { expected: maskPersonalData(expected).text, got: maskPersonalData(got).text };
  const hidden = !passed && expected !== got && shown.expected === shown.got;
  return { what, passed, ...shown, ...(hidden && { maskedDifference: true }) };
}

const list = (value: string | readonly string[]): readonly string[] => (typeof value === "string" ? [value] : value);

/** Compares a turn with what was expected of it; one verdict for each thing that was. */
export function judge(expectation: Expectation, turn: TurnResult): Assertion[] {
  const { decision, entry, intent, emotion, action, text, handover } = expectation;
  const verdicts: Assertion[] = [];
  if (decision !== undefined) verdicts.push(verdict("decision", turn.decision === decision, decision, turn.decision));
  if (entry !== undefined) verdicts.push(oneOf("entry", entry, turn.entry));
  if (intent !== undefined) verdicts.push(oneOf("intent", intent, turn.intent));
  if (emotion !== undefined) verdicts.push(judgeEmotion(emotion, turn));
  if (action !== undefined) verdicts.push(judgeAction(action, turn));
  if (text !== undefined) verdicts.push(...judgeText(text, turn.text));
  if (handover !== undefined) verdicts.push(judgeHandover(handover, turn));
  return verdicts;
}

function oneOf(what: "entry" | "intent", wanted: string | readonly string[], got: string | undefined): Assertion {
  const names = list(wanted);
  return verdict(what, got !== undefined && names.includes(got), names.join(" | "), got ?? NOTHING);
}

function judgeEmotion(wanted: NonNullable<Expectation["emotion"]>, { emotion }: TurnResult): Assertion {
  const least = typeof wanted === "string" ? { label: wanted } : wanted;
  const fits = emotion?.label === least.label && emotion.intensity >= (least.intensity ?? 0);
  return verdict("emotion", fits, emotionName(least), emotion === undefined ? NOTHING : emotionName(emotion));
}

function judgeAction(wanted: NonNullable<Expectation["action"]> | false, { actions }: TurnResult): Assertion {
  const got = actions.map(({ name, params }) => `${name} ${JSON.stringify(params)}`).join("; ") || NOTHING;
  if (wanted === false) return verdict("action", actions.length === 0, NOTHING, got);
  const { name, params = {} } = typeof wanted === "string" ? { name: wanted } : wanted;
  const fits = actions.some(
    (call) =>
      call.name === name &&
      Object.entries(params).every(([key, value]) => String(call.params[key] ?? "") === String(value)),
  );
  const expected = Object.keys(params).length === 0 ? name : `${name} ${JSON.stringify(params)}`;
  return verdict("action", fits, expected, got);
}

function judgeText(wanted: NonNullable<Expectation["text"]>, got: string): Assertion[] {
  const {
    contains = [],
    not_contains: without = [],
    equals,
    matches,
  } = typeof wanted === "string" ? { contains: wanted } : wanted;
  return [
    ...list(contains).map((part) => verdict("text", got.includes(part), `contains: ${part}`, got)),
    ...list(without).map((part) => verdict("text", !got.includes(part), `not_contains: ${part}`, got)),
    ...(equals === undefined ? [] : [verdict("text", got === equals, `equals: ${equals}`, got)]),
    ...(matches === undefined ? [] : [verdict("text", new RegExp(matches, "u").test(got), `matches: ${matches}`, got)]),
  ];
}

function judgeHandover(wanted: NonNullable<Expectation["handover"]> | boolean, { handover }: TurnResult): Assertion {
  const show = (to: {
    group?: string | undefined;
    priority?: string | undefined;
    reason?: string | undefined;
  }): string =>
    (["group", "priority", "reason"] as const)
      .flatMap((key) => (to[key] === undefined ? [] : [`${key}: ${to[key]}`]))
      .join(", ");
  const got = handover === undefined ? NOTHING : show(handover);
  if (typeof wanted === "boolean") return verdict("handover", (handover !== undefined) === wanted, String(wanted), got);
  const fits =
    handover !== undefined &&
    (["group", "priority", "reason"] as const).every(
      (key) => wanted[key] === undefined || wanted[key] === handover[key],
    );
  return verdict("handover", fits, show(wanted) || "true", got);
}
