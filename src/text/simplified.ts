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
const folds = new Map<number, string | undefined>();

/** Character by character folding for matching: every variant becomes one Simplified character. Idempotent. */
export function foldCharacters(text: string): string {
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x3400) continue;
    const point = text.codePointAt(at)!;
    const length = point > 0xffff ? 2 : 1;
    const to = folds.has(point) ? folds.get(point) : learnFold(point);
    if (to !== undefined) {
      out += text.slice(from, at) + to;
      from = at + length;
    }
    at += length - 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

function learnFold(point: number): string | undefined {
  const character = String.fromCodePoint(point);
  let to = character;
  // A target may itself be a source (薴 → 苧 → 苎); following it is what makes the folding idempotent.
  for (let steps = 0; steps < 4; steps++) to = singly.convert(to);
  const fold = to === character ? undefined : to;
  folds.set(point, fold);
  return fold;
}

const entries = `|${characters}|`;

/** Which writing a character belongs to by OpenCC's table; `undefined` for one that it does not change either way. */
export function writingOf(character: string): "hans" | "hant" | undefined {
  if (entries.includes(`|${character} `)) return entries.includes(`|${character} ${character}|`) ? undefined : "hant";
  return entries.includes(` ${character}|`) ? "hans" : undefined;
}
