import { describe, expect, it } from "vitest";
import { faqEntry } from "../../../test/support/kb.js";
import type { FaqEntry } from "../entry.js";
import { respond, type Response } from "./respond.js";
import type { Candidate } from "../retrieve/retrieve.js";

const settings = { answerThreshold: 0.6, clarifyThreshold: 0.3, margin: 0.05 };

const candidate = (entry: FaqEntry, score: number, exact = false): Candidate => ({
  entry,
  matched: entry.question,
  score,
  exact,
  coverage: 0.5,
  contributions: [],
  channels: { lexical: 0.5, body: 0, vector: 0.6, sound: 0 },
});

const RETURNS = faqEntry("R", "怎么退货");
const FREIGHT = faqEntry("F", "退货的运费谁出");
const INVOICE = faqEntry("I", "怎么开发票");
const HELLO = faqEntry("H", "你好呀");

/** What a search finds: by text, else nothing. */
const asked = (text: string, found: Readonly<Record<string, readonly Candidate[]>>, more = {}): Promise<Response> =>
  respond(text, { find: (words) => Promise.resolve(found[words] ?? []), settings, ...more });

describe("respond", () => {
  it("answers two questions in order, the second with the subject of the first", async () => {
    const found = {
      "怎么退货，运费谁出": [candidate(FREIGHT, 0.5)],
      怎么退货: [candidate(RETURNS, 0.9)],
      "退货 运费谁出": [candidate(FREIGHT, 0.8)],
      运费谁出: [candidate(INVOICE, 0.7)],
    };
    const { parts } = await asked("怎么退货，运费谁出", found);
    expect(parts?.map(({ text, searched, verdict }) => [text, searched, verdict.kind])).toEqual([
      ["怎么退货", "怎么退货", "answer"],
      ["运费谁出", "退货 运费谁出", "answer"],
    ]);
  });

  it("asks back about what is wanted by name, likely or not, and about nothing that nobody has", async () => {
    const found = [candidate(RETURNS, 0.2), candidate(FREIGHT, 0.1), candidate(INVOICE, 0.05)];
    const { verdict } = await asked("我要退货", { 我要退货: found });
    expect(verdict).toMatchObject({ kind: "clarify", reason: "near", choices: found.slice(0, 2) });
    expect((await asked("我要唱歌", { 我要唱歌: found })).verdict.kind).toBe("abstain");
  });

  it("leaves a question whole that an entry has word for word, or whose parts one entry answers", async () => {
    const both = faqEntry("B", "怎么退货，运费谁出");
    const exact = { "怎么退货，运费谁出": [candidate(both, 0.99, true)] };
    expect((await asked("怎么退货，运费谁出", exact)).parts).toBeUndefined();
    const same = {
      "怎么退货，运费谁出": [candidate(both, 0.7)],
      怎么退货: [candidate(both, 0.8)],
      运费谁出: [candidate(both, 0.8)],
    };
    expect((await asked("怎么退货，运费谁出", same)).parts).toBeUndefined();
  });

  it("leaves a question whole when one part has nothing, and asks back only about the part that is unsure", async () => {
    const half = { "怎么退货，发票怎么开": [candidate(RETURNS, 0.4)], 怎么退货: [candidate(RETURNS, 0.9)] };
    expect((await asked("怎么退货，发票怎么开", half)).parts).toBeUndefined();
    const unsure = {
      怎么退货: [candidate(RETURNS, 0.9)],
      发票怎么开: [candidate(INVOICE, 0.4), candidate(FREIGHT, 0.35)],
    };
    const whole = [candidate(RETURNS, 0.7)];
    for (const text of ["怎么退货，发票怎么开", "怎么退货，另外发票怎么开"]) {
      const { parts } = await asked(text, { ...unsure, [text]: whole });
      expect(parts?.map(({ verdict }) => verdict.kind)).toEqual(["answer", "clarify"]);
    }
    const other = [candidate(FREIGHT, 0.9)];
    expect((await asked("怎么退货，发票怎么开", { ...unsure, "怎么退货，发票怎么开": other })).parts).toBeUndefined();
  });

  it("asks back about each question, in order, where none has an answer", async () => {
    const [other, third] = [faqEntry("O", "海外怎么退"), faqEntry("T", "退款多久")];
    const found = {
      "怎么退货，运费谁出": [candidate(other, 0.5), candidate(FREIGHT, 0.4), candidate(third, 0.3)],
      怎么退货: [candidate(RETURNS, 0.5), candidate(other, 0.48)],
      "退货 运费谁出": [candidate(FREIGHT, 0.5), candidate(other, 0.48)],
    };
    const { parts, verdict } = await asked("怎么退货，运费谁出", found);
    expect(parts).toBeUndefined();
    expect(verdict).toMatchObject({ kind: "clarify", reason: "near" });
    expect(verdict.kind === "clarify" && verdict.choices.map(({ entry }) => entry.id)).toEqual(["R", "F", "O"]);
  });

  it("tells small talk from questions, and lets an entry of the kind answer it", async () => {
    expect((await asked("谢谢", { 谢谢: [candidate(RETURNS, 0.9)] })).verdict).toMatchObject({
      kind: "abstain",
      reason: "small-talk",
      talk: "thanks",
    });
    expect((await asked("您好", { 您好: [candidate(HELLO, 0.4)] })).verdict).toMatchObject({ kind: "answer" });
    expect((await asked("88", { 88: [] }, { channel: "keypad" })).verdict).toMatchObject({ reason: "unsure" });
    expect((await asked("88", { 88: [] })).verdict).toMatchObject({ talk: "goodbye" });
  });

  it("offers a menu for a keyword, whatever the best score", async () => {
    const found = [candidate(RETURNS, 0.9), candidate(FREIGHT, 0.1), candidate(INVOICE, 0.05)];
    const { verdict } = await asked("退货", { 退货: found });
    expect(verdict).toMatchObject({ kind: "clarify", reason: "keyword" });
    expect(verdict.kind === "clarify" && verdict.choices.map(({ entry }) => entry.id)).toEqual(["R", "F"]);
  });

  it("says why there is no answer", async () => {
    const reason = async (text: string, found: readonly Candidate[]): Promise<unknown> => {
      const { verdict } = await asked(text, { [text]: found });
      return verdict.kind === "abstain" && verdict.reason;
    };
    expect(await reason("。。。", [])).toBe("empty");
    expect(await reason("量子力学怎么学", [])).toBe("out-of-domain");
    const far = { ...candidate(RETURNS, 0.01), coverage: 0, channels: { lexical: 0, body: 0, vector: 0.1, sound: 0 } };
    expect(await reason("量子力学怎么学", [far])).toBe("out-of-domain");
    expect(await reason("怎么寄回去", [candidate(RETURNS, 0.2)])).toBe("unsure");
  });
});
