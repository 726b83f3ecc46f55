import type { Block } from "../blocks/blocks.js";
import { endsAsking } from "../blocks/units.js";

/** A paragraph while its runs are gathered. */
export interface OpenParagraph {
  style?: string;
  num?: string;
  depth?: number;
  outline?: number;
  centred: boolean;
  readonly runs: { text: string; bold: boolean }[];
  /** Ids of the footnotes referred to. */
  readonly notes: string[];
}

/**
 * What a paragraph of Word is by its style, numbering and type: the level of a heading is 1 to 9, the label that of a list
 * item.
 */
export interface ParagraphLook {
  readonly kind: "heading" | "paragraph" | "item";
  readonly level?: number;
  readonly label?: string;
}

interface Piece {
  text: string;
  bold: boolean;
}

function isBold(runs: readonly Piece[]): boolean {
  const written = runs.filter(({ text }) => text.trim() !== "");
  return written.length > 0 && written.every(({ bold }) => bold);
}

/** The runs of each line; breaks stand in the texts. */
function linesOf(runs: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { text, bold } of runs) {
    for (const [at, part] of text.split("\n").entries()) {
      if (at > 0) lines.push([]);
      lines.at(-1)!.push({ text: part, bold });
    }
  }
  return lines;
}

function textOf(runs: readonly Piece[]): string {
  return runs
    .map(({ text }) => text)
    .join("")
    .replace(/[\t\u00a0 ]+/g, " ")
    .replace(/ (?=[，。；：、！？）])/g, "")
    .trim();
}

/** A bold question and its answer on one line: `**Can I pay later?** Yes.` */
function boldLead(line: readonly Piece[]): Piece[] | undefined {
  let end = 0;
  while (end < line.length && (line[end]!.bold || line[end]!.text.trim() === "")) end++;
  const lead = textOf(line.slice(0, end));
  if (end === 0 || end === line.length || !endsAsking(lead)) return undefined;
  return [
    { text: lead, bold: true },
    { text: textOf(line.slice(end)), bold: false },
  ];
}

/** A paragraph as blocks: one, or more where bold lines stand above plain ones without a new paragraph between. */
export function paragraphBlocks(paragraph: OpenParagraph, look: ParagraphLook): Block[] {
  const pieces: Piece[] = [];
  for (const line of linesOf(paragraph.runs)) {
    const text = textOf(line);
    if (text === "") continue;
    const parts = look.kind === "heading" ? undefined : boldLead(line);
    const last = pieces.at(-1);
    const bold = isBold(line);
    if (parts !== undefined) pieces.push(...parts);
    else if (last !== undefined && (last.bold === bold || look.kind === "heading"))
      last.text += look.kind === "heading" ? ` ${text}` : `\n${text}`;
    else pieces.push({ text, bold });
  }
  return pieces.map(({ text, bold }, at): Block => {
    const { label, ...rest } = look;
    return {
      ...(at === 0 ? rest : { kind: "paragraph" as const }),
      text,
      ...(at === 0 && label !== undefined ? { label } : {}),
      ...(bold && look.kind !== "heading" ? { bold } : {}),
    };
  });
}
