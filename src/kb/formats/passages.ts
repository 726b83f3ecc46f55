import path from "node:path";
import type { BlockDocument } from "./blocks.js";
import type { EntryDraft } from "./draft.js";
import { type PassageSection, sectionsOf } from "./passage-sections.js";
import { PASSAGE, textSize } from "./passage-size.js";
import { type PassageUnit, unitsOf } from "./passage-units.js";

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
 */
export function passageDrafts(file: string, document: BlockDocument): EntryDraft[] {
  const fallback = path.posix.basename(file).replace(/\.[^.]+$/, "");
  const passages = mergeTiny(sectionsOf(document, fallback)).flatMap(packSection);
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
      ...{ similar: [], answers: [{ text }], related: [], negative: [], tags: {} },
      source: { file, ...place, heading: headings.join("/") },
    };
  });
}

interface SizedSection extends PassageSection {
  /** Texts of headings that were merged into it, as lines of their own. */
  readonly size: number;
}

/** Joins a tiny section with its neighbour under the same parent: their headings become lines of the text. */
function mergeTiny(sections: readonly PassageSection[]): PassageSection[] {
  const sized = sections.map((section) => ({ ...section, size: sizeOf(section) }));
  const merged: SizedSection[] = [];
  for (const section of sized) {
    const last = merged.at(-1);
    const joined = last === undefined ? undefined : join(last, section);
    if (joined === undefined) merged.push(section);
    else merged[merged.length - 1] = joined;
  }
  return merged.filter(({ blocks }) => blocks.length > 0);
}

const sizeOf = ({ blocks }: PassageSection): number => blocks.reduce((sum, { text }) => sum + textSize(text), 0);

function join(a: SizedSection, b: SizedSection): SizedSection | undefined {
  if (a.blocks.length === 0 || b.blocks.length === 0) return undefined;
  if (Math.min(a.size, b.size) >= PASSAGE.tiny || a.size + b.size > PASSAGE.least) return undefined;
  const common = commonPath(a.path, b.path);
  const depth = Math.max(a.path.length, b.path.length);
  // Siblings, or a section that was made of siblings already.
  if (common.length === 0 || common.length < depth - 1 || common.length < Math.min(a.path.length, b.path.length) - 1) {
    return undefined;
  }
  const blocks = [...withHeading(a, common.length), ...withHeading(b, common.length)];
  return { ...a, path: common, blocks, size: blocks.reduce((sum, { text }) => sum + textSize(text), 0) };
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
