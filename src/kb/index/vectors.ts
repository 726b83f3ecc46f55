import { BestHits } from "./best-hits.js";
import type { KbIndex } from "./kb-index.js";
import type { SectionBytes } from "./sections.js";
import { makeSigns } from "./sign-codes.js";
import { dotOf, StoredVectors } from "./stored-vectors.js";

/** Unit vectors as whole numbers of −127…127 with one scale a row; at 256 dimensions the cosine moves by about 0.003. */
export interface QuantisedVectors {
  readonly dim: number;
  /** One row a question. */
  readonly codes: Int8Array;
  readonly scales: Float32Array;
}

/** A question (by its number in the index) and its cosine with the query. */
interface VectorHit {
  readonly question: number;
  readonly cosine: number;
}

/** Finds the questions nearest to a query. */
export interface VectorBackend {
  readonly name: string;
  /**
   * At most `count` hits, nearest first; every cosine is over the stored int8 vector.
   * @param accept says whether a question may be found
   */
  search(query: Float32Array, count: number, accept: (question: number) => boolean): readonly VectorHit[];
}

/** Makes a back end for an index, or says with `undefined` that exact search serves it better. */
export type VectorBackendFactory = (index: KbIndex, folder?: string) => Promise<VectorBackend | undefined>;

/**
 * Vectors as bytes, each divided by a scale of its own that puts its largest component at ±127.
 * @param dim length of every vector
 * @returns `codes` row after row; of a vector of zeros the scale is 0
 */
export function quantise(vectors: readonly Float32Array[], dim: number): QuantisedVectors {
  const codes = new Int8Array(vectors.length * dim);
  const scales = new Float32Array(vectors.length);
  vectors.forEach((vector, row) => {
    let largest = 0;
    for (let k = 0; k < dim; k++) largest = Math.max(largest, Math.abs(vector[k]!));
    if (largest === 0) return;
    const scale = Math.fround(largest / 127);
    scales[row] = scale;
    for (let k = 0; k < dim; k++) codes[row * dim + k] = Math.round(vector[k]! / scale);
  });
  return { dim, codes, scales };
}

/** Sections `v.code`, `v.scale`, `v.sign` and `v.pick` of a segment: bytes, scales, signs, and how many candidates the signs propose. */
export function addVectors(sections: Map<string, SectionBytes>, vectors: QuantisedVectors): void {
  const { signs, candidates } = makeSigns(vectors);
  sections.set("v.code", vectors.codes).set("v.scale", vectors.scales);
  sections.set("v.sign", signs).set("v.pick", Uint32Array.of(candidates));
}

/** Dot product of a unit vector and a stored row: the cosine. */
export function cosineOf(query: Float32Array, vectors: QuantisedVectors | StoredVectors, row: number): number {
  if (vectors instanceof StoredVectors) return vectors.cosine(query, row);
  return dotOf(query, vectors.codes, row * vectors.dim, vectors.dim) * vectors.scales[row]!;
}

/** Compares the query with every question, in floating point: what the quicker ones are measured against. */
export function exactBackend(index: KbIndex): VectorBackend {
  return {
    name: "exact",
    search(query, count, accept) {
      const best = new BestHits(count, (a, b) => index.compareQuestions(a, b));
      for (const { segment, firstQuestion } of index.parts) {
        for (let row = 0; row < segment.questions; row++) {
          const cosine = segment.vectors.cosine(query, row);
          if (best.admits(cosine) && accept(firstQuestion + row)) best.add(firstQuestion + row, cosine);
        }
      }
      return best.sorted().map(({ number, score }) => ({ question: number, cosine: score }));
    },
  };
}

/** The vector of a question (by its number in the index) as it is stored: the unit vector but for rounding. */
export function storedVector(index: KbIndex, question: number): Float32Array {
  const { vectors, row } = index.vectorAt(question);
  const start = row * vectors.dim;
  return Float32Array.from(vectors.codes.subarray(start, start + vectors.dim), (code) => code * vectors.scales[row]!);
}
