import type { FaqEntry } from "../../entry.js";
import { planNumbers } from "./numbers.js";
import { type Plan, planBold, planDashes, planHeadings, planMarks, planPlain } from "./plans.js";
import { type Reading, readPlan, titleOf, withoutTitle } from "./reading.js";
import { type Unit, contentsIn, joinLabel, unitsOf } from "./units.js";
import type { Block, BlockDocument, BlockPair } from "./blocks.js";
import { cleanDocument } from "../clean/document.js";
import type { EntryDraft, IssueLog } from "../draft.js";
import { finishEntries } from "../finish.js";
import { passageDrafts } from "../passages/passages.js";
import type { FormatOptions } from "../source-format.js";

/** What questions and answers a document's blocks hold. */
export interface BlockQuestions {
  readonly pairs: BlockPair[];
  /** Not part of any pair: introduction, contents, footer. */
  readonly rest: Block[];
}

/** How far each way of reading is trusted: a mark is surer than a heading, a heading surer than a question mark. */
const TRUST: Readonly<Record<Plan["name"], number>> = {
  marks: 1.5,
  headings: 1.25,
  numbers: 1.15,
  bold: 1,
  plain: 0.8,
  dashes: 0.7,
};

function sizeOf(units: Iterable<Unit>): number {
  let size = 0;
  for (const { full } of units) size += full.length;
  return size;
}

/** A heading of an outline that asks nothing, above a line of text. */
const OUTLINE_HEADING =
  /^(?:第[一二三四五六七八九十\d]{1,3}[章节節]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[^。！？!?；，：:]{2,30}\n.{30,}[。.！!]/gmu;

/** An article some of whose headings ask: taken as questions, these would swallow the sections after them. */
function swallowsSections({ name, pairs }: Reading): boolean {
  if (name === "marks") return false;
  const swallowing = pairs.filter(({ answer }) => (answer.match(OUTLINE_HEADING) ?? []).length > 0).length;
  return 2 * swallowing > pairs.length;
}

function isFaq(reading: Reading, share: number): boolean {
  if (swallowsSections(reading)) return false;
  const answered = reading.pairs.filter(({ answer }) => answer !== "").length;
  if (answered * 2 < reading.pairs.length) return false;
  const askShare = reading.asking / reading.pairs.length;
  if (reading.name === "dashes") return answered >= 4 && share >= 0.4;
  if (reading.name === "plain") return answered >= 3 ? share >= 0.6 : answered === 2 && share >= 0.75;
  if (reading.name === "marks") return share >= 0.4;
  if (answered === 1) return false;
  return askShare >= 0.5 && (answered === 2 ? share >= 0.7 : share >= 0.5);
}

function readings(document: BlockDocument, units: readonly Unit[]): Reading[] {
  const { certain, likely } = titleOf(document, units);
  const plans = [
    planMarks(units),
    planHeadings(units),
    ...planNumbers(units),
    planBold(units),
    planPlain(units),
    planDashes(units),
  ];
  return plans
    .filter(({ starts }) => starts.length > 0)
    .map((plan) => readPlan(plan, units, certain))
    .map((reading) => ({ ...reading, pairs: withoutTitle(reading.pairs, likely) }));
}

/**
 * The question/answer pairs of a document: marked (`问：`, `Q1.`), as headings, numbered, bold, alternating, or `message ——
 * what to do`. The reading that finds most answered questions in most of the text is taken.
 * @returns undefined when it is no FAQ, as an article or a manual
 */
export function questionsIn(document: BlockDocument): BlockQuestions | undefined {
  const contents = contentsIn(document.blocks);
  const body = document.blocks.filter((_, index) => !contents.has(index));
  const units = unitsOf(body);
  const total = Math.max(1, sizeOf(units));
  let best: { reading: Reading; score: number } | undefined;
  for (const reading of readings(document, units)) {
    const share = sizeOf(units.filter(({ at }) => reading.used.has(at))) / total;
    if (!isFaq(reading, share)) continue;
    const answered = reading.pairs.filter(({ answer }) => answer !== "").length;
    const score = (answered - (reading.pairs.length - answered) / 2) * share * TRUST[reading.name];
    if (best === undefined || score > best.score) best = { reading, score };
  }
  if (best === undefined) return undefined;
  const { pairs, used } = best.reading;
  const kept = new Set(units.filter(({ at }) => used.has(at)).map(({ block }) => block));
  return { pairs, rest: body.filter((_, index) => !kept.has(index)) };
}

function draftOf(file: string, pair: BlockPair): EntryDraft {
  const { line, page, heading } = pair;
  const place = {
    ...(line === undefined ? {} : { line }),
    ...(page === undefined ? {} : { page }),
    ...(heading === undefined ? {} : { heading }),
  };
  return {
    category: pair.category,
    question: pair.question,
    similar: [...(pair.similar ?? [])],
    answers: [{ text: pair.answer, format: "text" }],
    related: [],
    negative: [],
    tags: {},
    source: { file, ...place },
  };
}

/**
 * What every document format ends with: the entries of a FAQ, or the passages of a document that asks nothing. What is
 * left out of a FAQ is an issue with its place.
 */
export function entriesFromBlocks(
  file: string,
  scraped: BlockDocument,
  _options: FormatOptions,
  log: IssueLog,
): { entries: FaqEntry[]; skipped: number } {
  const document = cleanDocument(file, scraped, log);
  const found = questionsIn(document);
  if (found === undefined) return finishEntries(file, passageDrafts(file, document, log), log);
  const left = found.rest.filter((block) => block.kind !== "heading");
  if (left[0] !== undefined) {
    const { line, page } = left[0];
    const where = { file, ...(line === undefined ? {} : { line }), ...(page === undefined ? {} : { page }) };
    log.add("info", "kb.document.outside", where, {
      count: left.length,
      text: joinLabel(left[0].label, left[0].text).slice(0, 60),
    });
  }
  return finishEntries(
    file,
    found.pairs.map((pair) => draftOf(file, pair)),
    log,
  );
}
