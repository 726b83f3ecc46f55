import type { Candidate } from "../../retrieve/retrieve.js";
import type { Hit, LintContext, LintRule } from "../rule.js";
import { shorten } from "../rule.js";
import type { FaqEntry } from "../../entry.js";
import { questionNumbers } from "../near-pairs.js";

interface Wording {
  readonly entry: FaqEntry;
  /** Which of its similar questions. */
  readonly at: number;
  /** Number of the question in the index. */
  readonly number: number;
}

/** Every `n`th, so that at most `most` are left and all parts of the base have their share; 0 leaves all. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (most === 0 || items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)]!);
}

function missed({ entry, at }: Wording, found: readonly Candidate[]): Hit | undefined {
  const [first] = found;
  if (first?.entry.id === entry.id) return undefined;
  const text = shorten(entry.similar[at]!);
  const field = { kind: "similar", at } as const;
  if (first === undefined) return { entry, field, key: "kb.lint.unreachable-similar.nothing", params: { text } };
  const place = found.findIndex((one) => one.entry.id === entry.id) + 1;
  const params = { text, id: first.entry.id, question: shorten(first.entry.question), place };
  const key = place === 0 ? "kb.lint.unreachable-similar.lost" : "kb.lint.unreachable-similar.behind";
  return { entry, field, key, params, related: [first.entry] };
}

/**
 * Leaves each similar question out and asks it: what the index then answers shows whether a caller with words like these
 * would be understood if nobody had written them down.
 */
async function unreachable({ base, ask, askAtMost, onProgress, note }: LintContext): Promise<Hit[]> {
  if (base.index === undefined || ask === undefined) return [];
  const numbers = questionNumbers(base.index);
  const all = base.entries.flatMap((entry): Wording[] => {
    const first = numbers.get(entry.id);
    if (first === undefined || entry.status !== "online") return [];
    return entry.similar.map((_, at) => ({ entry, at, number: first + 1 + at }));
  });
  const asked = spread(all, askAtMost);
  const hits: Hit[] = [];
  for (const [done, wording] of asked.entries()) {
    const hit = missed(wording, await ask(wording.entry.similar[wording.at]!, wording.number));
    if (hit !== undefined) hits.push(hit);
    if (done % 50 === 0) onProgress?.(done, asked.length);
  }
  if (asked.length < all.length) {
    note("kb.lint.unreachable-similar.sampled", { asked: asked.length, of: all.length }, true);
  }
  if (asked.length > 0) {
    const share = ((100 * (asked.length - hits.length)) / asked.length).toFixed(1);
    note("kb.lint.unreachable-similar.share", { asked: asked.length, missed: hits.length, share });
  }
  return hits;
}

export const unreachableSimilarRule: LintRule = {
  id: "unreachable-similar",
  severity: "info",
  fixable: false,
  check: unreachable,
};
