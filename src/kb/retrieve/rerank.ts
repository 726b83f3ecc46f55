import type { PackedWords, WordVectors } from "../../embed/word-vectors.js";
import type { FaqEntry } from "../entry.js";
import { CommonCharacters } from "./common-characters.js";
import { type AnswerKind, expectedAnswers } from "./expected-answer.js";
import { isEnglishFunctionToken, isFunctionToken } from "./function-words.js";
import { holds, TokenFinder } from "./held-tokens.js";
import { charactersOf, hasHan, MOST_SENTENCES, MOST_WORDINGS, prepare, type Prepared } from "./prepared-texts.js";
import { isUnheld, type Query } from "./query.js";
import { SoftMatch } from "./soft-match.js";
import { MOST_WORDS } from "./word-likeness.js";

/** What the texts of an entry say to a query: the second look at the few entries that the channels put first. */
export interface TextSignals {
  /** Share of the query's words that a question of the entry has, or has a word of near meaning for. */
  readonly words: number;
  /** The same, anywhere in the entry. */
  readonly wordsAnywhere: number;
  /** Share of a question's own words that the query meets, of the question where it is most. */
  readonly wordsBack: number;
  /** Longest common subsequence of the characters of query and matched question, as a share of the query. */
  readonly order: number;
  /** Dice coefficient of their pairs of characters. */
  readonly pairs: number;
  /** Share of the query's telling worth in the best sentence of the answer. */
  readonly sentence: number;
  /** Share of the query's telling worth in the category. */
  readonly category: number;
  /** Share of the query's words that no entry holds, as far as this one has no word of near meaning for them. */
  readonly unheld: number;
  /** Share of the query's rarest words that the entry holds. */
  readonly rare: number;
  /**
   * Share of the query's words that another wording of the entry has and its standard question has not: that wording may speak of
   * less. 0 where the standard question is in another script: it has none of them anyhow.
   */
  readonly strayed: number;
  /** 1 where no question of the entry is in the script of the query, Chinese or not; else 0. */
  readonly foreign: number;
  /** 1 where the answer holds a value of the kind asked for, −1 where it does not, 0 where none is asked for. */
  readonly kind: number;
  /** How long the answer is: −ln(1 + characters / 100). */
  readonly shortness: number;
}

const RAREST = 3;
// Room for one entry at a time.
/** By wording, by word of the query: its likeness with the nearest word; and that with the nearest anywhere. */
const near: readonly Float32Array[] = Array.from({ length: MOST_WORDINGS }, () => new Float32Array(MOST_WORDS));
const anywhere = new Float32Array(MOST_WORDS);
/** Share of the telling worth in the category and in each sentence. */
const shares = new Float64Array(1 + MOST_SENTENCES);

/** Compares one query with entries. */
export class Reranking {
  private readonly soft: SoftMatch;
  private readonly characters: CommonCharacters;
  private readonly length: number;
  private readonly telling: readonly Term[];
  private readonly rarest: readonly Term[];
  private readonly finder: TokenFinder;
  /** By telling term: a bit for the category, and one for each sentence of the answer that holds it. */
  private readonly found: Int32Array;
  private readonly kinds: readonly AnswerKind[];
  private readonly chinese: boolean;
  /** Of the words that are compared: those that no entry holds. */
  private readonly unheld: readonly number[];

  constructor(
    query: Query,
    private readonly vectors: WordVectors | undefined,
  ) {
    const idf = new Map(query.questionTerms.map(({ term, idf: worth }) => [term, worth]));
    this.soft = new SoftMatch(query.normalised, (token) => idf.get(token) ?? 0, vectors);
    this.chinese = hasHan(query.normalised);
    const characters = charactersOf(query.normalised);
    this.characters = new CommonCharacters(characters);
    this.length = Math.max(1, characters.length);
    const telling = query.questionTerms.filter(({ term }) => !isFunctionToken(term) && !isEnglishFunctionToken(term));
    this.telling = sharesOf(telling);
    this.rarest = sharesOf(telling.slice(0, RAREST));
    this.finder = new TokenFinder(telling.map(({ term }) => term));
    this.found = new Int32Array(telling.length);
    this.kinds = expectedAnswers(query.text);
    this.unheld = this.soft.words.flatMap(({ text }, at) => (isUnheld(text, query.unheld) ? [at] : []));
  }

