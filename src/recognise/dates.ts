import { isDate } from "./calendar.js";
import { DIGIT_NUMERAL, NUMERAL, parseNumeral } from "./numerals.js";
import type { Found } from "./span.js";

const SMALL = "[一二三四五六七八九十]{1,3}";
const ISO = /(?<![\dA-Za-z.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)/g;
const CHINESE = new RegExp(
  String.raw`(?<![\d${NUMERAL}])(?:(民[国國] ?)?(\d{2,4}|[${DIGIT_NUMERAL}]{4}) ?年 ?)?(\d{1,2}|${SMALL}) ?月(?: ?(\d{1,2}|${SMALL}) ?[日号號]|份)?`,
  "gu",
);
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH}\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?![\d:])`, "gi");
const DAY_FIRST = new RegExp(
  String.raw`(?<![\d.])(\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\b\.?(?:,? (\d{4}))?(?!\d)`,
  "gi",
);

const WORDS: Readonly<Record<string, string>> = {
  大前天: "P-3D",
  前天: "P-2D",
  前日: "P-2D",
  昨天: "P-1D",
  昨日: "P-1D",
  昨晚: "P-1D",
  今天: "P0D",
  今日: "P0D",
  今晚: "P0D",
  明天: "P1D",
  明日: "P1D",
  明早: "P1D",
  明晚: "P1D",
  后天: "P2D",
  後天: "P2D",
  大后天: "P3D",
  大後天: "P3D",
  上个月: "P-1M",
  上個月: "P-1M",
  上月: "P-1M",
  这个月: "P0M",
  這個月: "P0M",
  本月: "P0M",
  下个月: "P1M",
  下個月: "P1M",
  下月: "P1M",
  去年: "P-1Y",
  今年: "P0Y",
  明年: "P1Y",
  today: "P0D",
  tonight: "P0D",
  yesterday: "P-1D",
  tomorrow: "P1D",
  "last week": "P-1W",
  "this week": "P0W",
  "next week": "P1W",
  "last month": "P-1M",
  "this month": "P0M",
  "next month": "P1M",
  "last year": "P-1Y",
  "this year": "P0Y",
  "next year": "P1Y",
};
// What makes another word of the first characters: 基本月租, 马上, 以下, 然后天气.
const NOT_AFTER: Readonly<Record<string, string>> = {
  本: "基",
  上: "马馬晚早以",
  下: "以",
  后: "然之以",
  後: "然之以",
  前: "之以",
};
const RELATIVE = new RegExp(
  Object.keys(WORDS)
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      /^[a-z]/.test(word) ? String.raw`\b${word}\b` : `(?<![${NOT_AFTER[word.charAt(0)] ?? "\0"}])${word}`,
    )
    .join("|"),
  "gi",
);
const WEEK = new RegExp(
  String.raw`(?<![\d${NUMERAL}])(?:(上上|下下|(?<![马馬晚早以])上|(?<!以)下|这|這|(?<!基)本)[个個]?)?(?:[周週](?![期年到边邊转轉])|星期|礼拜|禮拜)([一二三四五六日天末](?![${NUMERAL}]))?`,
  "gu",
);
const WEEK_OFFSETS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 下: 1, 下下: 2 };
const AGO = new RegExp(
  String.raw`(?<![\d.${NUMERAL}])(\d{1,4}|[${NUMERAL}]{1,4}) ?(天|日|个?星期|個?星期|个?礼拜|個?禮拜|周|週|个月|個月|年)(?:之|以)?([前后後])`,
  "gu",
);
const AGO_ENGLISH = /\b(?:(\d{1,4}) (day|week|month|year)s? ago|in (\d{1,4}) (day|week|month|year)s?)\b/gi;

/**
 * Dates. The value is `2026-06-01`, `2026-06` for a month, `--06-01` and `--06` without a year, or relative to the day of
 * the text: `P-1D` (昨天), `P2W` (两周后), `P-1M`, `P0Y`; `P-1W@5` is the Friday (ISO weekday) of last week.
 */
export function findDates(text: string): Found[] {
  const found: Found[] = [];
  const push = (match: RegExpMatchArray, value: string | undefined): void => {
    if (value !== undefined)
      found.push({ kind: "date", start: match.index!, end: match.index! + match[0].length, value });
  };
  for (const match of text.matchAll(ISO)) push(match, absolute(Number(match[1]), match[3], match[4]));
  for (const match of text.matchAll(CHINESE)) {
    // A bare 6月 may be many things (月租, 3月龄); it takes a year, a day or 份 to be a date.
    const bare = match[2] === undefined && !/[日号號份]$/.test(match[0]);
    if (!bare) push(match, absolute(yearOf(match[2], match[1] !== undefined), match[3], match[4]));
  }
  for (const match of text.matchAll(MONTH_FIRST))
    push(match, absolute(yearOf(match[3]), monthNumber(match[1]!), match[2]));
  for (const match of text.matchAll(DAY_FIRST))
    push(match, absolute(yearOf(match[3]), monthNumber(match[2]!), match[1]));
  for (const match of text.matchAll(RELATIVE)) push(match, WORDS[match[0].toLowerCase()]);
  for (const match of text.matchAll(WEEK)) push(match, weekValue(match[1], match[2]));
  for (const match of text.matchAll(AGO)) push(match, agoValue(match[1]!, match[2]!, match[3] === "前"));
  for (const match of text.matchAll(AGO_ENGLISH)) {
    push(match, agoValue(match[1] ?? match[3]!, match[2] ?? match[4]!, match[1] !== undefined));
  }
  return found;
}

function absolute(year: number | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const pad = (value: number): string => String(value).padStart(2, "0");
  const m = read(month!);
  const d = day === undefined ? undefined : read(day);
  // Without a year, 29 February may be meant: any leap year will do for the check.
  const possible = (year === undefined || (year >= 1900 && year <= 2099)) && isDate(year ?? 2000, m, d ?? 1);
  if (!possible) return undefined;
  return `${year ?? "-"}-${pad(m)}${d === undefined ? "" : `-${pad(d)}`}`;
}

/** 2026, 26, 二〇二六, or 115 of Taiwan's calendar (民國115年 is 2026); NaN for a year that cannot be. */
function yearOf(text: string | undefined, taiwan = false): number | undefined {
  if (text === undefined) return undefined;
  if (taiwan) return 1911 + read(text);
  return text.length === 2 ? 2000 + read(text) : text.length === 4 ? read(text) : NaN;
}

function read(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (parseNumeral(text) ?? NaN);
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function weekValue(which: string | undefined, weekday: string | undefined): string | undefined {
  // 周 alone is a word of its own (一周, 周到); so is 周末 without a week.
  if (which === undefined && (weekday === undefined || weekday === "末")) return undefined;
  const offset = WEEK_OFFSETS[which ?? ""] ?? 0;
  if (weekday === undefined) return `P${offset}W`;
  const day = "一二三四五六".indexOf(weekday) + 1;
  return `P${offset}W@${day === 0 ? (weekday === "末" ? 6 : 7) : day}`;
}

function agoValue(amount: string, unit: string, past: boolean): string | undefined {
  const count = /^\d+$/.test(amount) ? Number(amount) : parseNumeral(amount);
  if (count === undefined) return undefined;
  const letter = /年|year/i.test(unit) ? "Y" : /月|month/i.test(unit) ? "M" : /天|日|day/i.test(unit) ? "D" : "W";
  return `P${past && count > 0 ? "-" : ""}${count}${letter}`;
}
