import { isDigit, isHan, isLatin } from "../../../text/characters.js";

/** Aims and limits of a passage, in the measure of {@link textSize}: about 200–400 Chinese characters, 120–220 English words. */
export const PASSAGE = { least: 220, aim: 400, most: 560, longestSentence: 900, tiny: 60, introduction: 30 } as const;

/** A Latin word or a number takes about as much room and reading as so many Chinese characters. */
const WORD_SIZE = 1.8;

/** How long a text is to a reader: Chinese characters, and words of other scripts as 1.8 of them. */
export function textSize(text: string): number {
  let characters = 0;
  let words = 0;
  let inWord = false;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (isHan(point)) characters++;
    const word = isLatin(point) || isDigit(point) || (!isHan(point) && point > 0x370 && /\p{L}/u.test(character));
    if (word && !inWord) words++;
    inWord = word;
  }
  return characters + Math.round(words * WORD_SIZE);
}
