import { createRandom } from "../../stats/random.js";
import { signScanner } from "./sign-kernel.js";
import { rowScanner } from "./vector-kernel.js";
import type { QuantisedVectors } from "./vectors.js";

/**
 * One bit a dimension: whether the number is above 0. Two vectors that point nearly the same way differ in few of them
 * (Charikar, "Similarity estimation techniques from rounding algorithms", 2002), and bits are counted many times faster than
 * products are summed.
 */

/** Rows of bits are padded to whole vectors of 16 bytes. */
export function signBytes(dim: number): number {
  return Math.ceil(dim / 128) * 16;
}

/** Signs of a vector, or of one row of codes. */
export function signsOf(vector: Float32Array | Int8Array, out = new Uint8Array(signBytes(vector.length))): Uint8Array {
  for (let k = 0; k < vector.length; k++) if (vector[k]! > 0) out[k >> 3]! |= 1 << (k & 7);
  return out;
}

/** Segments of fewer rows are not measured: half a thousand candidates are plenty there. */
const MEASURED_FROM = 10_000;
const UNMEASURED = 512;
const LEAST = 256;
const SAMPLE = 32;
const NEAREST = 10;
/** Share of the nearest that must be among the candidates of the sample; more than is promised, because it is a sample. */
const FOUND = 0.985;
/** Of another row, mixed into a row to make a vector that is not in the segment. */
const OTHER = 0.3;

/** The signs of all rows, and how many of the rows with the most equal signs hold the nearest ones. */
export function makeSigns(vectors: QuantisedVectors): { signs: Uint8Array; candidates: number } {
  const { dim, codes, scales } = vectors;
  const rows = scales.length;
  const stride = signBytes(dim);
  const signs = new Uint8Array(rows * stride);
  for (let row = 0; row < rows; row++) {
    signsOf(codes.subarray(row * dim, (row + 1) * dim), signs.subarray(row * stride, (row + 1) * stride));
  }
  return { signs, candidates: rows < MEASURED_FROM ? UNMEASURED : measure(vectors, signs) };
}

/** For some vectors, the place of each of their ten nearest rows in the order of equal signs. */
function measure({ dim, codes, scales }: QuantisedVectors, signs: Uint8Array): number {
  const rows = scales.length;
  const exact = rowScanner(rows, dim);
  exact.rows.set(new Uint8Array(codes.buffer, codes.byteOffset, codes.length));
  const coarse = signScanner(rows, signBytes(dim));
  coarse.rows.set(signs);
  const random = createRandom("sign codes");
  const places: number[] = [];
  for (let sample = 0; sample < SAMPLE; sample++) {
    const [one, other] = [random.int(rows) * dim, random.int(rows) * dim];
    const query = Int16Array.from({ length: dim }, (_, k) => Math.round(codes[one + k]! + OTHER * codes[other + k]!));
    const nearest = nearestRows(exact.products(query, 0, rows), scales);
    const differences = coarse.differences(signsOf(Float32Array.from(query)));
    for (const row of nearest) places.push(placeOf(differences, differences[row]!));
  }
  places.sort((a, b) => a - b);
  return Math.max(LEAST, places[Math.ceil(places.length * FOUND) - 1]!);
}

function nearestRows(products: Int32Array, scales: Float32Array): number[] {
  const best: { row: number; cosine: number }[] = [];
  for (let row = 0; row < scales.length; row++) {
    const cosine = products[row]! * scales[row]!;
    if (best.length === NEAREST && cosine <= best[NEAREST - 1]!.cosine) continue;
    let at = Math.min(best.length, NEAREST - 1);
    for (; at > 0 && best[at - 1]!.cosine < cosine; at--) best[at] = best[at - 1]!;
    best[at] = { row, cosine };
  }
  return best.map(({ row }) => row);
}

/** How many rows differ in at most so many bits. */
function placeOf(differences: Uint16Array, difference: number): number {
  let count = 0;
  for (const other of differences) if (other <= difference) count++;
  return count;
}
