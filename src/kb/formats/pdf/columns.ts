import { type PdfLine, joinParts } from "./lines.js";

type Row = readonly PdfLine[];

/** Rows on each side that make a gap in the middle one between columns. */
const LEAST_ROWS = 5;

function bounds(rows: readonly Row[]): { left: number; right: number } {
  let left = Infinity;
  let right = -Infinity;
  for (const row of rows) {
    for (const line of row) {
      left = Math.min(left, line.x);
      right = Math.max(right, line.right);
    }
  }
  return { left, right };
}

interface Split {
  readonly at: number;
  readonly crossing: number;
}

function crosses(line: PdfLine, at: number): boolean {
  return line.x < at - 1 && line.right > at + 1;
}

/** Columns of text are filled from edge to edge for the most part; the numbers beside a list or a table's cells are not. */
function isText(lines: readonly PdfLine[]): boolean {
  if (lines.length < LEAST_ROWS) return false;
  const left = lines.reduce((least, line) => Math.min(least, line.x), Infinity);
  const right = lines.reduce((most, line) => Math.max(most, line.right), -Infinity);
  const filled = lines.reduce((sum, line) => sum + line.right - line.x, 0) / lines.length;
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length;
  return filled >= 0.45 * (right - left) && letters >= 8;
}

function columnGap(rows: readonly Row[]): Split | undefined {
  const lines = rows.flat();
  const { left, right } = bounds(rows);
  const width = right - left;
  let best: Split | undefined;
  const starts = [...new Set(lines.map(({ x }) => Math.round(x)))];
  for (const start of starts) {
    const at = start - 3;
    if (at < left + 0.2 * width || at > left + 0.8 * width) continue;
    const crossing = lines.filter((line) => crosses(line, at)).length;
    if (crossing > 0.35 * lines.length || (best !== undefined && crossing >= best.crossing)) continue;
    const before = lines.filter((line) => line.right <= at + 1);
    const after = lines.filter((line) => line.x >= at - 1);
    if (isText(before) && isText(after)) best = { at, crossing };
  }
  return best;
}

/** Rows in reading order: the left column before the right one, between lines that run across both. */
export function readingOrder(rows: readonly Row[], depth = 0): PdfLine[] {
  const gap = depth > 3 || rows.length < LEAST_ROWS ? undefined : columnGap(rows);
  if (gap === undefined) return rows.map(joinParts);
  const ordered: PdfLine[] = [];
  let left: Row[] = [];
  let right: Row[] = [];
  const flush = () => {
    if (left.length > 0) ordered.push(...readingOrder(left, depth + 1));
    if (right.length > 0) ordered.push(...readingOrder(right, depth + 1));
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.some((line) => crosses(line, gap.at))) {
      flush();
      ordered.push(joinParts(row));
      continue;
    }
    const before = row.filter((line) => line.right <= gap.at + 1);
    const after = row.filter((line) => line.right > gap.at + 1);
    if (before.length > 0) left.push(before);
    if (after.length > 0) right.push(after);
  }
  flush();
  return ordered;
}
