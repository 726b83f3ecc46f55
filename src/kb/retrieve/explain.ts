import { withoutCourtesy } from "../../text/courtesy.js";
import { detectScript, type Script } from "../../text/detect-script.js";
import { detectLanguage } from "../../text/language.js";
import { normalise } from "../../text/normalise.js";
import { soundQuery, type Typed } from "../../text/sound.js";
import { lexicalTokens } from "../../text/tokens.js";
import { splitQuestions } from "../respond/compound.js";
import type { FaqEntry } from "../entry.js";
import { isEnglishFunctionToken, isFunctionToken } from "./function-words.js";
import { negativeIn, type QueryFilter, variantFits, wallClock } from "../index/filter.js";
import { keywordOf } from "../respond/keyword.js";
import type { Candidate } from "./retrieve.js";
import { smallTalkOf, type SmallTalkKind } from "../respond/small-talk.js";

/** How a query was read. */
export interface QueryReading {
  /** Without politeness, in the form that texts are compared in. */
  readonly normalised: string;
  /** What was searched for instead, where it is misspelt, misheard, in pinyin or in spoken Cantonese. */
  readonly meant?: string;
  readonly language: ReturnType<typeof detectLanguage>;
  readonly script: Script;
  /** In characters, in pinyin, by initials. */
  readonly typed: Typed;
  /** Syllables that it was read as, where it is written as it sounds. */
  readonly syllables?: readonly string[];
  /** The keyword that it consists of. */
  readonly keyword?: string;
  readonly smallTalk?: SmallTalkKind;
  /** Questions that it may be taken apart into. */
  readonly parts?: readonly string[];
}

/** @param searched the query as the first stage has searched for it, normalised */
export function readQuery(text: string, searched?: string): QueryReading {
  const asked = withoutCourtesy(text);
  const normalised = normalise(asked);
  const { tokens, typed } = soundQuery(normalised);
  const spelt = typed === "pinyin" || typed === "initials" || typed === "mixed";
  const keyword = keywordOf(text);
  const smallTalk = smallTalkOf(text);
  const parts = splitQuestions(text)?.parts.map((part) => part.text);
  return {
    normalised,
    ...(searched !== undefined && searched !== normalised && { meant: searched }),
    ...{ language: detectLanguage(text), script: detectScript(text), typed },
    ...(spelt && { syllables: tokens.filter((token) => typed === "initials" || /^[a-zü]+$/.test(token)) }),
    ...(keyword !== undefined && { keyword }),
    ...(smallTalk !== undefined && { smallTalk }),
    ...(parts !== undefined && { parts }),
  };
}

/** Words of a query that an entry has, and those that it has not; words that only ask are neither. */
export interface WordsMet {
  readonly met: readonly string[];
  readonly missed: readonly string[];
}

/**
 * Which words of a text an entry has anywhere in its questions, answers or category, and which it has not. Function words
 * are not
 * named, and of a text typed by its sound nothing is.
 */
export function wordsMet(
  { normalised, meant, typed }: Pick<QueryReading, "normalised" | "meant" | "typed">,
  { question, similar, answers, category }: FaqEntry,
): WordsMet {
  const texts = [question, ...similar, category, ...answers.map((answer) => answer.text)].join("\n");
  const own = new Set(lexicalTokens(normalise(texts)));
  const found: Record<"met" | "missed", string[]> = { met: [], missed: [] };
  // What is written as it sounds has no words to look for.
  if (meant === undefined && (typed === "pinyin" || typed === "initials")) return found;
  for (const run of (meant ?? normalised).match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) {
      const tokens = lexicalTokens(run);
      if (tokens.every((token) => isFunctionToken(token) || isEnglishFunctionToken(token))) continue;
      found[tokens.every((token) => own.has(token)) ? "met" : "missed"].push(run);
    } else for (const [kind, word] of hanWords(run, own)) found[kind].push(word);
  }
  return { met: [...new Set(found.met)], missed: [...new Set(found.missed)] };
}

/** Stretches of a run of characters that are met, pair by pair, or missed. */
function hanWords(run: string, own: ReadonlySet<string>): (readonly ["met" | "missed", string])[] {
  const characters = [...run];
  const met = characters.map((character) => characters.length === 1 && own.has(character));
  const asking = characters.map((character) => isFunctionToken(character));
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = characters[at]! + characters[at + 1]!;
    if (isFunctionToken(pair)) asking[at] = asking[at + 1] = true;
    else if (own.has(pair)) met[at] = met[at + 1] = true;
  }
  const words: ["met" | "missed", string][] = [];
  let last: "met" | "missed" | undefined;
  characters.forEach((character, at) => {
    const kind = asking[at] ? undefined : met[at] ? "met" : "missed";
    if (kind !== undefined && kind === last) words.at(-1)![1] += character;
    else if (kind !== undefined) words.push([kind, character]);
    last = kind;
  });
  return words;
}

/** Why a filter leaves an entry out, with what is said of it: the status, the date, the channel, the tier, the keyword. */
export interface LeftOut {
  readonly why: "status" | "not-yet" | "expired" | "channel" | "tier" | "negative";
  readonly value: string;
}

/** Every filter that an entry does not pass. */
export function whyLeftOut(entry: FaqEntry, filter: QueryFilter, normalised: string): LeftOut[] {
  const { status, effective, answers } = entry;
  const { channel, tier, statuses = ["online"] } = filter;
  const at = filter.at === undefined ? NaN : wallClock(filter.at);
  const found: LeftOut[] = [];
  if (!statuses.includes(status)) found.push({ why: "status", value: status });
  if (effective.from !== undefined && at < wallClock(effective.from))
    found.push({ why: "not-yet", value: effective.from });
  if (effective.until !== undefined && at > wallClock(effective.until, true)) {
    found.push({ why: "expired", value: effective.until });
  }
  if (!answers.some((answer) => variantFits(answer, channel ?? answer.channel, tier))) {
    const byTier = channel === undefined || answers.some((answer) => variantFits(answer, channel, answer.tier));
    found.push(byTier ? { why: "tier", value: tier ?? "" } : { why: "channel", value: channel });
  }
  const keyword = negativeIn(entry, normalised);
  if (keyword !== undefined) found.push({ why: "negative", value: keyword });
  return found;
}

/** An entry that the filters left out though it would have stood before some that are shown. */
export interface Removed {
  readonly candidate: Candidate;
  /** The place it would have had, from 1. */
  readonly rank: number;
  readonly because: readonly LeftOut[];
}

/**
 * @param all what is found without any filter, likeliest first
 * @param shown what is found with them
 */
export function removedBy(
  all: readonly Candidate[],
  shown: readonly Candidate[],
  filter: QueryFilter,
  normalised: string,
): Removed[] {
  const kept = new Set(shown.map(({ entry }) => entry.id));
  const least = shown.at(-1)?.score ?? 0;
  return all.flatMap((candidate, at) => {
    if (kept.has(candidate.entry.id) || candidate.score < least) return [];
    const because = whyLeftOut(candidate.entry, filter, normalised);
    return because.length === 0 ? [] : [{ candidate, rank: at + 1, because }];
  });
}
