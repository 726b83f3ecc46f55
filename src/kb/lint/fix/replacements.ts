import type { FaqEntry } from "../../entry.js";
import type { Finding } from "../run.js";
import { isWritable } from "./fix-source.js";
import { lineStarts, Spans, waysToChange } from "./place.js";

/** Text of a file that is to be replaced; lines and columns (UTF-16 units) count from 1, the end is not part of it. */
interface Replacement {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** Place of the last start at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The fixes of findings as places in the text of their file, by fingerprint; only where a text stands just once, so that
 * the place is sure without reading the file again.
 * @param entries all of this file
 */
export function replacementsOf(
  file: string,
  bytes: Uint8Array,
  findings: readonly Pick<Finding, "entry" | "field" | "fix" | "fingerprint" | "where">[],
  entries: readonly FaqEntry[],
): Map<string, readonly Replacement[]> {
  const found = new Map<string, readonly Replacement[]>();
  if (!isWritable(file)) return found;
  const text = new TextDecoder("utf-8").decode(bytes);
  const starts = lineStarts(text);
  const spans = new Spans(text, entries);
  for (const { entry, field, fix, fingerprint } of findings) {
    if (entry === undefined || field === undefined || fix === undefined || fix.to === "") continue;
    const [only, ...more] = waysToChange(text, { entry, field, ...fix }, spans.of(entry));
    if (only === undefined || more.length > 0) continue;
    const position = (offset: number): { line: number; column: number } => {
      const line = lineAt(starts, offset);
      return { line: line + 1, column: offset - starts[line]! + 1 };
    };
    found.set(
      fingerprint,
      only.map(({ start, end, text: inserted }) => {
        const [from, to] = [position(start), position(end)];
        return {
          startLine: from.line,
          startColumn: from.column,
          endLine: to.line,
          endColumn: to.column,
          text: inserted,
        };
      }),
    );
  }
  return found;
}
