import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createStaticEncoder } from "../../embed/static-encoder.js";
import { packedWordsOf, SoftMatch, wordsOf } from "./soft-match.js";
import { MOST_WORDS } from "./word-likeness.js";

const folder = fileURLToPath(new URL("../../../models/bilingual-static", import.meta.url));
const read = (name: string): Buffer => readFileSync(path.join(folder, name));
const { words: vectors } = createStaticEncoder({
  model: read("model.bin"),
  vocab: read("vocab.txt").toString("utf8"),
  config: read("config.json").toString("utf8"),
});
const even = (): number => 1;
const shareOf = (soft: SoftMatch, text: string): number => {
  const best = new Float32Array(MOST_WORDS);
  soft.compare(packedWordsOf([text], vectors), 0, best);
  return soft.share(best);
};
const share = (query: string, text: string): number => shareOf(new SoftMatch(query, even, vectors), text);
const back = (soft: SoftMatch, text: string): number =>
  soft.compare(packedWordsOf([text], vectors), 0, new Float32Array(MOST_WORDS));

describe("words of texts", () => {
  it("are cut where the encoder knows them, with what they stand for after them", () => {
    const words = ["忘记", "登录", "密码", "怎么办"];
    const found = wordsOf("忘记登录密码怎么办", vectors).map(({ text }) => text);
    expect(found.slice(0, words.length)).toEqual(words);
    expect(found.slice(words.length)).toEqual(expect.arrayContaining(["≈忘记", "≈登录", "≈密码"]));
    expect(wordsOf("reset my password 12345", vectors).map(({ text }) => text)).toEqual([
      "reset",
      "my",
      "password",
      "12345",
      "≈找回密码",
    ]);
  });

  it("are pairs of characters where no encoder knows words", () => {
    expect(wordsOf("退款", undefined).map(({ text }) => text)).toEqual(
      expect.arrayContaining(["退", "款", "退款", "≈退款"]),
    );
  });
});

describe("SoftMatch", () => {
  it("meets the same words wholly, words of near meaning in part and others not at all", () => {
    expect(share("申请退款", "怎么申请退款")).toBeCloseTo(1, 6);
    const near = share("refund", "退款");
    expect(near).toBeGreaterThan(0.5);
    expect(near).toBeLessThan(1);
    expect(share("退款", "天气")).toBe(0);
    expect(share("账户密码", "帐户口令")).toBeGreaterThan(share("账户密码", "营业时间"));
  });

  it("meets wordings of the same thing, which have no vectors of their own", () => {
    expect(share("请款", "怎么报销")).toBeGreaterThan(share("请款", "营业时间") + 0.2);
  });

  it("counts words by their worth, and none where none has any", () => {
    const soft = new SoftMatch("退款天气", (token) => (token.includes("退") ? 3 : 1), vectors);
    expect(shareOf(soft, "退款")).toBeGreaterThan(shareOf(soft, "天气"));
    expect(shareOf(new SoftMatch("退款", () => 0, vectors), "退款")).toBe(0);
  });

  it("says how much of a text the query meets", () => {
    const soft = new SoftMatch("退款", even, vectors);
    expect(back(soft, "退款")).toBeCloseTo(1, 6);
    expect(back(soft, "退款天气")).toBeLessThan(0.9);
    expect(back(soft, "")).toBe(0);
  });

  it.each([
    ["with an encoder", vectors],
    ["without", undefined],
  ])("takes several texts one by one, %s, and the turns of queries as they come", (_, known) => {
    const texts = ["退款退款 12345", "", "12345 天气 refund 12345", "开户 xyzzy"];
    const together = packedWordsOf(texts, known);
    const queries = ["退款 12345 xyzzy", "天气 refund"].map((query) => new SoftMatch(query, even, known));
    texts.forEach((text, at) => {
      const alone = packedWordsOf([text], known);
      for (const soft of queries) {
        const [best, bestAlone] = [new Float32Array(MOST_WORDS), new Float32Array(MOST_WORDS)];
        expect(soft.compare(together, at, best)).toBe(soft.compare(alone, 0, bestAlone));
        expect(best).toEqual(bestAlone);
      }
    });
  });
});
