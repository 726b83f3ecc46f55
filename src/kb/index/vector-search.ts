import { BestHits, CloseHits } from "./best-hits.js";
import type { KbIndex } from "./kb-index.js";
import { signBytes, signsOf } from "./sign-codes.js";
import { type SignScanner, signScanner } from "./sign-kernel.js";
import { type RowScanner, rowScanner } from "./vector-kernel.js";
import { exactBackend, type VectorBackend } from "./vectors.js";

/** Beyond so many questions, signs choose the candidates: half a second's worth of products is too much for one query. */
const EXACT_TO = 50_000;
/** Candidates for each hit that is wanted, at least. */
const SPARE = 4;

const made = new WeakMap<KbIndex, VectorBackend>();

/** The vector search that suits the size of an index; an index keeps its own. */
export function vectorSearch(index: KbIndex): VectorBackend {
  let backend = made.get(index);
  if (backend === undefined) {
    backend = index.numbers.questions <= EXACT_TO ? scanBackend(index) : signBackend(index);
    made.set(index, backend);
  }
  return backend;
}

/**
 * Finds what {@link exactBackend} finds. All questions are compared in whole numbers, and those that rounding may have
 * placed wrong are compared again.
 */
export function scanBackend(index: KbIndex): VectorBackend {
  let scanner: RowScanner | undefined;
  const close = new CloseHits();
  const shorts = new Int16Array(index.manifest.embedder.dim);
  return {
    name: "exact",
    search(query, count, accept) {
      scanner ??= codeScanner(index);
      const { error, unit } = roundQuery(query, shorts);
      close.start(count, 2 * error);
      for (const { segment, firstQuestion } of index.parts) {
        const { scales } = segment.vectors;
        const products = scanner.products(shorts, firstQuestion, firstQuestion + segment.questions);
        for (let row = 0; row < products.length; row++) {
          const cosine = products[row]! * scales[row]! * unit;
          if (cosine >= close.least && accept(firstQuestion + row)) close.add(firstQuestion + row, cosine);
        }
      }
      return rank(index, query, close, count);
    },
  };
}

/** The codes of all questions, in place of where they were. */
function codeScanner(index: KbIndex): RowScanner {
  const { dim } = index.manifest.embedder;
  const scanner = rowScanner(index.numbers.questions, dim);
  for (const { segment, firstQuestion } of index.parts) {
    const start = firstQuestion * dim;
    segment.vectors.moveCodes(scanner.rows.subarray(start, start + segment.questions * dim));
  }
  return scanner;
}

/** Writes the query as 16-bit numbers of `unit`; tells how far a cosine can be off for it. */
function roundQuery(query: Float32Array, shorts: Int16Array): { unit: number; error: number } {
  let largest = 0;
  let sum = 0;
  for (let at = 0; at < query.length; at++) {
    const size = Math.abs(query[at]!);
    if (size > largest) largest = size;
    sum += size;
  }
  // Neither a number nor a sum of products with codes of ±127 may overflow.
  const unit = Math.max(largest / 32_767, (sum * 128) / 2 ** 30, Number.MIN_VALUE);
  for (let at = 0; at < query.length; at++) shorts[at] = Math.round(query[at]! / unit);
  // A row is no longer than about 1, so that its numbers sum to no more than √dim.
  return { unit, error: unit * Math.sqrt(query.length) };
}

/** Candidates, at least: of sentences, these hold 99 of 100 of the ten nearest at 100,000 questions and at 400,000. */
const FEWEST = 1024;

/**
 * Scans one bit a dimension for candidates, and compares the query with the stored vectors of these. Each segment says how
 * many candidates it takes to find the nearest.
 */
export function signBackend(index: KbIndex): VectorBackend {
  const exact = exactBackend(index);
  let signs: SignScanner | undefined;
  let codes: RowScanner | undefined;
  const close = new CloseHits();
  const shorts = new Int16Array(index.manifest.embedder.dim);
  return {
    name: "signs",
    search(query, count, accept) {
      // The first query reads just the vectors it needs: often there is no second one.
      if (signs !== undefined) codes ??= codeScanner(index);
      signs ??= signsOfIndex(index);
      const measured = index.parts.map(({ segment }) => segment.vectors.candidates);
      const some = signs.nearest(signsOf(query), Math.max(FEWEST, count * SPARE, ...measured));
      const { error, unit } = roundQuery(query, shorts);
      const products = codes?.productsAt(shorts, some);
      close.start(count, 2 * error);
      let at = 0;
      for (const { segment, firstQuestion } of index.parts) {
        const { vectors, questions } = segment;
        for (; some[at]! < firstQuestion + questions; at++) {
          const question = some[at]!;
          const row = question - firstQuestion;
          const cosine =
            products === undefined ? vectors.cosine(query, row) : products[at]! * vectors.scales[row]! * unit;
          if (cosine >= close.least && accept(question)) close.add(question, cosine);
        }
      }
      // A filter that lets little through leaves too few candidates: then every question is looked at.
      return close.size() < count ? exact.search(query, count, accept) : rank(index, query, close, count);
    },
  };
}

/** The signs of all questions. */
function signsOfIndex(index: KbIndex): SignScanner {
  const stride = signBytes(index.manifest.embedder.dim);
  const scanner = signScanner(index.numbers.questions, stride);
  for (const { segment, firstQuestion } of index.parts) {
    const start = firstQuestion * stride;
    segment.vectors.readSigns(scanner.rows.subarray(start, start + segment.questions * stride));
  }
  return scanner;
}

function rank(index: KbIndex, query: Float32Array, close: CloseHits, count: number) {
  const best = new BestHits(count, (a, b) => index.compareQuestions(a, b));
  close.each((question) => {
    best.add(question, index.cosine(query, question));
  });
  return best.sorted().map(({ number, score }) => ({ question: number, cosine: score }));
}
