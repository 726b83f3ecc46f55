import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { openStaticEncoder } from "../../src/adapters/embedders.js";
import type { Embedder } from "../../src/embed/embedder.js";
import { chooseSettings } from "../../src/kb/decide.js";
import { parseSource } from "../../src/kb/formats/format.js";
import type { KbIndex } from "../../src/kb/index/kb-index.js";
import { respond } from "../../src/kb/respond.js";
import { retrieve } from "../../src/kb/retrieve.js";
import { indexOf } from "../support/kb.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const faq = path.join(root, "fixtures/hotline-demo/faq");

interface Case {
  readonly q: string;
  /** Ids that are answered with, or stand among the choices, in this order. */
  readonly offered: readonly string[];
  readonly first?: string;
}

const cases = readFileSync(path.join(root, "fixtures/questions/asked-back.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

let embedder: Embedder;
let index: KbIndex;

beforeAll(async () => {
  embedder = await openStaticEncoder(root);
  const sources = readdirSync(faq).sort();
  const parsed = await Promise.all(
    sources.map((name) => parseSource(name, readFileSync(path.join(faq, name)), { locale: "zh-CN" })),
  );
  index = await indexOf(
    parsed.flatMap(({ entries }) => entries),
    embedder,
  );
});

it.each(cases)(
  "$q has no wrong answer from the sample, and the right entry to choose",
  async ({ q, offered, first }) => {
    const { verdict, parts } = await respond(q, {
      find: (text, limit) => retrieve(index, embedder, text, { limit }),
      settings: chooseSettings(0.05),
    });
    const given = (parts?.map((part) => part.verdict) ?? [verdict]).flatMap((one) =>
      one.kind === "answer" ? [one.candidate] : one.kind === "clarify" ? [...one.choices] : [],
    );
    const ids = [...new Set(given.map(({ entry }) => entry.id))];
    expect(ids.filter((id) => offered.includes(id))).toEqual(offered);
    if (first !== undefined) expect(ids[0]).toBe(first);
  },
);
