import { isHan } from "../../text/characters.js";
import { conceptsOf } from "../../text/concepts.js";
import { otherTokens } from "../../text/tokens.js";

/** The lexical tokens of a few texts, in little room: those of Han characters stand in the texts as they are. */
export interface HeldTokens {
  /** Normalised, a line each. */
  readonly texts: string;
  /** The others (words, numbers, concepts), with a bit for each text that holds them. */
  readonly words: ReadonlyMap<string, number>;
}

/** Bits are those of a number. */
const MOST_TEXTS = 30;
const NONE: ReadonlyMap<string, number> = new Map();
const OTHER = /[^\u4e00-\u9fff ]/;

/** @param texts normalised; no more than 30 */
export function heldTokens(texts: readonly string[]): HeldTokens {
  let words = NONE as Map<string, number>;
  texts.slice(0, MOST_TEXTS).forEach((text, at) => {
    const others = conceptsOf(text);
    if (OTHER.test(text)) others.push(...otherTokens(text));
    if (others.length > 0 && words === NONE) words = new Map();
    for (const token of others) words.set(token, (words.get(token) ?? 0) | (1 << at));
  });
  return { texts: texts.join("\n"), words };
}

/** Whether a text holds the token. */
export function holds({ texts, words }: HeldTokens, token: string): boolean {
  return isHanOnly(token) ? texts.includes(token) : words.has(token);
}

/** A token of one Han character or several; only neighbours make such a token, so that it stands in the text whole. */
function isHanOnly(token: string): boolean {
  for (const character of token) if (!isHan(character.codePointAt(0)!)) return false;
  return true;
}

const LINE_END = "\n".charCodeAt(0);
/** By UTF-16 unit: 0 for one that no token begins with, {@link NEXT} for the end of a line, else a place in `singles` and `pairs`. */
const places = new Uint16Array(0x10000);
const NEXT = 1;
const FIRST = 2;
/** Units that have places. */
let placed: readonly string[] = [];

/** Finds the same tokens in many texts: what it takes does not grow with how many they are. */
export class TokenFinder {
  private readonly units: string[] = [];
  /** By place: the token that the unit is, and one that begins with it; −1 for none. */
  private readonly singles: number[] = [];
  private readonly pairs: number[] = [];
  /** By token: the next one that begins with the same unit, and its second unit. */
  private readonly next: number[];
  private readonly seconds: number[];
  /** Tokens of more units, and those that are words. */
  private readonly longer: number[] = [];
  private readonly words: number[] = [];

  constructor(private readonly tokens: readonly string[]) {
    this.next = new Array<number>(tokens.length).fill(-1);
    this.seconds = new Array<number>(tokens.length).fill(0);
    tokens.forEach((token, at) => {
      if (!isHanOnly(token)) this.words.push(at);
      else if (token.length > 2 || token.codePointAt(0)! > 0xffff) this.longer.push(at);
      else this.addShort(token, at);
    });
  }

  private addShort(token: string, at: number): void {
    let place = this.units.indexOf(token[0]!);
    if (place < 0) {
      place = this.units.push(token[0]!) - 1;
      this.singles.push(-1);
      this.pairs.push(-1);
    }
    if (token.length === 1) this.singles[place] = at;
    else {
      this.next[at] = this.pairs[place]!;
      this.pairs[place] = at;
      this.seconds[at] = token.charCodeAt(1);
    }
  }

  /** @param into by token: a bit for each text that holds it */
  find({ texts, words }: HeldTokens, into: Int32Array): void {
    into.fill(0);
    for (const token of this.words) into[token] = words.get(this.tokens[token]!) ?? 0;
    for (const token of this.longer) {
      texts.split("\n").forEach((text, at) => {
        if (text.includes(this.tokens[token]!)) into[token]! |= 1 << at;
      });
    }
    if (this.units.length > 0) this.findShort(texts, into);
  }

  private findShort(texts: string, into: Int32Array): void {
    this.own();
    const { singles, pairs, next, seconds } = this;
    let bit = 1;
    for (let at = 0; at < texts.length; at++) {
      const place = places[texts.charCodeAt(at)]! - FIRST;
      if (place < 0) {
        if (place === NEXT - FIRST) bit <<= 1;
        continue;
      }
      if (singles[place]! >= 0) into[singles[place]!]! |= bit;
      let pair = pairs[place]!;
      if (pair < 0 || at + 1 === texts.length) continue;
      for (const unit = texts.charCodeAt(at + 1); pair >= 0; pair = next[pair]!) {
        if (seconds[pair] === unit) into[pair]! |= bit;
      }
    }
  }

  /** Finders may take turns. */
  private own(): void {
    if (placed === this.units) return;
    for (const unit of placed) places[unit.charCodeAt(0)] = 0;
    places[LINE_END] = NEXT;
    this.units.forEach((unit, place) => (places[unit.charCodeAt(0)] = FIRST + place));
    placed = this.units;
  }
}
