import { beforeAll, expect, it } from "vitest";
import type { Response } from "../../src/kb/respond/respond.js";
import { questionCases, sampleAnswers } from "../support/sample.js";

interface Case {
  readonly q: string;
  /** Ids that are answered with, or stand among the choices, in this order. */
  readonly offered: readonly string[];
  readonly first?: string;
}

let answer: (q: string) => Promise<Response>;

beforeAll(async () => {
  answer = await sampleAnswers();
});

it.each(questionCases("asked-back.jsonl") as Case[])(
  "$q is answered with the right entry, or has it among the choices",
  async ({ q, offered, first }) => {
    const { verdict, parts } = await answer(q);
    const given = (parts?.map((part) => part.verdict) ?? [verdict]).flatMap((one) =>
      one.kind === "answer" ? [one.candidate] : one.kind === "clarify" ? [...one.choices] : [],
    );
    const ids = [...new Set(given.map(({ entry }) => entry.id))];
    expect(ids.filter((id) => offered.includes(id))).toEqual(offered);
    if (first !== undefined) expect(ids[0]).toBe(first);
  },
);
