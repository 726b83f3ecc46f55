import type { WordVectors } from "../../embed/word-vectors.js";
import { isHan } from "../../text/characters.js";
import type { TagToken } from "./tag-tokens.js";
import { groupFinder } from "./word-groups.js";

/** What the encoder knows of a token. */
export interface TokenMeaning {
  /** The group of its word by meaning; −1 where the word is not known. */
  readonly group: number;
  /** For a Chinese character: the word that it is part of, and whether it is all of it, its beginning, end or middle. */
  readonly word?: string;
  readonly place?: "all" | "first" | "last" | "middle";
}

export type Meanings = (tokens: readonly TagToken[]) => TokenMeaning[];

const isChinese = ({ word }: TagToken): boolean => isHan(word.codePointAt(0)!);

/** @param middles of the groups, see `groupMiddles`; none for a tagger that was learnt without an encoder of words */
export function tokenMeanings(words: WordVectors | undefined, middles: Int8Array): Meanings | undefined {
  if (words === undefined || middles.length === 0) return undefined;
  const groupOf = groupFinder(words, middles);
  const chinese = (run: readonly TagToken[]): TokenMeaning[] => {
    const found = words.words(run.map(({ word }) => word).join("")).flatMap(({ text, row }): TokenMeaning[] => {
      const size = [...text].length;
      const group = groupOf(row);
      return Array.from({ length: size }, (_, i) => {
        const place = size === 1 ? "all" : i === 0 ? "first" : i === size - 1 ? "last" : "middle";
        return { group, word: text, place };
      });
    });
    // Characters of scripts' extensions are no words to the encoder.
    return run.map(({ word }, i) => found[i] ?? { group: -1, word, place: "all" });
  };
  return (tokens) => {
    const meanings: TokenMeaning[] = [];
    for (let from = 0; from < tokens.length;) {
      let to = from + 1;
      if (isChinese(tokens[from]!)) {
        while (to < tokens.length && isChinese(tokens[to]!)) to++;
        meanings.push(...chinese(tokens.slice(from, to)));
      } else meanings.push({ group: groupOf(words.words(tokens[from]!.word)[0]?.row ?? -1) });
      from = to;
    }
    return meanings;
  };
}
