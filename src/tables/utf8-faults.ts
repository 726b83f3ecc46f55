/** What keeps bytes from being UTF-8. */
export interface Utf8Faults {
  /** Whole characters of more than one byte. */
  readonly characters: number;
  /** Places where no character can be read. */
  readonly faults: number;
  /** Offset of the first such byte, from 0; -1 for none. */
  readonly first: number;
  /** Line of it, from 1. */
  readonly line: number;
}

/** Bytes of the character that starts here by its first byte, 0 for none (RFC 3629). */
function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function isWhole(bytes: Uint8Array, at: number, length: number): boolean {
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
  const second = bytes[at + 1] ?? 0;
  const lead = bytes[at]!;
  // Longer than needed, half of a surrogate pair, or beyond U+10FFFF.
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second < 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second < 0x90;
}

/** Counts whole and broken characters, for a text that a strict decoder refused. */
export function faultsInUtf8(bytes: Uint8Array): Utf8Faults {
  let characters = 0;
  let faults = 0;
  let first = -1;
  let line = 1;
  let inFault = false;
  for (let at = 0; at < bytes.length;) {
    const length = lengthOf(bytes[at]!);
    if (length === 1) {
      if (first < 0 && bytes[at] === 0x0a) line++;
      inFault = false;
      at++;
    } else if (length > 0 && isWhole(bytes, at, length)) {
      characters++;
      inFault = false;
      at += length;
    } else {
      if (!inFault) faults++;
      if (first < 0) first = at;
      inFault = true;
      at++;
    }
  }
  return { characters, faults, first, line };
}
