import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { recognise, SPAN_KINDS, type Span } from "./recognise.js";

interface Case {
  readonly text: string;
  readonly at?: string;
  readonly expect: readonly { readonly kind: string; readonly text: string; readonly value: unknown }[];
  readonly only?: readonly string[];
}

const cases = readFileSync(new URL("../../bench/gold/entity-cases.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

/** The value in the form of the cases. */
function valueOf({ kind, value, region }: Span): unknown {
  if (kind === "number") return Number(value);
  if (kind === "phone") return { digits: value, region };
  if (kind !== "money") return value;
  const [amount, currency] = value.split(" ");
  return { amount: Number(amount), currency };
}

function isRight({ text, at, expect: expected, only }: Case): boolean {
  const found = recognise(text, undefined, { at }).filter(({ kind }) => only === undefined || only.includes(kind));
  const told = (spans: Case["expect"]): string =>
    JSON.stringify(spans.map(({ kind, text, value }) => [kind, text, value]));
  return told(found.map((span) => ({ ...span, value: valueOf(span) }))) === told(expected);
}

it("at least 99 % of the sentences are read right, and 99 % of those with nothing in them", () => {
  const nearMisses = cases.filter(({ expect: expected }) => expected.length === 0);
  expect(cases.length).toBeGreaterThanOrEqual(300);
  for (const lines of [cases, nearMisses]) {
    const wrong = lines.filter((line) => !isRight(line)).map(({ text }) => text);
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(0.01 * lines.length);
  }
});

it("every kind has sentences of its own", () => {
  const kinds = new Set(cases.flatMap(({ expect: expected }) => expected.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual([...SPAN_KINDS].sort());
});
