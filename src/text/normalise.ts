import { isDigit, isMark, isWord } from "./characters.js";
import { expandContractions } from "./contractions.js";
import { foldNumerals } from "./numerals.js";
import { INVISIBLE, plainForm } from "./plain-form.js";
import { foldRegionalWords } from "./regional.js";
import { foldCharacters } from "./simplified.js";

const LETTER = "[a-z\u00df-\u024f\u1e00-\u1eff]";
const SHORT_PREFIX = new RegExp(
  `(?<![0-9a-z\u00df-\u024f\u1e00-\u1eff])(${LETTER}{1,2})[-\u2010\u2011](?=${LETTER})`,
  "g",
);
/** A letter to Unicode: those that stand inside a word have gone with the contractions. */
const APOSTROPHE = 0x2bc;
const THOUSANDS = /(?<![0-9.,])([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?![0-9,])/g;

/**
 * The form in which texts are compared: NFKC (full-width forms and circled digits become plain), lower case,
 * Traditional → Simplified character by character and the words of regions, punctuation and symbols → one space, no space at the ends.
 * Letters and digits stay. Idempotent.
 *
 * - English contractions are written in full (`don't` → `do not`); any other apostrophe inside a Latin word goes without a
 *   trace (`customer's` → `customers`).
 * - Words that regions have for the same thing become one (`軟體`, `软件` → `软件`), Chinese numerals digits (`二十四小时` →
 *   `24小时`): see `foldRegionalWords` and `foldNumerals`.
 * - A point between digits stays (`4.5`, `1.2.3`); a thousands comma goes (`1,000` → `1000`).
 * - A hyphen after one or two letters goes without a trace (`Wi-Fi` → `wifi`, `e-mail` → `email`); any other hyphen is a
 *   space (`TB-2024-001` → `tb 2024 001`, `pre-paid` → `pre paid`).
 * - Invisible characters (zero-width space, soft hyphen, byte order mark, variation selectors) go without a trace.
 */
export function normalise(text: string): string {
  const plain = plainForm(text);
  const words = plain === undefined ? separate(expandContractions(foldedOf(text))) : expandContractions(plain);
  return foldNumerals(foldRegionalWords(words));
}

function foldedOf(text: string): string {
  const small = text.replace(INVISIBLE, "").normalize("NFKC").toLowerCase().normalize("NFKC").replace(INVISIBLE, "");
  // No letter, though patterns of words take it for one.
  return foldCharacters(small.replaceAll("_", " "))
    .replace(THOUSANDS, (number) => number.replaceAll(",", ""))
    .replace(SHORT_PREFIX, "$1");
}

/** Words with one space between them: everything else goes, marks that stand on nothing too. */
function separate(text: string): string {
  let out = "";
  let start = -1;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const point = unit < 0xd800 || unit > 0xdbff ? unit : text.codePointAt(at)!;
    if (point === APOSTROPHE || (!isWord(point) && !isDecimalPoint(text, at))) {
      if (start >= 0) out += (out === "" ? "" : " ") + text.slice(start, at);
      start = -1;
    } else if (start < 0 && !isMark(point)) start = at;
    at += point > 0xffff ? 2 : 1;
  }
  if (start === 0) return text;
  return start < 0 ? out : out + (out === "" ? "" : " ") + text.slice(start);
}

function isDecimalPoint(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2e && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}
