import type { WordVectors } from "../../embed/word-vectors.js";
import { pinyinWordsOf } from "../../text/sound.js";
import { oneSlipFrom } from "../../text/spelling.js";
import { stem } from "../../text/stem.js";
import { type Query, unknownIdf, type Worths } from "./query.js";

const LETTERS = "a-z0-9\u00df-\u024f.";
/** Shorter words are one slip away from too many others. */
const WORD = new RegExp(`(?<![${LETTERS}])[a-z]{4,20}(?![${LETTERS}])`, "g");
/** Of a word no longer than this the first letter is right. */
const SHORT = 4;
/** More words that nobody knows are another language, not slips. */
const MOST = 3;

/**
 * The query with its misspelt Latin words as the knowledge base writes them; `undefined` where there is none. A word is misspelt
 * when no entry holds it, the encoder does not know it, and it is one slip away from a word of entries; of several such words
 * the commonest is meant.
 * @param words of the encoder, where it knows words
 */
export async function respell(
  query: Query,
  backend: Worths,
  words: Pick<WordVectors, "words"> | undefined,
): Promise<string | undefined> {
  const { normalised } = query;
  const isWord = (word: string): boolean => (words?.words(word)[0]?.row ?? -1) >= 0;
  const doubtful = doubtfulWords(query, isWord);
  if (doubtful.length === 0 || doubtful.length > MOST) return undefined;
  const meant = new Map<string, string>();
  // Most are meant for a word of questions; only where none is, the words of answers are asked for as well.
  let open = doubtful;
  for (const field of ["questions", "bodies"] as const) {
    if (open.length === 0) break;
    const common = await commonness(field, open.flatMap(slipsOf), backend);
    for (const word of open) {
      const best = commonest(slipsOf(word), common, isWord);
      if (best !== undefined) meant.set(word, best);
    }
    open = open.filter((word) => !meant.has(word));
  }
  return meant.size === 0 ? undefined : normalised.replace(WORD, (word) => meant.get(word) ?? word);
}

const slipsOf = (word: string): string[] => oneSlipFrom(word, word.length <= SHORT ? 1 : 0);

function doubtfulWords({ normalised, unheld }: Query, isWord: (word: string) => boolean): string[] {
  const found = normalised.match(WORD)?.filter((word) => unheld.has(stem(word)) && !isWord(word)) ?? [];
  if (found.length === 0) return [];
  const isPinyin = pinyinWordsOf(normalised);
  return [...new Set(found)].filter((word) => !isPinyin(word));
}

/** By how many nats words are commoner in a field than one that nothing holds. */
async function commonness(
  field: "questions" | "bodies",
  words: readonly string[],
  backend: Worths,
): Promise<(word: string) => number> {
  const stems = new Map(words.map((word) => [word, stem(word)]));
  const terms = [...new Set(stems.values())];
  const most = unknownIdf(field === "questions" ? backend.size.questions : backend.size.entries);
  const idf = await backend.idf(field, terms);
  const known = new Map(terms.map((term, at) => [term, Math.max(0, most - idf[at]!)]));
  return (word) => known.get(stems.get(word)!)!;
}

/** Forms of one word are as common as each other: one that is a word for the encoder says more than another. */
function commonest(
  words: readonly string[],
  common: (word: string) => number,
  isWord: (word: string) => boolean,
): string | undefined {
  let [best, most] = ["", 0];
  for (const word of words) {
    const own = common(word);
    if (own > most || (own === most && own > 0 && isWord(word) && !isWord(best))) [best, most] = [word, own];
  }
  return most > 0 ? best : undefined;
}
