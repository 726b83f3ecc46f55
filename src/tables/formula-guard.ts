/**
 * A cell that starts with one of these is run by a spreadsheet as a formula (OWASP, "CSV Injection"). Such a cell, with
 * whatever apostrophes stand before it, gets one apostrophe more on the way out and loses one on the way in, so that
 * reading what was written gives the same text.
 */
const RUNS = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** A text as it is written to a spreadsheet: one that would run as a formula gets an apostrophe. */
export function guardCell(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** A text as it was before {@link guardCell}. */
export function unguardCell(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
