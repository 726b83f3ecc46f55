import { foldCharacters } from "./simplified.js";

const FORMAT = /[\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]+/gu;
const APOSTROPHE = /(?<=\p{Script=Latin})['\u2018\u2019\u02bc`](?=\p{Script=Latin})/gu;
const SHORT_PREFIX = /(?<![\p{L}\p{N}\p{M}])(\p{Script=Latin}{1,2})[-\u2010\u2011](?=\p{Script=Latin})/gu;
const THOUSANDS = /(?<![\p{N}.,])([1-9]\d{0,2}(?:,\d{3})+)(?![\p{N},])/gu;
const SEPARATORS = /(?:(?!(?<=\d)\.(?=\d))[^\p{L}\p{N}\p{M}])+/gu;
const LOOSE_MARKS = /(^| )\p{M}+/gu;
const PLAIN = /^[a-z0-9\u3400-\u9fff]*$/;

/**
 * The form in which texts are compared: NFKC (full-width forms and circled digits become plain), lower case,
 * Traditional → Simplified character by character, punctuation and symbols → one space, no space at the ends.
 * Letters and digits stay. Idempotent.
 *
 * - An apostrophe inside a Latin word goes without a trace: `don't` → `dont`.
 * - A point between digits stays (`4.5`, `1.2.3`); a thousands comma goes (`1,000` → `1000`).
 * - A hyphen after one or two letters goes without a trace (`Wi-Fi` → `wifi`, `e-mail` → `email`); any other hyphen is a
 *   space (`TB-2024-001` → `tb 2024 001`, `pre-paid` → `pre paid`).
 * - Invisible characters (zero-width space, soft hyphen, byte order mark, variation selectors) go without a trace.
 */
export function normalise(text: string): string {
  if (PLAIN.test(text)) return foldCharacters(text);
  const plain = foldCharacters(
    text.replace(FORMAT, "").normalize("NFKC").toLowerCase().normalize("NFKC").replace(FORMAT, ""),
  );
  return plain
    .replace(APOSTROPHE, "")
    .replace(THOUSANDS, (number) => number.replaceAll(",", ""))
    .replace(SHORT_PREFIX, "$1")
    .replace(SEPARATORS, " ")
    .replace(LOOSE_MARKS, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
}
