import { beforeAll, describe, expect, it } from "vitest";
import type { PartResponse, Response } from "../../src/kb/respond/respond.js";
import { questionCases, sampleAnswers } from "../support/sample.js";

interface Case {
  readonly q: string;
  /** Ids that answer each question; none where the text is one question. */
  readonly parts: readonly (readonly string[])[];
}

const cases = questionCases("compound.jsonl") as Case[];

let answer: (q: string) => Promise<Response>;

beforeAll(async () => {
  answer = await sampleAnswers();
});

const idsOf = ({ verdict }: PartResponse): string[] =>
  (verdict.kind === "answer" ? [verdict.candidate] : [...verdict.choices]).map(({ entry }) => entry.id);

describe("questions about the sample knowledge base", () => {
  it("are taken apart where there are several, and left whole where there is one", async () => {
    const found = { several: 0, both: 0, one: 0, whole: 0 };
    for (const { q, parts } of cases) {
      const asked = await answer(q);
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
