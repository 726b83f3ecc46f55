import type { MessageKey, MessageParams } from "../../messages/catalogue.js";
import type { Location } from "../../messages/errors.js";
import type { FaqEntry } from "../entry.js";
import { wallClock } from "../index/filter.js";
import { globPattern, isGlob } from "../sources/source-glob.js";
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

function fileFits(pattern: string, file: string): boolean {
  if (isGlob(pattern)) return globPattern(pattern).test(file);
  return file === pattern || file.startsWith(pattern.endsWith("/") ? pattern : `${pattern}/`);
}

function fits(waiver: Waiver, rule: RuleId, entry: FaqEntry): boolean {
  return (
    waiver.rule === rule &&
    (waiver.own === undefined || waiver.own.id === entry.id) &&
    (waiver.entry === undefined || waiver.entry === entry.id) &&
    (waiver.question === undefined || waiver.question.trim() === entry.question) &&
    (waiver.file === undefined || fileFits(waiver.file, entry.source.file))
  );
}

/** Holds findings against waivers and remembers which of them were of use. */
export class WaiverBook {
  private readonly used = new Set<Waiver>();
  private readonly byRule = new Map<RuleId, Waiver[]>();

  constructor(
    private readonly waivers: readonly Waiver[],
    private readonly at: string,
  ) {
    for (const waiver of waivers) this.byRule.set(waiver.rule, [...(this.byRule.get(waiver.rule) ?? []), waiver]);
  }

  private isOver({ until }: Waiver): boolean {
    return until !== undefined && wallClock(until, true) < wallClock(this.at);
  }

  /** The waiver that holds for a finding. */
  find(rule: RuleId, entry: FaqEntry): Waiver | undefined {
    const found = this.byRule.get(rule)?.filter((waiver) => fits(waiver, rule, entry)) ?? [];
    for (const waiver of found) this.used.add(waiver);
    return found.find((waiver) => !this.isOver(waiver));
  }

  /**
   * Waivers that are over but would still be wanted, and those that nothing needs.
   * @param ran rules that have looked at everything; the waivers of others may be needed another time
   */
  faults(ran: ReadonlySet<RuleId>): WaiverFault[] {
    return this.waivers.flatMap((waiver): WaiverFault[] => {
      const { rule, reason, until = "", where, own } = waiver;
      if (!ran.has(rule)) return [];
      const place = { where, entry: own };
      if (!this.used.has(waiver)) return [{ key: "kb.lint.waiver.unused", params: { rule, reason }, ...place }];
      return this.isOver(waiver) ? [{ key: "kb.lint.waiver.over", params: { rule, until }, ...place }] : [];
    });
  }
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
