import type { FaqEntry } from "../entry.js";
import {
  type Plan,
  type Start,
  isGroup,
  isPlainTitle,
  planBold,
  planDashes,
  planHeadings,
  planMarks,
  planNumbers,
  planPlain,
} from "./block-plans.js";
import { type Unit, asks, contentsIn, joinLabel, unitsOf } from "./block-units.js";
import { withoutReplyMark } from "./block-marks.js";
import { LABEL_RANK } from "./block-labels.js";
import type { Block, BlockDocument } from "./blocks.js";
import { cleanDocument } from "./clean-document.js";
import { type EntryDraft, type IssueLog, finishEntries } from "./draft.js";
import { passageDrafts } from "./passages.js";
import type { FormatOptions } from "./source-format.js";

/** A question with its answer, as found in a document. */
export interface BlockPair {
  readonly question: string;
  /** Empty where the document asks and does not answer. */
  readonly answer: string;
  /** Headings above that do not ask, by `/`. */
  readonly category: string;
  readonly similar?: string[];
  readonly line?: number;
  readonly page?: number;
  readonly heading?: string;
}

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

const GENERIC_TITLE =
  /^(?:(?:.{0,30}\s)?faqs?|q\s*&\s*a|frequently asked questions|common questions|常见问题|常見問題|问答|問答|常见问答|常見問答)(?:解答|汇总|匯總|彙整|大全|集|列表|清单|清單)?$/i;
const BACK_LINK = /^[↑⬆▲^\s]*(?:返回|回到|back to)\s*(?:目录|目錄|顶部|頂部|首页|首頁|top|contents)[\s↑⬆▲^]*$/i;
const RULE = /^[\s\-–—=_*~·.]{3,}$/;
const FOOTER =
  /^(?:©|\(c\)\s|copyright\b|版权所有|版權所有|(?:本文(?:档|檔|件)?)?(?:最后|最後)(?:更新|修改)|last (?:updated|modified|revised)|[-—\s]*(?:完|全文完|end of (?:document|file|faq))[-—\s]*$)/i;

interface Reading {
  readonly pairs: BlockPair[];
  readonly used: Set<number>;
  readonly name: Plan["name"];
  readonly asking: number;
}

function isNoise(text: string): boolean {
  return BACK_LINK.test(text) || RULE.test(text);
}

/** Lines of one block by `\n`, as are blocks; labels stay in front of what they number. */
function answerText(inline: string, body: readonly Unit[], question: string): string {
  const lines = [inline, ...body.map(({ full, kind }) => (kind === "code" || kind === "table" ? full : full.trim()))];
  while (lines.length > 0 && lines[0]!.trim() === "") lines.shift();
  if (lines.length === 0) return "";
  return [withoutReplyMark(lines[0]!, question), ...lines.slice(1)].join("\n").trim();
}

function rankOf(unit: Unit): number {
  if (unit.kind === "heading") return unit.level;
  return 10 + (unit.label === undefined ? 8 : LABEL_RANK[unit.label.family]);
}

/** The titles above the questions, outermost first. */
class Path {
  private readonly groups: { rank: number; title: string; numbered: string }[] = [];

  /** A heading beside a question's own heading ends what was open and holds nothing of the question. */
  enter(unit: Unit, asked: Unit): void {
    const rank = rankOf(unit);
    while (this.groups.length > 0 && this.groups.at(-1)!.rank >= rank) this.groups.pop();
    if (asked.kind === "heading" && rank >= asked.level) return;
    this.groups.push({
      rank,
      title: unit.text
        .replace(/^[【[]|[】\]]$|[:：]$/g, "")
        .replaceAll("/", "／")
        .trim(),
      numbered: unit.full,
    });
  }

  titles(skip: ReadonlySet<string>): string {
    return this.groups
      .map(({ title }) => title)
      .filter((title) => title !== "" && !skip.has(title) && !GENERIC_TITLE.test(title))
      .join("/");
  }
}

const FAQ_WORDS = /常见问题|常見問題|常见问答|常見問答|问答|問答|\bfaqs?\b|frequently asked/i;

