// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/**
 * A text without the characters that no export can carry (XML 1.0 forbids them, and with it every workbook): control
 * characters other than tab and line feed, and the two that are none. Line ends become `\n`, half a surrogate pair the
 * replacement character.
 */
export function carriable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "").replace(/\p{Surrogate}/gu, "\ufffd");
}
