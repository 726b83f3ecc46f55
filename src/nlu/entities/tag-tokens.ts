import { isDigit, isHan, isWord } from "../../text/characters.js";
import { fold } from "../fold.js";

/** A character or word that a tagger names; offsets in UTF-16 code units of the original text. */
export interface TagToken {
  readonly start: number;
  readonly end: number;
  /** Folded: case, width and script do not count. */
  readonly word: string;
  /** What it looks like as written: `Xx`, `XX`, `x`, `9` (with its digits counted up to four), `汉`, or the sign itself. */
  readonly shape: string;
}

const UPPER = /\p{Lu}/u;

type Kind = "word" | "digits" | "single" | "space";

function kindOf(character: string): Kind {
  const point = character.codePointAt(0)!;
  if (isDigit(point)) return "digits";
  if (isHan(point) || (point >= 0x3041 && point <= 0x30ff)) return "single";
  if (isWord(point)) return "word";
  return /\s/u.test(character) ? "space" : "single";
}

function shapeOf(kind: Kind, word: string, original: string): string {
  if (kind === "digits") return `9${Math.min(4, word.length)}`;
  if (kind === "single") return isHan(word.codePointAt(0)!) ? "汉" : word;
  const [first = "", ...rest] = original;
  if (!UPPER.test(first)) return "x";
  return rest.length > 0 && rest.every((character) => UPPER.test(character)) ? "XX" : "Xx";
}

/** Han characters one by one; runs of letters; runs of digits; signs one by one. White space parts and is left out. */
export function tagTokens(text: string): TagToken[] {
  const folded = fold(text);
  const tokens: TagToken[] = [];
  let at = 0;
  let run: { kind: Kind; from: number } | undefined;
  const close = (to: number): void => {
    if (run === undefined) return;
    const [start, end] = [folded.starts[run.from]!, folded.ends[to - 1]!];
    const word = folded.text.slice(run.from, to);
    tokens.push({ start, end, word, shape: shapeOf(run.kind, word, text.slice(start, end)) });
    run = undefined;
  };
  for (const character of folded.text) {
    const kind = kindOf(character);
    const next = at + character.length;
    if (run !== undefined && (run.kind !== kind || kind === "single")) close(at);
    if (kind !== "space" && run === undefined) run = { kind, from: at };
    at = next;
  }
  close(at);
  return tokens;
}
