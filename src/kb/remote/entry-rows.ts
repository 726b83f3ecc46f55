import { encodeEntry } from "../index/entry-codec.js";
import type { FieldName } from "../index/fields.js";
import { filterValues, negativesOf } from "../index/filter.js";
import type { KbIndex } from "../index/kb-index.js";
import { entryDigest } from "./changes.js";
import { countTokens, PostingLists, tokensOf } from "./documents.js";
import type { RemoteEntryRow, RemoteQuestionRow } from "./index.js";

interface Vectors {
  readonly codes: Int8Array;
  readonly scales: Float32Array;
  readonly dim: number;
}

/** An entry as the rows that are sent, and how many tokens of each field it brings. */
export interface EntryRows {
  readonly entry: RemoteEntryRow;
  readonly questions: readonly RemoteQuestionRow[];
  readonly tokens: Readonly<Record<FieldName, number>>;
}

/** Makes rows of entries of the local index, with numbers of their own, and gathers the documents of their terms. */
export class RowMaker {
  readonly lists: Readonly<Record<FieldName, PostingLists>> = {
    questions: new PostingLists("questions"),
    bodies: new PostingLists("bodies"),
    sound: new PostingLists("sound"),
  };
  private readonly vectors = new Map<object, Vectors>();

  /** @param next the numbers that the next entry and the next question are given, from then on one more each */
  constructor(
    private readonly index: KbIndex,
    readonly next: { entry: number; question: number },
  ) {}

  /** @param local number of the entry in the local index */
  rowsOf(local: number): EntryRows {
    const { index, lists, next } = this;
    const entry = index.entryAt(local);
    const tokens = tokensOf(entry);
    const number = next.entry++;
    const firstQuestion = next.question;
    const json = encodeEntry(entry);
    const { first } = index.questionsAt(local);
    const { codes, scales, dim, row } = this.vectorsAt(first);
    const questions = tokens.questions.map(({ words, sounds, hash }, at): RemoteQuestionRow => {
      const question = next.question++;
      lists.questions.add(question, words);
      lists.sound.add(question, sounds);
      return {
        number: question,
        entry: number,
        length: words.length,
        soundLength: sounds.length,
        hash,
        codes: codes.subarray((row + at) * dim, (row + at + 1) * dim),
        scale: scales[row + at]!,
      };
    });
    lists.bodies.add(number, tokens.body);
    const tiers = entry.answers.flatMap(({ channel, tier }) => (tier === undefined ? [] : [{ channel, tier }]));
    const filters = { ...filterValues(entry), negatives: negativesOf(entry), tiers };
    const bodyLength = tokens.body.length;
    return {
      entry: { number, id: entry.id, digest: entryDigest(json), json, firstQuestion, bodyLength, ...filters },
      questions,
      tokens: countTokens([tokens]),
    };
  }

  /** A segment's vectors are read once. */
  private vectorsAt(question: number): Vectors & { row: number } {
    const { vectors, row } = this.index.vectorAt(question);
    let known = this.vectors.get(vectors);
    if (known === undefined) {
      known = { codes: vectors.codes, scales: vectors.scales, dim: vectors.dim };
      this.vectors.set(vectors, known);
    }
    return { ...known, row };
  }
}
