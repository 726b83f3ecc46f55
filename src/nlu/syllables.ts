import { isHan } from "../text/characters.js";
import { cutPinyin } from "../text/pinyin-run.js";
import { readCharacters } from "../text/reading.js";
import { normalise } from "../text/normalise.js";
import { pinyinWordsOf, soundQuery } from "../text/sound.js";

/**
 * The toneless syllables of a normalised text in their order: of Han characters, and of words that are pinyin
 * (zenmetuikuan → zen me tui kuan). `undefined` stands for anything else but spaces.
 */
export function syllableRow(normalised: string): (string | undefined)[] {
  const isPinyin = pinyinWordsOf(normalised);
  const row: (string | undefined)[] = [];
  for (const word of normalised.split(" ")) pushWord(row, word, isPinyin);
  return row;
}

function pushWord(row: (string | undefined)[], word: string, isPinyin: (word: string) => boolean): void {
  const read = readCharacters(word);
  let [number, at, letters] = [0, 0, ""];
  const endLetters = (): void => {
    if (letters === "") return;
    const cut = isPinyin(letters) ? cutPinyin(letters) : undefined;
    row.push(...(cut?.best ?? [undefined]));
    letters = "";
  };
  for (const character of word) {
    const syllable = read[number++];
    if (isHan(word.codePointAt(at)!)) {
      endLetters();
      row.push(syllable);
    } else letters += character;
    at += character.length;
  }
  endLetters();
}

/** Whether a text is Chinese typed as pinyin, all of it. */
export function isSpelt(text: string): boolean {
  if (!/[a-z]/i.test(text)) return false;
  const plain = normalise(text);
  return /^[a-z\u00fc0-9 ]+$/.test(plain) && soundQuery(plain).typed === "pinyin";
}
