import { detectScript } from "../../text/detect-script.js";
import { detectLanguage } from "../../text/language.js";
import { type Interval, shareInterval } from "./intent-scores.js";
import { groupBy, isInside, isRight, type Judgement, ratio } from "./judgement.js";

/** What utterances are told apart by. */
const SLICES = ["category", "file", "language", "length"] as const;

export type SliceKind = (typeof SLICES)[number];

/** Figures of utterances that have something in common. */
export interface Slice {
  readonly by: SliceKind;
  /** `zh-Hans`, `zh-Hant`, `zh` (the same in both), `en`, `mixed`, `other`; `4–7` words; a category; a file. */
  readonly name: string;
  readonly n: number;
  readonly inScope: number;
  /** In scope, before any rejection; `null` where nothing is in scope. */
  readonly accuracy: number | null;
  readonly interval: Interval | null;
  /** Of what is in scope. */
  readonly rejected: number | null;
  /** Rejected, of what is out of scope. */
  readonly outOfScopeRecall: number | null;
}

const LENGTHS = [3, 7, 15] as const;

/** Chinese characters, and words of other scripts. */
export function lengthOf(text: string): number {
  return text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu)?.length ?? 0;
}

function lengthName(text: string): string {
  const length = lengthOf(text);
  const at = LENGTHS.findIndex((most) => length <= most);
  const from = (LENGTHS[at - 1] ?? 0) + 1;
  return at < 0 ? `${LENGTHS.at(-1)! + 1}+` : `${from}–${LENGTHS[at]!}`;
}

function languageName(text: string): string {
  const language = detectLanguage(text);
  if (language !== "zh") return language;
  const script = detectScript(text);
  return script === "hans" ? "zh-Hans" : script === "hant" ? "zh-Hant" : "zh";
}

/** `faq/price` and `faq.price` are of the category `faq`. */
const categoryOf = (intent: string): string => /^([^/.]+)[/.]./u.exec(intent)?.[1] ?? "";

const NAMES: Readonly<Record<SliceKind, (one: Judgement) => string>> = {
  category: ({ intent }) => categoryOf(intent),
  file: ({ where }) => where?.file ?? "",
  language: ({ text }) => languageName(text),
  length: ({ text }) => lengthName(text),
};

function sliceOf(by: SliceKind, name: string, group: readonly Judgement[], repeats: number): Slice {
  const inside = group.filter(isInside);
  const right = inside.filter(isRight).length;
  const rejected = (some: readonly Judgement[]): number | null =>
    some.length === 0 ? null : ratio(some.filter(({ accepted }) => !accepted).length, some.length);
  return {
    by,
    name,
    n: group.length,
    inScope: inside.length,
    accuracy: inside.length === 0 ? null : right / inside.length,
    interval: inside.length === 0 ? null : shareInterval(right, inside.length, repeats),
    rejected: rejected(inside),
    outOfScopeRecall: rejected(group.filter((one) => !isInside(one))),
  };
}

/** Slices of every kind that tells anything apart; by length from the shortest, else by name. */
export function slicesOf(judgements: readonly Judgement[], repeats: number): Slice[] {
  return SLICES.flatMap((by) => {
    // What is out of scope has no category of its own.
    const some = by === "category" ? judgements.filter(isInside) : judgements;
    const groups = groupBy(some, NAMES[by]);
    if (groups.length < 2) return [];
    const slices = groups.map(([name, group]) => sliceOf(by, name, group, repeats));
    return by === "length" ? slices.sort((a, b) => parseInt(a.name, 10) - parseInt(b.name, 10)) : slices;
  });
}
