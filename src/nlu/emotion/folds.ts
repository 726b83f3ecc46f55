import { createRandom } from "../../stats/random.js";
import { normalise } from "../../text/normalise.js";

/** Texts that share this much of their pairs of characters (Jaccard) are of one group. */
const ALIKE = 0.4;

/** Pairs of Chinese characters, runs of four letters. */
function pieces(text: string): Set<string> {
  const plain = normalise(text).replaceAll(" ", "");
  const n = /\p{Script=Han}/u.test(plain) ? 2 : 4;
  const found = new Set<string>();
  for (let at = 0; at + n <= plain.length; at++) found.add(plain.slice(at, at + n));
  return found.size > 0 ? found : new Set([plain]);
}

/** For every text the number of its group: texts much like each other, and what is much like these. */
function groupsOf(texts: readonly string[]): number[] {
  const parents = texts.map((_, i) => i);
  const root = (i: number): number => {
    while (parents[i] !== i) i = parents[i]!;
    return i;
  };
  const sets = texts.map(pieces);
  const holders = new Map<string, number[]>();
  sets.forEach((set, i) => {
    const shared = new Map<number, number>();
    for (const piece of set) {
      const others = holders.get(piece) ?? [];
      holders.set(piece, others);
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      others.push(i);
    }
    for (const [other, common] of shared) {
      if (common / (set.size + sets[other]!.size - common) >= ALIKE) parents[root(i)] = root(other);
    }
  });
  return texts.map((_, i) => root(i));
}

/**
 * The fold (0 … folds−1) of every text; near-duplicates stay together, so that nothing is tested by what it was all but trained on.
 *
 * @param texts in a fixed order: the result depends on it and on the seed
 */
export function groupedFolds(texts: readonly string[], folds: number, seed: number): Int32Array {
  const groups = groupsOf(texts);
  const shuffled = createRandom(seed)
    .fork("emotion")
    .shuffle([...new Set(groups)]);
  const folder = new Map(shuffled.map((group, i) => [group, i % folds]));
  return Int32Array.from(groups, (group) => folder.get(group)!);
}
