// Plain searches to compare with, each written as its textbook has it: no stop words, no weights, nothing fitted.
import { createRequire } from "node:module";

const { Converter } = createRequire(import.meta.url)("opencc-js");
const toSimplified = Converter({ from: "t", to: "cn" });

/** Lower case, full-width signs as half-width ones, Traditional characters as Simplified ones. */
export const plain = (text) => toSimplified(text.normalize("NFKC").toLowerCase());

/** Each two Han characters that stand together (one that stands alone by itself), and words of letters and digits. */
export function pairsAndWords(text) {
  return (plain(text).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []).flatMap((run) => {
    if (!/\p{Script=Han}/u.test(run)) return [run];
    const characters = [...run];
    return characters.length === 1 ? characters : characters.slice(1).map((second, at) => characters[at] + second);
  });
}

/** Each two characters of any script; a word's first and last one also with the space beside it. */
export function characterPairs(text) {
  const characters = [
    ...` ${
      plain(text)
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ") ?? ""
    } `,
  ];
  return characters.slice(1).map((second, at) => characters[at] + second);
}

function countsOf(tokens) {
  const counts = new Map();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** Numbers of the documents with a score above 0, best first; of equal ones the earlier. */
function ranked(scores) {
  const found = [];
  for (let at = 0; at < scores.length; at++) if (scores[at] > 0) found.push(at);
  return found.sort((a, b) => scores[b] - scores[a] || a - b);
}

function postingsOf(documents) {
  const postings = new Map();
  for (const [document, counts] of documents.entries()) {
    for (const [token, count] of counts) {
      const list = postings.get(token) ?? [];
      if (list.length === 0) postings.set(token, list);
      list.push([document, count]);
    }
  }
  return postings;
}

/**
 * BM25 (Robertson & Zaragoza, 2009) with Lucene's idf, which is never negative.
 * @returns a function from a query to the numbers of documents, best first
 */
export function bm25(texts, { k1 = 1.2, b = 0.75, tokens = pairsAndWords } = {}) {
  const documents = texts.map((text) => countsOf(tokens(text)));
  const lengths = documents.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const postings = postingsOf(documents);
  const search = (query) => {
    const scores = new Float64Array(texts.length);
    for (const token of tokens(query)) {
      const list = postings.get(token) ?? [];
      const idf = Math.log(1 + (texts.length - list.length + 0.5) / (list.length + 0.5));
      for (const [document, count] of list) {
        const length = k1 * (1 - b + (b * lengths[document]) / mean);
        scores[document] += (idf * count * (k1 + 1)) / (count + length);
      }
    }
    return scores;
  };
  return Object.assign((query) => ranked(search(query)), { scores: search });
}

/** Cosine of tf · idf, with idf = ln((1 + N) / (1 + df)) + 1 (scikit-learn's default). */
export function tfidf(texts, { tokens = characterPairs } = {}) {
  const documents = texts.map((text) => countsOf(tokens(text)));
  const postings = postingsOf(documents);
  const idf = (token) => Math.log((1 + texts.length) / (1 + (postings.get(token)?.length ?? 0))) + 1;
  const lengths = documents.map((counts) =>
    Math.hypot(...[...counts].map(([token, count]) => count * idf(token)), Number.MIN_VALUE),
  );
  return (query) => {
    const scores = new Float64Array(texts.length);
    for (const [token, own] of countsOf(tokens(query))) {
      const weight = own * idf(token) ** 2;
      for (const [document, count] of postings.get(token) ?? [])
        scores[document] += (weight * count) / lengths[document];
    }
    return ranked(scores);
  };
}

/** The cosine of vectors of length 1, best first. */
export function byVector(vectors, encode) {
  return (query) => {
    const vector = encode(query);
    const scores = vectors.map((other) => other.reduce((sum, value, at) => sum + value * vector[at], 0));
    return ranked(scores);
  };
}
