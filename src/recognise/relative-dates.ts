import type { DateFound } from "./dates.js";
import {
  INBORN,
  MONTH,
  monthNumber,
  NAMES,
  NOT_AFTER,
  WEEKDAY,
  WEEKDAY_SHORT,
  weekdayNumber,
  WORDS,
  YEAR_WORDS,
} from "./date-words.js";
import { ENGLISH_NUMERAL, parseEnglishNumeral } from "./english-numerals.js";
import { DIGIT_NUMERAL, NUMERAL, readNumeral } from "./numerals.js";
import type { Shift, When } from "./when.js";
import { scan } from "./scan.js";

const CHINESE_WORD = (word: string): string => `(?<![${NOT_AFTER[word.charAt(0)] ?? "\0"}])${word}`;
const LONGEST_FIRST = [...WORDS.keys()].sort((a, b) => b.length - a.length);
const CHINESE_DAYS = new RegExp(
  LONGEST_FIRST.filter((word) => !/^[a-z]/.test(word))
    .map(CHINESE_WORD)
    .join("|"),
  "g",
);
const ENGLISH_DAYS = new RegExp(
  String.raw`\b(?:${LONGEST_FIRST.filter((word) => /^[a-z]/.test(word)).join("|")})\b`,
  "gi",
);
const NAME = new RegExp(`^(?:${NAMES})`);
/** `USA Today`: a capital within a sentence, behind another one. */
const AFTER_CAPITAL = /(?:^|[\s(])[A-Z][A-Za-z]* $/;

const DAY = "(\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})";
const MONTH_WORD = String.raw`(上上|下下|(?<![马馬晚早以线線网網])上|(?<![以线線])下|这|這|(?<![基成资資根])本|当|當|呢(?=[个個]))`;
// 上月租金: without 个, 月 may begin another word.
const THAT_MONTH = new RegExp(
  String.raw`${MONTH_WORD}(?:[个個]月|月(?![租费費供薪饼餅票]))(?:的? ?${DAY} ?[日号號]|的?(?:月?[底末]|最后一天|最後一天))?`,
  "gu",
);
const MONTH_END = /(?<![\d一二三四五六七八九十个個上下本当當这這]) ?月底/gu;
const DAY_ALONE = new RegExp(
  String.raw`(?<![第月\d${NUMERAL}])${DAY}[号號](?=之前|以前|之后|之後|以后|以後|凌晨|早上|上午|中午|下午|晚上|到期|发货|發貨|出发|出發|入住|退房|送达|送達)`,
  "gu",
);
const BOUGHT = new RegExp(
  String.raw`(?<![第月\d${NUMERAL}])(?<!每个?月的?|每個月|账单日是?|帳單日是?|还款日是?)${DAY}[号號](?=[买買付寄订訂扣](?:的|了|款)|下的?[单單]|收到)`,
  "gu",
);
const ENGLISH_MONTH_END = /\bthe end of (the|this|next|last) month\b/gi;
const ENGLISH_DAY =
  /(?<=\b(?:on|by|before|until|till|after|since) )the (\d{1,2})(?:st|nd|rd|th)(?=[.,;!?]|$| (?:at|and|or|but|please|instead|this time)\b)/gi;
const THAT_YEAR = new RegExp(
  String.raw`(${[...YEAR_WORDS.keys()].join("|")})的? ?(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?: ?${DAY} ?[日号號]|份|(底))?`,
  "gu",
);
const WEEK = new RegExp(
  String.raw`(?<![\d${NUMERAL}])(?:(上上|下下|(?<![马馬晚早以])上|(?<!以)下|这|這|呢(?=[个個])|(?<!基)本)[个個]?)?(?:[周週](?![期年到边邊转轉密岁歲])|星期|礼拜|禮拜)([一二三四五六日天末](?![${NUMERAL}]))?`,
  "gu",
);
const YEAR_END = new RegExp(
  String.raw`(?<!\d)(\d{4}|(?<![${NUMERAL}])[${DIGIT_NUMERAL}]{4}) ?年年?底|(${[...YEAR_WORDS.keys()].join("|")})年?底|(?<![每青年\d${NUMERAL}])年底(?![奖獎考双雙清盘盤分总總])`,
  "gu",
);
/** 再过三天, and 过三天 where 过 is no ending of a verb before it; 过两天 is "one of these days". */
const FROM_NOW = new RegExp(
  String.raw`(?:再[过過]|(?:(?<!\p{Script=Han})|(?<=[我你那请請]))[过過](?![两兩]))(\d{1,3}|[${NUMERAL}]{1,3}|半) ?(天|日|个?星期|個?星期|个?礼拜|個?禮拜|周|週|个月|個月|年)(?![${NUMERAL}级級])`,
  "gu",
);
const OFFSETS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 下: 1, 下下: 2 };
const AGO = new RegExp(
  String.raw`(?<![\d.第半${NUMERAL}])(\d{1,4}|[${NUMERAL}]{1,4}|半) ?(天|日|个?星期|個?星期|个?礼拜|個?禮拜|周|週|个月|個月|年) ?(?:之|以)?([前后後])`,
  "gu",
);
const COUNT = String.raw`(\d{1,4}|an?|${ENGLISH_NUMERAL})`;
const AGO_ENGLISH = new RegExp(
  String.raw`\b(?:${COUNT} (day|week|month|year)s? (?:ago|(from (?:now|today)|later))|in ${COUNT} (day|week|month|year)s?)\b`,
  "gi",
);
const FROM_TOMORROW = new RegExp(String.raw`\b${COUNT} (day|week)s? from tomorrow\b`, "gi");
const DAY_OF_WEEK = new RegExp(
  String.raw`(?<!\b(?:Black|Good|Cyber|Easter|Holy) )\b(?:(?:(last|this|next)(?: coming)? )${WEEKDAY_SHORT}|(?:(last|this|next|this coming|coming) )?${WEEKDAY})\b`,
  "gi",
);
const ENGLISH_YEAR = new RegExp(String.raw`\b${MONTH} (last|this|next) year\b`, "gi");

