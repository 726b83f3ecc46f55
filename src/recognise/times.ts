import { ENGLISH_NUMERAL, parseEnglishNumeral } from "./english-numerals.js";
import { NUMERAL, readNumeral } from "./numerals.js";
import { scan } from "./scan.js";

/** What the words around an hour say of the half of the day. */
export type DayPart = "night" | "morning" | "noon" | "afternoon" | "evening";

/** A time of day. `weak` ones count only beside a date: 明天三点, tomorrow at 8. */
export interface TimeFound {
  readonly start: number;
  readonly end: number;
  readonly hour: number;
  readonly minute: number;
  /** Neither the words nor a 24-hour form say which half of the day it is. */
  readonly open: boolean;
  /** Twelve at night belongs to the next day. */
  readonly nextDay: boolean;
  readonly weak: boolean;
}

const PARTS: readonly [DayPart, string][] = [
  ["night", "凌晨 半夜 深夜 午夜 子夜 拂晓 拂曉"],
  ["morning", "大清早 一大早 清晨 早上 早晨 上午 上晝 上昼 朝早 朝頭早 朝头早 一早 早"],
  ["noon", "中午 正午 晌午"],
  ["afternoon", "下午 下晝 下昼 午后 午後 傍晚 黄昏 黃昏"],
  ["evening", "晚上 夜晚 晚间 晚間 夜里 夜裡 夜間 夜间 晚"],
];
const PART_OF: ReadonlyMap<string, DayPart> = new Map(
  PARTS.flatMap(([part, words]) => words.split(" ").map((word): [string, DayPart] => [word, part])),
);
// 最晚17点, 太早: 早 and 晚 say when only where nothing compares them.
const PART = `(${[...PART_OF.keys()].map((word) => (word.length === 1 ? `(?<![最更很越太较較比及趁])${word}` : word)).join("|")})`;
const SMALL = "[零〇一二三四五六七八九十两兩]{1,3}";
const MINUTE = "\\d{1,2}|[零〇一二三四五六七八九十]{1,3}";
/** An hour without a word for it, and the part of the day before it, at the end of words: the 下午2 of 下午2-4点. */
export const HOUR_BEFORE = String.raw`((?:${PART}的? ?|(?<![\d.:第分${NUMERAL}A-Za-z/-]))(?:\d{1,2}|${SMALL}))`;
const COLON = String.raw`([01]?\d|2[0-4]) ?: ?([0-5]\d)(?::[0-5]\d)?(?![\d:])`;
const SPOKEN = String.raw`(\d{1,2}|${SMALL})(?:[点點](?:([半])|([一三1３3])刻|(钟|鐘|整)|(${MINUTE})分(?![之钟鐘])|([0-5]\d|[零〇][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)(?![\d.${NUMERAL}])|(十一|[一二三四五六七八九十]) ?[個个]字)?|[时時](?![间間候不而常刻期代差速尚])(?:(${MINUTE})分(?![之钟鐘]))?)`;
const CHINESE = new RegExp(String.raw`(?:${PART}的? ?|(?<![\d.:第分${NUMERAL}A-Za-z]))(?:${SPOKEN}|${COLON})`, "gu");
const CLOCK = new RegExp(String.raw`(?:(?<![\d.:/A-Za-z+]|(?<!\d)-)|(?<=\dT))${COLON}`, "gu");
/** 16:10 beside one of these is a ratio or score. */
const RATIO = /(?:比例|比分|配比|比率|赔率|賠率|[rR]atio|[sS]core|[oO]dds|\d比)\D{0,8}$/;
const RANGE = /^ ?(?:-|~|到|至|—|–) ?$/;
/** What makes 一点 and 两点 "a little" and "two points": 晚上一点都不热, 两点意见. */
const NO_HOUR = /^(?:[儿兒数數]|意见|意見|建议|建議|要求|原因|问题|問題|疑问|疑問|积分|積分)/u;

/** Behind one of these, 点 counts points. */
const POINTS = /(?:积分|積分|点数|點數|血压|血壓|经验值|電量|电量)[^。,!?;\d]{0,6}$/u;

