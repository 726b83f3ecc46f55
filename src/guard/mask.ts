import { recognise, type Span, type SpanKind } from "../recognise/recognise.js";
import { digitsOf, halfWidth } from "../recognise/span.js";
import { spokenDigits } from "../recognise/spoken-digits.js";

/** Where personal data stood in the original text (UTF-16 offsets, end exclusive). */
interface FoundPersonalData {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
}

const PERSONAL: readonly SpanKind[] = ["phone", "email", "id_card", "bank_card"];
const COVERABLE = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/g;
/** In a dictated number (幺三八…) the numerals are its digits. */
const SPOKEN = /[零〇一二三四五六七八九幺]/g;
/** Shorter ones are of a service (95588, 10086) and everybody's. */
const SHORTEST_PHONE = 7;

/**
 * Covers phone numbers (`138****5678`, dictated ones too), bank cards (`6222 **** **** 1234`), identity cards (`110***********1234`) and
 * e-mail addresses (`l***@x.com`) with stars, also inside web addresses. Spaces and dashes stay where they were; masking
 * twice changes nothing.
 */
export function maskPersonalData(text: string): { text: string; found: readonly FoundPersonalData[] } {
  const spans = personalSpans(text);
  let masked = cover(text, spans);
  // Two that overlap (a@x.com@y.com) are found one at a time; what the first one hid shows once it is masked.
  for (let more = spans; more.length > 0; masked = cover(masked, more)) more = personalSpans(masked);
  return { text: masked, found: spans.map(({ kind, start, end }) => ({ kind, start, end })) };
}

function cover(text: string, spans: readonly Span[]): string {
  let masked = "";
  let from = 0;
  for (const span of spans) {
    masked += text.slice(from, span.start) + mask(span);
    from = span.end;
  }
  return masked + text.slice(from);
}

function personalSpans(text: string): Span[] {
  return recognise(text, [...PERSONAL, "url"])
    .filter(({ kind, value }) => kind !== "phone" || value.length >= SHORTEST_PHONE)
    .flatMap((span) => (span.kind === "url" ? insideAddress(span) : [span]));
}

/** A link may carry its owner's number: each part of its path and query is looked at by itself. */
function insideAddress(url: Span): Span[] {
  return Array.from(url.text.matchAll(/[^/?&=#;]+/g)).flatMap((part) =>
    recognise(part[0], PERSONAL).map((span) => ({
      ...span,
      start: url.start + part.index + span.start,
      end: url.start + part.index + span.end,
    })),
  );
}

function mask(span: Span): string {
  if (span.kind === "email") return maskEmail(span.text);
  // Of the short numbers of Hong Kong and Taiwan, three and four would leave nothing to hide.
  if (span.kind === "id_card") return span.value.length === 18 ? stars(span.text, 3, 4) : stars(span.text, 2, 1);
  if (span.kind === "bank_card") return stars(span.text, 4, 4);
  return maskPhone(span);
}

/** A country code before the national number may be seen; where an extension follows, it is what goes first. */
function maskPhone({ text, value }: Span): string {
  const digits = digitsOf(spokenDigits(halfWidth(text)));
  const national = digits.includes(value) ? value : value.slice(1);
  const before = digits.indexOf(national);
  const extension = digits.length > before + national.length;
  const [first, last] = value.length >= 10 ? [3, 4] : [2, 2];
  return stars(text, before + first, extension ? 0 : last, /\d/.test(halfWidth(text)) ? COVERABLE : SPOKEN);
}

/** Stars for the digits and letters of a text but the first and last few; all else stays. */
function stars(text: string, first: number, last: number, coverable = COVERABLE): string {
  const total = text.match(coverable)!.length;
  let at = 0;
  return text.replace(coverable, (character) => {
    const seen = at < first || at >= total - last;
    at++;
    return seen ? character : "*";
  });
}

function maskEmail(text: string): string {
  return `${text.charAt(0)}***${text.slice(text.search(/[@＠]/))}`;
}
