import { isHan } from "./characters.js";
import { cutPinyin } from "./pinyin-run.js";
import { readCharacters } from "./reading.js";

/** A part of a text as it is said. */
export interface SpokenPart {
  /** As it is written: a character, a word of letters. */
  readonly text: string;
  /** Offset of the part in the text. */
  readonly at: number;
  /** Toneless pinyin without breaks; empty for what has no sound that is known. */
  readonly letters: string;
  /** Offsets in `letters` at which a syllable may begin or end, both ends included. */
  readonly places: readonly number[];
}

/**
 * The Han characters of a text one by one and its other words, spaces left out.
 * @param isPinyin which words of letters are pinyin
 */
export function spokenParts(normalised: string, isPinyin: (word: string) => boolean): SpokenPart[] {
  const read = readCharacters(normalised);
  const parts: SpokenPart[] = [];
  let [at, number, start] = [0, 0, -1];
  const endWord = (): void => {
    if (start < 0) return;
    const text = normalised.slice(start, at);
    const cut = isPinyin(text) ? cutPinyin(text) : undefined;
    parts.push({ text, at: start, letters: cut === undefined ? "" : text, places: cut?.places ?? [] });
    start = -1;
  };
  for (const character of normalised) {
    const syllable = read[number++];
    const han = isHan(character.codePointAt(0)!);
    if (!han && character !== " ") {
      if (start < 0) start = at;
    } else {
      endWord();
      const places = syllable === undefined ? [] : [0, syllable.length];
      if (han) parts.push({ text: character, at, letters: syllable ?? "", places });
    }
    at += character.length;
  }
  endWord();
  return parts;
}
