import { parseLabel } from "../blocks/labels.js";
import { markOf } from "../blocks/marks.js";
import type { Block } from "../blocks/blocks.js";
import type { PdfLine } from "./lines.js";

/** What the lines of a document are measured against. */
interface Measure {
  /** Font size of most of the text. */
  readonly body: number;
  readonly bodyFonts: ReadonlySet<string>;
  /** Sizes of headings, largest first. */
  readonly headings: readonly number[];
  /** Usual distance of two lines, in font sizes. */
  readonly leading: number;
}

const WIDE = /[\u2e80-\uffef]/;

function mostOf<T>(lines: readonly PdfLine[], key: (line: PdfLine) => T): T | undefined {
  const letters = new Map<T, number>();
  for (const line of lines) letters.set(key(line), (letters.get(key(line)) ?? 0) + line.text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

function measure(lines: readonly PdfLine[]): Measure {
  const body = mostOf(lines, ({ size }) => rounded(size)) ?? 10;
  const plain = lines.filter(({ size }) => Math.abs(size - body) <= 0.06 * body);
  const main = mostOf(plain, ({ fonts }) => fonts[0]!);
  const bodyFonts = new Set(
    plain.filter(({ fonts }) => main !== undefined && fonts.includes(main)).flatMap(({ fonts }) => fonts),
  );
  const sizes = lines
    .filter(({ size, text }) => size >= body * 1.12 && text.length <= 120)
    .map(({ size }) => rounded(size));
  const headings = [...new Set(sizes)].sort((a, b) => b - a);
  const steps: number[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before === undefined || before.page !== line.page || before.size !== line.size) continue;
    const step = (before.y - line.y) / line.size;
    if (step > 0.8 && step < 3) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  return { body, bodyFonts, headings, leading: steps[Math.floor(steps.length * 0.4)] ?? 1.3 };
}

/** Lines of one column: their edges tell where a paragraph begins and ends. */
interface Column {
  readonly left: number;
  readonly right: number;
}

/** The column of each line: lines near it that begin or end alike. */
function columnsOf(lines: readonly PdfLine[]): Column[] {
  const columns: Column[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at];
    const before = lines[at - 1];
    const next =
      line !== undefined && before !== undefined && (line.page !== before.page || line.y > before.y + 2 * line.size);
    if (line !== undefined && !next) continue;
    const part = lines.slice(from, at);
    const left = part.reduce((least, { x }) => Math.min(least, x), Infinity);
    const right = part.reduce((most, item) => Math.max(most, item.right), -Infinity);
    for (let count = part.length; count > 0; count--) columns.push({ left, right });
    from = at;
  }
  return columns;
}

function firstWord(line: PdfLine): number {
  const [word = ""] = line.text.split(" ");
  if (WIDE.test(line.text.charAt(0))) return line.size * 1.5;
  const perLetter = (line.right - line.x) / Math.max(1, line.text.length);
  return perLetter * (Math.min(word.length, 40) + 1);
}

function startsAnew(text: string): boolean {
  return markOf(text) !== undefined || (parseLabel(text) !== undefined && !/^(?:[a-z][.)]|\d+[.:])\S/i.test(text));
}

function headingLevel(line: PdfLine, { headings, body }: Measure): number | undefined {
  if (line.size < body * 1.12) return undefined;
  return Math.min(6, 1 + Math.max(0, headings.indexOf(rounded(line.size))));
}

function isBold(line: PdfLine, { bodyFonts }: Measure): boolean {
  return line.fonts.every((font) => !bodyFonts.has(font));
}

/** Whether a line goes on with the paragraph of the line before. */
function continues(
  before: PdfLine,
  line: PdfLine,
  column: Column,
  columnBefore: Column,
  all: Measure,
  labelled: boolean,
): boolean {
  if (Math.abs(before.size - line.size) > 0.08 * line.size) return false;
  const heading = headingLevel(line, all) !== undefined;
  if (isBold(before, all) !== isBold(line, all) && !heading) return false;
  if (startsAnew(line.text)) return false;
  const sentenceEnds = /[。！？.!?；;：:][”"’』」）)\]]*$/.test(before.text);
  const fits = columnBefore.right - before.right > firstWord(line);
  const turned = line.page !== before.page || line.y >= before.y;
  if (turned) return !heading && !sentenceEnds && !fits;
  const step = (before.y - line.y) / line.size;
  if (step > all.leading * 1.3 + 0.1) return false;
  if (heading) return true;
  const indent = line.x - before.x;
  // A first line is set in; after a label the following lines are.
  if (!labelled && indent > 1.2 * line.size && before.x - columnBefore.left < 1.2 * line.size && sentenceEnds)
    return false;
  if (labelled && /[?？]$/.test(before.text) && fits) return false;
  if (!fits || /[，、,]$/.test(before.text)) return true;
  const lower = /^[a-z,，。、;；)）]/.test(line.text) && !sentenceEnds;
  const nearly =
    !sentenceEnds &&
    columnBefore.right - before.right < 0.2 * (columnBefore.right - columnBefore.left) &&
    WIDE.test(line.text.charAt(0));
  return lower || (nearly && column.left === columnBefore.left);
}

function join(before: string, after: string): string {
  if (/[\p{L}]-$/u.test(before) && /^\p{Ll}/u.test(after)) return joinHyphen(before, after);
  const tight = /[\u2e80-\uffef]$/.test(before) && /^[\u2e80-\uffef]/.test(after);
  // A long address goes on without a space.
  const address = /https?:\/\/\S{20,}[/\-_=&?.]$/.test(before);
  return tight || address ? before + after : `${before} ${after}`;
}

/** `knowl-` + `edge` is one word; `state-of-the-` + `art` keeps its hyphens. */
function joinHyphen(before: string, after: string): string {
  return /-\p{L}+-$/u.test(before) ? before + after : before.slice(0, -1) + after;
}

function blockOf(text: string, first: PdfLine, all: Measure): Block {
  const { page } = first;
  const level = headingLevel(first, all);
  const label = parseLabel(text);
  const labelled = label !== undefined && label.rest !== "" ? { label: label.label, text: label.rest } : { text };
  if (level !== undefined && text.length <= 200) return { kind: "heading", level, ...labelled, page };
  const bold = isBold(first, all) ? { bold: true } : {};
  const bullet = label?.family === "bullet" && label.rest !== "";
  return { kind: bullet ? "item" : "paragraph", ...(bullet ? { level: 1 } : {}), ...labelled, ...bold, page };
}

/** Paragraphs and headings of a document's lines, which stand in reading order. */
export function pdfBlocks(lines: readonly PdfLine[]): Block[] {
  const all = measure(lines);
  const columns = columnsOf(lines);
  const blocks: Block[] = [];
  let open: { text: string; first: PdfLine } | undefined;
  const flush = () => {
    if (open !== undefined && open.text !== "") blocks.push(blockOf(open.text, open.first, all));
  };
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const labelled = open !== undefined && parseLabel(open.text) !== undefined;
    if (
      open !== undefined &&
      before !== undefined &&
      continues(before, line, columns[at]!, columns[at - 1]!, all, labelled)
    ) {
      open.text = join(open.text, line.text);
    } else {
      flush();
      open = { text: line.text, first: line };
    }
  }
  flush();
  return blocks;
}
