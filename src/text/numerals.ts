const DIGITS: ReadonlyMap<string, number> = new Map(
  [..."零一二三四五六七八九"].map((digit, value) => [digit, value] as const),
)
  .set("〇", 0)
  .set("两", 2);
const SMALL: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const LARGE: ReadonlyMap<string, number> = new Map([
  ["万", 10_000],
  ["亿", 100_000_000],
]);

// What is counted: only before one of these is a single numeral a number (三天, but not 三星 or 万一).
const MEASURES =
  "天|日|月|年|周|岁|次|张|个|笔|件|台|条|份|位|名|号|级|折|元|块|钱|秒|倍|层|楼|期|种|人|家|户|套|季|米|站|项|代|分钟|分之|小时|点钟|公里|公斤|星期|工作日|步|页|封|本|辆|间|倍|成|周岁|角|号线|毫米|厘米";
const ONE = "[一二两三四五六七八九]";
/** A number of several characters with its units, or digits one by one with a zero (二〇二四); 三四 may be three or four. */
const NUMBER = new RegExp(
  "百分之[零〇一二两三四五六七八九十百]+|" +
    `(?:${ONE}[十百千万亿]|十${ONE}|\\d+(?:\\.\\d+)?[百千万亿])[零〇一二两三四五六七八九十百千万亿\\d]*|` +
    "[零〇一二三四五六七八九]{3,}(?![十百千万亿\\d])|" +
    `(?<!${ONE}|[十百千万亿])(?:十|${ONE})(?=(?:${MEASURES}))(?![十百千万亿])|(?<=第)(?:十|${ONE})(?![十百千万亿\\d])`,
  "g",
);
const ANY = /[一二两三四五六七八九十百千万亿〇零]/;
/** An uncertain number stays as it is written: 几十, 十几, 数百, 二十多. */
const BEFORE = /[几数多好约\d.]$/;
const AFTER = /^[几数]/;

/**
 * Chinese numerals as digits (二十四小时 → 24小时, 一百 → 100, 两个 → 2个, 3万 → 30000, 百分之十 → 10); a single numeral only
 * where something is counted. 一下, 万一 and 一些 stay. Of normalised text in Simplified characters; idempotent.
 */
export function foldNumerals(text: string): string {
  if (!ANY.test(text)) return text;
  return text.replace(NUMBER, (number: string, at: number) => {
    const before = text.slice(Math.max(0, at - 1), at);
    if (BEFORE.test(before) || AFTER.test(text.slice(at + number.length))) return number;
    return valueOf(number.replace(/^百分之/, "")) ?? number;
  });
}

function valueOf(number: string): string | undefined {
  if (/^[零〇一二三四五六七八九]+$/.test(number)) {
    return Array.from(number, (digit) => String(DIGITS.get(digit))).join("");
  }
  const parts = number.match(/\d+(?:\.\d+)?|\D/g) ?? [];
  let [total, section, digit, unit] = [0, 0, undefined as number | undefined, 1];
  for (const part of parts) {
    const small = SMALL.get(part);
    const large = LARGE.get(part);
    if (small !== undefined) {
      section += (digit ?? (section === 0 ? 1 : 0)) * small;
      [digit, unit] = [undefined, small];
    } else if (large !== undefined) {
      total += (section + (digit ?? 0)) * large;
      [section, digit, unit] = [0, undefined, large];
    } else {
      const value = DIGITS.get(part) ?? Number(part);
      if (digit !== undefined && digit !== 0) return undefined;
      // After a zero the next digit is of ones: 一百零五.
      if (value === 0) unit = 1;
      digit = value;
    }
  }
  // 一百五 is 150, 两万三 is 23000; after a zero, or after ten, the last digit counts for itself.
  const last = (digit ?? 0) * (unit > 10 ? unit / 10 : 1);
  const value = total + section + last;
  if (Number.isInteger(value)) return value < 1e15 ? String(value) : undefined;
  return value < 1e9 ? String(Math.round(value * 100) / 100) : undefined;
}
