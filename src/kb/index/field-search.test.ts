import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faqEntry, indexOf, openSegments, segmentOf } from "../../../test/support/kb.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import { createRandom } from "../../stats/random.js";
import { normalise } from "../../text/normalise.js";
import type { FaqEntry } from "../entry.js";
import { questionsOf } from "./entry-codec.js";
import { createFieldSearch, type FieldSearch, type WeightedTerm } from "./field-search.js";
import { fieldTokens } from "./fields.js";
import type { KbIndex } from "./kb-index.js";

const embedder = wordEmbedder();

/** Words of very different frequency. */
const WORDS = Array.from({ length: 60 }, (_, at) => `w${String.fromCharCode(97 + (at % 26))}${at}x`);

function wordsOf(random: ReturnType<typeof createRandom>, most: number): string {
  const count = random.int(most) + 1;
  return Array.from({ length: count }, () => WORDS[Math.floor(WORDS.length * random.next() ** 3)]!).join(" ");
}

/** Entries in several segments, some of them dead. */
async function corpus(seed: number, entries: number, segments: number, dead: number): Promise<KbIndex> {
  const random = createRandom(seed);
  const all: FaqEntry[] = Array.from({ length: entries }, (_, at) =>
    faqEntry(`E${String((at * 7919) % entries).padStart(5, "0")}`, wordsOf(random, 8), {
      similar: Array.from({ length: random.int(3) }, () => wordsOf(random, 8)),
      source: { file: "faq.csv", row: at },
    }),
  );
  const parts = [];
  for (let part = 0; part < segments; part++) {
    const mine = all.filter((_, at) => at % segments === part);
    const gone = mine.flatMap((_, ordinal) => (random.next() < dead ? [ordinal] : []));
    parts.push(await segmentOf(mine, embedder, gone));
  }
  return openSegments(parts, embedder);
}

interface Document {
  readonly number: number;
  readonly id: string;
  readonly tokens: readonly string[];
}

/** Tokens of every live question, straight from the entries. */
function documentsOf(index: KbIndex): Document[] {
  return index.parts.flatMap(({ segment, dead, firstQuestion }) =>
    Array.from({ length: segment.entries }, (_, ordinal) => ordinal).flatMap((ordinal) => {
      if (dead?.[ordinal] === 1) return [];
      const entry = segment.entry(ordinal);
      return questionsOf(entry).map((text, at) => ({
        number: firstQuestion + segment.firstQuestions[ordinal]! + at,
        id: entry.id,
        tokens: fieldTokens("questions", normalise(text)),
      }));
    }),
  );
}

/** The formula, term by term. */
function plainScore(terms: readonly WeightedTerm[], { tokens }: Document, mean: number): number {
  return terms.reduce((sum, { term, idf }) => {
    const f = tokens.filter((token) => token === term).length;
    return sum + (idf * f * 2.2) / (f + 1.2 * (0.25 + (0.75 * tokens.length) / mean));
  }, 0);
}

function weigh(search: FieldSearch, text: string): WeightedTerm[] {
  const tokens = [...new Set(fieldTokens("questions", normalise(text)))];
  return tokens.map((term, bit) => ({ term, idf: search.idf(term), count: 1, bit: bit < 64 ? bit : -1 }));
}

function expectLikePlain(index: KbIndex, query: string, count: number, accept: (number: number) => boolean): void {
  const search = createFieldSearch(index, "questions");
  const documents = documentsOf(index);
  const mean = documents.reduce((sum, { tokens }) => sum + tokens.length, 0) / documents.length;
  const terms = weigh(search, query);
  for (const { term, idf } of terms) {
    const df = documents.filter(({ tokens }) => tokens.includes(term)).length;
    expect(idf).toBeCloseTo(Math.log(1 + (documents.length - df + 0.5) / (df + 0.5)), 12);
  }
  const plain = documents.map((document) => ({ ...document, score: plainScore(terms, document, mean) }));
  const { score, low } = search.scores(
    terms,
    plain.map(({ number }) => number),
  );
  plain.forEach(({ score: wanted, tokens }, at) => {
    expect(score[at]).toBeCloseTo(wanted, 10);
    for (const { term, bit } of terms.slice(0, 31)) expect((low[at]! >>> bit) & 1).toBe(tokens.includes(term) ? 1 : 0);
  });
  const exact = new Map(plain.map(({ number }, at) => [number, score[at]!]));
  const best = plain
    .filter(({ number, score: value }) => value > 0 && accept(number))
    .sort(
      (a, b) =>
        exact.get(b.number)! - exact.get(a.number)! || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.number - b.number),
    )
    .slice(0, count)
    .map(({ number }) => ({ document: number, score: exact.get(number)! }));
  expect(search.top(terms, count, accept)).toEqual(best);
}

