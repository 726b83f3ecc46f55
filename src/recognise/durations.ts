import { ENGLISH_NUMERAL, parseEnglishNumeral } from "./english-numerals.js";
import { isIdiom } from "./idioms.js";
import { NUMERAL, readNumeral } from "./numerals.js";
import type { Found } from "./span.js";
import { scan } from "./scan.js";

/** Seconds, minutes, hours, days, weeks, months, years, as ISO 8601 writes them; what half of each is in whole units. */
const UNITS = { TS: 0, TM: 30, TH: 30, D: 12, W: 0, M: 15, Y: 6 } as const;
type Unit = keyof typeof UNITS;
const HALF: Readonly<Record<Unit, Unit | undefined>> = {
  TS: undefined,
  TM: "TS",
  TH: "TM",
  D: "TH",
  W: undefined,
  M: "D",
  Y: "M",
};
/** How many of the smaller unit make one. */
const PER: Readonly<Record<Unit, number>> = { TS: 0, TM: 60, TH: 60, D: 24, W: 0, M: 30, Y: 12 };

const AMOUNT = String.raw`(\d{1,5}(?:\.\d{1,2})?|[${NUMERAL}]+|(?<![上下大前后後])半)`;
// What follows makes another word of the unit: 三年级, 一天天, 两周年, 三秒表.
const UNIT = [
  "小时|小時|钟头|鐘頭|(?<=[个個半])[钟鐘](?![头頭])",
  "分[钟鐘]|分(?=[零〇一二三四五六七八九十\\d]{1,3}秒)",
  "秒[钟鐘]?(?![杀殺表錶回懂])",
  "[天](?![猫貓气氣线線津地空花窗然生下使桥橋河天])|日(?=[内內]|之[内內]|以[内內])",
  "[周週](?![年期到边邊转轉密岁歲末])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|禮拜(?![一二三四五六日天])",
  "(?<=[个個半])月(?![月])",
  "年(?![级級代龄齡纪紀货貨轻輕糕青味夜终終初底末])",
].join("|");
const CHINESE = new RegExp(
  String.raw`(?<![第每\d.${NUMERAL}])(?<![A-Za-z])${AMOUNT} ?([个個多几幾])?(半)?(${UNIT})(半(?![价價路]))?(?:[零又]?(\d{1,2}|[一二三四五六七八九十两兩]{1,3}) ?(?:(分)[钟鐘]?|(秒)[钟鐘]?|[个個](月)))?`,
  "gu",
);
/** Cantonese 個半鐘, 個半月: one and a half. */
const ONE_AND_A_HALF = new RegExp(
  String.raw`(?<![\d几幾多整${NUMERAL}] ?)[个個]半(?:(小时|小時|钟头|鐘頭|[钟鐘](?![头頭]))|月)`,
  "gu",
);
const QUARTER = /(?<![点點\d一-龥])(?:([一三])刻[钟鐘])/gu;
const HALF_A_DAY = /^半 ?[个個]?[天日]/;

const ENGLISH = new RegExp(
  String.raw`(?<![\w.-])(?:(\d{1,5}(?:\.\d{1,2})?|${ENGLISH_NUMERAL})( and a half)?|(half an?|an?))[ -](seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\b(?!['’-]?s\b)( and a half)?(?:(?: and|,)? (\d{1,2}|${ENGLISH_NUMERAL}) (minutes?|mins?|seconds?|secs?|months?)\b)?`,
  "gi",
);
/** A rate (twice a week, 20 dollars an hour) is no span of time; neither are idioms (wait a second, a one minute wait). */
const RATE =
  /(?:once|twice|times|every|per|each|hours?|days?|weeks?|months?|minutes?|dollars|euros|yuan|pounds|\d)\s*$/i;
const IDIOM = /^(?:an? |one )(?:sec|second|min|minute)s?$/i;
const SOMEDAY = /^one day$/i;

