import path from "node:path";
import type { BlockDocument } from "../blocks/blocks.js";
import type { EntryDraft, IssueLog } from "../draft.js";
import { type PassageSection, sectionsOf } from "./sections.js";
import { PASSAGE, textSize } from "./size.js";
import { type PassageUnit, unitsOf } from "./units.js";

interface Passage {
  readonly path: readonly string[];
  readonly text: string;
  readonly line?: number;
  readonly page?: number;
}

/**
 * The passages of a document without questions, in reading order: pieces of about 200–400 Chinese characters or 120–220 English
 * words under their heading path. A sentence is never cut; a table that is parted repeats its header row, a list its lead-in;
 * tiny sections under one heading stand together. The question of a passage is its heading path, with `(2/3)` where a path has
 * several passages; texts are cleaned ({@link cleanText}) and signs of the page around them (links back, counters) left out.
 * @param file as shown to people; its name stands in for the title of a document without any heading
 * @param log is told what was left out
 */
export function passageDrafts(file: string, document: BlockDocument, log?: IssueLog): EntryDraft[] {
  const fallback = path.posix.basename(file).replace(/\.[^.]+$/, "");
  const { sections, dropped } = sectionsOf(document, fallback);
  if (dropped[0] !== undefined) {
    const { line, page, text } = dropped[0];
    const where = { file, ...(line === undefined ? {} : { line }), ...(page === undefined ? {} : { page }) };
    log?.add("info", "kb.document.furniture", where, { count: dropped.length, text: text.slice(0, 40) });
  }
  const passages = mergeTiny(sections).flatMap(packSection);
  const names = passages.map((passage) => passage.path.join(" / "));
  const totals = new Map<string, number>();
  for (const name of names) totals.set(name, (totals.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return passages.map(({ path: headings, text, line, page }, at) => {
    const name = names[at]!;
    const total = totals.get(name)!;
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    const place = { ...(line === undefined ? {} : { line }), ...(page === undefined ? {} : { page }) };
    return {
      kind: "passage" as const,
      question: total === 1 ? name : `${name} (${number}/${total})`,
      similar: [],
      answers: [{ text }],
      related: [],
      negative: [],
      tags: {},
      source: { file, ...place, heading: headings.join("/") },
    };
  });
}

interface SizedSection extends PassageSection {
  readonly size: number;
  /** Made of several sections of one parent, whose headings are lines of its text. */
  readonly merged?: boolean;
}

/** Joins a tiny section with its neighbour under the same parent, and a word of introduction with the section it introduces. */
function mergeTiny(sections: readonly PassageSection[]): PassageSection[] {
  const merged: SizedSection[] = [];
  sections.forEach((section, at) => {
    const own = withText(section, sections[at + 1]);
    if (own === undefined) return;
    const last = merged.at(-1);
    const joined = last === undefined ? undefined : join(last, own);
    if (joined === undefined) merged.push(own);
    else merged[merged.length - 1] = joined;
  });
  return merged;
}

const sizeOf = (blocks: PassageSection["blocks"]): number => blocks.reduce((sum, { text }) => sum + textSize(text), 0);

/** A heading with nothing below it is text of the section above it. */
function withText(section: PassageSection, next: PassageSection | undefined): SizedSection | undefined {
  const { path: headings, blocks } = section;
  if (blocks.length > 0) return { ...section, size: sizeOf(blocks) };
  const isParent = next !== undefined && commonPath(headings, next.path).length === headings.length;
  if (isParent || headings.length < 2) return undefined;
  const own = withHeading(section, headings.length - 1);
  return { ...section, path: headings.slice(0, -1), blocks: own, size: sizeOf(own), merged: true };
}

function join(a: SizedSection, b: SizedSection): SizedSection | undefined {
  const common = commonPath(a.path, b.path).length;
  const size = a.size + b.size;
  if (common === 0 || size > PASSAGE.aim) return undefined;
  const [above, below] = [a.path.length - common, b.path.length - common];
  if (above === 0 && below > 0 && a.merged !== true) {
    return a.size < PASSAGE.introduction ? { ...a, path: b.path, blocks: [...a.blocks, ...b.blocks], size } : undefined;
  }
  // Siblings, the first of which may be several already.
  if (above > 1 || below > 1 || (above === 0 && a.merged !== true)) return undefined;
  if (Math.min(a.size, b.size) >= PASSAGE.tiny || size > PASSAGE.least) return undefined;
  const blocks = [...withHeading(a, common), ...withHeading(b, common)];
  return { ...a, path: a.path.slice(0, common), blocks, size: sizeOf(blocks), merged: true };
}

function withHeading(section: PassageSection, depth: number): PassageSection["blocks"] {
  const { path: headings, blocks, line, page } = section;
  const place = { ...(line === undefined ? {} : { line }), ...(page === undefined ? {} : { page }) };
  const own = headings.slice(depth).map((text) => ({ kind: "paragraph" as const, text, ...place }));
  return [...own, ...blocks];
}

function commonPath(a: readonly string[], b: readonly string[]): string[] {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** Fills passages with the units of a section, so that all are about as long. */
function packSection(section: PassageSection): Passage[] {
  const units = unitsOf(section.blocks);
  const total = units.reduce((sum, { text }) => sum + textSize(text), 0);
  // As few passages as keep near the aim, and these of one size, so that no stub is left at the end.
  const goal = total <= PASSAGE.most ? Infinity : total / Math.ceil(total / PASSAGE.aim);
  const passages: Passage[] = [];
  let taken: PassageUnit[] = [];
  let size = 0;
  const flush = (): void => {
    if (taken.length > 0) passages.push(passageOf(section, taken));
    [taken, size] = [[], 0];
  };
  for (const [at, unit] of units.entries()) {
    const more = textSize(unit.text);
    if (taken.length > 0 && closesBefore(unit, size, more, goal, units[at + 1])) flush();
    taken.push(unit);
    size += more;
  }
  flush();
  return passages;
}

function closesBefore(
  unit: PassageUnit,
  size: number,
  more: number,
  goal: number,
  next: PassageUnit | undefined,
): boolean {
  if (size + more > PASSAGE.most) return true;
  // A lead-in goes with its list.
  const leads = next?.lead !== undefined && !unit.continues && next.continues;
  const after = size + more + (leads ? textSize(next.text) : 0);
  if (after <= goal) return false;
  // Nearer to the goal without the unit than with it; a paragraph is rather kept whole than a list.
  return goal - size < after - goal || (leads && size >= PASSAGE.least);
}

function passageOf(section: PassageSection, units: readonly PassageUnit[]): Passage {
  const [first] = units;
  const lead = first?.lead === undefined ? "" : `${first.lead}\n`;
  const text = units.reduce((all, unit, at) => all + (at === 0 ? "" : unit.joint) + unit.text, lead);
  const line = first?.line ?? section.line;
  const page = first?.page ?? section.page;
  return {
    path: section.path,
    text: text.trim(),
    ...(line === undefined ? {} : { line }),
    ...(page === undefined ? {} : { page }),
  };
}
