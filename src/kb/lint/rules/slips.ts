import { strayPinyin } from "../../formats/clean/text.js";
import type { Hit, LintContext, LintRule } from "../rule.js";
import { shorten, textsOf } from "../rule.js";

const HAN = String.raw`[\u3400-\u9fff]`;
const FULL_WIDTH = /[Ａ-Ｚａ-ｚ０-９]+/g;
/** Half-width marks that stand between Chinese characters, with the spaces after them. */
const HALF_WIDTH = new RegExp(`(?<=${HAN})([,;:?!])[ ]*(?=${HAN})`, "g");
/** Characters set apart one by one, as text from a PDF or a scan is. */
const SPACED_OUT = new RegExp(`(?<!${HAN})(?:${HAN}[ \u3000]+){3,}${HAN}(?!${HAN})`, "g");
const WIDE: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！" };

const halfWidth = (text: string): string =>
  text.replace(/[Ａ-Ｚａ-ｚ０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

const FIXES: readonly { name: "full" | "half" | "spaced"; pattern: RegExp; to: (found: string) => string }[] = [
  { name: "full", pattern: FULL_WIDTH, to: halfWidth },
  { name: "half", pattern: HALF_WIDTH, to: (found) => WIDE[found[0]!]! },
  { name: "spaced", pattern: SPACED_OUT, to: (found) => found.replace(/[ \u3000]+/g, "") },
];

function* fullWidthSlip({ base }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    for (const { field, text } of textsOf(entry)) {
      const seen: string[] = [];
      let fixed = text;
      for (const { pattern, to } of FIXES) {
        for (const match of fixed.matchAll(pattern)) {
          seen.push(fixed.slice(Math.max(0, match.index - 2), match.index + match[0].length + 2));
        }
        fixed = fixed.replace(pattern, to);
      }
      if (seen.length === 0) continue;
      const params = { count: seen.length, example: shorten(seen[0]!, 24) };
      yield { entry, field, key: "kb.lint.full-width-slip.found", params, fixed };
    }
  }
}

export const fullWidthSlipRule: LintRule = {
  id: "full-width-slip",
  severity: "info",
  fixable: true,
  check: fullWidthSlip,
};

function* strayPinyinHits({ base }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    for (const { field, text } of textsOf(entry)) {
      const stray = strayPinyin(text);
      if (stray.length === 0) continue;
      let fixed = "";
      let from = 0;
      for (const { start, end } of stray) {
        fixed += text.slice(from, start).trimEnd();
        from = end;
      }
      const params = { count: stray.length, example: shorten(stray[0]!.text) };
      yield { entry, field, key: "kb.lint.stray-pinyin.found", params, fixed: fixed + text.slice(from) };
    }
  }
}

export const strayPinyinRule: LintRule = {
  id: "stray-pinyin",
  severity: "warning",
  fixable: true,
  check: strayPinyinHits,
};
