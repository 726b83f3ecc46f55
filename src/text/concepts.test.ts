import { describe, expect, it } from "vitest";
import { conceptsOf, isConcept } from "./concepts.js";
import { normalise } from "./normalise.js";
import { PARAPHRASES } from "./paraphrases.js";
import { lexicalTokens } from "./tokens.js";

const of = (text: string): string[] => conceptsOf(normalise(text));

describe("concepts", () => {
  it("are the same for wordings of the same thing, in any script", () => {
    expect(of("怎么退钱")).toEqual(["≈退款"]);
    expect(of("退費要多久")).toEqual(expect.arrayContaining(["≈退款"]));
    expect(of("想不起來密碼")).toEqual(["≈忘记", "≈密码"]);
    expect(of("今天天气")).toEqual([]);
    expect(of("refund")).toEqual([]);
  });

  it("stand among the lexical tokens", () => {
    expect(lexicalTokens("退钱").filter(isConcept)).toEqual(["≈退款"]);
  });

  it("are written in the form that texts are compared in", () => {
    const words = PARAPHRASES.split(/[| ]/);
    expect(words.filter((word) => normalise(word) !== word || word.length < 2)).toEqual([]);
    const groups = PARAPHRASES.split("|").map((group) => group.split(" "));
    expect(groups.filter((group) => group.length < 2 || new Set(group).size < group.length)).toEqual([]);
    expect(new Set(groups.map(([name]) => name)).size).toBe(groups.length);
  });
});
