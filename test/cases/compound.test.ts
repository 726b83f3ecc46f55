import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { openStaticEncoder } from "../../src/adapters/embedders.js";
import type { Embedder } from "../../src/embed/embedder.js";
import { chooseSettings } from "../../src/kb/decide.js";
import { parseSource } from "../../src/kb/formats/format.js";
import type { KbIndex } from "../../src/kb/index/kb-index.js";
import { respond, type PartResponse } from "../../src/kb/respond.js";
import { retrieve } from "../../src/kb/retrieve.js";
import { indexOf } from "../support/kb.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const faq = path.join(root, "fixtures/hotline-demo/faq");

interface Case {
  readonly q: string;
  /** Ids that answer each question; none where the text is one question. */
  readonly parts: readonly (readonly string[])[];
}

const cases = readFileSync(path.join(root, "fixtures/questions/compound.jsonl"), "utf8")
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

const idsOf = ({ verdict }: PartResponse): string[] =>
  (verdict.kind === "answer" ? [verdict.candidate] : [...verdict.choices]).map(({ entry }) => entry.id);

describe("questions about the sample knowledge base", () => {
  it("are taken apart where there are several, and left whole where there is one", async () => {
    const settings = chooseSettings(0.05);
    const found = { several: 0, both: 0, one: 0, whole: 0 };
    for (const { q, parts } of cases) {
      const asked = await respond(q, {
        find: (text, limit) => retrieve(index, embedder, text, { limit }),
        settings,
      });
      if (parts.length === 0) {
        found.one++;
        if (asked.parts === undefined) found.whole++;
        continue;
      }
      found.several++;
      const got = asked.parts?.map(idsOf) ?? [];
      if (got.length === parts.length && parts.every((ids, at) => got[at]!.some((id) => ids.includes(id))))
        found.both++;
    }
    expect(found.several).toBeGreaterThanOrEqual(60);
    expect(found.both / found.several).toBeGreaterThanOrEqual(0.7);
    expect(found.whole / found.one).toBeGreaterThanOrEqual(0.95);
  }, 60_000);
});
