// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Signs that turn the direction of what follows: with them a text shows as another than it is. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Whether a text holds signs that turn its direction; {@link carriable} takes them out. */
export function turnsDirection(text: string): boolean {
  return text.search(TURNING) >= 0;
}

/**
 * A text without the characters that no export can carry (XML 1.0 forbids them, and with it every workbook): control
 * characters other than tab and line feed, and the two that are none; and without those that turn the direction of
 * writing, which no Chinese or English text needs. Line ends become `\n`, half a surrogate pair the replacement character.
 */
export function carriable(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(FORBIDDEN, "")
    .replace(TURNING, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}
