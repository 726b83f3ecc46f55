import characters from "opencc-js/dict/TSCharacters";
import phrases from "opencc-js/dict/TSPhrases";
import { Conversion } from "./conversion.js";

// Apart from script.ts because the search path needs this direction only: 40 kB of dictionaries, not 1.2 MB.
const simplification = new Conversion([phrases, characters]);

const COMPATIBILITY = /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

/** Traditional → Simplified by characters and phrases (乾隆 keeps its 乾, 乾淨 does not); the same as OpenCC's `t2s`. */
export function toSimplified(text: string): string {
  return simplification.convert(text.replace(COMPATIBILITY, (character) => character.normalize("NFC")));
}

/**
 * Pairs of OpenCC's one-to-many characters that its character table leaves alone, and spellings that differ by region:
 * for matching, both have to be one.
 */
const ALSO = "著 着|妳 你|帐 账|帳 账|瞭 了|藉 借|恆 恒|裡 里|嚐 尝|牠 它";

const singly = new Conversion([ALSO.split("|").sort().join("|"), characters]);

/** By UTF-16 unit: the unit that it becomes, 0 where that is not known yet, or that the character is in the other table. */
const folds = new Uint16Array(0x10000).fill(1, 0xd800, 0xdc00);
const OTHER = 1;
const others = new Map<string, string>();

/** Character by character folding for matching: every variant becomes one Simplified character. Idempotent. */
export function foldCharacters(text: string): string {
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x3400) continue;
    const fold = folds[unit]! || learnFold(unit);
    if (fold === unit) continue;
    const character = fold === OTHER ? String.fromCodePoint(text.codePointAt(at)!) : text[at]!;
    const to = fold === OTHER ? otherFold(character) : String.fromCharCode(fold);
    if (to !== character) {
      out += text.slice(from, at) + to;
      from = at + character.length;
    }
    at += character.length - 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

function learnFold(unit: number): number {
  const to = otherFold(String.fromCharCode(unit));
  return (folds[unit] = to.length === 1 ? to.charCodeAt(0) : OTHER);
}

function otherFold(character: string): string {
  const known = others.get(character);
  if (known !== undefined) return known;
  let to = character;
  // A target may itself be a source (薴 → 苧 → 苎); following it is what makes the folding idempotent.
  for (let steps = 0; steps < 4; steps++) {
    const next = singly.convert(to);
    if (next === to) break;
    to = next;
  }
  if (character.length > 1 || to.length > 1) others.set(character, to);
  return to;
}

const entries = `|${characters}|`;

/** Which writing a character belongs to by OpenCC's table; `undefined` for one that it does not change either way. */
export function writingOf(character: string): "hans" | "hant" | undefined {
  if (entries.includes(`|${character} `)) return entries.includes(`|${character} ${character}|`) ? undefined : "hant";
  return entries.includes(` ${character}|`) ? "hans" : undefined;
}
