import type { Utterance } from "../data/dataset.js";
import { groupBy, shorten, type Hit, type NluRule } from "./rule.js";

interface Mark {
  readonly words: string;
  readonly entity: string;
  readonly utterance: Utterance;
}

function marksOf(utterances: readonly Utterance[]): Mark[] {
  return utterances.flatMap((utterance) =>
    utterance.entities.map(({ start, end, entity }) => ({
      words: utterance.text.slice(start, end).toLowerCase().trim(),
      entity,
      utterance,
    })),
  );
}

export const entityConflict: NluRule = {
  id: "entity-conflict",
  severity: "warning",
  *check({ utterances, training }): Iterable<Hit> {
    for (const [words, marks] of groupBy(marksOf(utterances.slice(0, training)), (mark) => mark.words)) {
      const uses = [...groupBy(marks, ({ entity }) => entity)].sort(([, a], [, b]) => b.length - a.length);
      const [usual, ...others] = uses;
      // Where both are usual, the words mean two things (from Berlin, to Berlin); a rare one is probably a slip.
      for (const [entity, some] of others.filter(([, { length }]) => 4 * length <= usual![1].length)) {
        for (const { utterance } of some) {
          const params = { words, entity, usual: usual![0], count: usual![1].length, text: shorten(utterance.text) };
          yield { utterance, key: "nlu.lint.entity-conflict", params, related: [usual![1][0]!.utterance] };
        }
      }
    }
  },
};

/** Where the words stand by themselves: not within a longer word of letters and digits. */
function* placesOf(text: string, words: string): Iterable<number> {
  const inWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{Script=Latin}\p{N}]/u.test(sign);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const before = inWord(words[0]) && inWord(text[at - 1]);
    const behind = inWord(words.at(-1)) && inWord(text[at + words.length]);
    if (!before && !behind) yield at;
  }
}

/** The texts that have a word, by their pieces: letters and digits, or single characters of other scripts. */
function textsByPiece(utterances: readonly Utterance[]): Map<string, Utterance[]> {
  const index = new Map<string, Utterance[]>();
  for (const utterance of utterances) {
    for (const piece of new Set(piecesOf(utterance.text.toLowerCase()))) {
      const list = index.get(piece);
      if (list === undefined) index.set(piece, [utterance]);
      else list.push(utterance);
    }
  }
  return index;
}

function piecesOf(text: string): readonly string[] {
  return text.match(/[\p{Script=Latin}\p{N}]+|\p{L}/gu) ?? [];
}

/** Marked this many times, and in this share of its places, a word is forgotten rather than meant otherwise elsewhere. */
const LEAST_MARKS = 3;
const LEAST_SHARE = 0.75;

export const entityUnmarked: NluRule = {
  id: "entity-unmarked",
  severity: "warning",
  *check({ utterances, training }): Iterable<Hit> {
    const all = utterances.slice(0, training);
    const index = textsByPiece(all);
    for (const [words, marks] of groupBy(marksOf(all), (mark) => mark.words)) {
      const rarest = piecesOf(words)
        .map((piece) => index.get(piece) ?? [])
        .sort((a, b) => a.length - b.length)[0];
      if (marks.length < LEAST_MARKS || rarest === undefined || [...words].length < 2) continue;
      const bare = rarest.filter((utterance) => {
        const places = [...placesOf(utterance.text.toLowerCase(), words)];
        return places.some((at) =>
          utterance.entities.every(({ start, end }) => at + words.length <= start || at >= end),
        );
      });
      if (marks.length < LEAST_SHARE * (marks.length + bare.length)) continue;
      const { entity, utterance: example } = marks[0]!;
      for (const utterance of bare) {
        const params = { words, entity, count: marks.length, text: shorten(utterance.text) };
        yield { utterance, key: "nlu.lint.entity-unmarked", params, related: [example] };
      }
    }
  },
};
