import chardet from "chardet";
import { KefuError } from "../messages/errors.js";
import { decodeChineseLegacy } from "./chinese-legacy.js";
import { MAX_TEXT_BYTES, tooLarge } from "./limits.js";
import { faultsInUtf8 } from "./utf8-faults.js";

export type TextEncoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "gb18030" | "big5" | "windows-1252";

/** A text without its byte order mark, and how it was written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** The text of bytes that are UTF-8 from end to end, without a mark; `undefined` for all others. */
export function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * UTF-16 without a mark: line ends, commas and Latin letters put zeros on one side of the pairs only.
 * @param least share of the pairs, 0..1, that must have a zero there
 */
function utf16Order(bytes: Uint8Array, least: number): "utf-16le" | "utf-16be" | undefined {
  const length = Math.min(bytes.length - (bytes.length % 2), 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  // Some Chinese characters have a zero of their own (一 is U+4E00), so the other side is not quite empty.
  if (odd > pairs * least && odd > 2 * even) return "utf-16le";
  if (even > pairs * least && even > 2 * odd) return "utf-16be";
  return undefined;
}

/** A few NUL characters slip into the exports of old databases; with more than one byte in fifty it is no text. */
function isMostlyText(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros++;
  return zeros * 50 <= bytes.length;
}

/** Western text of Windows: bytes above 127 are few and never stand next to each other, as in `it’s` or `café`. */
function isWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let letters = 0;
  let before = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte > 0x7f) {
      high++;
      if (before > 0x7f) return false;
    } else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++;
    before = byte;
  }
  return high * 8 < letters;
}

/** A text that is UTF-8 but for some bytes: reading it as another encoding would turn all of it to garbage. */
function refuseBrokenUtf8(file: string, bytes: Uint8Array, marked: boolean): void {
  const { characters, faults, first, line } = faultsInUtf8(bytes);
  if (!marked && (characters < 4 * faults || characters === 0)) return;
  throw new KefuError(
    "input",
    "kb.table.bad-utf8",
    { file, byte: first, count: faults },
    { where: { file, line }, hint: { key: "kb.table.bad-utf8-hint" } },
  );
}

/** Bytes 128 to 159 of Windows-1252; Node's own decoder reads them as control characters. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!);
}

/**
 * Text of a file whose encoding nobody wrote down: a byte order mark, else strict UTF-8, else UTF-16 by its zeros, else
 * Western, GB18030 or Big5, whichever reads as written language.
 * @param file only named in errors
 * @param keepZeros let a few stray NUL characters of UTF-8 text stand, for a caller that says where they were
 * @throws KefuError `input` when the bytes are no text or the encoding is none of these
 */
export function decodeText(bytes: Uint8Array, file: string, keepZeros = false): DecodedText {
  if (bytes.length > MAX_TEXT_BYTES) throw tooLarge(file, "kb.table.too-large", { most: MAX_TEXT_BYTES / 2 ** 20 });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const text = strictUtf8(bytes.subarray(3));
    if (text !== undefined) return { text, encoding: "utf-8-bom" };
    refuseBrokenUtf8(file, bytes, true);
  }
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  const plain = mark === undefined ? strictUtf8(bytes) : undefined;
  const zeros = bytes.includes(0);
  // Bytes that are UTF-8 as well are UTF-16 only where zeros are the rule: a stray NUL must not turn a whole file to garbage.
  const order = mark ?? (zeros ? utf16Order(bytes, plain === undefined ? 0.02 : 0.25) : undefined);
  if (order !== undefined) return { text: new TextDecoder(order).decode(bytes), encoding: order };
  if (zeros && !(keepZeros && plain !== undefined && isMostlyText(bytes)))
    throw new KefuError("input", "kb.format.binary", { file }, { where: { file } });
  if (plain !== undefined) return { text: plain, encoding: "utf-8" };
  refuseBrokenUtf8(file, bytes, false);
  if (isWestern(bytes)) return { text: decodeWindows1252(bytes), encoding: "windows-1252" };
  const chinese = decodeChineseLegacy(bytes);
  if (chinese !== undefined) return chinese;
  const guess = chardet.detect(bytes.subarray(0, 65_536)) ?? "?";
  throw new KefuError(
    "input",
    "kb.format.encoding",
    { file, guess },
    { where: { file }, hint: { key: "kb.format.encoding-hint" } },
  );
}
