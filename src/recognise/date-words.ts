import type { Shift } from "./when.js";

const D = (count: number): Shift => ({ unit: "D", count });
const whole = (unit: Shift["unit"], count: number): Shift => ({ unit, count, whole: true });

const DAYS: readonly [count: number, words: string][] = [
  [-3, "大前天 大前儿"],
  [-2, "前天 前日 前晚 前儿个"],
  [-1, "昨天 昨日 昨晚 昨夜 昨儿 昨儿个 尋日 寻日 噚日 琴日 尋晚 寻晚 琴晚 yesterday"],
  [0, "今天 今日 今晚 今夜 今早 今晨 今儿 今儿个 今朝 today tonight"],
  [1, "明天 明日 明早 明晚 明晨 明儿 明儿个 聽日 听日 聽晚 听晚 聽朝 听朝 tomorrow"],
  [2, "后天 後天 后日 後日 后儿个"],
  [3, "大后天 大後天 大后儿 大后儿个"],
];
const YEARS: readonly [count: number, words: string][] = [
  [-2, "前年"],
  [-1, "去年"],
  [0, "今年 本年"],
  [1, "明年"],
  [2, "后年 後年"],
];

/** Words for a day, week, month or year seen from today. */
export const WORDS: ReadonlyMap<string, Shift> = new Map<string, Shift>([
  ...DAYS.flatMap(([count, words]) => words.split(" ").map((word): [string, Shift] => [word, D(count)])),
  ...YEARS.flatMap(([count, words]) => words.split(" ").map((word): [string, Shift] => [word, whole("Y", count)])),
  ["the day after tomorrow", D(2)],
  ["day after tomorrow", D(2)],
  ["the day before yesterday", D(-2)],
  ["day before yesterday", D(-2)],
  ["last night", D(-1)],
  ["this morning", D(0)],
  ["this afternoon", D(0)],
  ["this evening", D(0)],
  ...(["week", "month", "year"] as const).flatMap((unit) =>
    (["last", "this", "next"] as const).map((which, at): [string, Shift] => [
      `${which} ${unit}`,
      whole(unit === "week" ? "W" : unit === "month" ? "M" : "Y", at - 1),
    ]),
  ),
]);

/** 前年, 去年 … before a month: 去年三月. */
export const YEAR_WORDS: ReadonlyMap<string, number> = new Map(
  YEARS.flatMap(([count, words]) => words.split(" ").map((word): [string, number] => [word, count])),
);

/** What makes another word of the first character: 基本月租, 马上, 以下, 然后天气, 以前年份. */
export const NOT_AFTER: Readonly<Record<string, string>> = {
  本: "基成资資根",
  上: "马馬晚早以线線网網",
  下: "以线線",
  后: "然之以最",
  後: "然之以最",
  前: "之以目提",
  明: "说說证證声聲透发發",
  今: "如至迄",
  去: "过過失",
};

/** Names that begin with a word for a day: of a newspaper, games, a song. */
export const NAMES =
  "今日头条|今日頭條|今日说法|今日說法|明日方舟|明日之后|明日之後|明日香|昨日重现|昨日重現|后天性|後天性|明日之星|明日之子";
/** 后天 beside 先天 is no day (inborn or acquired). */
export const INBORN = /先天/;

const MONTH_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
export const MONTH =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const WEEKDAY_NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
export const WEEKDAY = "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
export const WEEKDAY_SHORT = "(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)";

/** 1 … 12 of an English name or its first three letters; 0 for anything else. */
export function monthNumber(name: string): number {
  return MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** 1 for Monday … 7 for Sunday, of an English name or its first three letters; 0 for anything else. */
export function weekdayNumber(name: string): number {
  return WEEKDAY_NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** What is counted by the number before it: behind 三月十二 it says that no day of the month is meant (三月十二个人). */
export const COUNTED =
  "个|個|件|张|張|天|次|位|名|笔|筆|元|块|塊|毛|角|分|条|條|台|臺|份|人|期|小时|小時|周|週|月|年|瓶|盒|箱|套|页|頁|倍|折|级|級|层|層|岁|歲|部|只|隻|斤|公斤|米|%|万|萬|千|百";