/** Dates by words that count from the day on which they are said. */
export function relativeDates(text: string): DateFound[] {
  const found: DateFound[] = [];
  const push = (match: RegExpMatchArray, when: When | undefined): void => {
    if (when !== undefined) found.push({ start: match.index!, end: match.index! + match[0].length, when });
  };
  for (const match of scan(text, /[天日晚夜早晨儿年朝今]/, CHINESE_DAYS)) {
    if (!isName(text, match)) push(match, WORDS.get(match[0]));
  }
  for (const match of scan(text, /day|tomorrow|night|this|next|last/i, ENGLISH_DAYS)) {
    if (!isName(text, match)) push(match, WORDS.get(match[0].toLowerCase()));
  }
  for (const match of scan(text, /月/, THAT_MONTH)) push(match, thatMonth(match));
  for (const match of scan(text, /月底/, MONTH_END)) push(match, { unit: "M", count: 0, day: -1 });
  for (const match of scan(text, /[号號]/, DAY_ALONE)) push(match, dayOfMonth(0, readNumeral(match[1]!)));
  for (const match of scan(text, /[号號]/, BOUGHT)) push(match, dayOfMonth(0, readNumeral(match[1]!)));
  for (const match of scan(text, /the \d/i, ENGLISH_DAY)) push(match, dayOfMonth(0, Number(match[1])));
  for (const match of scan(text, /end of/i, ENGLISH_MONTH_END)) {
    const which = match[1]!.toLowerCase();
    push(match, { unit: "M", count: which === "next" ? 1 : which === "last" ? -1 : 0, day: -1 });
  }
  for (const match of scan(text, /年/, THAT_YEAR)) push(match, thatYear(match));
  for (const match of scan(text, /年底/, YEAR_END)) push(match, yearEnd(match));
  for (const match of scan(text, /[过過]/, FROM_NOW)) push(match, ago(match[1]!, match[2]!, false));
  for (const match of scan(text, /from tomorrow/i, FROM_TOMORROW)) {
    const days = ago(match[1]!, match[2]!, false)?.count;
    push(match, days === undefined ? undefined : { unit: "D", count: days * (/^w/i.test(match[2]!) ? 7 : 1) + 1 });
  }
  for (const match of scan(text, /[周週期拜]/, WEEK)) push(match, thatWeek(match[1], match[2]));
  for (const match of scan(text, /[前后後]/, AGO)) push(match, ago(match[1]!, match[2]!, match[3] === "前"));
  for (const match of scan(text, /\b(?:ago|now|today|later|in)\b/i, AGO_ENGLISH)) {
    const past = match[1] !== undefined && match[3] === undefined;
    push(match, ago(match[1] ?? match[4]!, match[2] ?? match[5]!, past));
  }
  for (const match of scan(text, /day|last|this|next/i, DAY_OF_WEEK)) {
    const which = (match[1] ?? match[3] ?? "this").toLowerCase();
    const count = which === "last" ? -1 : which === "next" ? 1 : 0;
    push(match, { unit: "W", count, weekday: weekdayNumber(match[2] ?? match[4]!) });
  }
  for (const match of scan(text, / year/i, ENGLISH_YEAR)) {
    const count = ["last", "this", "next"].indexOf(match[2]!.toLowerCase()) - 1;
    push(match, { unit: "Y", count, whole: true, month: monthNumber(match[1]!) });
  }
  return found;
}

