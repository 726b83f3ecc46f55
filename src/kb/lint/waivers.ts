import { fileFits, WaiverBook } from "../../guard/waivers.js";
import type { MessageKey, MessageParams } from "../../messages/catalogue.js";
import type { Location } from "../../messages/errors.js";
import type { FaqEntry } from "../entry.js";
import type { Hit, LintRule } from "./rule.js";
import { isRuleId, type RuleId } from "./rule-ids.js";

/** Says that findings of a rule are known and accepted, and why. */
export interface Waiver {
  readonly rule: RuleId;
  /** Which findings: all that are given must fit. */
  readonly entry?: string | undefined;
  /** A file, a folder or a pattern. */
  readonly file?: string | undefined;
  /** The standard question. */
  readonly question?: string | undefined;
  readonly reason: string;
  /** Last day on which it holds. */
  readonly until?: string | undefined;
  /** Where it stands, when not in kefu.yaml. */
  readonly where?: Location;
  /** The entry in whose tags or section it stands. */
  readonly own?: FaqEntry;
}

/** Something wrong with a waiver itself. */
export interface WaiverFault {
  readonly key: MessageKey;
  readonly params: MessageParams;
  /** Where it stands; kefu.yaml when not given. */
  readonly where?: Location | undefined;
  readonly entry?: FaqEntry | undefined;
}

/** Its findings are made by the run itself, which knows what every waiver has been good for. */
export const waiverRule: LintRule = { id: "waiver", severity: "warning", fixable: false, check: (): Hit[] => [] };

/** True of a waiver whose own entry, id, question and file, where it names them, are those of the entry. */
function fits(waiver: Waiver, entry: FaqEntry): boolean {
  return (
    (waiver.own === undefined || waiver.own.id === entry.id) &&
    (waiver.entry === undefined || waiver.entry === entry.id) &&
    (waiver.question === undefined || waiver.question.trim() === entry.question) &&
    (waiver.file === undefined || fileFits(waiver.file, entry.source.file))
  );
}

type EntryWaivers = WaiverBook<RuleId, Waiver, FaqEntry>;

/** @param at local date, with or without a time */
export function waiverBook(waivers: readonly Waiver[], at: string): EntryWaivers {
  return new WaiverBook(waivers, at, fits);
}

/** What is wrong with waivers themselves, in words. */
export function waiverFaults(book: EntryWaivers, ran: ReadonlySet<RuleId>): WaiverFault[] {
  return book.faults(ran).map(({ waiver: { rule, reason, until = "", where, own }, fault }) => {
    const params: MessageParams = fault === "over" ? { rule, until } : { rule, reason };
    return { key: `kb.lint.waiver.${fault}`, params, where, entry: own };
  });
}

export interface InlineWaivers {
  readonly waivers: readonly Waiver[];
  readonly faults: readonly WaiverFault[];
}

/** `rule(reason)`, several with commas between; the brackets and commas may be full-width. */
const TAG_ITEM = /([a-z-]+)\s*(?:[(（]([^)）]*)[)）])?/g;

/** Waivers in the tags of entries: `lint:ignore=rule(reason), other-rule(reason)`. */
export function tagWaivers(entries: Iterable<FaqEntry>): InlineWaivers {
  const waivers: Waiver[] = [];
  const faults: WaiverFault[] = [];
  for (const entry of entries) {
    for (const [key, value] of Object.entries(entry.tags)) {
      const list = /^lint$/i.test(key.trim()) ? /^\s*ignore\s*[=:：]?(.*)$/is.exec(value)?.[1] : undefined;
      const bare = /^lint[.:_-]ignore$/i.test(key.trim()) ? value : undefined;
      const text = list ?? bare;
      if (text === undefined) continue;
      for (const [, rule = "", reason = ""] of text.matchAll(TAG_ITEM)) {
        const fault = { where: undefined, entry };
        if (!isRuleId(rule)) faults.push({ key: "kb.lint.waiver.unknown", params: { rule }, ...fault });
        else if (reason.trim() === "") faults.push({ key: "kb.lint.waiver.no-reason", params: { rule }, ...fault });
        else waivers.push({ rule, reason: reason.trim(), own: entry });
      }
    }
  }
  return { waivers, faults };
}

const COMMENT = /<!--\s*kefu-lint-disable\s+([a-z-]+(?:\s*,\s*[a-z-]+)*)\s*(?:[:：]\s*(.*?))?\s*-->/g;

/**
 * Waivers in comments of a Markdown or HTML source: `<!-- kefu-lint-disable rule: reason -->` holds for the entry in whose
 * section it stands, and before the first entry for the whole file.
 * @param entries of this file
 */
export function commentWaivers(file: string, text: string, entries: readonly FaqEntry[]): InlineWaivers {
  const waivers: Waiver[] = [];
  const faults: WaiverFault[] = [];
  const placed = entries
    .filter(({ source }) => source.line !== undefined)
    .sort((a, b) => a.source.line! - b.source.line!);
  for (const [at, line] of text.split("\n").entries()) {
    for (const [, rules = "", reason = ""] of line.matchAll(COMMENT)) {
      const where = { file, line: at + 1 };
      const own = placed.findLast(({ source }) => source.line! <= at + 1);
      for (const rule of rules.split(/\s*,\s*/)) {
        if (!isRuleId(rule)) faults.push({ key: "kb.lint.waiver.unknown", params: { rule }, where, entry: own });
        else if (reason === "") faults.push({ key: "kb.lint.waiver.no-reason", params: { rule }, where, entry: own });
        else waivers.push({ rule, reason, where, ...(own === undefined ? { file } : { own }) });
      }
    }
  }
  return { waivers, faults };
}
