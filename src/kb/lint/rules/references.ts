import type { FaqEntry } from "../../entry.js";
import { wallClock } from "../../index/filter.js";
import { groupBy } from "../base.js";
import type { Hit, LintContext, LintRule } from "../rule.js";
import { shorten } from "../rule.js";

type PeriodState = "open" | "over" | "ahead" | "never";

/** How an entry's effective period stands to a moment; a day given alone counts from its start to its end. */
function periodState({ effective: { from, until } }: FaqEntry, at: string): PeriodState {
  const start = from === undefined ? -Infinity : wallClock(from);
  const end = until === undefined ? Infinity : wallClock(until, true);
  if (start > end) return "never";
  if (end < wallClock(at)) return "over";
  return start > wallClock(at, true) ? "ahead" : "open";
}

/** Ids of related entries are resolved inside a source when it is read; across sources a question may stand there. */
function target(context: LintContext, name: string): FaqEntry | undefined {
  return context.base.byId(name) ?? context.base.byQuestion(name);
}

function* relatedMissing(context: LintContext): Iterable<Hit> {
  for (const entry of context.base.entries) {
    for (const name of entry.related) {
      if (target(context, name) !== undefined) continue;
      yield { entry, key: "kb.lint.related-missing.found", params: { name: shorten(name) } };
    }
  }
}

export const relatedMissingRule: LintRule = {
  id: "related-missing",
  severity: "warning",
  fixable: false,
  check: relatedMissing,
};

function unservedKey(entry: FaqEntry, at: string): { key: Hit["key"]; date: string } | undefined {
  if (entry.status === "offline") return { key: "kb.lint.related-expired.offline", date: "" };
  const { from = "", until = "" } = entry.effective;
  switch (periodState(entry, at)) {
    case "open":
      return undefined;
    case "ahead":
      return { key: "kb.lint.related-expired.ahead", date: from };
    case "over":
      return { key: "kb.lint.related-expired.over", date: until };
    case "never":
      return { key: "kb.lint.related-expired.over", date: until };
  }
}

function* relatedExpired(context: LintContext): Iterable<Hit> {
  const { at, base } = context;
  for (const entry of base.entries) {
    // What is not served itself leads nobody anywhere.
    if (entry.status === "offline" || periodState(entry, at) === "over") continue;
    for (const name of entry.related) {
      const other = target(context, name);
      const unserved = other === undefined ? undefined : unservedKey(other, at);
      if (other === undefined || unserved === undefined) continue;
      const params = { id: other.id, question: shorten(other.question), date: unserved.date };
      yield { entry, key: unserved.key, params, related: [other] };
    }
  }
}

export const relatedExpiredRule: LintRule = {
  id: "related-expired",
  severity: "warning",
  fixable: false,
  check: relatedExpired,
};

function* expired({ base, at }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    if (entry.status === "offline") continue;
    const { from = "", until = "" } = entry.effective;
    const state = periodState(entry, at);
    if (state === "over") yield { entry, key: "kb.lint.expired.over", params: { date: until } };
    else if (state === "ahead") yield { entry, key: "kb.lint.expired.ahead", params: { date: from } };
    else if (state === "never")
      yield { entry, severity: "warning", key: "kb.lint.expired.never", params: { from, until } };
  }
}

export const expiredRule: LintRule = { id: "expired", severity: "info", fixable: false, check: expired };

/** A variant that this share of a sheet's entries has is meant for all of them. */
const MOST_HAVE = 0.8;
const LEAST_SIBLINGS = 5;

/** `channel voice`, `locale en`: what an entry's variants are made for. */
function variantsOf({ answers }: FaqEntry): Set<string> {
  return new Set(
    answers.flatMap(({ channel, locale, tier }) => [
      ...(channel === undefined ? [] : [`channel ${channel}`]),
      ...(locale === undefined ? [] : [`locale ${locale}`]),
      ...(tier === undefined ? [] : [`tier ${tier}`]),
    ]),
  );
}

function commonVariants(entries: readonly FaqEntry[]): { variant: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const variant of variantsOf(entry)) counts.set(variant, (counts.get(variant) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= MOST_HAVE * entries.length && count < entries.length)
    .map(([variant, count]) => ({ variant, count }))
    .sort((a, b) => (a.variant < b.variant ? -1 : 1));
}

function* missingVariant({ base, served }: LintContext): Iterable<Hit> {
  const siblings = groupBy(
    base.entries.filter(({ kind }) => kind !== "passage"),
    ({ source }) => `${source.file}\0${source.sheet ?? ""}`,
  );
  const expected = new Map<readonly FaqEntry[], ReturnType<typeof commonVariants>>();
  for (const group of siblings.values())
    expected.set(group, group.length < LEAST_SIBLINGS ? [] : commonVariants(group));
  for (const [group, common] of expected) {
    for (const entry of group) {
      const has = variantsOf(entry);
      for (const { variant, count } of common) {
        if (has.has(variant)) continue;
        yield { entry, key: "kb.lint.missing-variant.siblings", params: { variant, count, of: group.length } };
      }
      if (entry.answers.every(({ channel }) => channel !== undefined && channel !== served.channel)) {
        yield { entry, key: "kb.lint.missing-variant.served", params: { channel: served.channel } };
      }
    }
  }
}

export const missingVariantRule: LintRule = {
  id: "missing-variant",
  severity: "warning",
  fixable: false,
  check: missingVariant,
};
