/** Two texts that are much alike; `a` comes first. */
export interface NearPair {
  readonly a: number;
  readonly b: number;
  /** Shared character n-grams over all of both (Jaccard), 0..1. */
  readonly characters: number;
  /** Of the texts' vectors, -1..1. */
  readonly cosine: number;
}

/**
 * Pairs are near duplicates from this likeness of characters on, or from a lower one where their vectors say the same, too.
 * Chosen so that two such examples of the training parts of BANKING77, CLINC150 and HWU64 belong to one intent 98 times in a
 * hundred (docs/nlu-data.md): where they do not, one of them is probably wrong.
 */
const NEAR = { characters: 0.85, withVector: 0.7, cosine: 0.97 } as const;

const CHINESE = /[\u3400-\u9fff\uf900-\ufaff]/u;

/** Pairs of characters in Chinese, threes elsewhere with the word's edges: each once. */
function gramsOf(normalised: string): string[] {
  const chinese = CHINESE.test(normalised);
  const signs = [...(chinese ? normalised.replaceAll(" ", "") : ` ${normalised} `)];
  const n = chinese ? 2 : 3;
  if (signs.length <= n) return [signs.join("")];
  const grams = new Set<string>();
  for (let at = 0; at + n <= signs.length; at++) grams.add(signs.slice(at, at + n).join(""));
  return [...grams];
}

/** The grams of each text as numbers, rarest first. */
function numbered(texts: readonly string[]): Int32Array[] {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const raw = texts.map((text) =>
    gramsOf(text).map((gram) => {
      const number = numbers.get(gram) ?? numbers.size;
      numbers.set(gram, number);
      counts[number] = (counts[number] ?? 0) + 1;
      return number;
    }),
  );
  const order = [...counts.keys()].sort((a, b) => counts[a]! - counts[b]! || a - b);
  const rank = new Int32Array(order.length);
  for (const [at, number] of order.entries()) rank[number] = at;
  return raw.map((some) => Int32Array.from(some, (number) => rank[number]!).sort());
}

/** Members that two ascending lists share; 0 as soon as `wanted` cannot be reached any more. */
function shared(a: Int32Array, b: Int32Array, wanted: number): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (count + Math.min(a.length - i, b.length - j) < wanted) return 0;
    if (a[i] === b[j]) {
      count++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return count;
}

/** Of unit vectors. */
function cosineOf(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += a[i]! * b[i]!;
  return dot;
}

/**
 * All pairs of texts that share at least `least` of their character n-grams, in the order of the texts. The texts are looked at
 * by length; two sets of which that is true have one of their rarest grams in common, so that few pairs are compared (prefix
 * filtering with the shorter prefix for the index: Xiao et al. 2008, PPJoin).
 * @param texts in their compared form
 * @param vectors of the same texts, of unit length
 * @param least 0 < least ≤ 1
 */
export function nearPairs(
  texts: readonly string[],
  vectors: readonly Float32Array[] | undefined,
  least: number,
): NearPair[] {
  const sets = numbered(texts);
  const order = [...sets.keys()].sort((a, b) => sets[a]!.length - sets[b]!.length || a - b);
  const postings = new Map<number, number[]>();
  const seen = new Int32Array(texts.length).fill(-1);
  const pairs: NearPair[] = [];
  for (const at of order) {
    const set = sets[at]!;
    const { length } = set;
    for (let k = 0; k <= length - Math.ceil(least * length); k++) {
      for (const other of postings.get(set[k]!) ?? []) {
        const held = sets[other]!;
        if (seen[other] === at || held.length < least * length) continue;
        seen[other] = at;
        const both = shared(held, set, Math.ceil((least / (1 + least)) * (held.length + length) - 1e-9));
        const characters = both / (held.length + length - both);
        if (characters < least) continue;
        const [a, b] = at < other ? [at, other] : [other, at];
        pairs.push({ a, b, characters, cosine: vectors === undefined ? 0 : cosineOf(vectors[a]!, vectors[b]!) });
      }
    }
    for (let k = 0; k <= length - Math.ceil(((2 * least) / (1 + least)) * length - 1e-9); k++) {
      const list = postings.get(set[k]!);
      if (list === undefined) postings.set(set[k]!, [at]);
      else list.push(at);
    }
  }
  return pairs.sort((one, other) => one.a - other.a || one.b - other.b);
}

/** Pairs that say the same in nearly the same words. */
export function nearDuplicates(texts: readonly string[], vectors: readonly Float32Array[] | undefined): NearPair[] {
  return nearPairs(texts, vectors, NEAR.withVector).filter(
    ({ characters, cosine }) => characters >= NEAR.characters || cosine >= NEAR.cosine,
  );
}
