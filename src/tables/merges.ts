import type { TableRow } from "./table.js";

/** A merged range; rows from 1, columns from 0, ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const ATTRIBUTE =
  /<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})["']/g;
/** More than the longest tag that is looked for. */
const CARRY = 400;
/** A sheet of 100,000 rows with two merges each. */
const MAX_MERGES = 500_000;

/** Column from 0 for `A`, `AB`, `XFD`. */
function columnNumber(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** The merged ranges of a sheet. They stand behind its rows, so the part is looked through once before it is read. */
export async function findMerges(chunks: AsyncIterable<Uint8Array>): Promise<Merge[]> {
  const decoder = new TextDecoder("latin1");
  const merges: Merge[] = [];
  let rest = "";
  for await (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true });
    let end = 0;
    if (text.includes("mergeCell")) {
      for (const { index, 0: whole, 1: left, 2: top, 3: right, 4: bottom } of text.matchAll(ATTRIBUTE)) {
        end = index + whole.length;
        merges.push({
          top: Number(top),
          bottom: Number(bottom),
          left: columnNumber(left!),
          right: columnNumber(right!),
        });
      }
    }
    if (merges.length > MAX_MERGES) break;
    rest = text.slice(Math.max(end, text.length - CARRY));
  }
  return merges.filter(({ top, bottom, left, right }) => bottom > top || right > left);
}

/**
 * Fills merged cells as rows come by: one merged across shows its text once, in its first column; one merged downwards
 * holds for each of its rows.
 */
export class MergeFiller {
  private readonly waiting: Merge[];
  private next = 0;
  /** By first column: the range that is open there, and the text of its first cell. */
  private readonly open = new Map<number, { merge: Merge; text: string }>();

  constructor(merges: readonly Merge[]) {
    this.waiting = [...merges].sort((a, b) => a.top - b.top || a.left - b.left);
  }

  /** A range that begins in the row that is filled next. */
  add(merge: Merge): void {
    this.waiting.push(merge);
  }

  /** @param cells changed in place */
  fill(row: number, cells: string[]): TableRow {
    for (
      let merge = this.waiting[this.next];
      merge !== undefined && merge.top <= row;
      merge = this.waiting[++this.next]
    ) {
      // Without a text in its first cell a range has nothing to say, and there may be thousands of such.
      const text = merge.top === row ? (cells[merge.left] ?? "") : "";
      if (text !== "") this.open.set(merge.left, { merge, text });
    }
    const merged: number[] = [];
    for (const [left, { merge, text }] of this.open) {
      if (merge.bottom < row) {
        this.open.delete(left);
        continue;
      }
      for (let column = left; column <= merge.right && column < cells.length; column++) cells[column] = "";
      while (cells.length <= left) cells.push("");
      cells[left] = text;
      if (row > merge.top) merged.push(left);
    }
    return { row, cells, ...(merged.length === 0 ? {} : { merged: merged.sort((a, b) => a - b) }) };
  }
}
