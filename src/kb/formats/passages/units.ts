import { sentencesOf } from "../../../text/sentences.js";
import type { Block } from "../blocks/blocks.js";
import { PASSAGE, textSize } from "./size.js";

/** A piece of a section that should stay whole, with where it stands. */
export interface PassageUnit {
  readonly text: string;
  /** Belongs to the unit before: an item to its list, a sentence to its paragraph. */
  readonly continues: boolean;
  /** Put between it and the unit before. */
  readonly joint: string;
  /** Repeated at the top of a passage that begins with this unit: a list's lead-in, a table's header row. */
  readonly lead?: string;
  readonly line?: number;
  readonly page?: number;
}

/** A sentence that announces a list. */
const LEADS_IN = /[:：]\s*$|(?:如下|以下|下列|包括|following|as follows)[^。.]{0,12}[:：。.]?\s*$/i;

/** Cuts blocks into units: paragraphs (long ones by sentences), list items, rows of tables. */
export function unitsOf(blocks: readonly Block[]): PassageUnit[] {
  const units: PassageUnit[] = [];
  let lead: string | undefined;
  blocks.forEach((block, at) => {
    const before = blocks[at - 1];
    const place = placeOf(block);
    if (block.kind === "table") units.push(...tableUnits(block, place));
    else if (block.kind === "item") {
      // The items of one list share the sentence that announces it.
      if (before?.kind !== "item") lead = leadOf(before);
      const follows = before?.kind === "item" || lead !== undefined;
      const text = itemText(block);
      units.push({ text, continues: follows, joint: "\n", ...(lead === undefined ? {} : { lead }), ...place });
    } else if (block.kind === "code") units.push({ text: block.text, continues: false, joint: "\n", ...place });
    else units.push(...paragraphUnits(labelled(block), place));
  });
  return units;
}

function paragraphUnits(text: string, place: Pick<PassageUnit, "line" | "page">): PassageUnit[] {
  if (textSize(text) <= PASSAGE.aim) return [{ text, continues: false, joint: "\n", ...place }];
  const sentences = sentencesOf(text);
  return sentences.flatMap(({ text: sentence, start }, at) => {
    const gap = at === 0 ? "\n" : text.slice(sentences[at - 1]!.end, start).includes("\n") ? "\n" : gapOf(text, start);
    return cutLong(sentence).map((piece, part) => ({
      text: piece,
      continues: at > 0 || part > 0,
      joint: part > 0 ? "" : gap,
      ...place,
    }));
  });
}

const gapOf = (text: string, start: number): string => (/\s/.test(text[start - 1] ?? "") ? " " : "");

/** A sentence without an end (a page of words and commas) is cut at its semicolons, then commas, at last anywhere. */
function cutLong(sentence: string): string[] {
  if (textSize(sentence) <= PASSAGE.longestSentence) return [sentence];
  const parts = sentence.match(/[^；;，,、\s]{1,400}[；;，,、\s]*/g) ?? [sentence];
  const pieces: string[] = [];
  let piece = "";
  let size = 0;
  for (const part of parts) {
    const more = textSize(part);
    if (piece !== "" && size + more > PASSAGE.aim) {
      pieces.push(piece);
      [piece, size] = ["", 0];
    }
    piece += part;
    size += more;
  }
  return [...pieces, piece].filter((one) => one.trim() !== "");
}

function tableUnits(block: Block, place: Pick<PassageUnit, "line" | "page">): PassageUnit[] {
  const rows = block.text.split("\n").filter((row) => row.trim() !== "");
  const [header, ...rest] = rows;
  if (header === undefined) return [];
  if (rest.length === 0) return [{ text: header, continues: false, joint: "\n", ...place }];
  return rest.map((row, at) => ({
    text: at === 0 ? `${header}\n${row}` : row,
    continues: at > 0,
    joint: "\n",
    ...(at === 0 ? {} : { lead: header }),
    ...place,
  }));
}

/** The sentence that announces the list an item is in. */
function leadOf(before: Block | undefined): string | undefined {
  if (before?.kind !== "paragraph" || !LEADS_IN.test(before.text)) return undefined;
  return sentencesOf(before.text).at(-1)?.text;
}

function labelled({ label, text }: Block): string {
  return label === undefined || label === "" ? text : `${label}${/[A-Za-z0-9.)]$/.test(label) ? " " : ""}${text}`;
}

function itemText(block: Block): string {
  const indent = "  ".repeat(Math.max(0, (block.level ?? 1) - 1));
  const { label } = block;
  if (label === undefined || /^[-*•·●○■□◆▪‣]$/.test(label)) return `${indent}- ${block.text}`;
  return indent + labelled(block);
}

/** Where a block stands, as far as its format tells. */
export function placeOf({ line, page }: Block): Pick<Block, "line" | "page"> {
  return { ...(line === undefined ? {} : { line }), ...(page === undefined ? {} : { page }) };
}
