import { describe, expect, it } from "vitest";
import type { WordVectors } from "../../embed/word-vectors.js";
import { lexicalTokens } from "../../text/tokens.js";
import { analyseQuery } from "./query.js";
import { respell } from "./spelling-repair.js";

const entries = [
  {
    questions: ["how do i get a refund", "refund of an order"],
    body: "we pay it back within a week, for example on friday",
  },
  { questions: ["change the delivery address"], body: "open the order and choose change address" },
  { questions: ["how do i pay by card"], body: "at the checkout" },
];

const texts = {
  questions: entries.flatMap(({ questions }) => questions),
  bodies: entries.map(({ body }) => body),
  sound: [],
};

const asked: string[][] = [];
const backend = {
  size: { entries: texts.bodies.length, questions: texts.questions.length },
  idf: (field: keyof typeof texts, terms: readonly string[]) => {
    asked.push([...terms]);
    const held = texts[field].map((text) => new Set(lexicalTokens(text)));
    const of = (df: number): number => Math.log(1 + (held.length - df + 0.5) / (df + 0.5));
    return Promise.resolve(Float64Array.from(terms, (term) => of(held.filter((some) => some.has(term)).length)));
  },
};

const knows = (...known: string[]): Pick<WordVectors, "words"> => ({
  words: (text) => text.split(" ").map((word) => ({ text: word, row: known.indexOf(word), weight: 1 })),
});

const respelt = async (text: string, words?: Pick<WordVectors, "words">): Promise<string | undefined> =>
  respell(await analyseQuery(text, backend), backend, words);

describe("respell", () => {
  it.each([
    ["how do I get a rfeund?", "how do i get a refund"],
    ["refundss please", "refunds"],
    ["chnage adress of delivry", "change address of delivery"],
    ["efund", "refund"],
    ["pays on fridey", "pays on friday"],
    ["我要rfeund", "我要refund"],
  ])("%s", async (text, expected) => {
    expect(await respelt(text)).toBe(expected);
  });

  it("leaves words that an entry holds or the encoder knows, short ones, and those that nothing is near", async () => {
    for (const text of ["refund", "friday", "tje card", "my kangaroo", "covid19 ordef2"]) {
      expect(await respelt(text)).toBeUndefined();
    }
    expect(await respelt("a reorder", knows("reorder"))).toBeUndefined();
  });

  it("keeps the first letter of a short word", async () => {
    expect(await respelt("my bard")).toBeUndefined();
    expect(await respelt("my crad")).toBe("my card");
  });

  it("prefers a form that the encoder knows", async () => {
    expect(await respelt("refundz", knows("refunds"))).toBe("refunds");
  });

  it("leaves a query in another language, and asks nothing where all words are held", async () => {
    expect(await respelt("refumd ordet cardt addresz")).toBeUndefined();
    asked.length = 0;
    const query = await analyseQuery("refund of an order", backend);
    asked.length = 0;
    await respell(query, backend, undefined);
    expect(asked).toEqual([]);
  });
});
