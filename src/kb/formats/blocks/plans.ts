import { LABEL_RANK } from "./labels.js";
import { splitAtReply } from "./marks.js";
import { type Unit, asks, endsAsking } from "./units.js";

/** A question of a plan: where it starts and what of its own lines is question. */
export interface Start {
  readonly at: number;
  readonly question: string;
  /** Answer on the question's own line. */
  readonly inline: string;
  /** Lines that belong to the question. */
  readonly taken: number;
  readonly similar: readonly string[];
  /** Where the answer ends, if before the next question. */
  readonly end?: number;
}

/** One way to read a document as questions and answers. */
export interface Plan {
  readonly name: "marks" | "headings" | "numbers" | "bold" | "plain" | "dashes";
  readonly starts: readonly Start[];
}

/** Splits `Does it work? Yes, …` after the question; a second question, or nothing, is left where it is. */
export function splitQuestion(text: string): { question: string; inline: string } {
  const reply = splitAtReply(text);
  if (reply !== undefined) return { question: reply.before, inline: reply.after };
  const found = /^(.{3,240}?[?？]["”』」)）]*)\s*(\S[\s\S]*)$/.exec(text);
  if (found === null) return { question: text.trim(), inline: "" };
  const [, question = "", rest = ""] = found;
  if (endsAsking(rest) && rest.length <= 120) return { question: text.trim(), inline: "" };
  if (/^[（(][^（）()]*[)）]$/.test(rest)) return { question: text.trim(), inline: "" };
  return { question: question.trim(), inline: rest.trim() };
}

/** A question that begins at a unit; what stands behind it on the same line is the beginning of its answer. */
export function startOf(unit: Unit, text = unit.text): Start {
  return { at: unit.at, ...splitQuestion(text), taken: 1, similar: [] };
}

const LONGEST_MARKED = 160;

/** Lines between a question and the mark of its answer: more of the question, but not `原因：…` or a paragraph. */
function questionLines(units: readonly Unit[], at: number): string[] {
  const lines: string[] = [];
  let length = units[at]!.full.length;
  for (let next = at + 1; next <= at + 8; next++) {
    const unit = units[next];
    if (unit === undefined || unit.kind === "heading" || unit.mark?.kind === "question") return [];
    if (unit.mark?.kind === "answer") return lines;
    length += unit.full.length;
    if (length > LONGEST_MARKED || /^[^\s：:]{1,8}[：:]/.test(unit.full)) return [];
    lines.push(unit.full);
  }
  return [];
}

function markedStart(units: readonly Unit[], at: number): Start {
  const split = splitQuestion(units[at]!.mark!.rest);
  const next = units[at + 1];
  // `问题一：` may stand on a line of its own.
  if (split.question === "" && next !== undefined && next.mark === undefined) {
    return { at, question: next.full, inline: "", taken: 2, similar: [] };
  }
  const more = split.inline === "" ? questionLines(units, at) : [];
  const question = [split.question, ...more].join(" ").trim();
  return { at, question, inline: split.inline, taken: 1 + more.length, similar: [] };
}

/** `问：…` and `答：…`; of several questions without numbers before one answer the later are other wordings. */
export function planMarks(units: readonly Unit[]): Plan {
  const strong = units.filter(({ mark }) => mark?.kind === "question" && !mark.weak).length;
  const isQuestion = (unit: Unit | undefined) => unit?.mark?.kind === "question" && (!unit.mark.weak || strong === 0);
  const starts: Start[] = [];
  for (let at = 0; at < units.length; at++) {
    if (!isQuestion(units[at])) continue;
    const start = markedStart(units, at);
    if (start.question === "") continue;
    const before = starts.at(-1);
    const together = before !== undefined && before.inline === "" && before.at + before.taken === at;
    if (together && !/\d|第/.test(units[at]!.full.slice(0, 4)) && units[before.at]!.kind !== "heading") {
      const similar = [...before.similar, start.question];
      starts[starts.length - 1] = { ...before, similar, inline: start.inline, taken: before.taken + start.taken };
    } else starts.push(start);
  }
  const replies = units.filter(({ mark }) => mark?.kind === "answer").length;
  const onlyWeak = strong === 0 && replies * 2 < starts.length;
  return { name: "marks", starts: onlyWeak ? [] : starts };
}

/** A heading with text of its own, or with headings below it. */
function isLeaf(unit: Unit, units: readonly Unit[]): boolean {
  const next = units[unit.at + 1];
  return next !== undefined && (next.kind !== "heading" || next.level > unit.level || !next.first);
}

/** Headings that ask; where most of a level do, or the same numbers run through it, also those between that do not. */
export function planHeadings(units: readonly Unit[]): Plan {
  const levels = new Map<number, Unit[]>();
  for (const unit of units) {
    if (unit.kind !== "heading" || !unit.first || !isLeaf(unit, units)) continue;
    const group = levels.get(unit.level);
    if (group === undefined) levels.set(unit.level, [unit]);
    else group.push(unit);
  }
  const starts: Start[] = [];
  for (const group of levels.values()) {
    const asking = new Set(group.filter((unit) => asks(unit.text) || unit.mark?.kind === "question"));
    if (asking.size * 2 < group.length || asking.size === 0) continue;
    const numbers = [...asking].filter(({ label }) => label !== undefined && label.number > 0);
    const numbered = numbers.length * 2 > asking.size;
    const from = group.find((unit) => asking.has(unit))!;
    const to = group.findLast((unit) => asking.has(unit))!;
    for (const unit of group) {
      const alike = numbered && unit.label !== undefined && unit.label.family === from.label?.family;
      if (!asking.has(unit) && !alike && (unit.at < from.at || unit.at > to.at || numbered)) continue;
      const question = unit.mark?.kind === "question" ? unit.mark.rest : unit.text;
      starts.push({ at: unit.at, question, inline: "", taken: 1, similar: [] });
    }
  }
  return { name: "headings", starts: withoutNested(starts, units) };
}

/** A heading that asks under one that asks is part of its answer, unless the upper one has no text of its own: then it groups. */
function withoutNested(starts: readonly Start[], units: readonly Unit[]): Start[] {
  const asking = new Map(starts.map((start) => [start.at, start]));
  const open: { level: number; start: Start | undefined }[] = [];
  const dropped = new Set<Start>();
  for (const unit of units) {
    if (unit.kind !== "heading" || !unit.first) continue;
    while (open.length > 0 && open.at(-1)!.level >= unit.level) open.pop();
    const start = asking.get(unit.at);
    const above = open.findLast((other) => other.start !== undefined && !dropped.has(other.start))?.start;
    if (start !== undefined && above !== undefined) {
      const groups = units[above.at + 1]!.kind === "heading";
      dropped.add(groups ? above : start);
    }
    open.push({ level: unit.level, start });
  }
  return starts.filter((start) => !dropped.has(start)).sort((a, b) => a.at - b.at);
}

/** Bold lines with plain text below. */
export function planBold(units: readonly Unit[]): Plan {
  const bold = units.filter(
    (unit) =>
      unit.bold &&
      unit.first &&
      unit.kind !== "table" &&
      unit.kind !== "code" &&
      unit.text.length <= 200 &&
      units[unit.at + 1]?.bold === false,
  );
  const asking = bold.filter((unit) => asks(unit.text));
  if (asking.length * 2 < bold.length || asking.length === 0) return { name: "bold", starts: [] };
  const from = asking[0]!.at;
  const to = asking.at(-1)!.at;
  const starts = bold.filter((unit) => unit.at >= from && unit.at <= to);
  return { name: "bold", starts: starts.map((unit) => startOf(unit)) };
}

/** Short paragraphs that ask, each with text below that does not. */
export function planPlain(units: readonly Unit[]): Plan {
  const starts: Start[] = [];
  for (const unit of units) {
    if (unit.kind === "table" || unit.kind === "code" || (!unit.first && !endsAsking(unit.text))) continue;
    const { question, inline } = splitQuestion(unit.text);
    if (inline !== "" || question.length > 160 || !asks(question)) continue;
    // The second of two questions without text between them belongs to the answer of the first.
    if (starts.at(-1)?.at === unit.at - 1) continue;
    starts.push({ at: unit.at, question, inline: "", taken: 1, similar: [] });
  }
  return { name: "plain", starts };
}

const DASHED = /^(\S.{1,160}?)\s*(?:[—–]{1,2}|-{2,}|={1,2}>|[-–]>|→|⇒)\s*(\S[\s\S]*)$/;

const LONGEST_LIST = 60;

/** A line that only introduces the numbered list below it. */
function leadsList(units: readonly Unit[], at: number): boolean {
  const [lead, first, second] = [units[at]!, units[at + 1], units[at + 2]];
  if (lead.label !== undefined || lead.text.length > 40 || /[。；;.!！]$/.test(lead.text)) return false;
  return first?.label?.number === 1 && second?.label?.number === 2;
}

/** `message —— what to do`, line by line; what is counted on below a line, or below a title of its own, belongs to it. */
export function planDashes(units: readonly Unit[]): Plan {
  const starts: Start[] = [];
  const endOf = (at: number) => {
    let end = at + 1;
    while (end < units.length && (units[end]!.label !== undefined || /[；;，,、]$/.test(units[end - 1]!.text))) end++;
    return end;
  };
  // A note below a list is about all of it, and part of none.
  const noteAfter = (at: number) => {
    const near = units.slice(at + 1, at + 1 + LONGEST_LIST);
    const note = near.find((unit) => /^(?:注意?|备注|備註|note)\s*[:：]/i.test(unit.full));
    return note === undefined ? {} : { end: note.at };
  };
  let dashed = 0;
  for (const unit of units) {
    if (unit.kind === "table" || unit.kind === "code" || unit.kind === "heading") continue;
    const found = DASHED.exec(unit.text);
    const split = found !== null && found[1]!.length <= 120 && !/[。；]/.test(found[1]!) && unit.label?.number !== 2;
    if (split) dashed++;
    else if (!leadsList(units, unit.at)) continue;
    const question = split ? found[1]!.trim() : unit.text.replace(/[:：]$/, "");
    const inline = split ? found[2]!.trim() : "";
    starts.push({
      at: unit.at,
      question,
      inline,
      taken: 1,
      similar: [],
      ...(split ? { end: endOf(unit.at) } : noteAfter(unit.at)),
    });
  }
  return { name: "dashes", starts: dashed < 4 ? [] : starts };
}

/** A short line without a sign of its own right before counting begins again at 1: `支付问题`. */
export function isPlainTitle(unit: Unit, start: Unit): boolean {
  const plain = unit.kind === "paragraph" && unit.label === undefined && unit.mark === undefined;
  return plain && start.label?.number === 1 && unit.text.length <= 24 && !/[\p{P}\s]$/u.test(unit.text);
}

/** A line that groups the questions after it: a heading, or a label of an outer level right before a question. */
export function isGroup(unit: Unit, start: Unit, followed: boolean): boolean {
  if (unit.kind === "heading") return start.kind !== "heading" || unit.level <= start.level;
  if (!followed || unit.text.length > 40 || /[。；;.!！?？]$/.test(unit.text)) return false;
  if (unit.bold && !start.bold) return true;
  if (unit.label === undefined || unit.label.family === "bullet") return false;
  // Before questions without numbers, a step of an answer would pass for a title.
  if (start.label === undefined && LABEL_RANK[unit.label.family] > LABEL_RANK["han-bracket"]) return false;
  const outer = LABEL_RANK[unit.label.family] < (start.label === undefined ? 9 : LABEL_RANK[start.label.family]);
  return outer;
}
