import { toSimplified } from "../text/simplified.js";
import type { Embedder } from "./embedder.js";
import { readStaticModel, type StaticModel, type StaticModelFiles } from "./static-model.js";
import type { Vocabulary } from "./vocabulary.js";
import { createWordVectors } from "./word-vectors.js";

export type { StaticModelFiles };

/** The embedded encoder: an embedder that also answers at once, without a promise. */
export interface StaticEncoder extends Embedder {
  /** Unit vector of a text; all zero when no token of it is known. */
  encode(text: string): Float32Array;
  /** Rows of the model that a text is the sum of, repeats kept. */
  tokenise(text: string): number[];
}

// What the model was trained on; not the normal form of text/normalise.ts, which may change apart from it.
const SEGMENTS =
  /([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007]+)|([a-z0-9\u00df-\u00f6\u00f8-\u024f]+(?:'[a-z]+)?)/g;
const DIGITS = /^[0-9]{3,}$/;
const GAP = /^[ '-]*$/;
const HAN_LENGTHS = 4;
const LONGEST_NUMBER = 6;
const SUBWORD_LENGTHS = [3, 4, 5] as const;

/**
 * The bilingual static encoder: the text is cut into Chinese n-grams and Latin words, the tokens' vectors are added up
 * and brought to length 1. KefuError `input` when the files are broken.
 */
export function createStaticEncoder(files: StaticModelFiles): StaticEncoder {
  const model = readStaticModel(files);
  const tokenise = (text: string): number[] =>
    tokenRows(model.vocabulary, toSimplified(text.normalize("NFKC").toLowerCase()));
  const encode = (text: string): Float32Array => sumOfRows(model, tokenise(text));
  return {
    info: { id: "builtin:bilingual-static", digest: model.digest, dim: model.dim },
    costly: false,
    words: createWordVectors(model),
    encode,
    tokenise,
    embed: (texts) => Promise.resolve(texts.map(encode)),
    close: () => {
      if (!(files.model instanceof Uint8Array)) files.model.close();
      return Promise.resolve();
    },
  };
}

function tokenRows(vocabulary: Vocabulary, text: string): number[] {
  const rows: number[] = [];
  const push = (token: string): boolean => {
    const row = vocabulary.row(token);
    if (row >= 0) rows.push(row);
    return row >= 0;
  };
  let previous: { word: string; end: number } | undefined;
  for (const match of text.matchAll(SEGMENTS)) {
    const [whole, han, latin] = match;
    if (han !== undefined) {
      pushHan(rows, vocabulary, text, match.index, han.length);
      previous = undefined;
      continue;
    }
    const word = DIGITS.test(latin!) ? "0".repeat(Math.min(latin!.length, LONGEST_NUMBER)) : latin!;
    if (!push(word)) pushSubwords(word, push);
    if (previous !== undefined && GAP.test(text.slice(previous.end, match.index))) push(`${previous.word} ${word}`);
    previous = { word, end: match.index + whole.length };
  }
  return rows;
}

const found = new Int32Array(HAN_LENGTHS + 1);

/** Every known n-gram of a run of Han characters, overlapping ones too. */
function pushHan(rows: number[], vocabulary: Vocabulary, text: string, from: number, size: number): void {
  for (let start = 0; start < size; start++) {
    const last = Math.min(HAN_LENGTHS, size - start);
    vocabulary.rowsFrom(text, from + start, last, found);
    for (let length = 1; length <= last; length++) if (found[length]! >= 0) rows.push(found[length]!);
  }
}

/** A word that is not in the vocabulary counts as its known parts, with its ends marked. */
function pushSubwords(word: string, push: (token: string) => boolean): void {
  const marked = `<${word}>`;
  for (const length of SUBWORD_LENGTHS) {
    for (let start = 0; start + length <= marked.length; start++) push(`#${marked.slice(start, start + length)}`);
  }
}

function sumOfRows(model: StaticModel, rows: readonly number[]): Float32Array {
  const { dim, scales, values } = model;
  const sum = new Float32Array(dim);
  for (const row of rows) {
    model.need(row);
    const scale = scales[row]!;
    const offset = row * dim;
    for (let at = 0; at < dim; at++) sum[at]! += scale * values[offset + at]!;
  }
  return toUnit(sum);
}

function toUnit(sum: Float32Array): Float32Array {
  let squares = 0;
  for (let at = 0; at < sum.length; at++) squares += sum[at]! * sum[at]!;
  if (squares === 0) return sum;
  const factor = 1 / Math.sqrt(squares);
  for (let at = 0; at < sum.length; at++) sum[at]! *= factor;
  return sum;
}
