import type { Vocabulary } from "./vocabulary.js";

const LONGEST_WORD = 4;
/** What a single character, and one that is not known, take from the score of a way to cut a run. */
const SINGLE = -0.6;
const UNKNOWN = -0.5;

/** Told of a word of the text from one place up to another; `row` is −1 where its text is not the row's, as with numbers, or unknown. */
type OnWord = (text: string, from: number, to: number, row: number) => void;

/** Cuts normalised text into its Latin words and numbers, and its runs of Han characters into words of the vocabulary. */
export function wordCutter(vocabulary: Vocabulary, norm: (row: number) => number) {
  const cutHan = hanCutter(vocabulary, norm);
  return (text: string, onWord: OnWord): void => {
    for (let at = 0; at < text.length;) {
      const from = at;
      const first = text.charCodeAt(at);
      if (isHanUnit(first)) {
        while (at < text.length && isHanUnit(text.charCodeAt(at))) at++;
        cutHan(text, from, at, onWord);
      } else if (isWordUnit(first)) {
        while (at < text.length && isWordUnit(text.charCodeAt(at))) at++;
        onWord(text, from, at, first >= 0x30 && first <= 0x39 ? -1 : vocabulary.row(text, from, at));
      } else at++;
    }
  };
}

const isHanUnit = (unit: number): boolean =>
  unit >= 0x3007 &&
  ((unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    unit === 0x3007);

const isWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  unit === 0x2e ||
  (unit >= 0xdf && unit <= 0x24f && unit !== 0xf7);

/** So that the lengths of its words times their norms are most (Viterbi). */
function hanCutter(vocabulary: Vocabulary, norm: (row: number) => number) {
  let best = new Float64Array(64);
  let starts = new Int32Array(64);
  let rows = new Int32Array(64);
  const found = new Int32Array(LONGEST_WORD + 1);
  return (text: string, from: number, to: number, onWord: OnWord): void => {
    const size = to - from;
    if (size >= best.length) {
      best = new Float64Array(2 * size);
      starts = new Int32Array(2 * size);
      rows = new Int32Array(2 * size);
    }
    best.fill(-Infinity, 0, size + 1);
    best[0] = 0;
    for (let start = 0; start < size; start++) {
      const last = Math.min(LONGEST_WORD, size - start);
      vocabulary.rowsFrom(text, from + start, last, found);
      for (let length = 1; length <= last; length++) {
        const row = found[length]!;
        if (row < 0 && length > 1) continue;
        const worth = length > 1 ? (norm(row) * length) / 2 : row < 0 ? SINGLE + UNKNOWN : SINGLE;
        if (best[start]! + worth <= best[start + length]!) continue;
        best[start + length] = best[start]! + worth;
        starts[start + length] = start;
        rows[start + length] = row;
      }
    }
    // The way back, turned round in place: where each word of the way ends.
    for (let end = size, next = -1; end >= 0;) {
      const start = end > 0 ? starts[end]! : -1;
      starts[end] = next;
      next = end;
      end = start;
    }
    for (let start = 0; start < size; start = starts[start]!) {
      const end = starts[start]!;
      onWord(text, from + start, from + end, rows[end]!);
    }
  };
}
