const SPOKEN = new Map([..."零〇一二三四五六七八九幺"].map((character, at) => [character, "001234567891"[at]!]));
const DIGIT = "[零〇一二三四五六七八九幺]";

/** A mainland mobile number as it is dictated: 幺三八一二三四五六七八, with single pauses. */
export const SPOKEN_MOBILE = new RegExp(
  `(?<!${DIGIT}[ ,，-]?)[一幺][三四五六七八九](?:[ ,，-]?${DIGIT}){9}(?![ ,，-]?${DIGIT}|[十百千万亿点點])`,
  "gu",
);

/** Dictated digits as ASCII digits, character by character; everything else as it is. */
export function spokenDigits(text: string): string {
  return text.replace(new RegExp(DIGIT, "gu"), (character) => SPOKEN.get(character)!);
}
