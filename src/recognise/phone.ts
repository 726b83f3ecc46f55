import { digitsOf, type Found } from "./span.js";
import { SPOKEN_MOBILE, spokenDigits } from "./spoken-digits.js";
import { scan } from "./scan.js";

// What may stand beside a number: neither a letter or digit, nor a digit behind a dash or point (a part of something longer).
const BEFORE = String.raw`(?<![A-Za-z0-9_])(?<![A-Za-z0-9][-.])`;
const AFTER = String.raw`(?![A-Za-z0-9_])(?!-\d)(?!\.\d)`;
// A number in groups must not be the middle of a longer row of groups, such as a card number.
const ALONE_BEFORE = String.raw`${BEFORE}(?<!\d )`;
const ALONE_AFTER = String.raw`${AFTER}(?! \d)`;
const EXTENSION = String.raw`(?:(?:-|转| ?ext\.? ?)\d{1,5})?`;
const MAINLAND = String.raw`(?:(?:\+|00)86[ -]?|\(\+?86\) ?|86[ -]?)?`;
const AREA = String.raw`(?:010|02\d|0[3-9]\d{2})`;

interface Form {
  readonly pattern: RegExp;
  readonly region: NonNullable<Found["region"]>;
  /** The national number from the match. */
  readonly value: (match: RegExpMatchArray) => string;
}

const national = (match: RegExpMatchArray): string => digitsOf(match[1]!);
const form = (region: Form["region"], source: string, value = national): Form => ({
  pattern: new RegExp(source, "gi"),
  region,
  value,
});

const FORMS: readonly Form[] = [
  form("CN", String.raw`${BEFORE}${MAINLAND}(1[3-9]\d{9})${AFTER}`),
  form(
    "CN",
    String.raw`${ALONE_BEFORE}${MAINLAND}(1[3-9]\d[ -]\d{4}[ -]?\d{4}|1[3-9]\d{5}[ -]\d{4}|1[3-9]\d{2}[ -]\d{3}[ -]\d{4})${ALONE_AFTER}`,
  ),
  form(
    "CN",
    String.raw`${ALONE_BEFORE}((?:\(${AREA}\) ?|${AREA}[ -])[2-9]\d{2,3}[ -]?\d{4})${EXTENSION}${ALONE_AFTER}`,
  ),
  form("CN", String.raw`${BEFORE}(${AREA}[2-9]\d{6,7})${EXTENSION}${AFTER}`),
  form(
    "CN",
    String.raw`${ALONE_BEFORE}(?:\+|00)86[ -]?((?:10|2\d|[3-9]\d{2})[ -]?[2-9]\d{2,3}[ -]?\d{4})${ALONE_AFTER}`,
    (match) => `0${national(match)}`,
  ),
  form("CN", String.raw`${ALONE_BEFORE}([48]00[ -]?\d{3}[ -]?\d{4}|[48]00[ -]?\d{4}[ -]?\d{3})${ALONE_AFTER}`),
  form("HK", String.raw`${ALONE_BEFORE}(?:(?:\+|00)852[ -]?|\(\+?852\) ?|852[ -])([2-9]\d{3}[ -]?\d{4})${ALONE_AFTER}`),
  form("MO", String.raw`${ALONE_BEFORE}(?:(?:\+|00)853[ -]?|\(\+?853\) ?|853[ -])([268]\d{3}[ -]?\d{4})${ALONE_AFTER}`),
  form("TW", String.raw`${ALONE_BEFORE}(09\d{2}[ -]?\d{3}[ -]?\d{3})${ALONE_AFTER}`),
  form("TW", String.raw`${ALONE_BEFORE}(0[2-8]\d?-\d{3,4}-\d{4}|\(0[2-8]\d?\) ?\d{3,4}-?\d{4})${ALONE_AFTER}`),
  form(
    "TW",
    String.raw`${ALONE_BEFORE}(?:\+|00)886[ -]?\(?0?\)?([2-9](?:[ -]?\d){7,8})${ALONE_AFTER}`,
    (match) => `0${national(match)}`,
  ),
];

/** No number to call is shorter, but those of services. */
const DIGITS = /\d(?:[^\dA-Za-z]{0,2}\d){6}/;
const NEAR = 12;
/** Eight digits without a code are of Hong Kong beside a word for telephone in its writing. */
const EIGHT = new RegExp(String.raw`${ALONE_BEFORE}[2-9]\d{3}[ -]?\d{4}${ALONE_AFTER}`, "g");
const TELEPHONE = /(?:電話|致電|[Ww]hats[Aa]pp)(?:號碼)?[^\dA-Za-z。,!?;]{0,5}$/u;
/** Numbers of services: banks and carriers (95…), operators (100…), public ones (123…), 96… of a city. */
const SERVICE =
  /(?<![A-Za-z0-9_.,:/+-])(?:95\d{3}|100(?:0\d|1\d|50|86)|123\d{2}|96\d{3,4})(?![A-Za-z0-9_]|[-.:/]\d|\s?[元块塊%])/g;
const CALL_BEFORE =
  /(?:打(?!折)|拨|撥|致电|致電|电话|電話|热线|熱線|客服|来电|來電|号码|號碼|短信|[Cc]all|[Dd]ial|hotline|phone)[^\d。,!?;]{0,6}$/u;
const CALL_AFTER =
  /^[^\d。,!?;]{0,4}(?:打|来电|來電|电话|電話|热线|熱線|客服|[发發](?:来|來|了|的)?短信|[发發][来來]|(?:is )?calling|called)/u;

/** Telephone numbers; the value is the national number (mainland without 86, Taiwan with its leading 0), no extension; services as 95588 too. */
export function findPhones(text: string): Found[] {
  const found: Found[] = FORMS.flatMap(({ pattern, region, value }) =>
    Array.from(scan(text, DIGITS, pattern), (match) => phone(match, value(match), region)),
  );
  for (const match of scan(text, DIGITS, EIGHT)) {
    if (TELEPHONE.test(before(text, match.index))) found.push(phone(match, digitsOf(match[0]), "HK"));
  }
  for (const match of scan(text, /\d{5}/, SERVICE)) {
    const end = match.index + match[0].length;
    if (CALL_BEFORE.test(before(text, match.index)) || CALL_AFTER.test(text.slice(end, end + NEAR)))
      found.push(phone(match, match[0], "CN"));
  }
  for (const match of scan(text, /[一幺][三四五六七八九]/, SPOKEN_MOBILE))
    found.push(phone(match, digitsOf(spokenDigits(match[0])), "CN"));
  return found;
}

function phone(match: RegExpExecArray, value: string, region: NonNullable<Found["region"]>): Found {
  return { kind: "phone", start: match.index, end: match.index + match[0].length, value, region };
}

function before(text: string, index: number): string {
  return text.slice(Math.max(0, index - NEAR), index);
}
