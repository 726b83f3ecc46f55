import { countScripts } from "../../../text/detect-script.js";
import type { Hit, LintContext, LintRule } from "../rule.js";
import { shorten, textsOf } from "../rule.js";

// GB bytes read as UTF-8 and back (锟斤拷), memory never written (烫烫烫), UTF-8 read as Latin-1 (Ã©, â€™, å¤§) or as GBK
// (锛 and 銆 begin what was ， and 。), C1 control characters, characters of no known meaning.
const MOJIBAKE =
  /\ufffd|锟斤拷|(?:烫烫|屯屯){2,}|[锛銆鈥锟]|Ã[\u0080-\u00bf]|Â[\u0080-\u00a0\u00b7]|â€[\u0080-\u00bf“”™œž¦¢]|(?:[ä-é][\u0080-\u00bf\u2018-\u2022\u0152-\u0192]{1,2}){2,}|ï¼[\u0080-\u00bf]|[\u0080-\u0084\u0086-\u009f]/u;
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
// A zero-width joiner holds an emoji together, and there only.
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu;

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

function* mojibake({ base, allow }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    for (const { field, text } of textsOf(entry)) {
      const broken = MOJIBAKE.exec(text);
      if (broken !== null && !allow.words.some((word) => word.includes(broken[0]))) {
        const around = shorten(text.slice(Math.max(0, broken.index - 8), broken.index + 12));
        yield { entry, field, key: "kb.lint.mojibake.found", params: { around } };
        continue;
      }
      const odd = PRIVATE.exec(text);
      if (odd === null) continue;
      yield { entry, field, severity: "warning", key: "kb.lint.mojibake.private", params: { code: codePoint(odd[0]) } };
    }
  }
}

export const mojibakeRule: LintRule = { id: "mojibake", severity: "error", fixable: false, check: mojibake };

function* bidiControl({ base }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    for (const { field, text } of textsOf(entry)) {
      const found = BIDI.exec(text);
      if (found !== null)
        yield { entry, field, key: "kb.lint.bidi-control.found", params: { code: codePoint(found[0]) } };
    }
  }
}

export const bidiControlRule: LintRule = { id: "bidi-control", severity: "error", fixable: false, check: bidiControl };

function* invisible({ base }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    for (const { field, text } of textsOf(entry)) {
      const found = text.match(INVISIBLE);
      if (found === null) continue;
      const codes = [...new Set(found.map(codePoint))].sort().join(", ");
      const params = { count: found.length, codes };
      yield { entry, field, key: "kb.lint.invisible-character.found", params, fixed: text.replace(INVISIBLE, "") };
    }
  }
}

export const invisibleCharacterRule: LintRule = {
  id: "invisible-character",
  severity: "warning",
  fixable: true,
  check: invisible,
};

/** Written so in both scripts often enough that nobody takes it for a slip. */
const NO_SLIP = /内/g;

/** The words in which the rarer script of a text stands, some of them. */
function minorityWords(text: string): { script: "hans" | "hant"; words: string[]; count: number } | undefined {
  const { hans, hant } = countScripts(text);
  if (hans === 0 || hant === 0) return undefined;
  const script = hans < hant ? "hans" : "hant";
  const characters = [...text];
  const words = characters.flatMap((character, at) => {
    if (countScripts(character)[script] === 0) return [];
    const around = characters.slice(Math.max(0, at - 1), at + 2).filter((one) => /\p{Script=Han}/u.test(one));
    return [around.join("")];
  });
  return { script, words: [...new Set(words)].slice(0, 4), count: Math.min(hans, hant) };
}

function* mixedScript({ base, allow }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    for (const { field, text } of textsOf(entry)) {
      const plain = allow.words.reduce((rest, word) => rest.replaceAll(word, ""), text).replace(NO_SLIP, "");
      const found = minorityWords(plain);
      if (found === undefined) continue;
      const key = found.script === "hans" ? "kb.lint.mixed-script.hans" : "kb.lint.mixed-script.hant";
      yield { entry, field, key, params: { words: found.words.join(" "), count: found.count } };
    }
  }
}

export const mixedScriptRule: LintRule = {
  id: "mixed-script",
  severity: "warning",
  fixable: false,
  check: mixedScript,
};