/** The one heading of the outermost level, at the very beginning, may name the document; then it groups nothing. */
function titleOf(document: BlockDocument, units: readonly Unit[]): { certain: Set<string>; likely?: string } {
  const certain = new Set(document.title === undefined ? [] : [document.title]);
  const headings = units.filter(({ kind }) => kind === "heading");
  const top = Math.min(...headings.map(({ level }) => level));
  const first = headings.filter(({ level }) => level === top);
  const text = first.length === 1 && first[0]!.at === 0 ? first[0]!.text : undefined;
  if (text === undefined) return { certain };
  return FAQ_WORDS.test(text) ? { certain: certain.add(text) } : { certain, likely: text };
}

/** Where every question has another title below the first, the first is the document's. */
function withoutTitle(pairs: readonly BlockPair[], title: string | undefined): BlockPair[] {
  const prefix = `${(title ?? "").replaceAll("/", "／")}/`;
  if (title === undefined || !pairs.every(({ category }) => category.startsWith(prefix))) return [...pairs];
  return pairs.map((pair) => {
    const category = pair.category.slice(prefix.length);
    return { ...pair, category, heading: category };
  });
}

/** A plan with what it is read in. */
interface Context {
  readonly units: readonly Unit[];
  /** Counting begins anew several times: what stands right before may be a title. */
  readonly restarts: boolean;
}

/**
 * Where the run of group titles right before a question begins.
 * @param kept lines that an answer must keep: alone below its question, a line is no title
 */
function groupsBefore(next: number, least: number, asked: Unit, { units, restarts }: Context, kept = 0): number {
  let at = next;
  while (next < units.length && at > least && isGroup(units[at - 1]!, asked, true)) at--;
  const title = units[at - 1];
  if (restarts && at === next && at - 1 >= least + kept && title !== undefined && isPlainTitle(title, units[next]!))
    at--;
  return at;
}

/** Where an answer ends: at the next question, at a title that groups what follows, or at the footer. */
function endOf(start: Start, next: number, context: Context): number {
  const { units } = context;
  const asked = units[start.at]!;
  const from = start.at + start.taken;
  if (start.end !== undefined) return Math.min(start.end, next);
  const end = groupsBefore(next, from, asked, context, start.inline === "" ? 1 : 0);
  for (let at = from; at < end; at++) {
    const unit = units[at]!;
    if (unit.kind === "heading" && isGroup(unit, asked, false)) return at;
    if (next === units.length && at > from && FOOTER.test(unit.full)) return at;
  }
  return end;
}

function readPlan(plan: Plan, units: readonly Unit[], skip: ReadonlySet<string>): Reading {
  const path = new Path();
  const restarts = plan.starts.filter(({ at }) => units[at]!.label?.number === 1).length > 1;
  const context: Context = { units, restarts: restarts && plan.name === "numbers" };
  const used = new Set<number>();
  const pairs: BlockPair[] = [];
  let asking = 0;
  let at = 0;
  for (const [index, start] of plan.starts.entries()) {
    const asked = units[start.at]!;
    const run = groupsBefore(start.at, at, asked, context);
    for (; at < start.at; at++) {
      if (at >= run || isGroup(units[at]!, asked, false)) {
        path.enter(units[at]!, asked);
        used.add(at);
      }
    }
    const end = endOf(start, plan.starts[index + 1]?.at ?? units.length, context);
    const body = units.slice(start.at + start.taken, end).filter(({ full }) => !isNoise(full));
    for (let place = start.at; place < end; place++) used.add(place);
    at = end;
    const answer = answerText(start.inline, body, asked.full);
    if (asks(start.question) || asked.mark !== undefined) asking++;
    pairs.push(pairOf(start, answer, asked, path.titles(skip)));
  }
  return { pairs, used, name: plan.name, asking };
}

function pairOf(start: Start, answer: string, asked: Unit, category: string): BlockPair {
  return {
    question: start.question.replace(/[:：]$/, "").trim(),
    answer,
    category,
    ...(start.similar.length === 0 ? {} : { similar: [...start.similar] }),
    ...(asked.line === undefined ? {} : { line: asked.line }),
    ...(asked.page === undefined ? {} : { page: asked.page }),
    ...(category === "" ? {} : { heading: category }),
  };
}

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
