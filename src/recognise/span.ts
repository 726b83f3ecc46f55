/** Everything that can be recognised, in the order in which it is listed to people. */
export const SPAN_KINDS = [
  "phone",
  "email",
  "id_card",
  "bank_card",
  "order_id",
  "tracking",
  "url",
  "number",
  "money",
  "percent",
  "date",
  "time",
  "datetime",
  "duration",
  "city",
  "date_range",
  "time_range",
  "datetime_range",
  "duration_range",
  "money_range",
  "percent_range",
  "number_range",
] as const;

/** Found only where they are asked for: they take the place of their ends. */
export const RANGE_KINDS: ReadonlySet<SpanKind> = new Set(SPAN_KINDS.filter((kind) => kind.endsWith("_range")));

export type SpanKind = (typeof SPAN_KINDS)[number];

/** A place of a text that says something computable. */
export interface Span {
  readonly kind: SpanKind;
  /** Offsets in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  /** Normalised; its form depends on the kind (see `recognise`). */
  readonly value: string;
  readonly region?: "CN" | "HK" | "TW" | "MO";
}

/** What a finder returns, before overlaps are resolved. */
export type Found = Omit<Span, "text">;

/** Full-width forms and the ideographic space as ASCII, unit by unit, so that offsets stay. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (character) =>
    character === "\u3000" ? " " : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** The digits of a text and nothing else. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** Two digits at least: 7 is 07. */
export function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}
