/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Ends of a clause, and words that lead to a further request. */
const BORDER =
  /[，。；！？,;!?\n]+\s*|\s+(?:and also|and then|and|also|plus|besides)\s+|(?:另外|还有|還有|顺便|順便|以及|然后|然後|同时|同時)(?=.{2})/giu;
/** What is shorter than this asks for nothing by itself. */
const LEAST_CHARACTERS = 2;
const MOST_PARTS = 4;
const LEAD = /^[\s\p{P}]*(?:(?:and|also|then|plus|另外|还有|還有|顺便|順便|以及|然后|然後|同时|同時)[\s\p{P}]*)*/iu;
const TAIL = /[\s\p{P}]*$/u;

function trimmed(text: string, start: number, end: number): Stretch | undefined {
  const raw = text.slice(start, end);
  const lead = LEAD.exec(raw)![0].length;
  const kept = raw.slice(lead).replace(TAIL, "");
  if ([...kept].length < LEAST_CHARACTERS) return undefined;
  return { start: start + lead, end: start + lead + kept.length, text: kept };
}

/**
 * The clauses of a text that may each be a request, in order; empty where there is only one, or more than a caller asks at once.
 * Only a proposal: whether they are requests of their own is for the model to say.
 */
export function splitRequests(text: string): Stretch[] {
  const parts: Stretch[] = [];
  let from = 0;
  for (const { index, 0: border } of text.matchAll(BORDER)) {
    const part = trimmed(text, from, index);
    if (part !== undefined) parts.push(part);
    from = index + border.length;
  }
  const last = trimmed(text, from, text.length);
  if (last !== undefined) parts.push(last);
  return parts.length >= 2 && parts.length <= MOST_PARTS ? parts : [];
}
