import { describe, expect, it } from "vitest";
import { conceptsOf, isConcept } from "./concepts.js";
import { MORE_PARAPHRASES } from "./more-paraphrases.js";
import { normalise } from "./normalise.js";
import { PARAPHRASES } from "./paraphrases.js";
import { lexicalTokens } from "./tokens.js";

const of = (text: string): string[] => conceptsOf(normalise(text));

describe("concepts", () => {
  it("are the same for wordings of the same thing, in any script", () => {
    expect(of("怎么退钱")).toEqual(expect.arrayContaining(["≈退款"]));
    expect(of("退費要多久")).toEqual(expect.arrayContaining(["≈退款"]));
    expect(of("想不起來密碼")).toEqual(expect.arrayContaining(["≈忘记", "≈密码"]));
    expect(of("今天天气")).toEqual([]);
    expect(of("refund")).toEqual([]);
  });

  it("stand among the lexical tokens", () => {
    expect(lexicalTokens("退钱").filter(isConcept)).toContain("≈退款");
  });

  it("are written in the form that texts are compared in", () => {
    const all = `${PARAPHRASES}|${MORE_PARAPHRASES}`;
    const words = all.split(/[| ]/);
    expect(words.filter((word) => normalise(word) !== word || word.length < 2)).toEqual([]);
    const groups = all.split("|").map((group) => group.split(" "));
    expect(groups.filter((group) => group.length < 2 || new Set(group).size < group.length)).toEqual([]);
    expect(new Set(groups.map(([name]) => name)).size).toBe(groups.length);
  });
});
