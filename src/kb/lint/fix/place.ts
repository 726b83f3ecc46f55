import type { FaqEntry } from "../../entry.js";
import type { Field } from "../rule.js";

/** Text of a file between two offsets (UTF-16 units) that is to be replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change of one text of an entry; an empty new text takes a similar question out. */
export interface Change {
  readonly entry: FaqEntry;
  readonly field: Field;
  readonly from: string;
  readonly to: string;
}

/** How the text of a field may stand in a file: as it is, as JSON has it, with doubled quotes as csv has it. */
const WRITINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('"', '""'),
  (text) => JSON.stringify(text).slice(1, -1),
];

/** Start of each line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

const lineOf = ({ source }: FaqEntry): number | undefined => source.row ?? source.line;

/** Where entries stand in their file: from their line to the next entry's; the whole file where there are no lines. */
export class Spans {
  private readonly starts: readonly number[];
  private readonly lines: readonly number[];

  constructor(
    private readonly text: string,
    entries: readonly FaqEntry[],
  ) {
    this.starts = lineStarts(text);
    this.lines = [...new Set(entries.flatMap((entry) => lineOf(entry) ?? []))].sort((a, b) => a - b);
  }

  of(entry: FaqEntry): { start: number; end: number } {
    const own = lineOf(entry);
    const start = own === undefined ? undefined : this.starts[own - 1];
    if (own === undefined || start === undefined) return { start: 0, end: this.text.length };
    const next = this.lines.find((line) => line > own);
    return { start, end: next === undefined ? this.text.length : (this.starts[next - 1] ?? this.text.length) };
  }
}

function* occurrences(text: string, wanted: string, start: number, end: number): Iterable<number> {
  for (let at = text.indexOf(wanted, start); at >= 0 && at + wanted.length <= end; at = text.indexOf(wanted, at + 1)) {
    yield at;
  }
}

/** The lines that differ, where both texts have as many; else both texts whole. Long texts stand in files with line ends of their own. */
function pieces({ from, to }: Change): { from: string; to: string }[] {
  const [before, after] = [from.split("\n"), to.split("\n")];
  if (before.length !== after.length) return [{ from, to }];
  return before.flatMap((line, at) => (line === after[at] ? [] : [{ from: line, to: after[at]! }]));
}

/** The places of a list item: its whole line, or with the separator beside it, or alone. */
function* removals(text: string, at: number, length: number): Iterable<Edit> {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = text.indexOf("\n", at + length);
  const before = text.slice(lineStart, at);
  const after = text.slice(at + length, lineEnd < 0 ? text.length : lineEnd);
  if (/^\s*(?:[-*•·]\s+|\d{1,3}[.、)）]\s*|"|'|,\s*)*$/.test(before) && /^["',\s]*$/.test(after) && lineEnd >= 0) {
    yield { start: lineStart, end: lineEnd + 1, text: "" };
  }
  const left = /(?:\r?\n|[;；|｜]|,\s*")\s*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0];
  const right = /^"?\s*(?:\r?\n|[;；|｜]|,)/.exec(text.slice(at + length, at + length + 40))?.[0];
  if (right !== undefined) yield { start: at, end: at + length + right.length, text: "" };
  if (left !== undefined) {
    const quote = left.endsWith('"') && text[at + length] === '"' ? 1 : 0;
    yield { start: at - left.length, end: at + length + quote, text: "" };
  }
  yield { start: at, end: at + length, text: "" };
}

/**
 * Ways to make a change in a file, likeliest first, each a list of edits that belong together. Which of them is right is
 * told by reading the file again.
 */
export function waysToChange(text: string, change: Change, span: { start: number; end: number }): Edit[][] {
  if (change.to === "") {
    const found = WRITINGS.map((write) => write(change.from)).filter((form, at, all) => all.indexOf(form) === at);
    return found.flatMap((form) =>
      [...occurrences(text, form, span.start, span.end)].flatMap((at) =>
        [...removals(text, at, form.length)].map((edit) => [edit]),
      ),
    );
  }
  const parts = pieces(change).map((piece) =>
    WRITINGS.flatMap((write) => {
      const [from, to] = [write(piece.from), write(piece.to)];
      return [...occurrences(text, from, span.start, span.end)].map((start) => ({
        start,
        end: start + from.length,
        text: to,
      }));
    }).filter((edit, at, all) => all.findIndex((other) => other.start === edit.start && other.end === edit.end) === at),
  );
  if (parts.some((places) => places.length === 0)) return [];
  // The nth place of every part goes together: parts that stand once are the same in every way.
  const most = Math.max(...parts.map((places) => places.length));
  return Array.from({ length: most }, (_, n) => parts.map((places) => places[Math.min(n, places.length - 1)]!));
}

/** @param edits none overlaps another; any order */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = "";
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    out += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return out + text.slice(from);
}

/** True when two edits touch the same characters; edits that only meet do not. */
export function overlaps(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  return sorted.some((edit, at) => at > 0 && edit.start < sorted[at - 1]!.end);
}