/** Spans of time; the value is ISO 8601 in one unit: `P3D`, `PT90M`, `P18M`, `P2W`. */
export function findDurations(text: string): Found[] {
  const found: Found[] = [];
  const push = (match: RegExpMatchArray, value: string | undefined): void => {
    if (value !== undefined)
      found.push({ kind: "duration", start: match.index!, end: match.index! + match[0].length, value });
  };
  for (const match of scan(text, /[时時钟鐘头頭秒天日周週期拜月年]/, CHINESE)) push(match, chinese(text, match));
  for (const match of scan(text, /[个個]半/, ONE_AND_A_HALF)) push(match, match[1] === undefined ? "P45D" : "PT90M");
  for (const match of scan(text, /刻/, QUARTER)) push(match, `PT${match[1] === "一" ? 15 : 45}M`);
  for (const match of scan(text, /sec|min|hour|hr|day|week|month|year/i, ENGLISH)) push(match, english(text, match));
  return found;
}

function chinese(text: string, match: RegExpMatchArray): string | undefined {
  const [whole, amount, link, half, name, halfBehind, more, minutes, seconds, months] = match;
  if (HALF_A_DAY.test(whole) || (link !== undefined && /[多几幾]/.test(link))) return undefined;
  if (isIdiom(text, match.index!)) return undefined;
  const unit = chineseUnit(name!);
  // 2026年 names a year; so do 一九九八年 and 98年.
  if (unit === "Y" && (/^(?:\d{4}|[5-9]\d$)/.test(amount!) || [...amount!].length > 3)) return undefined;
  const count = amount === "半" ? 0 : readNumeral(amount!);
  const halved = amount === "半" || half !== undefined || halfBehind !== undefined;
  const extra = more === undefined ? undefined : readNumeral(more);
  const smaller: Unit | undefined = minutes ? "TM" : seconds ? "TS" : months ? "M" : undefined;
  return inOneUnit(count, unit, halved, extra, smaller);
}

function chineseUnit(name: string): Unit {
  if (/^[小钟鐘]/.test(name)) return "TH";
  if (/^[分]/.test(name)) return "TM";
  if (/^秒/.test(name)) return "TS";
  if (/^[天日]/.test(name)) return "D";
  return /^月/.test(name) ? "M" : /^年/.test(name) ? "Y" : "W";
}

function english(text: string, match: RegExpMatchArray): string | undefined {
  const [whole, amount, halfBefore, article, name, halfBehind, more, smallName] = match;
  if (
    IDIOM.test(whole) ||
    (SOMEDAY.test(whole) && /^,? (?:I|you|we|they|he|she|it)\b/.test(text.slice(match.index! + 7)))
  )
    return undefined;
  if (article !== undefined && RATE.test(text.slice(Math.max(0, match.index! - 10), match.index))) return undefined;
  const unit = englishUnit(name!);
  const count = article !== undefined ? (/^half/i.test(article) ? 0 : 1) : readEnglish(amount!);
  const halved = /^half/i.test(article ?? "") || halfBefore !== undefined || halfBehind !== undefined;
  return inOneUnit(
    count,
    unit,
    halved,
    more === undefined ? undefined : readEnglish(more),
    smallName === undefined ? undefined : englishUnit(smallName),
  );
}

function englishUnit(name: string): Unit {
  const first = name.charAt(0).toUpperCase();
  if (first === "S" || first === "H") return `T${first}` as Unit;
  if (first === "M") return /^mo/i.test(name) ? "M" : "TM";
  return first as Unit;
}

function readEnglish(text: string): number {
  return /^\d/.test(text) ? Number(text) : (parseEnglishNumeral(text) ?? NaN);
}

function inOneUnit(
  count: number,
  unit: Unit,
  halved: boolean,
  extra: number | undefined,
  smaller: Unit | undefined,
): string | undefined {
  if (Number.isNaN(count) || Number.isNaN(extra) || (count === 0 && !halved)) return undefined;
  // A fraction, a half or a smaller unit behind (two hours and ten minutes) puts all of it in the smaller unit.
  if (!halved && extra === undefined && Number.isInteger(count)) return format(count, unit);
  const below = HALF[unit];
  if (below === undefined || (smaller !== undefined && smaller !== below)) return undefined;
  return format(Math.round(count * PER[unit]) + (halved ? UNITS[unit] : 0) + (extra ?? 0), below);
}

function format(count: number, unit: Unit): string {
  return unit.startsWith("T") ? `PT${count}${unit.slice(1)}` : `P${count}${unit}`;
}
