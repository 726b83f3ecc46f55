import type { Random } from "../stats/random.js";
import { localeOf } from "../text/language.js";
import { syllableOfEach } from "../text/pinyin.js";
import { detectScript, toSimplified, toTraditional } from "../text/script.js";
import { FILLERS } from "./fillers.js";
import { mishear } from "./mishear.js";
import { addTypo } from "./typo.js";

/** Ways in which callers' wording differs from an author's. */
export const NOISE_KINDS = ["typo", "homophone", "script", "filler", "pinyin"] as const;

export type NoiseKind = (typeof NOISE_KINDS)[number];

/**
 * The text as a caller may have typed or said it. Same text, kind and state of `random`: same result.
 *
 * - `typo`: see {@link addTypo}
 * - `homophone`: two Chinese characters (one where there is but one) for common ones with the same toneless syllable
 * - `script`: into Taiwan's or Hong Kong's writing and words, or into Simplified
 * - `filler`: politeness and hesitation before or after
 * - `pinyin`: Chinese typed as pinyin, with or without spaces
 *
 * The text comes back unchanged only where the kind cannot apply: no letter to mistype, no Chinese to convert or spell.
 */
export function perturb(text: string, kind: NoiseKind, random: Random): string {
  switch (kind) {
    case "typo":
      return addTypo(text, random);
    case "homophone":
      return addHomophones(text, random);
    case "script":
      return changeScript(text, random);
    case "filler":
      return addFiller(text, random);
    case "pinyin":
      return spell(text, random);
  }
}

function addHomophones(text: string, random: Random): string {
  const traditional = detectScript(text) === "hant";
  return mishear(text, syllableOfEach(text), random, (other) => (traditional ? toTraditional(other, "TW") : other));
}

function changeScript(text: string, random: Random): string {
  const simplified = toSimplified(text);
  const others = [toTraditional(simplified, "TW"), toTraditional(simplified, "HK"), simplified];
  const different = [...new Set(others)].filter((other) => other !== text);
  return different.length === 0 ? text : random.pick(different);
}

function addFiller(text: string, random: Random): string {
  const { before, after } = FILLERS[localeOf(text) ?? (/\p{Script=Han}/u.test(text) ? "zh-CN" : "en")];
  const [, body, end] = /^(.*?)([。！？.!?]*)$/su.exec(text)!;
  const where = random.int(3);
  const start = where === 1 ? "" : random.pick(before);
  return `${start}${body!}${where === 0 ? "" : random.pick(after)}${end!}`;
}

function spell(text: string, random: Random): string {
  const read = syllableOfEach(text);
  const spaced = random.int(2) === 0;
  let out = "";
  let previous = false;
  for (const [at, character] of [...text].entries()) {
    const syllable = read[at];
    if (syllable !== undefined && spaced && previous) out += " ";
    out += syllable ?? character;
    previous = syllable !== undefined;
  }
  return out;
}
