/** A piece of text at its place on a page; points, from the lower left corner. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
  readonly font: string;
}

/** A line, or the part of one that stands in a column. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly fonts: readonly string[];
  readonly page: number;
}

const WIDE = "\\u2e80-\\u303f\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef";
const SPACE_BETWEEN_WIDE = new RegExp(`([${WIDE}]) +(?=[${WIDE}])`, "g");
const SPACED_LETTERS = /^[A-Za-z0-9](?: [A-Za-z0-9]){2,}[?!.,:;]?$/;
const MOST_TOKENS = 12;

/** `F A Q` is `FAQ`; in Chinese no space between two characters means anything. */
function joinLetters(text: string): string {
  return text.replace(SPACE_BETWEEN_WIDE, "$1");
}

function lettersApart(text: string): boolean {
  const tokens = text.trim().split(" ");
  const single = tokens.filter((token) => [...token].length === 1).length;
  return tokens.length >= 3 && single >= tokens.length - 1 && tokens.length <= 4 * MOST_TOKENS;
}

function isAbove(item: PdfItem, size: number, y: number): boolean {
  return item.size < size * 0.8 && item.y > y + size * 0.15 && /^\d{1,3}$/.test(item.text.trim());
}

/** The text of items side by side: a gap of a sixth of the font size is a space, whatever the file says. */
function textOf(items: readonly PdfItem[], size: number, y: number): string {
  const spaced = items
    .filter(({ text }) => text.trim() !== "")
    .some(({ text }) => SPACED_LETTERS.test(text.trim()) || lettersApart(text));
  let text = "";
  let end: number | undefined;
  let space = false;
  for (const item of items) {
    if (item.text.trim() === "") {
      space ||= item.text !== "";
      continue;
    }
    const gap = end === undefined ? 0 : item.x - end;
    const least = spaced ? 0.6 : 0.16;
    const apart = end !== undefined && (gap > least * size || (space && gap > (spaced ? 0.3 : -0.3) * size));
    const own = spaced && lettersApart(item.text) ? item.text.replaceAll(" ", "") : item.text;
    const shown = isAbove(item, size, y) ? `[${own.trim()}]` : own;
    text += `${apart && !text.endsWith(" ") ? " " : ""}${shown}`;
    end = item.x + item.width;
    space = false;
  }
  return joinLetters(
    text
      .replace(/[\u00ad\u200b\ufeff]/g, "")
      .replace(/[\s\u00a0]+/g, " ")
      .trim(),
  );
}

function lineOf(items: readonly PdfItem[], page: number): PdfLine | undefined {
  const written = items.filter(({ text }) => text.trim() !== "");
  const first = written[0];
  if (first === undefined) return undefined;
  const letters = new Map<number, number>();
  for (const { size, text } of written) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const size = [...letters].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]![0];
  const y = written.find((item) => item.size === size)!.y;
  const right = written.reduce((most, item) => Math.max(most, item.x + item.width), first.x);
  const fonts = [...new Set(written.map(({ font }) => font))];
  return { text: textOf(items, size, y), x: first.x, right, y, size, fonts, page };
}

/** Items whose boxes overlap by more than half in height stand on one line. */
function rowsOf(items: readonly PdfItem[]): PdfItem[][] {
  const sorted = [...items].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: { items: PdfItem[]; low: number; high: number }[] = [];
  for (const item of sorted) {
    const low = item.y;
    const high = item.y + item.size * 0.8;
    // Sorted by height, an item can only belong to one of the last few rows.
    const row = rows.slice(-3).findLast((other) => {
      const shared = Math.min(high, other.high) - Math.max(low, other.low);
      return shared > 0.5 * Math.min(high - low, other.high - other.low);
    });
    if (row === undefined) rows.push({ items: [item], low, high });
    else row.items.push(item);
  }
  return rows.map((row) => row.items.sort((a, b) => a.x - b.x));
}

/** A gap this many font sizes wide may be one between columns. */
const COLUMN_GAP = 1.2;

/**
 * The lines of a page from top to bottom. Where a gap is wide a line is parted: the parts may stand in different columns
 * (those that do not, are joined again by {@link joinParts}).
 */
export function pageLines(items: readonly PdfItem[], page: number): PdfLine[][] {
  return rowsOf(items).flatMap((row) => {
    const parts: PdfItem[][] = [[]];
    let end: number | undefined;
    for (const item of row) {
      const wide = end !== undefined && item.text.trim() !== "" && item.x - end > COLUMN_GAP * item.size;
      if (wide) parts.push([]);
      parts.at(-1)!.push(item);
      if (item.text.trim() !== "") end = item.x + item.width;
    }
    const lines = parts.map((part) => lineOf(part, page)).filter((line) => line !== undefined);
    return lines.length === 0 ? [] : [lines];
  });
}

/** Parts of one row that stand in the same column are one line again. */
export function joinParts(parts: readonly PdfLine[]): PdfLine {
  const [first] = parts;
  if (parts.length === 1 || first === undefined) return first!;
  const longest = [...parts].sort((a, b) => b.text.length - a.text.length)[0]!;
  return {
    ...longest,
    text: joinLetters(parts.map(({ text }) => text).join(" ")),
    x: first.x,
    right: Math.max(...parts.map(({ right }) => right)),
    fonts: [...new Set(parts.flatMap(({ fonts }) => fonts))],
  };
}
