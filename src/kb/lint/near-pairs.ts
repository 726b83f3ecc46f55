import { normalise } from "../../text/normalise.js";
import { lexicalTokens } from "../../text/tokens.js";
import type { FaqEntry } from "../entry.js";
import { isFunctionToken } from "../retrieve/function-words.js";
import type { KbIndex } from "../index/kb-index.js";
import { cosineOf, storedVector } from "../index/vectors.js";

/** Two entries whose standard questions are much alike. */
export interface NearPair {
  /** The one that comes first. */
  readonly a: FaqEntry;
  readonly b: FaqEntry;
  /** Shared idf over all idf of both (weighted Jaccard), function words aside: 1 when the telling words are the same. */
  readonly overlap: number;
  /** Of the stored vectors of both questions. */
  readonly cosine: number;
}

/** Questions are compared by the words that at most so many of them share, and always by their rarest ones. */
const COMMON = 100;
const RAREST = 2;
/** Of a word that very many share, only so many of the questions before are looked at. */
const MOST_LOOKED_AT = 1000;

/** The tokens of a question that say what it is about; all of them where it has nothing but words to ask with. */
export function tellingTokens(normalised: string): string[] {
  const tokens = lexicalTokens(normalised);
  const telling = tokens.filter((token) => !isFunctionToken(token));
  return telling.length > 0 ? telling : tokens;
}

interface Words {
  readonly entry: FaqEntry;
  readonly tokens: readonly number[];
  readonly weight: number;
}

/** Telling tokens of each question, rarest first, as numbers with their idf. */
function wordsOf(entries: readonly FaqEntry[]): { all: Words[]; idf: Float64Array } {
  const numbers = new Map<string, number>();
  const df: number[] = [];
  const raw = entries.map((entry) => {
    return [...new Set(tellingTokens(normalise(entry.question)))].map((token) => {
      const number = numbers.get(token) ?? numbers.size;
      numbers.set(token, number);
      df[number] = (df[number] ?? 0) + 1;
      return number;
    });
  });
  const idf = Float64Array.from(df, (n) => Math.log(1 + (entries.length - n + 0.5) / (n + 0.5)));
  const all = raw.map((tokens, at) => ({
    entry: entries[at]!,
    tokens: [...tokens].sort((a, b) => idf[b]! - idf[a]! || a - b),
    weight: tokens.reduce((sum, token) => sum + idf[token]!, 0),
  }));
  return { all, idf };
}

function sharedWeight(a: Words, b: Words, idf: Float64Array): number {
  const held = new Set(b.tokens);
  return a.tokens.reduce((sum, token) => sum + (held.has(token) ? idf[token]! : 0), 0);
}

/**
 * Pairs of standard questions that share at least `least` of their telling words, each pair once, in the order of the
 * entries. Costs about the number of entries times some thousand, whatever they hold.
 */
export function nearPairs(entries: readonly FaqEntry[], index: KbIndex | undefined, least: number): NearPair[] {
  const { all, idf } = wordsOf(entries);
  const postings: number[][] = Array.from(idf, () => []);
  const seen = new Float64Array(all.length);
  const pairs: NearPair[] = [];
  const vector = vectorReader(index);
  for (const [at, words] of all.entries()) {
    const touched: number[] = [];
    for (const [rank, token] of words.tokens.entries()) {
      const before = postings[token]!;
      if (rank < RAREST || before.length <= COMMON) {
        for (let k = Math.max(0, before.length - MOST_LOOKED_AT); k < before.length; k++) {
          const other = before[k]!;
          if (seen[other] === 0) touched.push(other);
          seen[other]! += idf[token]!;
        }
      }
      before.push(at);
    }
    for (const other of touched.sort((a, b) => a - b)) {
      const enough = seen[other]! >= 0.3 * words.weight;
      seen[other] = 0;
      if (!enough) continue;
      const shared = sharedWeight(words, all[other]!, idf);
      const overlap = shared / (words.weight + all[other]!.weight - shared || 1);
      if (overlap < least) continue;
      const [a, b] = [all[other]!.entry, words.entry];
      pairs.push({ a, b, overlap, cosine: vector(a, b) });
    }
  }
  return pairs;
}

/** Cosine of the stored vectors of two standard questions; 1 without an index, so that words alone decide. */
function vectorReader(index: KbIndex | undefined): (a: FaqEntry, b: FaqEntry) => number {
  if (index === undefined) return () => 1;
  const numbers = questionNumbers(index);
  return (a, b) => {
    const [one, other] = [numbers.get(a.id), numbers.get(b.id)];
    if (one === undefined || other === undefined) return 1;
    return cosineOf(storedVector(index, one), ...placeOf(index, other));
  };
}

function placeOf(index: KbIndex, question: number): [ReturnType<KbIndex["vectorAt"]>["vectors"], number] {
  const { vectors, row } = index.vectorAt(question);
  return [vectors, row];
}

/** Number of each live entry's standard question, by id. */
export function questionNumbers(index: KbIndex): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { segment, dead, firstQuestion } of index.parts) {
    for (let ordinal = 0; ordinal < segment.entries; ordinal++) {
      if (dead?.[ordinal] === 1) continue;
      numbers.set(segment.id(ordinal), firstQuestion + segment.firstQuestions[ordinal]!);
    }
  }
  return numbers;
}
