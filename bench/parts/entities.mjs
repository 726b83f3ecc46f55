// Dates, sums, numbers to call and other built-in entities on sentences that were written before the code.
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../lib/processes.mjs";

const ROUNDS = 15;

/** The value of a span in the form of the cases. */
function valueOf({ kind, value, region }) {
  if (kind === "number") return Number(value);
  if (kind === "phone") return { digits: value, region };
  if (kind !== "money") return value;
  const [amount, currency] = value.split(" ");
  return { amount: Number(amount), currency };
}

const told = (spans) => JSON.stringify(spans.map(({ kind, text, value }) => [kind, text, value]));

const readCases = (file) =>
  readFileSync(path.join(root, "bench", "gold", file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Whether exactly what is expected was found, and nothing else of the kinds that count in this line. */
function isRight({ text, at, expect, only }, recognise, kinds) {
  const found = recognise(text, kinds, { at }).filter(({ kind }) => only === undefined || only.includes(kind));
  return told(found.map((span) => ({ ...span, value: valueOf(span) }))) === told(expect);
}

function share(name, lines) {
  const right = lines.filter((line) => line.right).length;
  return { name: `${name} (${right} of ${lines.length} lines)`, unit: "%", ours: right / lines.length };
}

export async function entities() {
  const { recognise, SPAN_KINDS } = await import("../../dist/recognise/recognise.js");
  const cases = readCases("entity-cases.jsonl");
  const lines = cases.map((line) => ({ ...line, right: isRight(line, recognise) }));
  const ranges = readCases("range-cases.jsonl").map((line) => ({
    ...line,
    right: isRight(line, recognise, SPAN_KINDS),
  }));
  const spoken = readCases("spoken-cases.jsonl").map((line) => ({ ...line, right: isRight(line, recognise) }));
  const kinds = [...new Set(cases.flatMap(({ expect }) => expect.map(({ kind }) => kind)))];
  for (const { text, right } of [...lines, ...spoken, ...ranges]) if (!right) console.log(`  wrong: ${text}`);
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (const { text, at } of cases) recognise(text, undefined, { at });
    best = Math.min(best, performance.now() - start);
  }
  return {
    rows: [
      share("lines right", lines),
      share(
        "near misses left alone",
        lines.filter(({ expect }) => expect.length === 0),
      ),
      ...kinds.map((kind) =>
        share(
          `with \`${kind}\``,
          lines.filter(({ expect }) => expect.some((one) => one.kind === kind)),
        ),
      ),
      share("as they are spoken: lines right", spoken),
      share("ranges: lines right", ranges),
      share(
        "ranges: near misses left alone",
        ranges.filter(({ expect }) => expect.length === 0),
      ),
      { name: "time a text, all kinds, warm", unit: "µs", ours: best / 1000 / cases.length },
    ],
    notes: [
      "a line is right when kinds, places and values of all that is found are right, and nothing else is found",
      "the sentences were written before the rules by someone who did not see the code ([bench/gold/entity-cases.md](../bench/gold/entity-cases.md)); the rules were finished with them in view, so new sentences will do a little worse",
      "ranges (3-5天, 9am to 5pm): sentences written before their rules; ranges are found where they are asked for",
      `time: best of ${ROUNDS} rounds over all ${cases.length} sentences`,
    ],
  };
}