  signals(entry: FaqEntry, matched: string): TextSignals {
    const { soft, characters, found } = this;
    const texts = prepare(entry, this.vectors);
    const { wordings, words, tokens } = texts;
    const at = Math.max(
      0,
      wordings.findIndex(({ text }) => text === matched),
    );
    const own = wordings[at]!;
    const meaning = this.compareWords(words, wordings.length, at);
    this.finder.find(tokens, found);
    const shares = this.sharesFound();
    return {
      words: meaning.words,
      wordsAnywhere: soft.share(anywhere),
      wordsBack: meaning.back,
      order: characters.inOrder(own.characters.characters) / this.length,
      pairs: characters.dice(own.characters.pairs),
      sentence: most(shares, 1),
      category: shares[0]!,
      unheld: this.unmet(wordings.length),
      // These are the first of the telling terms.
      rare: this.rarest.reduce(
        (sum, { term, share }, number) => (found[number] !== 0 || holds(own.tokens, term) ? sum + share : sum),
        0,
      ),
      strayed: wordings[0]!.chinese === this.chinese ? meaning.words - meaning.standard : 0,
      foreign: wordings.some(({ chinese }) => chinese === this.chinese) ? 0 : 1,
      kind: this.kindOf(texts),
      shortness: -Math.log(1 + texts.answerLength / 100),
    };
  }

  /** Share of the telling worth in each of the texts that terms were looked for in. */
  private sharesFound(): Float64Array {
    const { found, telling } = this;
    shares.fill(0);
    for (let term = 0; term < telling.length; term++) {
      const { share } = telling[term]!;
      for (let bits = found[term]!; bits !== 0; bits &= bits - 1) shares[31 - Math.clz32(bits & -bits)]! += share;
    }
    return shares;
  }

  private kindOf({ answer, values }: Pick<Prepared, "answer" | "values">): number {
    if (this.kinds.length === 0) return 0;
    return this.kinds.some(({ name, pattern }) => (values[name] ??= pattern.test(answer))) ? 1 : -1;
  }

  /** Compares the words of the query with those of all texts; `anywhere` is the wording at a place, the category or the answer. */
  private compareWords(words: PackedWords, wordings: number, at: number): Meaning {
    const { soft } = this;
    let [met, standard, back] = [0, 0, 0];
    for (let wording = 0; wording < wordings; wording++) {
      const likeness = near[wording]!.fill(0);
      back = Math.max(back, soft.compare(words, wording, likeness));
      const share = soft.share(likeness);
      if (wording === 0) standard = share;
      met = Math.max(met, share);
    }
    anywhere.set(near[at]!);
    soft.compare(words, wordings, anywhere);
    soft.compare(words, wordings + 1, anywhere);
    return { words: met, standard, back };
  }

  private unmet(wordings: number): number {
    let sum = 0;
    for (const word of this.unheld) {
      let likeness = anywhere[word]!;
      for (let wording = 0; wording < wordings; wording++) likeness = Math.max(likeness, near[wording]![word]!);
      sum += this.soft.weights[word]! * (1 - likeness);
    }
    return sum;
  }
}

/** Shares of the query's words in the best wording and in the standard question, and of a wording's own in the query. */
interface Meaning {
  readonly words: number;
  readonly standard: number;
  readonly back: number;
}

function most(numbers: Float64Array, from: number): number {
  let greatest = 0;
  for (let at = from; at < numbers.length; at++) if (numbers[at]! > greatest) greatest = numbers[at]!;
  return greatest;
}

interface Term {
  readonly term: string;
  readonly share: number;
}

function sharesOf(terms: readonly { term: string; idf: number }[]): Term[] {
  const total = terms.reduce((sum, { idf }) => sum + idf, 0) || 1;
  return terms.map(({ term, idf }) => ({ term, share: idf / total }));
}
