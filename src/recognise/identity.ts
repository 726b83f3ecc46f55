import { isDate } from "./calendar.js";
import type { Found } from "./span.js";

const MAINLAND = /(?<![A-Za-z0-9])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![A-Za-z0-9])/g;
const HONG_KONG = /(?<![A-Za-z0-9])([A-Za-z]{1,2})[ -]?(\d{6}) ?\(([0-9Aa])\)/g;
const TAIWAN = /(?<![A-Za-z0-9_-])[A-Za-z][1289]\d{8}(?![A-Za-z0-9_]|-\d)/g;
/** Without brackets a Hong Kong number looks like any code: it takes a word that says what it is. */
const HONG_KONG_PLAIN =
  /(?<=(?:身份[证證]|身分證|HKID|[Ii][Dd] (?:card|number|no\.?))[^A-Za-z0-9]{0,8})([A-Za-z]{1,2})(\d{6})([0-9Aa])(?![A-Za-z0-9])/g;
const ABOUT_AN_ORDER =
  /(?:订单|訂單|单号|單號|运单|運單|流水|快递|快遞|型[号號]|order|tracking|model)[^A-Za-z0-9]{0,8}$/i;

/**
 * Identity cards with a right check digit: mainland (18 characters with a possible birthday), Hong Kong (A123456(3)), Taiwan
 * (A123456789); the value has capitals and neither brackets nor spaces.
 */
export function findIdentityCards(text: string): Found[] {
  const found: Found[] = [];
  const push = (match: RegExpMatchArray, value: string, region: NonNullable<Found["region"]>): void => {
    found.push({ kind: "id_card", start: match.index!, end: match.index! + match[0].length, value, region });
  };
  for (const match of text.matchAll(MAINLAND)) {
    const value = match[0].replace(/[ -]/g, "").toUpperCase();
    if (isMainland(value)) push(match, value, "CN");
  }
  for (const match of [...text.matchAll(HONG_KONG), ...text.matchAll(HONG_KONG_PLAIN)]) {
    const value = `${match[1]}${match[2]}${match[3]}`.toUpperCase();
    if (isHongKong(value)) push(match, value, "HK");
  }
  for (const match of text.matchAll(TAIWAN)) {
    const value = match[0].toUpperCase();
    if (isTaiwan(value) && !ABOUT_AN_ORDER.test(text.slice(Math.max(0, match.index - 16), match.index)))
      push(match, value, "TW");
  }
  return found;
}

/** GB 11643-1999: ISO 7064 MOD 11-2 over the first 17 digits. */
function isMainland(value: string): boolean {
  const born = [value.slice(6, 10), value.slice(10, 12), value.slice(12, 14)].map(Number) as [number, number, number];
  if (!/^[1-9]/.test(value) || born[0] < 1900 || born[0] > 2099 || !isDate(...born)) return false;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += Number(value[at]) * (2 ** (17 - at) % 11);
  return value[17] === "10X98765432"[sum % 11];
}

/** Letters count from A = 10, a missing first letter 36; weights 9 to 1, the check digit A is 10; a multiple of 11. */
function isHongKong(value: string): boolean {
  const letters = value.length - 7;
  const codes = [...value].map((character, at) =>
    at < letters ? character.charCodeAt(0) - 55 : character === "A" ? 10 : Number(character),
  );
  const sum = (letters === 1 ? [36, ...codes] : codes).reduce((total, code, at) => total + code * (9 - at), 0);
  return sum % 11 === 0;
}

/** Places of issue in the order of their codes, from 10; weights 1, 9, 8 … 1, 1; a multiple of 10. */
function isTaiwan(value: string): boolean {
  const code = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(value.charAt(0)) + 10;
  const digits = [Math.floor(code / 10), code % 10, ...[...value.slice(1)].map(Number)];
  return digits.reduce((sum, digit, at) => sum + digit * [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1][at]!, 0) % 10 === 0;
}
