import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { recognise, SPAN_KINDS, type Span, type SpanKind } from "./recognise.js";

interface Case {
  readonly text: string;
  readonly at?: string;
  readonly expect: readonly { readonly kind: string; readonly text: string; readonly value: unknown }[];
  readonly only?: readonly string[];
}

function casesOf(file: string): Case[] {
  const text = readFileSync(new URL(`../../bench/gold/${file}`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Case);
}

const cases = casesOf("entity-cases.jsonl");
const spoken = casesOf("spoken-cases.jsonl");
const ranges = casesOf("range-cases.jsonl");

/** The value in the form of the cases. */
function valueOf({ kind, value, region }: Span): unknown {
  if (kind === "number") return Number(value);
  if (kind === "phone") return { digits: value, region };
  if (kind !== "money") return value;
  const [amount, currency] = value.split(" ");
  return { amount: Number(amount), currency };
}

function isRight({ text, at, expect: expected, only }: Case, kinds?: readonly SpanKind[]): boolean {
  const found = recognise(text, kinds, { at }).filter(({ kind }) => only === undefined || only.includes(kind));
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

it("at least 97 % of further sentences as they are spoken are read right, whose labels were written before they were run", () => {
  const wrong = spoken.filter((line) => !isRight(line)).map(({ text }) => text);
  expect(spoken.length).toBeGreaterThanOrEqual(150);
  expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(0.03 * spoken.length);
});

it("at least 99 % of the sentences with ranges are read right, and of those with what looks like one", () => {
  const nearMisses = ranges.filter(({ expect: expected }) => expected.length === 0);
  expect(ranges.length).toBeGreaterThanOrEqual(200);
  for (const lines of [ranges, nearMisses]) {
    const wrong = lines.filter((line) => !isRight(line, SPAN_KINDS)).map(({ text }) => text);
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(0.01 * lines.length);
  }
});

it("every kind has sentences of its own", () => {
  const kinds = new Set(
    [...cases, ...spoken, ...ranges].flatMap(({ expect: expected }) => expected.map(({ kind }) => kind)),
  );
  expect([...kinds].sort()).toEqual([...SPAN_KINDS].sort());
});
