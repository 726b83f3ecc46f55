import { isDigit, isHan, isMark, isWord } from "./characters.js";
import { foldCharacters } from "./simplified.js";

/** What has no trace in text that is compared. */
export const INVISIBLE = /[\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]+/gu;

/** By UTF-16 unit what becomes of it, 0 where that was not asked for yet: a letter, digit or Han character, or one of these. */
const becomes = new Uint16Array(0x10000);
const AWKWARD = 1;
const POINT = 2;
const COMMA = 3;
const HYPHEN = 4;
const APOSTROPHE = 5;
const SPACE = 0x20;
const SIGNS: ReadonlyMap<string, number> = new Map([
  ...[["_", AWKWARD] as const, ["\u00f7", AWKWARD] as const, [".", POINT] as const, [",", COMMA] as const],
  ...Array.from("-\u2010\u2011", (sign) => [sign, HYPHEN] as const),
  ...Array.from("'\u2018\u2019\u02bc`", (sign) => [sign, APOSTROPHE] as const),
]);

/** Longer texts are not worth a room of their own. */
const MOST = 8192;
const room = new Uint16Array(MOST);
const decoder = new TextDecoder("utf-16le");

/**
 * Text with NFKC, small letters and Simplified characters, its words with one space between them, where each of its characters can be
 * taken by itself, as in most texts; `undefined` for another. The same as all steps of `normalise` but those about words.
 */
export function plainForm(text: string): string | undefined {
  if (text.length > MOST) return undefined;
  let size = 0;
  let gap = false;
  let changed = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let to = becomes[unit]! || learn(unit);
    if (to < SPACE) {
      to = signOf(to, text, at);
      if (to === AWKWARD) return undefined;
      if (to === HYPHEN) continue;
    }
    changed |= to ^ unit;
    if (to === SPACE) {
      gap = size > 0;
      continue;
    }
    if (gap) room[size++] = SPACE;
    gap = false;
    room[size++] = to;
  }
  return changed === 0 && size === text.length ? text : decoder.decode(room.subarray(0, size));
}

/** What a sign becomes: a space, the point of a number, or nothing (HYPHEN). */
function signOf(sign: number, text: string, at: number): number {
  if (sign === POINT) return isDigit(near(text, at - 1)) && isDigit(near(text, at + 1)) ? 0x2e : SPACE;
  if (sign === COMMA) return isDigit(near(text, at - 1)) && isDigit(near(text, at + 1)) ? AWKWARD : SPACE;
  if (sign === APOSTROPHE) return isLetter(near(text, at - 1)) && isLetter(near(text, at + 1)) ? AWKWARD : SPACE;
  return sign === HYPHEN && !endsShortPrefix(text, at) ? SPACE : sign;
}

/** Whether one or two letters stand before a hyphen, and a letter after it. */
function endsShortPrefix(text: string, at: number): boolean {
  if (!isLetter(near(text, at - 1)) || !isLetter(near(text, at + 1))) return false;
  const before = near(text, at - (isLetter(near(text, at - 2)) ? 3 : 2));
  return !isLetter(before) && !isDigit(before);
}

/** What becomes of a neighbour; 0 at the ends. */
function near(text: string, at: number): number {
  if (at < 0 || at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  return becomes[unit]! || learn(unit);
}

const isLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

function learn(unit: number): number {
  return (becomes[unit] = formOf(String.fromCharCode(unit)));
}

function formOf(character: string): number {
  const form = character.replace(INVISIBLE, "").normalize("NFKC").toLowerCase().normalize("NFKC");
  const unit = form.charCodeAt(0);
  // An ellipsis parts words; of its points none is a number's.
  if (/^\.{2,}$/.test(form)) return SPACE;
  if (form.length !== 1 || (unit >= 0xd800 && unit <= 0xdfff)) return AWKWARD;
  const sign = SIGNS.get(form);
  if (sign !== undefined) return sign;
  if (isLetter(unit) || isDigit(unit)) return unit;
  if (isHan(unit)) {
    const folded = foldCharacters(form);
    return folded.length === 1 && isHan(folded.charCodeAt(0)) ? folded.charCodeAt(0) : AWKWARD;
  }
  return isWord(unit) || isMark(unit) ? AWKWARD : SPACE;
}
