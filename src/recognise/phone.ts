import { digitsOf, type Found } from "./span.js";

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

/** Telephone numbers; the value is the national number (mainland without 86, Taiwan with its leading 0), no extension. */
export function findPhones(text: string): Found[] {
  return FORMS.flatMap(({ pattern, region, value }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      kind: "phone" as const,
      start: match.index,
      end: match.index + match[0].length,
      value: value(match),
      region,
    })),
  );
}