describe("the search of a field", () => {
  it("finds what scoring every document finds, whatever the segments, the dead and the filter", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(0, 0.3),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (seed, entries, segments, dead, count, every) => {
          const index = await corpus(seed, entries, segments, dead);
          if (index.size.questions === 0) return;
          const query = wordsOf(createRandom(`query ${seed}`), 12);
          expectLikePlain(index, query, count, (number) => number % every === 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("does so where queries and lists are long", async () => {
    const index = await corpus(5, 500, 2, 0.1);
    const random = createRandom("long");
    for (const length of [1, 2, 4, 8, 16, 30]) {
      for (const every of [1, 3, 200]) {
        expectLikePlain(index, wordsOf(random, length), 10, (number) => number % every === 0);
      }
    }
  });

  it("finds the same however entries lie in segments, where it may not read all lists", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.integer({ min: 20, max: 80 }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 1, max: 12 }),
        async (seed, entries, segments, postings, likely) => {
          const many = await corpus(seed, entries, segments, 0.2);
          const one = await indexOf([...many.entries()], embedder);
          const query = wordsOf(createRandom(`query ${seed}`), 12);
          const [some, all] = [one, many].map((index) => {
            const search = createFieldSearch(index, "questions");
            const terms = weigh(search, query);
            const accept = (number: number): boolean => index.acceptor({}, "")(index.ownerOf(number));
            const hits = search.top(terms, 8, accept, { postings, likely });
            const numbers = hits.map(({ document }) => document).sort((a, b) => a - b);
            const { score } = search.scores(terms, numbers);
            const exact = new Map(numbers.map((number, at) => [number, score[at]!]));
            return hits.map(({ document, score: found }) => {
              const owner = index.ownerOf(document);
              expect(found).toBe(exact.get(document));
              return { id: index.entryAt(owner).id, at: document - index.questionsAt(owner).first, score: found };
            });
          });
          expect(some).toEqual(all);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("reads the rarest terms first, and scores by all terms what it finds by them", async () => {
    const texts = [...Array.from({ length: 30 }, (_, at) => `refund x${at}y`), "refund parcel", "parcel"];
    const index = await indexOf(
      texts.map((text, at) => faqEntry(`A${String(at).padStart(2, "0")}`, text)),
      embedder,
    );
    const ask = (postings: number, likely: number): number[] => {
      const search = createFieldSearch(index, "questions");
      const hits = search.top(weigh(search, "refund parcel"), 40, () => true, { postings, likely });
      return hits.map(({ document }) => document);
    };
    expect(ask(40, 1)).toHaveLength(32);
    expect(ask(10, 40)).toEqual([31, 30]);
    expect(ask(1, 40)).toEqual([31, 30]);
  });

  it("counts every term of a query of hundreds", async () => {
    const long = Array.from({ length: 300 }, (_, at) => `word${at}x`).join(" ");
    const index = await indexOf([faqEntry("A", "refund"), faqEntry("B", long)], embedder);
    const search = createFieldSearch(index, "questions");
    const terms = weigh(search, long);
    expect(terms).toHaveLength(300);
    const found = search.scores(terms, [0, 1]);
    expect(found.score[0]).toBe(0);
    expect(found.score[1]).toBeCloseTo(search.ideal(terms), 9);
    expect([found.low[1], found.high[1]]).toEqual([0xffffffff, 0xffffffff]);
  });

  it("scores as the formula says", async () => {
    const texts = ["甲乙 甲乙 丙丁", "丙丁", "戊己 庚辛 庚辛", "amber violet"];
    const index = await indexOf(
      texts.map((text, at) => faqEntry(`A${at}`, text)),
      embedder,
    );
    const search = createFieldSearch(index, "questions");
    // Each two characters give three tokens: 甲, 甲乙, 乙.
    const idf = Math.log(1 + (4 - 1 + 0.5) / (1 + 0.5));
    expect(search.idf("甲乙")).toBeCloseTo(idf, 12);
    const mean = (9 + 3 + 9 + 2) / 4;
    const term: WeightedTerm = { term: "甲乙", idf, count: 1, bit: 33 };
    const score = (idf * (2 * 2.2)) / (2 + 1.2 * (0.25 + (0.75 * 9) / mean));
    const [hit, ...others] = search.top([term], 10, () => true);
    expect(others).toEqual([]);
    expect(hit!.document).toBe(0);
    expect(hit!.score).toBeCloseTo(score, 12);
    const { high, low } = search.scores([term], [0, 1]);
    expect([[...low.subarray(0, 2)], [...high.subarray(0, 2)]]).toEqual([
      [0, 0],
      [2, 0],
    ]);
    expect(search.ideal([term])).toBeCloseTo((idf * 2.2) / (1 + 1.2 * (0.25 + (0.75 * 1) / mean)), 12);
    expect(search.top([{ ...term, term: "丙丁" }], 10, () => true).map(({ document }) => document)).toEqual([1, 0]);
    expect(search.top([], 10, () => true)).toEqual([]);
  });
});
