import type { Embedder } from "../../embed/embedder.js";
import { normalise } from "../../text/normalise.js";

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

/** Words of 32 bits in a signature: a line of the cache holds one. */
const WORDS = 8;

/** 256 bits for each set, those of its members: a bit that only one of two has is a member that the other lacks. */
function signaturesOf(sets: readonly Int32Array[]): Int32Array {
  const signatures = new Int32Array(WORDS * sets.length);
  for (const [at, set] of sets.entries()) {
    for (const member of set) {
      const word = WORDS * at + ((member >>> 5) & (WORDS - 1));
      signatures[word] = signatures[word]! | (1 << (member & 31));
    }
  }
  return signatures;
}

/** Bits that are set (Warren, Hacker's Delight, 2012, figure 5-2). */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** At least so many members do two sets not share. */
function unshared(signatures: Int32Array, a: number, b: number): number {
  let bits = 0;
  for (let word = 0; word < WORDS; word++)
    bits += bitsIn(signatures[WORDS * a + word]! ^ signatures[WORDS * b + word]!);
  return bits;
}

/** Texts between two pauses. */
const AT_ONCE = 500;

/**
 * All pairs of texts that share at least `least` of their character n-grams, in the order of the texts. The texts are looked at
 * by length; two sets of which that is true have one of their rarest grams in common, so that few pairs are compared (prefix
 * filtering with the shorter prefix for the index: Xiao et al. 2008, PPJoin), and of these only the ones whose signatures allow it.
 * @param texts in their compared form
 * @param vectors of the same texts, of unit length
 * @param least 0 < least ≤ 1
 * @param pause called many times in between; what it throws ends the search
 */
export async function nearPairs(
  texts: readonly string[],
  vectors: readonly Float32Array[] | undefined,
  least: number,
  pause?: Likeness["pause"],
): Promise<NearPair[]> {
  const sets = numbered(texts);
  const lengths = Int32Array.from(sets, ({ length }) => length);
  const signatures = signaturesOf(sets);
  const order = [...sets.keys()].sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  const postings = new Map<number, { texts: number[]; from: number }>();
  const seen = new Int32Array(texts.length).fill(-1);
  const pairs: NearPair[] = [];
  for (const [done, at] of order.entries()) {
    if (done % AT_ONCE === 0) await pause?.("pairs", done, order.length);
    const set = sets[at]!;
    const { length } = set;
    for (let k = 0; k <= length - Math.ceil(least * length); k++) {
      const list = postings.get(set[k]!);
      if (list === undefined) continue;
      // Those before are too short for this and for every longer text.
      while (list.from < list.texts.length && lengths[list.texts[list.from]!]! < least * length) list.from++;
      for (let place = list.from; place < list.texts.length; place++) {
        const other = list.texts[place]!;
        if (seen[other] === at) continue;
        seen[other] = at;
        const sum = lengths[other]! + length;
        const wanted = Math.ceil((least / (1 + least)) * sum - 1e-9);
        if (unshared(signatures, at, other) > sum - 2 * wanted) continue;
        const both = shared(sets[other]!, set, wanted);
        const characters = both / (sum - both);
        if (characters < least) continue;
        const [a, b] = at < other ? [at, other] : [other, at];
        pairs.push({ a, b, characters, cosine: vectors === undefined ? 0 : cosineOf(vectors[a]!, vectors[b]!) });
      }
    }
    for (let k = 0; k <= length - Math.ceil(((2 * least) / (1 + least)) * length - 1e-9); k++) {
      const list = postings.get(set[k]!);
      if (list === undefined) postings.set(set[k]!, { texts: [at], from: 0 });
      else list.texts.push(at);
    }
  }
  return pairs.sort((one, other) => one.a - other.a || one.b - other.b);
}

/** What likeness is judged with. */
export interface Likeness {
  /** Without it likeness is judged by characters alone. */
  readonly embedder?: Embedder | undefined;
  /** Called many times in between, with how many texts a step has seen; what it throws ends the work. */
  readonly pause?: ((step: "forms" | "vectors" | "pairs", done: number, total: number) => Promise<void>) | undefined;
}

/** The compared form of each text. */
export async function comparedForms(texts: readonly string[], { pause }: Likeness): Promise<string[]> {
  const forms: string[] = [];
  for (const text of texts) {
    if (forms.length % AT_ONCE === 0) await pause?.("forms", forms.length, texts.length);
    forms.push(normalise(text));
  }
  return forms;
}

async function vectorsOf(texts: readonly string[], { embedder, pause }: Likeness): Promise<Float32Array[] | undefined> {
  if (embedder === undefined) return undefined;
  const vectors: Float32Array[] = [];
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    await pause?.("vectors", from, texts.length);
    vectors.push(...(await embedder.embed(texts.slice(from, from + AT_ONCE), "query")));
  }
  return vectors;
}

/** Numbers of the texts of each form, in order. */
function byForm(forms: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [at, form] of forms.entries()) {
    const group = groups.get(form);
    if (group === undefined) groups.set(form, [at]);
    else group.push(at);
  }
  return [...groups.values()];
}

/**
 * Pairs that say the same in nearly the same words, in the order of the texts. Of texts with one form each is paired with the first of
 * them, and with the first of each other form that is near: as many pairs as texts, and not as pairs of texts, where a line stands
 * in the data a thousand times.
 * @param forms of the same texts, see {@link comparedForms}
 */
export async function nearDuplicates(
  texts: readonly string[],
  forms: readonly string[],
  likeness: Likeness,
): Promise<NearPair[]> {
  const groups = byForm(forms);
  const firsts = groups.map(([first]) => first!);
  const vectors = await vectorsOf(
    firsts.map((at) => texts[at]!),
    likeness,
  );
  const distinct = firsts.map((at) => forms[at]!);
  const pairs = groups.flatMap(([a, ...others]) => others.map((b) => ({ a: a!, b, characters: 1, cosine: 1 })));
  for (const { a, b, characters, cosine } of await nearPairs(distinct, vectors, NEAR.withVector, likeness.pause)) {
    if (characters < NEAR.characters && cosine < NEAR.cosine) continue;
    const add = (one: number, other: number): void => {
      pairs.push({ a: Math.min(one, other), b: Math.max(one, other), characters, cosine });
    };
    for (const one of groups[a]!) add(one, firsts[b]!);
    for (const other of groups[b]!.slice(1)) add(firsts[a]!, other);
  }
  return pairs.sort((one, other) => one.a - other.a || one.b - other.b);
}
