import { pinyin } from "pinyin-pro";
import { toSimplified } from "./simplified.js";

// pinyin-pro takes about 0.15 s to load: only code that is loaded on demand may import this module.

/**
 * The toneless syllables of a text, ü as v: one for each Han character (read in its context: 银行 → yin hang); a run of
 * Latin letters and digits is one item, in lower case; everything else is left out.
 */
export function syllables(text: string): string[] {
  const result: string[] = [];
  for (const [part] of toSimplified(text).matchAll(/\p{Script=Han}+|[\p{Script=Latin}\p{N}]+/gu)) {
    if (/^\p{Script=Han}/u.test(part)) result.push(...readRun(part));
    else result.push(part.toLowerCase());
  }
  return result;
}

/** The syllable of each character of a text, `undefined` for what is no Han character or has no known reading. */
export function syllableOfEach(text: string): (string | undefined)[] {
  const simplified = toSimplified(text);
  // Phrases may, in rare cases, change the number of characters; the reading is then of each by itself.
  const source = [...simplified].length === [...text].length ? simplified : text;
  const result: (string | undefined)[] = [];
  for (const [part] of source.matchAll(/\p{Script=Han}+|\P{Script=Han}/gu)) {
    if (!/^\p{Script=Han}/u.test(part)) result.push(undefined);
    else for (const syllable of readRun(part)) result.push(/^[a-z]+$/.test(syllable) ? syllable : undefined);
  }
  return result;
}

function readRun(run: string): string[] {
  return pinyin(run, { toneType: "none", type: "array", v: true });
}
