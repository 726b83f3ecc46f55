/** What kind of number or sign stands in front of a text; the outline order is that of `LABEL_RANK`. */
export type LabelFamily = "chapter" | "han" | "han-bracket" | "number" | "bracket" | "circle" | "letter" | "bullet";

/** A number or bullet before a line (`1.`, `（一）`, `Q3:`), and the line without it. */
export interface ParsedLabel {
  readonly label: string;
  readonly family: LabelFamily;
  /** From 1; 0 for bullets. */
  readonly number: number;
  /** `1.2.3` has depth 3. */
  readonly depth: number;
  readonly rest: string;
}

/** From the outermost to the innermost level of a Chinese outline: 第一章, 一、, （一）, 1., (1), ①, a., •. */
export const LABEL_RANK: Readonly<Record<LabelFamily, number>> = {
  chapter: 0,
  han: 1,
  "han-bracket": 2,
  number: 3,
  bracket: 4,
  circle: 5,
  letter: 6,
  bullet: 7,
};

const DIGITS = "零一二三四五六七八九";

/** 一 to 九十九; `undefined` for anything else. */
function hanNumber(text: string): number | undefined {
  const found = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (text === "" || found === null) return undefined;
  const tens = found[2] === undefined ? 0 : found[1] === undefined ? 1 : DIGITS.indexOf(found[1]);
  return tens * 10 + (found[3] === undefined ? 0 : DIGITS.indexOf(found[3]));
}

/** 1 to 99 in Chinese; larger numbers in digits. */
export function toHan(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? DIGITS.charAt(tens) : ""}${tens > 0 ? "十" : ""}${ones > 0 ? DIGITS.charAt(ones) : ""}`;
}

const HAN = "[一二三四五六七八九十]{1,3}";

const RULES: readonly { readonly family: LabelFamily; readonly pattern: RegExp }[] = [
  { family: "chapter", pattern: new RegExp(`^(第\\s*(${HAN}|\\d{1,3})\\s*[章篇节節编編部][分]?)[\\s、:：.．]*`) },
  { family: "han", pattern: new RegExp(`^((${HAN})\\s*[、.．:：])\\s*`) },
  { family: "han-bracket", pattern: new RegExp(`^([（(【]\\s*(${HAN})\\s*[）)】]\\s*[、.．:：]?)\\s*`) },
  { family: "number", pattern: /^((\d{1,3})(?:[.．]\d{1,3}){1,4}[.．、]?)(?:\s+|(?=[^\s\d%.,，]))/ },
  { family: "number", pattern: /^((\d{1,4})\s*(?:[、．)）]|[.:：](?!\d)))\s*/ },
  { family: "bracket", pattern: /^([（([【]\s*(\d{1,3})\s*[）)\]】]\s*[、.．:：]?)\s*/ },
  { family: "letter", pattern: /^(([a-zA-Z])(?:[、）)]|[.．](?=\s)))\s*/ },
  { family: "bullet", pattern: /^([•●○◦■□▪▫◆◇★☆➢➤►▶·‣⁃✓✔*]|[-–—](?=\s))\s*/ },
];

const CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

function numberOf(family: LabelFamily, text: string | undefined): number | undefined {
  if (family === "bullet" || text === undefined) return 0;
  if (family === "letter") return text.toLowerCase().charCodeAt(0) - 96;
  return /^\d+$/.test(text) ? Number(text) : hanNumber(text);
}

/** The number or sign in front of a text, in any of the styles of Chinese and English outlines. */
export function parseLabel(text: string): ParsedLabel | undefined {
  const circle = CIRCLES.indexOf(text.charAt(0));
  if (circle >= 0 && text !== "") {
    const rest = text.slice(1).replace(/^[\s、.．]+/, "");
    return { label: text.charAt(0), family: "circle", number: circle + 1, depth: 1, rest };
  }
  for (const { family, pattern } of RULES) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const number = numberOf(family, found[2]);
    if (number === undefined) continue;
    const label = found[1]!.trim();
    const depth = family === "number" ? label.split(/[.．]/).filter((part) => /^\d+$/.test(part)).length : 1;
    return { label, family, number: depth > 1 ? lastNumber(label) : number, depth, rest: text.slice(found[0].length) };
  }
  return undefined;
}

function lastNumber(label: string): number {
  return Number(/(\d+)\D*$/.exec(label)?.[1] ?? 0);
}
