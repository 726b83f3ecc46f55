import type { FaqEntry } from "../entry.js";
import { wallClock } from "../index/filter.js";
import type { LintBase } from "./base.js";

/** Of very many entries with one question, so many are compared with each other. */
const MOST_COMPARED = 200;
/** Other entries that a finding names. */
export const MOST_NAMED = 10;

function overlaps(a: FaqEntry, b: FaqEntry): boolean {
  const from = ({ effective }: FaqEntry): number =>
    effective.from === undefined ? -Infinity : wallClock(effective.from);
  const until = ({ effective }: FaqEntry): number =>
    effective.until === undefined ? Infinity : wallClock(effective.until, true);
  return from(a) <= until(b) && from(b) <= until(a);
}

/** Answers for different channels, or for different tiers, do not get into each other's way. */
function audienceShared(a: FaqEntry, b: FaqEntry): boolean {
  return a.answers.some((one) =>
    b.answers.some(
      (other) =>
        (one.channel ?? other.channel) === (other.channel ?? one.channel) &&
        (one.tier ?? other.tier) === (other.tier ?? one.tier),
    ),
  );
}

/** True when one caller could be given either. */
export function servedTogether(a: FaqEntry, b: FaqEntry): boolean {
  return a !== b && a.status !== "offline" && b.status !== "offline" && overlaps(a, b) && audienceShared(a, b);
}

/** One says nothing that the other does not say. */
export function sameAnswers(base: LintBase, a: FaqEntry, b: FaqEntry): boolean {
  const [one, other] = [a, b].map(({ answers }) => new Set(answers.map(({ text }) => base.form(text)))) as [
    Set<string>,
    Set<string>,
  ];
  return [...one].every((form) => other.has(form)) || [...other].every((form) => one.has(form));
}

/** Entries that one caller could be given alike, and whether their answers differ. */
export interface Rivals {
  readonly entries: readonly FaqEntry[];
  readonly differ: boolean;
}

/** Those of some entries that one caller could be given alike; `undefined` when there are not two. */
export function rivals(base: LintBase, candidates: readonly FaqEntry[]): Rivals | undefined {
  const some = candidates.slice(0, MOST_COMPARED);
  const entries = some.filter((one) => some.some((other) => servedTogether(one, other)));
  if (entries.length < 2) return undefined;
  const differ = entries.some((a, at) =>
    entries.slice(at + 1).some((b) => servedTogether(a, b) && !sameAnswers(base, a, b)),
  );
  return { entries, differ };
}
