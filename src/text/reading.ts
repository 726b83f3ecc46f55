import { isHan } from "./characters.js";
import { CHARACTERS, SYLLABLES, WORDS } from "./readings.js";

// Apart from pinyin.ts because pinyin-pro takes 0.15 s to load: this table costs nothing before it is asked.

const FIRST = 0x4e00;
const ROW = 128;

interface Table {
  /** Toneless syllables, ü as v, from 1. */
  readonly syllables: readonly (string | undefined)[];
  readonly numbers: ReadonlyMap<string, number>;
  /** How rare each is, in half bits. */
  readonly costs: ReadonlyMap<string, number>;
  /** Readings of words that their characters do not tell, by the first character. */
  readonly words: ReadonlyMap<string, readonly { readonly word: string; readonly reading: readonly number[] }[]>;
}

let table: Table | undefined;

function open(): Table {
  if (table !== undefined) return table;
  const costs = new Map<string, number>();
  for (const item of SYLLABLES.split(" ")) costs.set(item.slice(0, -1), parseInt(item.at(-1)!, 36));
  const syllables = [undefined, ...costs.keys()];
  const numbers = new Map([...costs.keys()].map((syllable, at) => [syllable, at + 1]));
  const words = new Map<string, { word: string; reading: readonly number[] }[]>();
  for (const item of WORDS.split(" ")) {
    const end = item.search(/[a-z]/);
    const word = item.slice(0, end);
    const others = words.get(word[0]!) ?? [];
    others.push({
      word,
      reading: item
        .slice(end)
        .split("'")
        .map((one) => numbers.get(one) ?? 0),
    });
    words.set(word[0]!, others);
  }
  // The longest word that fits is the one that is meant.
  for (const some of words.values()) some.sort((a, b) => b.word.length - a.word.length);
  return (table = { syllables, numbers, costs, words });
}

/** How rare a syllable is, in half bits; `undefined` for what is no syllable of Chinese. */
export function syllableCost(syllable: string): number | undefined {
  return open().costs.get(syllable);
}

/** Number of a syllable as {@link readSyllables} gives it; 0 for what is no syllable of Chinese. */
export function syllableNumber(syllable: string): number {
  return open().numbers.get(syllable) ?? 0;
}

/** Syllable of a number. */
export function syllableOf(number: number): string | undefined {
  return open().syllables[number];
}

/**
 * The toneless syllable of each character (code point) of a text, ü as v; `undefined` for what is no Han character or has
 * no known reading. Simplified text is read best. Of characters with several readings words decide (银行 yin hang).
 */
export function readCharacters(text: string): (string | undefined)[] {
  const numbers = readSyllables(text);
  const { syllables } = open();
  const result: (string | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    result.push(syllables[numbers[at]!]);
    if (text.codePointAt(at)! > 0xffff) at++;
  }
  return result;
}

/** The same for each UTF-16 unit, as numbers: 0 for a character without one. */
export function readSyllables(text: string): Uint16Array {
  const numbers = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const reading = readings[unit]! || learn(unit);
    const word = reading < STARTS_WORDS ? undefined : wordAt(text, at);
    if (word === undefined) numbers[at] = (reading & ~STARTS_WORDS) - 1;
    else {
      numbers.set(word.reading, at);
      at += word.word.length - 1;
    }
  }
  return numbers;
}

/** By UTF-16 unit: the number of its syllable plus one, 0 where that was not asked for yet. */
const readings = new Uint16Array(0x10000);
/** Of a character with which a word begins whose characters do not tell how it is read. */
const STARTS_WORDS = 0x8000;

function learn(unit: number): number {
  const starts = open().words.has(String.fromCharCode(unit)) ? STARTS_WORDS : 0;
  return (readings[unit] = starts | (1 + (isHan(unit) ? numberOf(unit) : 0)));
}

function wordAt(text: string, at: number): { readonly word: string; readonly reading: readonly number[] } | undefined {
  return open()
    .words.get(text[at]!)
    ?.find(({ word }) => text.startsWith(word, at));
}

function numberOf(point: number): number {
  const row = CHARACTERS[(point - FIRST) >> 7];
  if (row === undefined) return 0;
  const at = 2 * ((point - FIRST) % ROW);
  return parseInt(row.slice(at, at + 2), 36) || 0;
}
