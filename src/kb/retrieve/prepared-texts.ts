import type { PackedWords, WordVectors } from "../../embed/word-vectors.js";
import { normalise } from "../../text/normalise.js";
import { sentencesOf } from "../../text/sentences.js";
import type { FaqEntry } from "../entry.js";
import { pairsOf } from "./common-characters.js";
import type { AnswerKind } from "./expected-answer.js";
import { heldTokens, type HeldTokens } from "./held-tokens.js";
import { packedWordsOf } from "./soft-match.js";

/** A wording of a question; what only the best one of an entry is needed for is made for that one. */
class Wording {
  private heldTokens: HeldTokens | undefined;
  private plain: { readonly characters: string; readonly pairs: Int32Array } | undefined;

  readonly chinese: boolean;

  constructor(
    readonly text: string,
    readonly normalised: string,
  ) {
    this.chinese = hasHan(normalised);
  }

  get tokens(): HeldTokens {
    return (this.heldTokens ??= heldTokens([this.normalised]));
  }

  get characters(): { readonly characters: string; readonly pairs: Int32Array } {
    if (this.plain === undefined) {
      const characters = charactersOf(this.normalised);
      this.plain = { characters, pairs: pairsOf(characters) };
    }
    return this.plain;
  }
}

/** An entry's texts; many are kept, so they are small. */
export interface Prepared {
  readonly wordings: readonly Wording[];
  /** Words of each wording, then those of the category, then those of the answer. */
  readonly words: PackedWords;
  /** Of the category and of each sentence of the answer. */
  readonly tokens: HeldTokens;
  readonly answer: string;
  readonly answerLength: number;
  /** Whether the answer holds a value of a kind, where that was asked for. */
  readonly values: Partial<Record<AnswerKind["name"], boolean>>;
}

/** What is read of an answer: its beginning says what it is about, and time must not depend on its length. */
const MOST_ANSWER = 400;
export const MOST_SENTENCES = 12;
export const MOST_WORDINGS = 8;
const MOST_CHARACTERS = 80;

const prepared = new WeakMap<FaqEntry, Prepared>();

/** The texts of an entry, ready to be compared; made once for as long as the entry is kept. */
export function prepare(entry: FaqEntry, vectors: WordVectors | undefined): Prepared {
  let made = prepared.get(entry);
  if (made === undefined) {
    const answers = entry.answers.map(({ text }) => text).join("\n");
    const answer = answers.slice(0, MOST_ANSWER);
    const sentences = sentencesOf(answer)
      .slice(0, MOST_SENTENCES)
      .map(({ text }) => normalise(text));
    const category = normalise(entry.category.replaceAll("/", " "));
    const wordings = [entry.question, ...entry.similar]
      .slice(0, MOST_WORDINGS)
      .map((text) => new Wording(text, normalise(text)));
    made = {
      wordings,
      words: packedWordsOf([...wordings.map(({ normalised }) => normalised), category, sentences.join(" ")], vectors),
      tokens: heldTokens([category, ...sentences]),
      answer,
      answerLength: answers.length,
      values: {},
    };
    prepared.set(entry, made);
  }
  return made;
}

export const hasHan = (normalised: string): boolean => /[\u3400-\u9fff]/.test(normalised);

/** Without spaces, cut. */
export const charactersOf = (normalised: string): string => normalised.replaceAll(" ", "").slice(0, MOST_CHARACTERS);

/** The entry's own question and its similar ones, as far as they are looked at, in normal form. */
export function wordingsOf(entry: FaqEntry, vectors: WordVectors | undefined): readonly string[] {
  return prepare(entry, vectors).wordings.map(({ normalised }) => normalised);
}