function isName(text: string, { 0: word, index }: RegExpMatchArray): boolean {
  if (/^[A-Z]/.test(word)) return AFTER_CAPITAL.test(text.slice(Math.max(0, index! - 24), index));
  if (/^[后後]天$/.test(word) && INBORN.test(text.slice(Math.max(0, index! - 20), index! + 20))) return true;
  return NAME.test(text.slice(index, index! + 6));
}

function dayOfMonth(count: number, day: number): Shift | undefined {
  return day >= 1 && day <= 31 ? { unit: "M", count, day } : undefined;
}

function thatMonth(match: RegExpMatchArray): Shift | undefined {
  const count = OFFSETS[match[1]!] ?? 0;
  if (match[2] !== undefined) return dayOfMonth(count, readNumeral(match[2]));
  return /月$/.test(match[0]) ? { unit: "M", count, whole: true } : { unit: "M", count, day: -1 };
}

function thatYear([, word, month, day, last]: RegExpMatchArray): Shift | undefined {
  const count = YEAR_WORDS.get(word!)!;
  const [m, d] = [readNumeral(month!), last !== undefined ? -1 : day === undefined ? undefined : readNumeral(day)];
  if (!(m >= 1 && m <= 12) || (d !== undefined && !(d === -1 || (d >= 1 && d <= 31)))) return undefined;
  return d === undefined ? { unit: "Y", count, whole: true, month: m } : { unit: "Y", count, month: m, day: d };
}

function yearEnd([, year, word]: RegExpMatchArray): When {
  if (year !== undefined) return { year: readNumeral(year), month: 12, day: -1 };
  return { unit: "Y", count: YEAR_WORDS.get(word ?? "今年")!, month: 12, day: -1 };
}

function thatWeek(which: string | undefined, weekday: string | undefined): Shift | undefined {
  // 周 alone is a word of its own (一周, 周到); so is 周末 without a week.
  if (which === undefined && (weekday === undefined || weekday === "末")) return undefined;
  const count = OFFSETS[which ?? ""] ?? 0;
  if (weekday === undefined) return { unit: "W", count, whole: true };
  const day = "一二三四五六".indexOf(weekday) + 1;
  return { unit: "W", count, weekday: day === 0 ? (weekday === "末" ? 6 : 7) : day };
}

function ago(amount: string, unit: string, past: boolean): Shift | undefined {
  const sign = past ? -1 : 1;
  if (amount === "半") {
    if (unit === "年") return { unit: "M", count: 6 * sign };
    return /月/.test(unit) ? { unit: "D", count: 15 * sign } : undefined;
  }
  const count = /^an?$/i.test(amount) ? 1 : /^[a-z]/i.test(amount) ? parseEnglishNumeral(amount) : readNumeral(amount);
  if (count === undefined || Number.isNaN(count)) return undefined;
  const letter = /年|year/i.test(unit) ? "Y" : /月|month/i.test(unit) ? "M" : /天|日|day/i.test(unit) ? "D" : "W";
  return { unit: letter, count: count === 0 ? 0 : sign * count };
}
