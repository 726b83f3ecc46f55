import { isConcept } from "../../text/concepts.js";
import { detectLanguage } from "../../text/language.js";
import { normalise } from "../../text/normalise.js";
import { soundQuery, soundTokens } from "../../text/sound.js";
import { lexicalTokens } from "../../text/tokens.js";
import { asks, foldedInPlace, wishes } from "../retrieve/compound-words.js";
import { isEnglishFunctionToken, isFunctionToken } from "../retrieve/function-words.js";
import type { Candidate } from "../retrieve/retrieve.js";
import { smallTalkOf } from "./small-talk.js";

/** A word of Chinese, or two. */
const MOST_HAN = 4;
const MOST_LATIN_WORDS = 2;
/** No menu is longer: five can still be heard on the telephone. */
const MOST_CHOICES = 5;
const MOST_TOLD = 2;
const LEAST_BODY = 0.6;
const MORE_BODY = 0.2;
/** What is less likely than this share of the first one is no choice: it only happens to have the word. */
const LEAST_SHARE = 0.02;
/** Coverage where every telling word is held, but for rounding. */
const ALL_WORDS = 0.999;

/**
 * The keyword that a turn consists of (退款, 發票, refund), normalised: a word or two that name a matter and ask nothing about
 * it. Undefined for anything that says more, for numbers and for small talk.
 */
export function keywordOf(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const folded = foldedInPlace(text.trim());
  if (/[?？]/.test(folded) || asks(folded) || wishes(folded) || smallTalkOf(text) !== undefined) return undefined;
  const words = normalise(text)
    .split(" ")
    .filter((word) => word !== "");
  const joined = words.join(" ");
  if (!/\p{L}/u.test(joined)) return undefined;
  if (detectLanguage(joined) === "en") {
    const tokens = lexicalTokens(joined);
    return words.length <= MOST_LATIN_WORDS && !tokens.some(isEnglishFunctionToken) ? joined : undefined;
  }
  const characters = [...joined.replaceAll(" ", "")];
  const han = characters.filter((character) => /\p{Script=Han}/u.test(character)).length;
  if (words.length > 2 || han > MOST_HAN || characters.length > MOST_HAN + 6) return undefined;
  return han > 0 || words.length === 1 ? joined : undefined;
}

const WANTING = /^(?:(?:我|我们|我們|本人)?(?:想要|要|想|需要)|(?:帮我|幫我|给我|給我))(?=\p{Script=Han})/u;

/**
 * The keyword of a turn that says of a matter no more than that it is wanted (我要退货, 想开发票): undefined for a turn that
 * is a keyword itself, and for one that says more.
 */
export function wantedKeyword(text: string): string | undefined {
  const rest = text.trim().replace(WANTING, "");
  return rest === text.trim() ? undefined : keywordOf(rest);
}

/**
 * The entries to choose from for a keyword: those with a question that has it and that are not far less likely than the first,
 * likeliest first, and of more than fit one of each category before a second one of any. Where only one has, the answers of others
 * count if they are more about the word than that one's own. Undefined where no menu is needed: the keyword is itself a question
 * of an entry, or belongs to one entry.
 * @param candidates likeliest first; more than a menu needs, so that it can be spread
 */
export function keywordMenu(keyword: string, candidates: readonly Candidate[]): Candidate[] | undefined {
  if (candidates[0]?.exact === true) return undefined;
  const entries = candidates.filter(({ entry }) => entry.kind !== "passage");
  const all = holders(keyword, entries);
  const [only] = all;
  if (only === undefined) return undefined;
  const likely = ({ score }: Candidate): boolean => score >= LEAST_SHARE * only.score;
  const held = all.filter(likely);
  const told =
    held.length > 1
      ? []
      : entries.filter(
          (one) => one !== only && likely(one) && one.coverage >= ALL_WORDS && one.channels.body >= tellingBody(only),
        );
  const menu = [...spread(held), ...spread(told).slice(0, MOST_TOLD)].slice(0, MOST_CHOICES);
  return menu.length < 2 ? undefined : candidates.filter((one) => menu.includes(one));
}

/** A word that may stand for a whole concept. */
const ONE_WORD = /^(?:[a-z]+|\p{Script=Han}{2})$/u;

/**
 * The entries with a question that has the keyword, or other words for the same (refund: 退费); of pinyin and initials (tuikuan, tk)
 * one that sounds so.
 */
function holders(keyword: string, entries: readonly Candidate[]): Candidate[] {
  const having = (tokens: readonly string[], tokensOf: (normalised: string) => string[]): Candidate[] =>
    entries.filter(({ entry }) =>
      [entry.question, ...entry.similar].some((wording) => {
        const own = new Set(tokensOf(normalise(wording)));
        return tokens.every((token) => own.has(token));
      }),
    );
  const tokens = lexicalTokens(keyword).filter((token) => !isFunctionToken(token));
  if (tokens.length === 0) return [];
  const concepts = ONE_WORD.test(keyword) ? tokens.filter(isConcept) : [];
  const held = having(concepts.length > 0 ? concepts : tokens, lexicalTokens);
  if (held.length > 0) return held;
  const { tokens: sounds, typed } = soundQuery(keyword);
  return typed === "initials" || typed === "pinyin" ? having(pairsOf(sounds), soundTokens) : [];
}

/** Pairs of syllables and initials: a single syllable is in every other question. */
function pairsOf(sounds: readonly string[]): readonly string[] {
  const pairs = sounds.filter((token) => token.includes("'") || /^[A-Z]{2}$/.test(token));
  return pairs.length > 0 ? pairs : sounds;
}

/** How much an answer must be about a word to stand beside the one entry that has it for a question. */
function tellingBody({ channels }: Candidate): number {
  return Math.max(LEAST_BODY, channels.body + MORE_BODY);
}

/** The first of every category, then the second of every one, and so on; order within stays. */
function spread(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, number>();
  const rounds: Candidate[][] = [];
  for (const candidate of candidates) {
    const { category } = candidate.entry;
    const round = seen.get(category) ?? 0;
    seen.set(category, round + 1);
    (rounds[round] ??= []).push(candidate);
  }
  return rounds.flat();
}
