import { digitsOf, type Found } from "./span.js";

const CARD = /(?<![A-Za-z0-9])(?<!\d[ -])[2-9]\d{3}(?:[ -]?\d){9,15}(?![A-Za-z0-9])(?![ -]\d)/g;
// First digits of the networks in use in Greater China (UnionPay 62, 60, 81 and its members' older 4–6 and 9 series, Visa,
// Mastercard, JCB, American Express): a long number that starts otherwise is no card.
const ISSUER = /^(?:[4-6]|3[0-9]|2[2-7]|81|9[045])/;
const ABOUT_AN_ORDER = /(?:订单|訂單|单号|單號|运单|運單|流水|快递|快遞|order|tracking)[^\d]{0,8}$/i;

/** Bank card numbers: 13 to 19 digits, spaces and dashes between them, right by Luhn; the value is the digits. */
export function findBankCards(text: string): Found[] {
  return Array.from(text.matchAll(CARD), (match) => ({
    kind: "bank_card" as const,
    start: match.index,
    end: match.index + match[0].length,
    value: digitsOf(match[0]),
  })).filter(
    ({ value, start }) =>
      ISSUER.test(value) && isLuhn(value) && !ABOUT_AN_ORDER.test(text.slice(Math.max(0, start - 16), start)),
  );
}

/** ISO/IEC 7812-1, annex B. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}
