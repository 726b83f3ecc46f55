import { ENGLISH_NUMERAL, parseEnglishNumeral } from "./english-numerals.js";
import { NUMERAL, readNumeral } from "./numerals.js";
import { scan } from "./scan.js";
import type { Found } from "./span.js";

const CHINESE = new RegExp(
  String.raw`(?<![第每\d.${NUMERAL}])(\d{1,3}|[${NUMERAL}]+) ?[个個] ?工作[日天](?![志誌记記])`,
  "gu",
);
const ENGLISH = new RegExp(
  String.raw`(?<![\w.-])(?:(\d{1,3})|(${ENGLISH_NUMERAL}))[ -](?:business|working)[ -]days?\b`,
  "gi",
);

/** Working days, of which ISO 8601 knows nothing: 三个工作日 is `P3BD`. */
export function findWorkingDays(text: string): Found[] {
  const found: Found[] = [];
  const push = ({ index, 0: words }: RegExpExecArray, count: number | undefined): void => {
    if (count !== undefined && count > 0)
      found.push({ kind: "duration", start: index, end: index + words.length, value: `P${count}BD` });
  };
  for (const match of scan(text, /工作/, CHINESE)) push(match, readNumeral(match[1]!));
  for (const match of scan(text, /day/i, ENGLISH)) {
    push(match, match[1] === undefined ? parseEnglishNumeral(match[2]!) : Number(match[1]));
  }
  return found;
}
