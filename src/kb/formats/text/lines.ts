import type { Block } from "../blocks/blocks.js";
import { parseLabel } from "../blocks/labels.js";
import { markOf } from "../blocks/marks.js";

const UNDERLINE = /^\s*([=\-~*_—－])\1{2,}\s*$/;
const DECORATED =
  /^\s*(?:[=#*~\-—]{2,}\s*(\S.*?)\s*[=#*~\-—]{2,}|【([^【】]{1,30})】|\[([^[\]]{1,30})\]|(#{1,6})\s+(\S.*?)\s*#*)\s*$/;
const ENDS_SENTENCE = /[。！？!?.；;：:…”"」』）)]\s*$/;

interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly indent: number;
}

function linesOf(text: string): Line[] {
  return text.split(/\r\n|[\n\r\f\u2028\u2029]/).map((raw, at) => {
    const expanded = raw.replace(/\t/g, "  ").replace(/[\u3000\u00a0]/g, (space) => (space === "\u3000" ? "  " : " "));
    return {
      text: raw.replace(/[\t\u00a0]+/g, " ").trim(),
      line: at + 1,
      indent: expanded.length - expanded.trimStart().length,
    };
  });
}

/** Lines by their wrap: most lines of a hard-wrapped text end near the same width. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const widths = lines.filter(({ text }) => text !== "").map(({ text }) => widthOf(text));
  if (widths.length < 8) return undefined;
  const longest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (longest < 56 || longest > 140) return undefined;
  const near = widths.filter((width) => width >= longest - 14).length;
  return near * 4 >= widths.length ? longest : undefined;
}

/** Chinese characters are two wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char > "\u2e7f" ? 2 : 1;
  return width;
}

/** The room that the beginning of a line would have needed on the line before, with a little to spare. */
function firstWord(text: string): number {
  return /^[\u2e80-\uffef]/.test(text) ? 6 : widthOf(text.split(" ")[0]!) + 3;
}

function startsAnew(text: string): boolean {
  return parseLabel(text) !== undefined || markOf(text) !== undefined || DECORATED.test(text);
}

function join(before: string, after: string): string {
  const tight = /[\u2e80-\uffef]$/.test(before) && /^[\u2e80-\uffef]/.test(after);
  if (tight) return before + after;
  return /[a-z]-$/.test(before) && /^[a-z]/.test(after) ? before.slice(0, -1) + after : `${before} ${after}`;
}

function headingOf(lines: readonly Line[], at: number): Block | undefined {
  const { text, line } = lines[at]!;
  const decorated = DECORATED.exec(text);
  if (decorated !== null && markOf(text) === undefined) {
    const title = (decorated[1] ?? decorated[2] ?? decorated[3] ?? decorated[5] ?? "").trim();
    const level = decorated[4]?.length ?? 2;
    if (title !== "" && !UNDERLINE.test(title)) return { kind: "heading", level, text: title, line };
  }
  const under = UNDERLINE.exec(lines[at + 1]?.text ?? "");
  const blankBefore = at === 0 || lines[at - 1]!.text === "" || UNDERLINE.test(lines[at - 1]!.text);
  if (under === null || text === "" || UNDERLINE.test(text) || text.length > 80 || !blankBefore) return undefined;
  return { kind: "heading", level: under[1] === "=" ? 1 : 2, text, line };
}

/** Blocks of plain text: paragraphs by blank lines, by labels and marks; hard-wrapped lines joined; underlined titles. */
export function textBlocks(text: string): Block[] {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const blocks: Block[] = [];
  let open: { text: string; line: number; last: Line } | undefined;
  const flush = () => {
    if (open !== undefined) blocks.push({ kind: "paragraph", text: open.text, line: open.line });
    open = undefined;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const heading = headingOf(lines, at);
    if (line.text === "" || UNDERLINE.test(line.text)) flush();
    else if (heading !== undefined) {
      flush();
      blocks.push(heading);
    } else if (open === undefined || startsAnew(line.text)) {
      flush();
      open = { text: line.text, line: line.line, last: line };
    } else {
      const { last } = open;
      const full = width !== undefined && widthOf(last.text) + firstWord(line.text) > width;
      const wrapped = full && !(ENDS_SENTENCE.test(last.text) && line.indent > last.indent);
      open.text = wrapped ? join(open.text, line.text) : `${open.text}\n${line.text}`;
      open.last = line;
    }
  }
  flush();
  return blocks;
}
