import { LABEL_RANK, type ParsedLabel, parseLabel } from "../blocks/labels.js";
import type { Block } from "../blocks/blocks.js";
import { textSize } from "./size.js";

/** One line of the document, with the number or sign in front of it. */
interface Line {
  readonly block: Block;
  readonly label: ParsedLabel | undefined;
  /** Without the label. */
  readonly text: string;
}

/** Longest headings, in the measure of `textSize`. */
const MOST_TITLE = 60;
const MOST_LABELLED = 45;
const MOST_BARE = 25;
/** Least text below a heading that nothing but its shortness marks. */
const LEAST_BODY = 80;
const MOST_ITEM = 150;

const ENDS = /[。！？!?.；;，,、：:…]["”’」』）)]*$/;
const STOPS = /[。！？!?…]["”’」』）)]*$|[^.]\.["”’)]*$/;

/** Paragraphs of several lines, a block for each line. */
export function linesOf(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "paragraph" || !block.text.includes("\n")) return [block];
    return block.text
      .split("\n")
      .map((text, at) => ({
        ...block,
        text: text.trim(),
        ...(block.line === undefined ? {} : { line: block.line + at }),
      }))
      .filter(({ text }) => text !== "");
  });
}

/**
 * Finds the headings of a document that has no styles: a short first line, numbered short lines above text (一、, （一）, 1.1, 第一章),
 * bold lines, short lines between paragraphs. Numbered lines that stand together are a list. Real headings stay as they are.
 * @param blocks one line each
 */
export function withOutline(blocks: readonly Block[], hasTitle: boolean): Block[] {
  const lines = blocks.map((block) => lineOf(block));
  const styled = blocks.filter(({ kind }) => kind === "heading").length;
  const out: Block[] = [];
  let base = hasTitle ? 0 : 1;
  let ranks: number[] = [];
  lines.forEach((line, at) => {
    const { block } = line;
    if (block.kind === "heading") {
      base = block.level ?? 1;
      ranks = [];
      out.push(block);
      return;
    }
    if (at === 0 && !hasTitle && styled === 0 && isTitle(line, lines[1])) {
      out.push({ ...block, kind: "heading", level: 1 });
      return;
    }
    const rank = rankOf(lines, at, styled);
    if (rank === undefined) out.push(bodyOf(line));
    else {
      ranks = [...ranks.filter((other) => other < rank), rank];
      out.push(headingBlock(line, base + ranks.length));
    }
  });
  return out;
}

function lineOf(block: Block): Line {
  if (block.kind !== "paragraph") return { block, label: undefined, text: block.text };
  const label = parseLabel(block.label === undefined ? block.text : `${block.label} ${block.text}`);
  return { block, label, text: label?.rest ?? block.text };
}

function isTitle({ block, label, text }: Line, next: Line | undefined): boolean {
  return (
    block.kind === "paragraph" &&
    label === undefined &&
    !ENDS.test(text) &&
    textSize(text) <= MOST_TITLE &&
    next !== undefined
  );
}

/** How deep a heading is among those without style; `undefined` for text. */
function rankOf(lines: readonly Line[], at: number, styled: number): number | undefined {
  const { block, label, text } = lines[at]!;
  const [before, next] = [lines[at - 1], lines[at + 1]];
  if (block.kind !== "paragraph" || next === undefined || ENDS.test(text) || text === "") return undefined;
  const size = textSize(text);
  if (label !== undefined) {
    if (label.family === "bullet" || size > MOST_LABELLED || /[。！？]/.test(text)) return undefined;
    // In a list its neighbours are numbered in the same way.
    if (isSame(label, next.label) || isSame(label, before?.label)) return undefined;
    const deeper = next.block.kind === "heading" || (next.label !== undefined && depthOf(next.label) > depthOf(label));
    return deeper || hasText(next) ? depthOf(label) : undefined;
  }
  if (block.bold === true && size <= MOST_LABELLED && hasText(next)) return 80;
  const bare = styled < 2 && size <= MOST_BARE && !/[，,。：:|]/.test(text) && /\p{L}{2}/u.test(text);
  const between = before === undefined || before.block.kind === "heading" || STOPS.test(before.text);
  return bare && between && hasText(next) && textSize(next.text) >= LEAST_BODY ? 90 : undefined;
}

const depthOf = ({ family, depth }: ParsedLabel): number => LABEL_RANK[family] * 10 + depth;

const isSame = (a: ParsedLabel, b: ParsedLabel | undefined): boolean => b !== undefined && depthOf(a) === depthOf(b);

/** Something that a heading may stand above: a sentence, a list, a table. */
function hasText({ block, label, text }: Line): boolean {
  if (block.kind !== "paragraph") return block.kind !== "heading";
  return label?.family === "bullet" || STOPS.test(text) || /[：:]$/.test(text) || textSize(text) > MOST_TITLE;
}

function headingBlock({ block, label, text }: Line, level: number): Block {
  return { ...block, kind: "heading", level, text, ...(label === undefined ? {} : { label: label.label }) };
}

/** Text; a short numbered line is an item of a list. */
function bodyOf({ block, label, text }: Line): Block {
  if (label === undefined || text === "" || block.kind !== "paragraph" || textSize(text) > MOST_ITEM) return block;
  return { ...block, kind: "item", level: block.level ?? 1, text, label: label.label };
}
