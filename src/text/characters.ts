// Classes of characters by their numbers: a pattern with \p{…} takes milliseconds to compile at every start.

const WORD = /[\p{L}\p{N}\p{M}]/u;
const MARK = /\p{M}/u;

/** A Han character: the unified ones with their extensions, 々, 〇 and the Suzhou numerals. */
export function isHan(point: number): boolean {
  if (point < 0x3005) return false;
  if (point <= 0x9fff) {
    return (
      point >= 0x4e00 ||
      (point >= 0x3400 && point <= 0x4dbf) ||
      point === 0x3005 ||
      point === 0x3007 ||
      (point >= 0x3021 && point <= 0x3029)
    );
  }
  return (point >= 0xf900 && point <= 0xfaff) || (point >= 0x20000 && point <= 0x3ffff);
}

/** A letter of Latin script, with or without accents. */
export function isLatin(point: number): boolean {
  if (point < 0x80) return (point >= 0x61 && point <= 0x7a) || (point >= 0x41 && point <= 0x5a);
  return (point >= 0xc0 && point <= 0x24f && point !== 0xd7 && point !== 0xf7) || (point >= 0x1e00 && point <= 0x1eff);
}

/** 0 … 9 of ASCII. */
export function isDigit(point: number): boolean {
  return point >= 0x30 && point <= 0x39;
}

/** A letter, number or mark of any script. */
export function isWord(point: number): boolean {
  if (point < 0x80) return isDigit(point) || isLatin(point);
  if (isHan(point)) return true;
  // General punctuation, CJK punctuation: by far the commonest of the rest.
  if ((point >= 0x2000 && point <= 0x206f) || (point >= 0x3000 && point <= 0x3004)) return false;
  if (point >= 0x3008 && point <= 0x3020) return false;
  return WORD.test(String.fromCodePoint(point));
}

/** A combining mark. */
export function isMark(point: number): boolean {
  return point >= 0x300 && !isHan(point) && MARK.test(String.fromCodePoint(point));
}
