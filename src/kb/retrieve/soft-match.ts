import type { EncodedWord, PackedWords, WordVectors } from "../../embed/word-vectors.js";
import { conceptsOf } from "../../text/concepts.js";
import { lexicalTokens } from "../../text/tokens.js";
import { isEnglishFunctionToken, isFunctionToken } from "./function-words.js";
import { tokensOfWord } from "./word-tokens.js";
import { MOST_CONCEPTS, MOST_WORDS, WordLikeness, type WordList } from "./word-likeness.js";

/** Words that only ask or join count this much. */
const FUNCTION = 0.15;

/** The words of a text and its concepts, words by the encoder where it knows some, else Latin words and pairs of characters. */
export function wordsOf(normalised: string, vectors: WordVectors | undefined): WordList {
  const words =
    vectors === undefined
      ? lexicalTokens(normalised).map(wordless)
      : [...vectors.words(normalised), ...conceptsOf(normalised).map((concept) => conceptWord(concept, vectors))];
  const once = new Set<string>();
  return words.filter(({ text }) => !once.has(text) && once.add(text));
}

/** What the encoder does not know. */
const wordless = (text: string): EncodedWord => ({ text, row: -1, weight: 1 });

const concepts: string[] = [];
const conceptNumbers = new Map<string, number>();

/** A concept as a word of a row of its own, after those of the encoder: texts hold many, and a row is found at once. */
function conceptWord(concept: string, { count }: WordVectors): EncodedWord {
  let number = conceptNumbers.get(concept);
  if (number === undefined) conceptNumbers.set(concept, (number = concepts.push(concept) - 1));
  return { text: concept, row: number < MOST_CONCEPTS ? count + number : -1, weight: 1 };
}

/** {@link wordsOf} of several texts, packed; words without a row with their worth whatever the knowledge base. */
export function packedWordsOf(texts: readonly string[], vectors: WordVectors | undefined): PackedWords {
  if (vectors !== undefined) return withConcepts(vectors.pack(texts), texts, vectors);
  const others: EncodedWord[] = [];
  const ends = texts.map((text) => others.push(...wordsOf(text, undefined).map(weighed)));
  return { rows: Int32Array.from(others, (_, at) => -1 - at), ends, others };
}

const weighed = (word: EncodedWord): EncodedWord => ({ text: word.text, row: word.row, weight: plainWeight(word) });

/** The concepts of each text after its words. */
function withConcepts(packed: PackedWords, texts: readonly string[], vectors: WordVectors): PackedWords {
  const spoken = texts.map((text) => new Set(conceptsOf(text)));
  const rows = new Int32Array(packed.rows.length + spoken.reduce((sum, { size }) => sum + size, 0));
  const others = packed.others.map(weighed);
  let from = 0;
  let to = 0;
  const ends = packed.ends.map((end, text) => {
    rows.set(packed.rows.subarray(from, end), to);
    to += end - from;
    from = end;
    for (const concept of spoken[text]!) {
      const word = conceptWord(concept, vectors);
      rows[to++] = word.row >= 0 ? word.row : -others.push(weighed(word));
    }
    return to;
  });
  return { rows, ends, others };
}

/** Worth of the token of a word that is worth most. */
function rarestOf(word: string, idf: (token: string) => number): number {
  return tokensOfWord(word).reduce((most, token) => Math.max(most, idf(token)), 0);
}

/** Worth of a word whatever the knowledge base. */
function plainWeight({ text, weight }: EncodedWord): number {
  return (isFunctionToken(text) || isEnglishFunctionToken(text) ? FUNCTION : 1) * weight;
}

/**
 * How well the words of one query are met by words of the same or a near meaning, as in late interaction (Khattab &
 * Zaharia, "ColBERT", 2020), with the vectors of single words.
 */
export class SoftMatch {
  /** Those that weigh most. */
  readonly words: WordList;
  /** Worth of each of the words; they add up to 1, unless all are worth nothing. */
  readonly weights: readonly number[];
  private readonly known: KnownWords;

  /** @param idf worth of a lexical token among the questions */
  constructor(normalised: string, idf: (token: string) => number, vectors: WordVectors | undefined) {
    const most = wordsOf(normalised, vectors)
      .map((word) => ({ word, weight: plainWeight(word) * rarestOf(word.text, idf) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_WORDS);
    const total = most.reduce((sum, { weight }) => sum + weight, 0) || 1;
    this.words = most.map(({ word }) => word);
    this.weights = most.map(({ weight }) => weight / total);
    this.known = knownWordsOf(vectors);
  }

  /**
   * Compares the words of the query with those of a text.
   * @param text which of the texts
   * @param best by word of the query: its likeness with the nearest word; is raised
   * @returns share of the text's own words that the query meets: 0…1
   */
  compare({ rows, ends: texts, others }: PackedWords, text: number, best: Float32Array): number {
    const { likeness, worths } = this.known;
    likeness.start(this.words);
    const { marks, base } = likeness;
    const last = texts[text]!;
    let met = 0;
    let all = 0;
    for (let word = text === 0 ? 0 : texts[text - 1]!; word < last; word++) {
      const row = rows[word]!;
      let worth = row < 0 ? others[-1 - row]!.weight : worths[row]!;
      if (worth < 0) worth = this.known.learnWorth(row);
      all += worth;
      let place = row < 0 ? likeness.placeOfOther(others[-1 - row]!) : marks[row]! - base;
      if (place < 0) place = likeness.placeOf(row);
      if (place === 0) continue;
      const { ends, alike, values } = likeness;
      const end = ends[place]!;
      let most = 0;
      for (let from = ends[place - 1]!; from < end; from++) {
        const at = alike[from]!;
        const value = values[from]!;
        if (value > best[at]!) best[at] = value;
        if (value > most) most = value;
      }
      met += worth * most;
    }
    return all === 0 ? 0 : met / all;
  }

  /** Share of the query, by worth, that is met: 0…1. @param best by word of the query, as of {@link compare} */
  share(best: Float32Array): number {
    let sum = 0;
    for (let at = 0; at < this.weights.length; at++) sum += this.weights[at]! * best[at]!;
    return sum;
  }
}

/** What is known of the words of a vocabulary. */
class KnownWords {
  readonly likeness: WordLikeness;
  /** By row: {@link plainWeight} of its word, −1 where that was not asked for yet. */
  readonly worths: Float64Array;

  constructor(private readonly vectors: WordVectors | undefined) {
    this.likeness = new WordLikeness(vectors);
    this.worths = new Float64Array((vectors?.count ?? 0) + MOST_CONCEPTS).fill(-1);
  }

  learnWorth(row: number): number {
    const { vectors } = this;
    const word = row < vectors!.count ? vectors!.word(row) : conceptWord(concepts[row - vectors!.count]!, vectors!);
    return (this.worths[row] = plainWeight(word));
  }
}

let withoutVectors: KnownWords | undefined;
const knownWords = new WeakMap<WordVectors, KnownWords>();

function knownWordsOf(vectors: WordVectors | undefined): KnownWords {
  if (vectors === undefined) return (withoutVectors ??= new KnownWords(undefined));
  let known = knownWords.get(vectors);
  if (known === undefined) knownWords.set(vectors, (known = new KnownWords(vectors)));
  return known;
}
