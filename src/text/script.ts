import compatibility from "opencc-js/dict/CJK_Compatibility_Ideographs";
import hongKongVariants from "opencc-js/dict/HKVariants";
import hongKongPhrases from "opencc-js/dict/HKVariantsPhrases";
import simplifiedCharacters from "opencc-js/dict/STCharacters";
import simplifiedPhrases from "opencc-js/dict/STPhrases";
import regionalPhrases from "opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases";
import taiwanWords from "opencc-js/dict/TWPhrases";
import taiwanVariants from "opencc-js/dict/TWVariants";
import taiwanPhrases from "opencc-js/dict/TWVariantsPhrases";
import type { Locale } from "../messages/locale.js";
import { Conversion } from "./conversion.js";
import { countScripts } from "./detect-script.js";
import { toSimplified } from "./simplified.js";

export { detectScript, type Script } from "./detect-script.js";
export { toSimplified };

// Where a service text means something else than OpenCC's general choice: 3天后 is no goddess, 注销账户 closes the account
// and does not log out, and Taiwan's banks write 帳.
const OWN_PHRASES = "天后 天後";
const OWN_TAIWAN = "註銷 註銷|賬 帳";

const unified = new Conversion([compatibility]);
const phrases = new Conversion([OWN_PHRASES, simplifiedPhrases, regionalPhrases]);
const characters = new Conversion([simplifiedCharacters]);
const regions = {
  TW: new Conversion([OWN_TAIWAN, taiwanWords, taiwanPhrases, taiwanVariants]),
  HK: new Conversion([hongKongPhrases, hongKongVariants]),
} as const;

/**
 * Simplified → Traditional as Taiwan (with its words: 软件 → 軟體) or Hong Kong writes it; the same as OpenCC's `s2twp`
 * and `s2hk`, but for a few words of customer service. Nothing is parsed before the first call, but importing this module reads a dictionary of a megabyte
 * (about 15 ms): code on the way of a search takes `toSimplified` from `simplified.ts` and `detectScript` from
 * `detect-script.ts` instead.
 */
export function toTraditional(text: string, region: "TW" | "HK"): string {
  const regional = regions[region];
  let out = "";
  for (const piece of phrases.pieces(unified.convert(text))) {
    // Piece by piece, as OpenCC does: a regional word never spans two phrases.
    out += regional.convert(piece.to ?? characters.convert(piece.text));
  }
  return out;
}

/**
 * The text in the script that readers of a locale expect; English leaves it as it is. Text that is Traditional already
 * stays as it was written for zh-TW: converting it once more would only do harm (皇后 is no 皇後).
 */
export function inScriptOf(text: string, locale: Locale): string {
  if (locale === "en") return text;
  if (locale === "zh-CN") return toSimplified(text);
  const { hans, hant } = countScripts(text);
  return hant > hans ? text : toTraditional(text, "TW");
}
