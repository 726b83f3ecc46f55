import { Buffer } from "node:buffer";
import { decodeText, strictUtf8 } from "../../tables/decode.js";
import { crc32 } from "./crc32.js";

/** The name of a member as it stands in a zip. */
export interface RawName {
  readonly bytes: Uint8Array;
  /** The member says that its name is UTF-8. */
  readonly utf8: boolean;
  /** Data of the Info-ZIP Unicode Path extra field (0x7075), where there is one. */
  readonly unicode?: Uint8Array | undefined;
}

/** Version 1, the checksum of the plain name, then the name in UTF-8; of a renamed member the checksum is wrong. */
function unicodeName({ bytes, unicode }: RawName): string | undefined {
  if (unicode === undefined || unicode.length < 6 || unicode[0] !== 1) return undefined;
  const field = Buffer.from(unicode.buffer, unicode.byteOffset, unicode.byteLength);
  return field.readUInt32LE(1) === crc32(bytes) ? strictUtf8(unicode.subarray(5)) : undefined;
}

/**
 * Names of the members of one archive. Windows in Chinese writes them in GBK (GB18030) or Big5 and says so nowhere. Names
 * that do not say that they are UTF-8 are told all together, since one alone is too short to tell.
 */
export function decodeNames(names: readonly RawName[]): string[] {
  const known = names.map((name) => unicodeName(name) ?? (name.utf8 ? strictUtf8(name.bytes) : undefined));
  const open = names.filter((_, at) => known[at] === undefined).map(({ bytes }) => bytes);
  const told = decodeTogether(open);
  let next = 0;
  return known.map((name) => name ?? told[next++]!);
}

function decodeTogether(names: readonly Uint8Array[]): string[] {
  const plain = names.map(strictUtf8);
  if (plain.every((name) => name !== undefined)) return plain;
  const lineEnd = Uint8Array.of(10);
  try {
    const text = decodeText(Buffer.concat(names.flatMap((bytes) => [bytes, lineEnd])), "").text;
    const lines = text.split("\n").slice(0, -1);
    if (lines.length === names.length) return lines;
  } catch {
    // In no encoding that we know.
  }
  // So they are shown byte by byte.
  return names.map((bytes) => Buffer.from(bytes).toString("latin1"));
}