const ENGLISH_PART = String.raw`(?: ?(a\.m\.|p\.m\.|am\b|pm\b)| in the (morning|afternoon|evening)| (at night))`;
const HOUR_WORD = String.raw`(\d{1,2}|${ENGLISH_NUMERAL})`;
const TWELVE = new RegExp(String.raw`(?<![\w:.])(\d{1,2})(?:[:.]([0-5]\d))?${ENGLISH_PART}(?![A-Za-z])`, "gi");
/** Minutes that are said without the word: twenty past eight; before "to" only where a time is spoken of (at ten to five). */
const FIVES = "five|ten|twenty(?:[ -]five)?|5|10|20|25";
const PHRASE = new RegExp(
  String.raw`(?<![\w:.])(?:(?:(half past|(?:a )?quarter (?:past|to))|(?:(\d{1,2}|${ENGLISH_NUMERAL}) minutes|(${FIVES})(?= past)|(?<=\b(?:at|by|about|around|before|after|until|till) )(${FIVES})(?= to)) (past|to)) ${HOUR_WORD}(?: o['’]?clock)?|${HOUR_WORD}( o['’]?clock)?)(?![\w:])(?:${ENGLISH_PART})?`,
  "gi",
);
const ENGLISH_HINT = /[ap]\.?m|clock|half|quarter|minutes|in the|at night|past|(?:five|ten|twenty|\d) to/i;
const NAMED = /(?<![\w-])(noon|midday|midnight)\b(?!-)/gi;
const BARE = /(?<=\bat )(\d{1,2})(?![\w:.%/-])/g;

const BEFORE_HOUR = new RegExp(
  String.raw`(?:${PART}的? ?)?差 ?(?:(\d{1,2}|${SMALL}) ?分[钟鐘]?|(一)刻[钟鐘]?)[到就]? ?(\d{1,2}|${SMALL})[点點](?![几幾多\d${NUMERAL}])`,
  "gu",
);

/** Times of day in Chinese and English, in any order. */
export function findTimes(text: string): TimeFound[] {
  return [...chineseTimes(text), ...beforeHour(text), ...clockTimes(text), ...englishTimes(text)];
}

function chineseTimes(text: string): TimeFound[] {
  const found = Array.from(scan(text, /[点點时時:]/, CHINESE)).flatMap((match) => {
    const [whole, part, hour, half, quarter, oclock, minutes, bare, fives, formal, clockHour, clockMinute] = match;
    if (clockHour !== undefined && part === undefined) return [];
    const end = match.index + whole.length;
    const plain = (half ?? quarter ?? oclock ?? minutes ?? bare ?? fives ?? formal ?? clockHour) === undefined;
    if (
      plain &&
      (NO_HOUR.test(text.slice(end, end + 8)) || POINTS.test(text.slice(Math.max(0, match.index - 12), match.index)))
    )
      return [];
    // 早一点, 晚一点: a little earlier, a little later; 一点都不: not at all.
    if (plain && /^[早晚][一两兩]$/.test(`${part}${hour}`)) return [];
    if (plain && /^[一两兩]$/.test(hour ?? "") && /[都也]/.test(text.charAt(end))) return [];
    const minute = half
      ? 30
      : quarter
        ? /[一1]/.test(quarter)
          ? 15
          : 45
        : fives
          ? 5 * readNumeral(fives)
          : minutesOf(minutes ?? bare ?? formal ?? clockMinute);
    const read = readNumeral((hour ?? clockHour)!);
    // Without a part of the day, 17点 is a time, 8点 may be, and 七点四十五 may be a number.
    const weak = part === undefined && plain && !(/\d/.test(hour!) && read > 12);
    const unsure = part === undefined && bare !== undefined && !(read > 12) && !/\d/.test(hour!);
    return timeOf(match, read, minute, PART_OF.get(part ?? ""), weak || unsure);
  });
  return throughRanges(text, found);
}

/** 差五分六点, 差一刻八点 */
function beforeHour(text: string): TimeFound[] {
  return Array.from(scan(text, /差/, BEFORE_HOUR)).flatMap((match) => {
    const [, part, minutes, , hour] = match;
    const missing = minutes === undefined ? 15 : readNumeral(minutes);
    const read = readNumeral(hour!);
    if (!(missing > 0 && missing < 60) || !(read >= 1)) return [];
    return timeOf(match, read === 1 ? 12 : read - 1, 60 - missing, PART_OF.get(part ?? ""), false);
  });
}

/** From 下午3点 to 5点: what only one end says holds for both. */
function throughRanges(text: string, times: readonly TimeFound[]): TimeFound[] {
  const joined: TimeFound[] = [];
  for (const time of times) {
    const last = joined.at(-1);
    const range = last !== undefined && RANGE.test(text.slice(last.end, time.start)) && last.weak !== time.weak;
    if (range && last.weak) joined[joined.length - 1] = { ...last, weak: false };
    const late = range && time.weak && last.hour >= 12 && time.hour < 12 && time.hour + 12 > last.hour;
    // 晚上10点到2点 ends in the night.
    const night = range && time.weak && time.open && last.hour >= 18 && time.hour > 12 && time.hour < last.hour;
    // 凌晨1点到5点 ends before noon.
    const early = range && time.weak && time.open && !last.open && last.hour < 12 && time.hour - 12 > last.hour;
    const hour = late ? time.hour + 12 : night || early ? time.hour - 12 : time.hour;
    joined.push(range ? { ...time, weak: false, hour } : time);
  }
  return joined;
}

