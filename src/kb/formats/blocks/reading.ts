import { LABEL_RANK } from "./labels.js";
import { withoutReplyMark } from "./marks.js";
import { type Plan, type Start, isGroup, isPlainTitle } from "./plans.js";
import { type Unit, asks } from "./units.js";
import type { BlockDocument, BlockPair } from "./blocks.js";

const GENERIC_TITLE =
  /^(?:(?:.{0,30}\s)?faqs?|q\s*&\s*a|frequently asked questions|common questions|常见问题|常見問題|问答|問答|常见问答|常見問答)(?:解答|汇总|匯總|彙整|大全|集|列表|清单|清單)?$/i;
const BACK_LINK = /^[↑⬆▲^\s]*(?:返回|回到|back to)\s*(?:目录|目錄|顶部|頂部|首页|首頁|top|contents)[\s↑⬆▲^]*$/i;
const RULE = /^[\s\-–—=_*~·.]{3,}$/;
const FOOTER =
  /^(?:©|\(c\)\s|copyright\b|版权所有|版權所有|(?:本文(?:档|檔|件)?)?(?:最后|最後)(?:更新|修改)|last (?:updated|modified|revised)|[-—\s]*(?:完|全文完|end of (?:document|file|faq))[-—\s]*$)/i;

/** The pairs that a plan comes to. */
export interface Reading {
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
export function titleOf(document: BlockDocument, units: readonly Unit[]): { certain: Set<string>; likely?: string } {
  const certain = new Set(document.title === undefined ? [] : [document.title]);
  const headings = units.filter(({ kind }) => kind === "heading");
  const top = Math.min(...headings.map(({ level }) => level));
  const first = headings.filter(({ level }) => level === top);
  const text = first.length === 1 && first[0]!.at === 0 ? first[0]!.text : undefined;
  if (text === undefined) return { certain };
  return FAQ_WORDS.test(text) ? { certain: certain.add(text) } : { certain, likely: text };
}

/** Where every question has another title below the first, the first is the document's. */
export function withoutTitle(pairs: readonly BlockPair[], title: string | undefined): BlockPair[] {
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

/** Reads a document by a plan. */
export function readPlan(plan: Plan, units: readonly Unit[], skip: ReadonlySet<string>): Reading {
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
