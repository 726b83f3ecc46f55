import { mishear } from "../noise/mishear.js";
import { createRandom } from "../stats/random.js";
import { isHan } from "../text/characters.js";
import { readCharacters } from "../text/reading.js";
import { foldCharacters } from "../text/simplified.js";

/** The share of texts with Chinese from which on its sound may tell something. */
const LEAST = 0.1;

/** Whether enough of some texts hold Chinese for its sound to matter. */
export function hasChinese(texts: readonly string[]): boolean {
  const chinese = texts.filter((text) => Array.from(text).some((character) => isHan(character.codePointAt(0)!)));
  return chinese.length > 0 && chinese.length >= LEAST * texts.length;
}

/** The text as a recogniser of speech may write it: the same for the same text, whatever stands beside it. */
export function misheard(text: string): string {
  // Characters fold one by one, so that readings stay beside theirs.
  return mishear(text, readCharacters(foldCharacters(text)), createRandom(1).fork("misheard").fork(text));
}