function minutesOf(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^[零〇][一-九]$/u.test(text) ? readNumeral(text.slice(1)) : readNumeral(text.replace(/^[零〇](?=.)/, ""));
}

function clockTimes(text: string): TimeFound[] {
  return Array.from(scan(text, /:/, CLOCK)).flatMap((match) => {
    if (RATIO.test(text.slice(Math.max(0, match.index - 12), match.index))) return [];
    return timeOf(match, Number(match[1]), Number(match[2]), undefined, false, false);
  });
}

function englishTimes(text: string): TimeFound[] {
  const found: TimeFound[] = [];
  for (const match of scan(text, ENGLISH_HINT, TWELVE)) {
    const part = englishPart(match[3], match[4], match[5]);
    const hour = Number(match[1]) === 12 && part === "morning" ? 0 : Number(match[1]);
    if (hour <= 12) found.push(...timeOf(match, hour, Number(match[2] ?? 0), part, false));
  }
  for (const match of scan(text, ENGLISH_HINT, PHRASE)) found.push(...phrase(match));
  for (const match of scan(text, /noon|mid/i, NAMED)) {
    const hour = match[1]!.toLowerCase() === "midnight" ? 0 : 12;
    found.push(...timeOf(match, hour, 0, undefined, false, false));
  }
  for (const match of scan(text, /\bat /, BARE)) found.push(...timeOf(match, Number(match[1]), 0, undefined, true));
  return found;
}

function phrase(match: RegExpMatchArray): TimeFound[] {
  const [, quarter, told, past5, to5, side, after, alone, oclock, ampm, ofDay, night] = match;
  const part = englishPart(ampm, ofDay, night);
  const minutes = told ?? past5 ?? to5;
  // An hour alone needs something that says it is one: o'clock, in the morning.
  if (alone !== undefined && oclock === undefined && part === undefined) return [];
  const hour = readHour((after ?? alone)!);
  const past =
    quarter === undefined ? (minutes === undefined ? 0 : readHour(minutes)) : /half/i.test(quarter) ? 30 : 15;
  const to = /to$/i.test(quarter ?? side ?? "");
  if (!(hour >= 1 && hour <= 12) || !(past < 60)) return [];
  return timeOf(
    match,
    to && past > 0 ? (hour === 1 ? 12 : hour - 1) : hour,
    to && past > 0 ? 60 - past : past,
    part,
    false,
  );
}

function readHour(text: string): number {
  return /^\d/.test(text) ? Number(text) : (parseEnglishNumeral(text) ?? NaN);
}

function englishPart(ampm?: string, ofDay?: string, night?: string): DayPart | undefined {
  if (ampm !== undefined) return /^a/i.test(ampm) ? "morning" : "afternoon";
  return (ofDay?.toLowerCase() as DayPart | undefined) ?? (night === undefined ? undefined : "evening");
}

function timeOf(
  match: RegExpMatchArray,
  hour: number,
  minute: number,
  part: DayPart | undefined,
  weak: boolean,
  open = part === undefined,
): TimeFound[] {
  if (!(hour >= 0 && hour <= 24) || !(minute >= 0 && minute <= 59) || (hour === 24 && minute > 0)) return [];
  const place = { start: match.index!, end: match.index! + match[0].length, weak };
  return [{ ...place, ...onClock(hour, minute, part, open) }];
}

/**
 * The hour in 24. Where nothing tells the half of the day, 1 to 5 are afternoon: nobody asks a hotline for three at night
 * without saying so.
 */
export function onClock(
  hour: number,
  minute: number,
  part: DayPart | undefined,
  open: boolean,
): Pick<TimeFound, "hour" | "minute" | "open" | "nextDay"> {
  const told = { minute, open: open && hour <= 12 };
  if (hour === 24) return { ...told, hour: 0, nextDay: true };
  if (hour > 12) return { ...told, hour, nextDay: false };
  if (part === "morning") return { ...told, hour, nextDay: false };
  if (part === "noon") return { ...told, hour: hour <= 3 ? hour + 12 : hour, nextDay: false };
  if (part === "afternoon") return { ...told, hour: (hour % 12) + 12, nextDay: false };
  if (part === "evening") {
    if (hour === 12) return { ...told, hour: 0, nextDay: true };
    return { ...told, hour: hour < 5 ? hour : hour + 12, nextDay: hour < 5 };
  }
  if (part === "night") return { ...told, hour: hour === 12 ? 0 : hour >= 9 ? hour + 12 : hour, nextDay: false };
  return { ...told, hour: open && hour >= 1 && hour <= 5 ? hour + 12 : hour, nextDay: false };
}
