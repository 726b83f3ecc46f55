import type { Found } from "./span.js";

const DIGIT_RUN = /(?<![A-Za-z0-9_])(?<!\d[-.,])\d{8,20}(?![A-Za-z0-9_])(?![-.,]\d)/g;
const LETTERED = /(?<![A-Za-z0-9_@./-])[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*(?![A-Za-z0-9_@])/g;
// Behind a word for an order, shorter numbers too: 订单 88231, order #100234. A unit behind makes it something else (订单20000元).
const NAMED =
  /(?<=(?:订单|訂單)(?:编?号码?|編?號碼?|编码|編碼)?\s{0,2}(?:[:#]|是|为|為|係)?\s{0,2}#?|\b(?:[Oo]rder|ORDER|PO|[Ii]nvoice)\s{0,2}(?:(?:[Nn]o\.?|[Nn]umber|NO\.?|ID|id)\s{0,2}(?:[:#]|is)?|#)\s{0,2}|\b(?:[Oo]rder|ORDER)\s)(?=[A-Za-z-]*\d)[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*(?![A-Za-z0-9_@%]|[.,]\d|\s?(?:[元块塊天个個件小分年月周週日号號]|万|萬|[Dd]ays?|[Bb]oxes|items?))/g;

/** Couriers whose numbers show whose they are: SF Express, YTO, JD, J&T, ZTO, Best, Deppon; and of any post (UPU S10). */
const COURIER =
  /(?<![A-Za-z0-9])(?:SF\d{12,15}|YT\d{13}|JD(?:[A-Z]{0,3}\d{11,13}|V\w\d{9,12})|JT\d{13}|ZT[O]?\d{12,13}|DPK\d{9,12}|BEST\d{10,13}|KY\d{13})(?![A-Za-z0-9])/gi;
const POSTAL = /(?<![A-Za-z0-9])[A-Z]{2}\d{9}[A-Z]{2}(?![A-Za-z0-9])/g;
const UPS = /(?<![A-Za-z0-9])1Z[0-9A-Z]{16}(?![A-Za-z0-9])/gi;
/** Plain digits are a courier's only behind a word that says so. */
const PLAIN =
  /(?<=(?:快递单?|快遞單?|运单|運單|物流单?|物流單?|包裹)(?:编?号码?|編?號碼?)\s?(?:[:#]|是|为|為)?\s?|\b[Tt]racking (?:[Nn]o\.?|[Nn]umber|ID|id)\s?(?:[:#]|is)?\s?)\d{10,15}(?![A-Za-z0-9])/g;

/** Numbers of parcels, by the forms that couriers give them, as written. */
export function findTracking(text: string): Found[] {
  return [
    ...text.matchAll(COURIER),
    ...Array.from(text.matchAll(POSTAL)).filter(([id]) => isPostal(id)),
    ...Array.from(text.matchAll(UPS)).filter(([id]) => isUps(id.toUpperCase())),
    ...text.matchAll(PLAIN),
  ].map((match) => spanOf("tracking", match));
}

/**
 * Numbers of orders as written: beside a word for one, 4 characters and up; without it, runs of 8 to 20 digits, or letters,
 * digits and dashes with a letter first, at least 5 digits and 8 characters.
 */
export function findOrderIds(text: string): Found[] {
  return [
    ...Array.from(text.matchAll(NAMED)).filter(([id]) => digits(id) >= 4),
    ...text.matchAll(DIGIT_RUN),
    ...Array.from(text.matchAll(LETTERED)).filter(([id]) => isLettered(id)),
  ].map((match) => spanOf("order_id", match));
}

function spanOf(kind: Found["kind"], match: RegExpExecArray): Found {
  return { kind, start: match.index, end: match.index + match[0].length, value: match[0] };
}

function isLettered(id: string): boolean {
  return id.length >= 8 && id.length <= 32 && digits(id) >= 5 && !/[A-Za-z]{7}/.test(id);
}

function digits(text: string): number {
  return text.replace(/\D/g, "").length;
}

/** UPU S10: weights 8 6 4 2 3 5 9 7 over the first eight digits. */
function isPostal(id: string): boolean {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at + 2]), 0);
  const check = 11 - (sum % 11);
  return Number(id[10]) === (check === 10 ? 0 : check === 11 ? 5 : check);
}

/** The 15 characters behind 1Z: letters count from A = 2 modulo 10, every second one doubled. */
function isUps(id: string): boolean {
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const character = id.charCodeAt(at + 2);
    const value = character >= 65 ? (character - 63) % 10 : character - 48;
    sum += at % 2 === 1 ? 2 * value : value;
  }
  return String((10 - (sum % 10)) % 10) === id[17];
}
