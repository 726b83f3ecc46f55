import { createHash } from "node:crypto";
import type { Location } from "../../messages/errors.js";
import { normalise } from "../../text/normalise.js";
import type { AnswerVariant, EntrySource, EntryStatus, FaqEntry } from "../entry.js";
import { carriable, turnsDirection } from "./characters.js";
import { endsBeforeStart, parseDate } from "./dates.js";
import type { AnswerDraft, EntryDraft, IssueLog } from "./draft.js";
import { placeOf } from "./draft.js";
import { linksIn, parseStatus } from "./values.js";

/** SHA-256 (hex) of what an entry says; where it stands does not count. */
function entryHash(entry: Omit<FaqEntry, "source" | "hash">): string {
  const { id, category, question, similar, answers, related, negative, effective, status, tags } = entry;
  const variants = answers.map((a) => [a.text, a.format, a.channel ?? null, a.locale ?? null, a.tier ?? null, a.links]);
  const sortedTags = Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const period = [effective.from ?? null, effective.until ?? null];
  const content = [id, category, question, similar, variants, related, negative, period, status, sortedTags];
  if (entry.kind !== undefined) content.push(entry.kind);
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** Stable id of an entry that was given none: the same file and question give the same id. */
function derivedId(file: string, question: string): string {
  return `k-${createHash("sha256")
    .update(`${file}\0${normalise(question)}`)
    .digest("hex")
    .slice(0, 12)}`;
}

/** `Sheet1:36`, or `36` where there are no sheets. */
function lineOf({ sheet, row, line }: EntrySource): string {
  return `${sheet === undefined ? "" : `${sheet}:`}${row ?? line ?? 1}`;
}

function oneLine(text: string): string {
  return carriable(text)
    .replace(/\s*[\r\n]+\s*/g, " ")
    .trim();
}

function cleanCategory(text: string): string {
  return oneLine(text)
    .split(/\s*[/>＞／]\s*/)
    .filter((part) => part !== "")
    .join("/");
}

function unique(texts: readonly string[], except: string): string[] {
  return [...new Set(texts.map(oneLine))].filter((text) => text !== "" && text !== except);
}

/** The general answer first, so that an export's columns and its reader agree on the order. */
function variantOrder(a: AnswerVariant, b: AnswerVariant): number {
  const keys = (v: AnswerVariant) => [v.channel ?? "", v.locale ?? "", v.tier ?? ""];
  const [x, y] = [keys(a), keys(b)];
  const at = x.findIndex((key, index) => key !== y[index]);
  return at < 0 ? 0 : x[at]! < y[at]! ? -1 : 1;
}

function finishAnswers(drafts: readonly AnswerDraft[]): AnswerVariant[] {
  const answers: AnswerVariant[] = [];
  for (const { text, format = "text", links, ...variant } of drafts) {
    const trimmed = carriable(text).trim();
    if (trimmed === "") continue;
    const same = (other: AnswerVariant) =>
      other.text === trimmed &&
      other.channel === variant.channel &&
      other.locale === variant.locale &&
      other.tier === variant.tier;
    if (!answers.some(same)) answers.push({ text: trimmed, format, ...variant, links: links ?? linksIn(trimmed) });
  }
  return answers.sort(variantOrder);
}

function finishTags(tags: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(tags).map(([name, value]) => [oneLine(name), carriable(value).trim()] as const);
  return Object.fromEntries(pairs.filter(([name]) => name !== ""));
}

function readDate(text: string | undefined, log: IssueLog, where: Location): string | undefined {
  const date = parseDate(text ?? "");
  if (date === undefined) log.add("warning", "kb.format.bad-date", where, { text: (text ?? "").slice(0, 40) });
  return date === "" ? undefined : date;
}

function readPeriod(draft: EntryDraft, log: IssueLog): FaqEntry["effective"] {
  const where = placeOf(draft.source);
  const from = readDate(draft.from, log, where);
  const until = readDate(draft.until, log, where);
  if (from !== undefined && until !== undefined && endsBeforeStart(from, until)) {
    log.add("warning", "kb.format.period-backwards", where, { from, until });
  }
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** A word nobody knows makes a draft: what may not be ready is not served. */
function readStatus(draft: EntryDraft, log: IssueLog): EntryStatus {
  const text = (draft.status ?? "").trim();
  if (text === "") return "online";
  const status = parseStatus(text);
  if (status === undefined)
    log.add("warning", "kb.format.bad-status", placeOf(draft.source), { text: text.slice(0, 40) });
  return status ?? "draft";
}

function warnOfTurns({ question, similar, answers, source }: EntryDraft, log: IssueLog): void {
  if (![question, ...similar, ...answers.map(({ text }) => text)].some(turnsDirection)) return;
  log.add("warning", "kb.web.direction", placeOf(source), { question: oneLine(question).slice(0, 60) });
}

function finishEntry(draft: EntryDraft, id: string, log: IssueLog): FaqEntry {
  warnOfTurns(draft, log);
  const question = oneLine(draft.question);
  const content = {
    ...(draft.kind === undefined ? {} : { kind: draft.kind }),
    id,
    category: cleanCategory(draft.category ?? ""),
    question,
    similar: unique(draft.similar, question),
    answers: finishAnswers(draft.answers),
    related: unique(draft.related, id),
    negative: unique(draft.negative, ""),
    effective: readPeriod(draft, log),
    status: readStatus(draft, log),
    tags: finishTags(draft.tags),
  };
  return { ...content, source: draft.source, hash: entryHash(content) };
}

/** Gives ids to the entries of one source; a repeated question keeps both entries, the later ones with `-2`, `-3`, … */
class IdGiver {
  private readonly first = new Map<string, { place: EntrySource; count: number }>();

  constructor(
    private readonly file: string,
    private readonly log: IssueLog,
  ) {}

  idOf(draft: EntryDraft): string {
    const given = oneLine(draft.id ?? "");
    if (given !== "") return given;
    const id = derivedId(this.file, draft.question);
    const before = this.first.get(id);
    if (before === undefined) {
      this.first.set(id, { place: draft.source, count: 1 });
      return id;
    }
    before.count++;
    this.log.add("warning", "kb.format.same-question", placeOf(draft.source), {
      question: oneLine(draft.question).slice(0, 60),
      first: lineOf(before.place),
    });
    return `${id}-${before.count}`;
  }
}

/** An entry that names others; those may stand behind it. */
interface Waiting {
  readonly draft: EntryDraft;
  readonly id: string;
}

/**
 * Turns drafts into entries as they come: ids, dates, statuses, links, hashes. A draft without a question or an answer is
 * left out with a warning; one with neither is only counted.
 */
export class EntryFinisher {
  private readonly ids: IdGiver;
  private finished: (FaqEntry | Waiting)[] = [];
  private readonly known = new Set<string>();
  private readonly byQuestion = new Map<string, string>();
  private skipped = 0;
  private blank: { readonly first: EntrySource; count: number } | undefined;

  constructor(
    file: string,
    private readonly log: IssueLog,
  ) {
    this.ids = new IdGiver(file, log);
  }

  add(draft: EntryDraft): void {
    const answered = draft.answers.some((answer) => carriable(answer.text).trim() !== "");
    const question = oneLine(draft.question);
    if (question !== "" && answered) {
      const id = this.ids.idOf(draft);
      this.known.add(id);
      this.byQuestion.set(question, id);
      this.finished.push(draft.related.length === 0 ? finishEntry(draft, id, this.log) : { draft, id });
      return;
    }
    this.skipped++;
    if (question !== "") {
      this.log.add("warning", "kb.format.no-answer", placeOf(draft.source), { question: question.slice(0, 60) });
    } else if (answered) this.log.add("warning", "kb.format.no-question", placeOf(draft.source));
    else if (this.blank === undefined) this.blank = { first: draft.source, count: 1 };
    else this.blank.count++;
  }

  /** Hands out the entries that are whole; those that name others wait for the end. */
  take(): FaqEntry[] {
    const whole = this.finished.filter((item): item is FaqEntry => !("draft" in item));
    this.finished = this.finished.filter((item) => "draft" in item);
    return whole;
  }

  /** All entries that were not taken, in the order in which their drafts came, and how many drafts were left out. */
  end(): { entries: FaqEntry[]; skipped: number } {
    const { blank, log, skipped } = this;
    if (blank !== undefined) log.add("info", "kb.format.blank-rows", placeOf(blank.first), { count: blank.count });
    const entries = this.finished.map((item): FaqEntry => {
      if (!("draft" in item)) return item;
      const related = item.draft.related.map((name) => this.idOf(name) ?? this.idOf(oneLine(name)) ?? name);
      return finishEntry({ ...item.draft, related }, item.id, log);
    });
    return { entries, skipped };
  }

  /** Related entries may be named by their question; inside one source that is turned into their id. */
  private idOf(name: string): string | undefined {
    return this.known.has(name) ? name : this.byQuestion.get(name);
  }
}

/** As {@link EntryFinisher}, for drafts that are all there. */
export function finishEntries(
  file: string,
  drafts: readonly EntryDraft[],
  log: IssueLog,
): { entries: FaqEntry[]; skipped: number } {
  const finisher = new EntryFinisher(file, log);
  for (const draft of drafts) finisher.add(draft);
  return finisher.end();
}
