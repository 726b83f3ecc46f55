import characters from "opencc-js/dict/TSCharacters";
import phrases from "opencc-js/dict/TSPhrases";
import { Conversion, parseEntries } from "./conversion.js";

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
const ALSO = "著着 妳你 帐账 瞭了 藉借 恆恒 裡里 嚐尝 牠它";

let folds: ReadonlyMap<number, string> | undefined;

/** Character by character folding for matching: every variant becomes one Simplified character. Idempotent. */
export function foldCharacters(text: string): string {
  folds ??= buildFolds();
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x3400) continue;
    const point = text.codePointAt(at)!;
    const length = point > 0xffff ? 2 : 1;
    const to = folds.get(point);
    if (to !== undefined) {
      out += text.slice(from, at) + to;
      from = at + length;
    }
    at += length - 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

function buildFolds(): Map<number, string> {
  const pairs = new Map(parseEntries(characters));
  for (const pair of ALSO.split(" ")) pairs.set(pair.charAt(0), pair.charAt(1));
  const result = new Map<number, string>();
  for (const [from, first] of pairs) {
    let to = first;
    // A target may itself be a source (薴 → 苧 → 苎); following it is what makes the folding idempotent.
    for (let steps = 0; steps < 4 && pairs.has(to); steps++) to = pairs.get(to)!;
    if (from !== to) result.set(from.codePointAt(0)!, to);
  }
  return result;
}

/** The characters that the character table changes: those of Traditional writing, with their Simplified forms. */
export function traditionalPairs(): [traditional: string, simplified: string][] {
  return parseEntries(characters).filter(([from, to]) => from !== to);
}
