import { BestHits } from "./best-hits.js";
import type { KbIndex } from "./kb-index.js";
import { signBytes, signsOf } from "./sign-codes.js";
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

const most = (index: KbIndex): number =>
  index.parts.reduce((rows, { segment }) => Math.max(rows, segment.questions), 0);

/**
 * Finds what {@link exactBackend} finds. All questions are compared in whole numbers, and those that rounding may have
 * placed wrong are compared again.
 */
export function scanBackend(index: KbIndex): VectorBackend {
  let scanner: RowScanner | undefined;
  return {
    name: "exact",
    search(query, count, accept) {
      scanner ??= codeScanner(index);
      const { shorts, error, unit } = roundQuery(query);
      const close = new CloseRows(count, error, accept);
      for (const { segment, firstQuestion } of index.parts) {
        const { scales } = segment.vectors;
        const products = scanner.products(shorts, firstQuestion, firstQuestion + segment.questions);
        for (let row = 0; row < products.length; row++) {
          const cosine = products[row]! * scales[row]! * unit;
          if (cosine >= close.least) close.add(firstQuestion + row, cosine);
        }
      }
      return rank(index, query, close.questions(), count);
    },
  };
}

/** The codes of all questions, in place of where they were. */
function codeScanner(index: KbIndex): RowScanner {
  const { dim } = index.manifest.embedder;
  const scanner = rowScanner(index.numbers.questions, dim, most(index));
  for (const { segment, firstQuestion } of index.parts) {
    const start = firstQuestion * dim;
    segment.vectors.moveCodes(scanner.rows.subarray(start, start + segment.questions * dim));
  }
  return scanner;
}

/** Keeps the questions that may be among the nearest, given how far a cosine can be off. */
class CloseRows {
  /** Cosines below this are of no use. */
  least = -Infinity;
  private readonly best: BestHits;
  private readonly close: { question: number; cosine: number }[] = [];

  constructor(
    count: number,
    private readonly error: number,
    private readonly accept: (question: number) => boolean,
  ) {
    this.best = new BestHits(count, (a, b) => a - b);
  }

  add(question: number, cosine: number): void {
    if (!this.accept(question)) return;
    this.best.add(question, cosine);
    this.close.push({ question, cosine });
    this.least = this.best.least - 2 * this.error;
  }

  questions(): number[] {
    return this.close.filter(({ cosine }) => cosine >= this.least).map(({ question }) => question);
  }
}

/** The query as 16-bit numbers of `unit`, and how far a cosine can be off for it. */
function roundQuery(query: Float32Array): { shorts: Int16Array; unit: number; error: number } {
  let [largest, sum] = [0, 0];
  for (const value of query) {
    largest = Math.max(largest, Math.abs(value));
    sum += Math.abs(value);
  }
  // Neither a number nor a sum of products with codes of ±127 may overflow.
  const unit = Math.max(largest / 32_767, (sum * 128) / 2 ** 30, Number.MIN_VALUE);
  // A row is no longer than about 1, so that its numbers sum to no more than √dim.
  return {
    shorts: Int16Array.from(query, (value) => Math.round(value / unit)),
    unit,
    error: unit * Math.sqrt(query.length),
  };
}

/**
 * Scans one bit a dimension for candidates, and compares the query with the stored vectors of these. Each segment says how
 * many candidates it takes to find the nearest.
 */
export function signBackend(index: KbIndex): VectorBackend {
  const { dim } = index.manifest.embedder;
  const exact = exactBackend(index);
  let scanner: RowScanner | undefined;
  let codes: RowScanner | undefined;
  const candidates = new Uint32Array(most(index));
  return {
    name: "signs",
    search(query, count, accept) {
      // The first query reads just the vectors it needs: often there is no second one.
      if (scanner !== undefined) codes ??= codeScanner(index);
      scanner ??= signScanner(index);
      const signs = signsOf(query);
      const { shorts, error, unit } = roundQuery(query);
      const close = new CloseRows(count, error, accept);
      for (const { segment, firstQuestion } of index.parts) {
        const { vectors, questions } = segment;
        const differences = scanner.differences(signs, firstQuestion, firstQuestion + questions);
        const limit = limitOf(differences, Math.max(vectors.candidates, count * SPARE), dim);
        let found = 0;
        for (let row = 0; row < questions; row++) {
          candidates[found] = firstQuestion + row;
          if (differences[row]! <= limit) found++;
        }
        const some = candidates.subarray(0, found);
        const products = codes?.productsAt(shorts, some);
        for (let at = 0; at < found; at++) {
          const row = some[at]! - firstQuestion;
          const cosine =
            products === undefined ? vectors.cosine(query, row) : products[at]! * vectors.scales[row]! * unit;
          if (cosine >= close.least) close.add(firstQuestion + row, cosine);
        }
      }
      const near = close.questions();
      // A filter that lets little through leaves too few candidates: then every question is looked at.
      return near.length < count ? exact.search(query, count, accept) : rank(index, query, near, count);
    },
  };
}

/** The signs of all questions. */
function signScanner(index: KbIndex): RowScanner {
  const stride = signBytes(index.manifest.embedder.dim);
  const scanner = rowScanner(index.numbers.questions, stride, most(index));
  for (const { segment, firstQuestion } of index.parts) {
    const start = firstQuestion * stride;
    segment.vectors.readSigns(scanner.rows.subarray(start, start + segment.questions * stride));
  }
  return scanner;
}

/** Fewest bits within which so many rows differ. */
function limitOf(differences: Int32Array, wanted: number, bits: number): number {
  // Two counts, so that equal neighbours need not wait for each other.
  const [counts, others] = [new Uint32Array(bits + 1), new Uint32Array(bits + 1)];
  const even = differences.length & ~1;
  for (let row = 0; row < even; row += 2) {
    counts[differences[row]!]!++;
    others[differences[row + 1]!]!++;
  }
  if (even < differences.length) counts[differences[even]!]!++;
  let found = 0;
  for (let limit = 0; limit <= bits; limit++) {
    found += counts[limit]! + others[limit]!;
    if (found >= wanted) return limit;
  }
  return bits;
}

function rank(index: KbIndex, query: Float32Array, questions: readonly number[], count: number) {
  const best = new BestHits(count, (a, b) => index.compareQuestions(a, b));
  for (const question of questions) {
    const { vectors, row } = index.vectorAt(question);
    best.add(question, vectors.cosine(query, row));
  }
  return best.sorted().map(({ number, score }) => ({ question: number, cosine: score }));
}
