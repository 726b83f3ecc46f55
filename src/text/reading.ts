import { isHan } from "./characters.js";
import { CHARACTERS, SYLLABLES, WORDS } from "./readings.js";

// Apart from pinyin.ts because pinyin-pro takes 0.15 s to load: this table costs nothing before it is asked.

const FIRST = 0x4e00;
const ROW = 128;

interface Table {
  /** Toneless syllables, ü as v; the place of one is its number. */
  readonly syllables: readonly string[];
  /** How rare each is, in half bits. */
  readonly costs: ReadonlyMap<string, number>;
  /** Readings of words that their characters do not tell, by the first character. */
  readonly words: ReadonlyMap<string, readonly { readonly word: string; readonly reading: readonly string[] }[]>;
}

let table: Table | undefined;

function open(): Table {
  if (table !== undefined) return table;
  const costs = new Map<string, number>();
  for (const item of SYLLABLES.split(" ")) costs.set(item.slice(0, -1), parseInt(item.at(-1)!, 36));
  const words = new Map<string, { word: string; reading: readonly string[] }[]>();
  for (const item of WORDS.split(" ")) {
    const end = item.search(/[a-z]/);
    const word = item.slice(0, end);
    const others = words.get(word[0]!) ?? [];
    others.push({ word, reading: item.slice(end).split("'") });
    words.set(word[0]!, others);
  }
  // The longest word that fits is the one that is meant.
  for (const some of words.values()) some.sort((a, b) => b.word.length - a.word.length);
  return (table = { syllables: [...costs.keys()], costs, words });
}

/** How rare a syllable is, in half bits; `undefined` for what is no syllable of Chinese. */
export function syllableCost(syllable: string): number | undefined {
  return open().costs.get(syllable);
}

/**
 * The toneless syllable of each character (code point) of a text, ü as v; `undefined` for what is no Han character or has
 * no known reading. Simplified text is read best. Of characters with several readings words decide (银行 yin hang).
 */
export function readCharacters(text: string): (string | undefined)[] {
  const { words } = open();
  const result: (string | undefined)[] = [];
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at)!;
    const word = words.get(text[at]!)?.find((one) => text.startsWith(one.word, at));
    if (word !== undefined) {
      result.push(...word.reading);
      at += word.word.length;
    } else {
      result.push(isHan(point) ? syllableOf(point) : undefined);
      at += point > 0xffff ? 2 : 1;
    }
  }
  return result;
}

const known = new Map<number, string | undefined>();

function syllableOf(point: number): string | undefined {
  if (!known.has(point)) known.set(point, lookUp(point));
  return known.get(point);
}

function lookUp(point: number): string | undefined {
  const row = CHARACTERS[(point - FIRST) >> 7];
  if (row === undefined) return undefined;
  const at = 2 * ((point - FIRST) % ROW);
  const number = parseInt(row.slice(at, at + 2), 36);
  return number > 0 ? open().syllables[number - 1] : undefined;
}
