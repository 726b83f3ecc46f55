import { parseLabel, type ParsedLabel } from "./labels.js";
import { type Mark, markOf } from "./marks.js";
import type { Block } from "./blocks.js";
import { looksLikeQuestion } from "../guess.js";

/** One line of a document with all that tells whether it is a question. */
export interface Unit {
  readonly at: number;
  /** Index of its block. */
  readonly block: number;
  readonly kind: Block["kind"];
  readonly level: number;
  readonly bold: boolean;
  /** First line of its block. */
  readonly first: boolean;
  /** As shown, with the label. */
  readonly full: string;
  /** Without the label. */
  readonly text: string;
  readonly label: ParsedLabel | undefined;
  readonly mark: Mark | undefined;
  readonly line: number | undefined;
  readonly page: number | undefined;
}

const ENDS_ASKING = /[?？][\s)）\]】」』”"'*]*(?:[（(][^（）()]{1,40}[)）]\s*)?$|(?:吗|嗎|呢|么|麼)[。.…\s]*$/;
const LONGEST_QUESTION = 240;

/** Ends as only a question does. */
export function endsAsking(text: string): boolean {
  return text.length <= LONGEST_QUESTION && ENDS_ASKING.test(text.trim());
}

/** Ends as a question does, or is one short sentence with a question word. */
export function asks(text: string): boolean {
  const plain = text.trim();
  if (endsAsking(plain)) return plain.length >= 3;
  return plain.length <= 90 && !/[。；;.!！:：，,]\s*$|[。；！!]\S/.test(plain) && looksLikeQuestion(plain);
}

/** `label text` as people see it; signs that take the width of a character need no space after them. */
export function joinLabel(label: string | undefined, text: string): string {
  if (label === undefined || label === "") return text;
  return /[、）】：，]$/.test(label) ? `${label}${text}` : `${label} ${text}`;
}

function unitOf(block: Block, index: number, line: string, lineAt: number, at: number): Unit {
  const first = lineAt === 0;
  const full = first ? joinLabel(block.label, line) : line;
  const bullet = parseLabel(full);
  // `• Q: …` and `1. 问：…` are questions all the same.
  const marked = bullet === undefined || bullet.family === "letter" ? full : bullet.rest;
  return {
    at,
    block: index,
    kind: block.kind,
    level: block.level ?? 0,
    bold: block.bold === true,
    first,
    full,
    text: bullet === undefined ? full : bullet.rest,
    label: bullet,
    mark: block.kind === "code" || block.kind === "table" ? undefined : markOf(marked),
    line: block.line === undefined ? undefined : block.line + lineAt,
    page: block.page,
  };
}

/** The lines of all blocks in order. Code and tables stay whole. */
export function unitsOf(blocks: readonly Block[]): Unit[] {
  const units: Unit[] = [];
  for (const [index, block] of blocks.entries()) {
    const whole = block.kind === "code" || block.kind === "table";
    const lines = whole ? [block.text] : block.text.split("\n");
    for (const [lineAt, line] of lines.entries()) {
      const trimmed = whole ? line : line.trim();
      if (trimmed !== "" || (lineAt === 0 && block.label !== undefined)) {
        units.push(unitOf(block, index, trimmed, lineAt, units.length));
      }
    }
  }
  return units;
}

const CONTENTS = /^(?:目\s*[录錄]|(?:table of )?contents|index)[:：]?$/i;
const LEADERS = /[\s.．…·・_-]*\d{0,4}$/;

const MOST_REPEATS = 20;

/** Empty for what is too long to be listed. */
function bareText(block: Block): string {
  if (block.text.length > LONGEST_QUESTION) return "";
  const label = parseLabel(block.text);
  return (label === undefined ? block.text : label.rest).replace(LEADERS, "").replace(/\s+/g, "").toLowerCase();
}

/**
 * Blocks of a list of contents: three and more in a row whose words stand again further down, in the same order, and the title
 * above them.
 */
export function contentsIn(blocks: readonly Block[]): Set<number> {
  const places = new Map<string, number[]>();
  for (const [at, block] of blocks.entries()) {
    const text = bareText(block);
    const known = places.get(text);
    if (known !== undefined && known.length < MOST_REPEATS) known.push(at);
    else if (known === undefined && text.length >= 2) places.set(text, [at]);
  }
  const found = new Set<number>();
  let run: number[] = [];
  let target = -1;
  const flush = (end: number) => {
    // The run must end before what it lists begins.
    const first =
      run[0] === undefined ? undefined : places.get(bareText(blocks[run[0]]!))?.find((place) => place >= end);
    if (run.length >= 3 && first !== undefined) {
      for (const at of run) found.add(at);
      if (CONTENTS.test(blocks[run[0]! - 1]?.text.trim() ?? "")) found.add(run[0]! - 1);
    }
    run = [];
    target = -1;
  };
  for (const [at, block] of blocks.entries()) {
    const next = places.get(bareText(block))?.find((place) => place > at && place > target);
    if (
      next === undefined ||
      (run.length > 0 &&
        at >= target &&
        target >= 0 &&
        at >= places.get(bareText(blocks[run[0]!]!))!.find((place) => place > run[0]!)!)
    ) {
      flush(at);
      if (next === undefined) continue;
    }
    run.push(at);
    target = next;
  }
  flush(blocks.length);
  // What is listed fills more of the document than the list; else it is a text that repeats itself.
  return found.size * 2 > blocks.length ? new Set() : found;
}
