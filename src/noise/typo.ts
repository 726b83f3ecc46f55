import type { Random } from "../stats/random.js";
import { lookAlikes } from "../text/look-alikes.js";

const KEYBOARD = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const HAN = /^\p{Script=Han}$/u;
const LETTER = /^[A-Za-z]$/;

/** One change: the characters from `start` to `end` give way to others. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

/**
 * The text with one slip of the hand: neighbours swapped, a character dropped, a Chinese character for one that looks like
 * it, a letter for its neighbour on the keyboard. Digits stay: another number would be another question.
 */
export function addTypo(text: string, random: Random): string {
  const characters = [...text];
  const edits = possibleEdits(characters, random);
  if (edits.length === 0) return text;
  const edit = random.pick(edits);
  return [...characters.slice(0, edit.start), ...edit.to, ...characters.slice(edit.end)].join("");
}

/** One edit of each kind that a place allows; what is common (look-alikes, neighbouring keys) is there for more places. */
function possibleEdits(characters: readonly string[], random: Random): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < characters.length; at++) {
    const one = characters[at]!;
    const next = characters[at + 1] ?? "";
    const han = HAN.test(one);
    if (!han && !LETTER.test(one)) continue;
    const word = han ? 2 : wordLength(characters, at);
    if ((han ? HAN : LETTER).test(next) && next !== one) edits.push({ start: at, end: at + 2, to: next + one });
    if (word >= (han ? 2 : 3) && letters(characters) > 1) edits.push({ start: at, end: at + 1, to: "" });
    const others = han ? lookAlikes(one) : neighbours(one);
    if (others.length > 0) edits.push({ start: at, end: at + 1, to: random.pick(others) });
  }
  return edits;
}

function wordLength(characters: readonly string[], at: number): number {
  let start = at;
  let end = at + 1;
  while (start > 0 && LETTER.test(characters[start - 1]!)) start--;
  while (end < characters.length && LETTER.test(characters[end]!)) end++;
  return end - start;
}

function letters(characters: readonly string[]): number {
  return characters.filter((character) => HAN.test(character) || LETTER.test(character)).length;
}

/** The keys beside a letter's key, and those above and below. */
function neighbours(letter: string): string[] {
  const lower = letter.toLowerCase();
  const row = KEYBOARD.findIndex((keys) => keys.includes(lower));
  const column = KEYBOARD[row]!.indexOf(lower);
  const near = [
    KEYBOARD[row]![column - 1],
    KEYBOARD[row]![column + 1],
    KEYBOARD[row - 1]?.[column],
    KEYBOARD[row + 1]?.[column],
  ].filter((key) => key !== undefined);
  return letter === lower ? near : near.map((key) => key.toUpperCase());
}
