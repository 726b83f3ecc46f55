import { CURRENCIES, CURRENCY } from "./currencies.js";
import { ENGLISH_NUMERAL, parseEnglishNumeral } from "./english-numerals.js";
import { amountOf, ARABIC, CHINESE_AMOUNT, decimal, MULTIPLIER } from "./numbers.js";
import { NUMERAL, parseNumeral } from "./numerals.js";
import type { Found } from "./span.js";
import { scan } from "./scan.js";

const AMOUNT = String.raw`(?:(${ARABIC})(${MULTIPLIER}|[kKwWM](?![A-Za-z]))?|(${CHINESE_AMOUNT}))`;
const YUAN = String.raw`元(?![旦素件宵气氣])|圆(?![形周])|圓(?![形週周])|[块塊][钱錢]?`;
const DIGIT = "[\\d一二三四五六七八九]";
// Behind 块 a digit alone is tenths (三块五), unless it counts something of its own (三块五个, 三块一碗).
const COUNTED = "个個件张張天次位名条條台臺份人小分周週年月号號日点點折倍瓶盒箱层層岁歲斤米块塊元%";
const TENTHS = String.raw`(一(?! ?[${COUNTED}碗杯盘盤串颗顆粒桶袋包根片双雙桌趟会會口对對套款种種组組把支壶壺罐下])|(?!一)(?:${DIGIT})(?! ?[${COUNTED}]))(?!\d|(?!一[斤个個份张張碗杯瓶盒件条條只隻次位人公])[${NUMERAL}]|[.:,]\d)`;
const HINT = /[$€£₩¥￥元块塊毛角币幣圆圓镑鎊铢銖刀金円纸紙]|[a-z]{3}|NT/i;
const PREFIXED = new RegExp(
  String.raw`(?<![A-Za-z])(${CURRENCY})[ :]?${AMOUNT}(?![\d.,]*\d)(?:[元圆圓蚊円]|[块塊](?:[钱錢])?)?`,
  "giu",
);
const SUFFIXED = new RegExp(
  String.raw`(?<![A-Za-z0-9.,第${NUMERAL}])${AMOUNT} ?(?:[元圆圓块塊](?!加元))?(${CURRENCY}|${YUAN})(?![A-Za-z])(?:零?(${DIGIT})[角毛](?:(${DIGIT})分(?![钟鐘]))?[钱錢]?|(?<=[元块塊圆圓])${TENTHS})?`,
  "giu",
);
// 五毛, 3角, 八分钱; a Chinese numeral before 角 or 毛 is often none (八角, 一毛不拔), so 钱 or an end has to follow it.
const SMALL = new RegExp(
  String.raw`(?<![A-Za-z0-9.,第${NUMERAL}])(?:(\d+(?:\.\d+)?)([毛角])(?![形星度落笔筆豆尺衣线線])(?:[钱錢])?|([二三四五六七八九两兩一])([毛角])(?:[钱錢]|(?<!一.|八角)(?=$|[^\p{Script=Han}]|[的了吗嗎呢吧啊呀])|(?=[一二三四五六七八九]分[钱錢]))|(\d+|[一二三四五六七八九两兩])(分)[钱錢](?!一分[货貨]))`,
  "gu",
);
const MAN = new RegExp(String.raw`(?<![A-Za-z0-9.,第${NUMERAL}])${AMOUNT} ?蚊(?![子香虫蟲帐帳])`, "gu");
const ENGLISH = new RegExp(String.raw`(?<![\w-])(${ENGLISH_NUMERAL})[ -](${CURRENCY})(?![A-Za-z])`, "giu");
const CENTS = /(?<![\w.,])(\d{1,2}) cents?\b/gi;

// 块 counts other things too (3块电池). A small sum is money before 钱, the end, a digit, or a word that no such thing
// starts with; a large one unless such a thing follows.
const PIECE =
  /^(?:[钱錢]|$|[^\p{Script=Han}]|[的了吗嗎呢吧啊呀啦嘛多左以就能到退给給红紅优優话話减減是要够夠都也还還邮郵算补補扣充付每起怎可行包不没沒太,])/u;
const THINGS =
  /^(?:电池|電池|屏|板|砖|磚|肉|糖(?!钱)|蛋糕|布|地|石|手表|手錶|牌|表|豆|木|玻璃|零[钱錢]|面|肥皂|香皂|巧克力|骨|芯片|硬[盘盤]|毛巾|瓷|拼[图圖]|儿|兒|去|吃)/u;

/** Amounts of money; the value is the amount and the ISO 4217 code, `99.5 CNY`. 元 and 块 count as CNY, 蚊 as HKD. */
export function findMoney(text: string): Found[] {
  const found: Found[] = [];
  for (const match of scan(text, HINT, PREFIXED)) {
    push(found, match, match[1]!, amountOf(match[2], match[3], match[4]));
  }
  for (const match of scan(text, HINT, SUFFIXED)) {
    const amount = amountOf(match[1], match[2], match[3]);
    const extra = digit(match[5] ?? match[7]) / 10 + digit(match[6]) / 100;
    const pieces = /^[块塊]$/.test(match[4]!) && match[5] === undefined && match[7] === undefined;
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 4);
    // 一块 is "together" more often than a sum.
    if (amount === undefined || (pieces && (match[3] === "一" || !isSum(amount, rest)))) continue;
    push(found, match, match[4]!, amount + extra);
  }
  for (const match of scan(text, /[毛角分]/, SMALL)) {
    const count = match[1] ?? match[3] ?? match[5]!;
    const amount = /^\d/.test(count) ? Number(count) : parseNumeral(count);
    push(found, match, "元", amount === undefined ? undefined : amount / (match[6] === undefined ? 10 : 100));
  }
  for (const match of scan(text, /蚊/, MAN)) push(found, match, "HKD", amountOf(match[1], match[2], match[3]));
  for (const match of scan(text, /[a-z]{3} /i, ENGLISH)) push(found, match, match[2]!, parseEnglishNumeral(match[1]!));
  for (const match of scan(text, /cent/i, CENTS)) push(found, match, "USD", Number(match[1]) / 100);
  return found;
}

/** Whether 块 behind an amount is money and not a piece of something. */
function isSum(amount: number, rest: string): boolean {
  return !THINGS.test(rest) && (amount > 10 || PIECE.test(rest));
}

function digit(text: string | undefined): number {
  return text === undefined ? 0 : (parseNumeral(text) ?? Number(text));
}

function push(found: Found[], match: RegExpExecArray, unit: string, amount: number | undefined): void {
  if (amount === undefined) return;
  const named = NAMED.find(([pattern]) => pattern.test(unit));
  const value = `${decimal(amount)} ${named?.[1] ?? "CNY"}`;
  const place = { kind: "money" as const, start: match.index, end: match.index + match[0].length, value };
  found.push(named?.[2] === undefined ? place : { ...place, region: named[2] });
}

const NAMED = CURRENCIES.map(
  ([pattern, currency, region]) => [new RegExp(`^(?:${pattern})$`, "iu"), currency, region] as const,
);
