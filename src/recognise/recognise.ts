import { findMoney, findNumbers } from "./amounts.js";
import { findBankCards, findIdentityCards } from "./cards.js";
import { findDates } from "./dates.js";
import { findEmails, findOrderIds, findUrls } from "./identifiers.js";
import { findPhones } from "./phone.js";
import { halfWidth, type Found, type Span, type SpanKind } from "./span.js";

export type { Span, SpanKind };

// From the strongest evidence to the weakest; where two overlap, the stronger stays, then the longer, then the earlier.
const FINDERS: readonly [SpanKind, (text: string) => Found[]][] = [
  ["email", findEmails],
  ["url", findUrls],
  ["id_card", findIdentityCards],
  ["phone", findPhones],
  ["bank_card", findBankCards],
  ["date", findDates],
  ["money", findMoney],
  ["order_id", findOrderIds],
  ["number", findNumbers],
];
/** These are found whatever was asked for, so that a piece of one is never taken for a number or an order. */
const ALWAYS: readonly SpanKind[] = ["email", "url", "id_card", "phone", "bank_card"];

/**
 * Finds what is computable in a text, in both scripts, full-width forms too: spans in order, none overlapping. Values:
 *
 * - `phone`: national number, digits only (mainland without 86; Taiwan with its leading 0); `region` says whose
 * - `id_card`: 18 characters, checked; `bank_card`: 13–19 digits, checked by Luhn
 * - `order_id`, `url`: as written, in half-width characters; `email`: in lower case
 * - `number`: decimal (`20000` for 两万); `money`: amount and ISO 4217 code (`99.5 CNY`)
 * - `date`: `2026-06-01`, `2026-06`, `--06-01`, or relative to today: `P-1D`, `P2W`, `P-1W@5` (see dates.ts)
 *
 * @param kinds the kinds to return; all of them by default. Where a kind is left out, a weaker one may show in its place
 *   (without `money`, 50元 holds the number 50), but never a part of a phone, card, e-mail or web address.
 */
export function recognise(text: string, kinds?: readonly SpanKind[]): Span[] {
  const plain = halfWidth(text);
  const wanted = (kind: SpanKind): boolean => kinds === undefined || kinds.includes(kind);
  const taken: Found[] = [];
  const claimed = new Uint8Array(plain.length);
  for (const [kind, find] of FINDERS) {
    if (!wanted(kind) && !ALWAYS.includes(kind)) continue;
    const found = find(plain).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    for (const span of found) {
      if (claimed.subarray(span.start, span.end).includes(1)) continue;
      claimed.fill(1, span.start, span.end);
      taken.push(span);
    }
  }
  return taken
    .filter(({ kind }) => wanted(kind))
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
}
