import { normalise } from "../../text/normalise.js";
import type { FaqEntry } from "../entry.js";
import { questionsOf } from "../index/entry-codec.js";
import { fieldTokens, type FieldName } from "../index/fields.js";
import { compactForm, hashText } from "../index/question-hash.js";
import { bodyOf } from "../index/segment-writer.js";
import type { RemotePostings } from "./index.js";

/** Tokens of what an entry is found by, as the local index has them. */
interface EntryTokens {
  readonly questions: readonly {
    readonly words: readonly string[];
    readonly sounds: readonly string[];
    /** `undefined` for a question of which nothing is left. */
    readonly hash: number | undefined;
  }[];
  readonly body: readonly string[];
}

/** The words and sounds of an entry's questions and the words of its body, as a local segment indexes them. */
export function tokensOf(entry: FaqEntry): EntryTokens {
  const questions = questionsOf(entry).map((question) => {
    const text = normalise(question);
    const hash = text === "" ? undefined : hashText(compactForm(text));
    return { words: fieldTokens("questions", text), sounds: fieldTokens("sound", text), hash };
  });
  return { questions, body: fieldTokens("bodies", normalise(bodyOf(entry))) };
}

/** How many tokens of each field some entries hold. */
export function countTokens(all: readonly EntryTokens[]): Record<FieldName, number> {
  const counts = { questions: 0, bodies: 0, sound: 0 };
  for (const { questions, body } of all) {
    counts.bodies += body.length;
    for (const { words, sounds } of questions) {
      counts.questions += words.length;
      counts.sound += sounds.length;
    }
  }
  return counts;
}

interface List {
  readonly documents: number[];
  readonly frequencies: number[];
  readonly lengths: number[];
}

/** Gathers the documents of terms, to be sent together. */
export class PostingLists {
  private lists = new Map<string, List>();
  /** Documents gathered so far, once for each of their terms. */
  size = 0;

  constructor(private readonly field: FieldName) {}

  /** The next document; numbers ascend. */
  add(document: number, tokens: readonly string[]): void {
    const counts = new Map<string, number>();
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    for (const [term, frequency] of counts) {
      let list = this.lists.get(term);
      if (list === undefined) this.lists.set(term, (list = { documents: [], frequencies: [], lengths: [] }));
      list.documents.push(document);
      list.frequencies.push(frequency);
      list.lengths.push(tokens.length);
    }
    this.size += counts.size;
  }

  /** All that was gathered, by term, and forgets it. */
  take(): RemotePostings[] {
    const taken = [...this.lists].sort(([a], [b]) => (a < b ? -1 : 1));
    this.lists = new Map();
    this.size = 0;
    return taken.map(([term, list]) => ({ field: this.field, term, ...list }));
  }
}
