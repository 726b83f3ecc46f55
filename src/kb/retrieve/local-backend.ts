import { normalise } from "../../text/normalise.js";
import type { FaqEntry } from "../entry.js";
import { questionsOf } from "../index/entry-codec.js";
import { createFieldSearch, type FieldSearch, type WeightedTerm } from "../index/field-search.js";
import type { FieldName } from "../index/fields.js";
import type { KbIndex } from "../index/kb-index.js";
import { compactForm, hashText } from "../index/question-hash.js";
import { SearchRoom } from "../index/searched-field.js";
import { vectorSearch } from "../index/vector-search.js";
import type { VectorBackend } from "../index/vectors.js";
import { type ChannelScores, evidenceOf } from "./pool-evidence.js";
import { PoolNumbers } from "./pool-numbers.js";
import type { Query } from "./query.js";
import {
  type Evidence,
  type EvidenceOptions,
  GLANCE,
  proposesBySound,
  SEARCH,
  type SearchBackend,
} from "./search-backend.js";

interface Searches {
  readonly fields: Readonly<Record<FieldName, FieldSearch>>;
  /** Room for the places of questions and of entries in a pool, by number; only what a query has written is read. */
  readonly places: { readonly questions: Uint32Array; readonly entries: Uint32Array };
  /** Room for the numbers of a pool. */
  readonly pool: { readonly questions: PoolNumbers; readonly entries: PoolNumbers };
}

/** Scorers hold arrays as long as the index, so that an index keeps its own. */
const made = new WeakMap<KbIndex, Searches>();

function searchesOf(index: KbIndex): Searches {
  let searches = made.get(index);
  if (searches === undefined) {
    const { questions, entries } = index.numbers;
    const room = new SearchRoom();
    searches = {
      fields: {
        questions: createFieldSearch(index, "questions", room),
        bodies: createFieldSearch(index, "bodies", room),
        sound: createFieldSearch(index, "sound", room),
      },
      places: { questions: new Uint32Array(questions), entries: new Uint32Array(entries) },
      pool: { questions: new PoolNumbers(), entries: new PoolNumbers() },
    };
    made.set(index, searches);
  }
  return searches;
}

/**
 * Entries that were looked at lately are asked for again soon: they, and what others keep of them, are not made each time.
 * Characters of entries that are kept, at most; with what is made of them some 60 megabytes.
 */
const MOST_KEPT = 4_000_000;

/** Keeps what was used last: what was not used since half of the room was filled is let go. */
class RecentEntries {
  private young = new Map<number, FaqEntry>();
  private old = new Map<number, FaqEntry>();
  private characters = 0;

  constructor(private readonly index: KbIndex) {}

  at(number: number): FaqEntry {
    const entry = this.young.get(number);
    if (entry !== undefined) return entry;
    const found = this.old.get(number) ?? this.index.entryAt(number);
    this.characters += charactersOf(found);
    if (this.characters > MOST_KEPT / 2) {
      this.old = this.young;
      this.young = new Map();
      this.characters = charactersOf(found);
    }
    this.young.set(number, found);
    return found;
  }
}

/** What an entry takes at least counts as text. */
const charactersOf = (entry: FaqEntry): number =>
  100 + [...questionsOf(entry), ...entry.answers.map(({ text }) => text)].reduce((sum, { length }) => sum + length, 0);

const recent = new WeakMap<KbIndex, RecentEntries>();

function recentOf(index: KbIndex): RecentEntries {
  let known = recent.get(index);
  if (known === undefined) recent.set(index, (known = new RecentEntries(index)));
  return known;
}

/** Worth of a token in a field of an index: its idf, in nats. */
export function localIdf(index: KbIndex, field: FieldName, term: string): number {
  return searchesOf(index).fields[field].idf(term);
}

/** Searches an index that is open in this process. @param vectors default: what suits its size */
export function localBackend(index: KbIndex, vectors: VectorBackend = vectorSearch(index)): SearchBackend {
  const entries = recentOf(index);
  return {
    name: "local",
    size: index.size,
    idf: (field, terms) => Promise.resolve(searchesOf(index).fields[field].idfs(terms)),
    evidence: (query, vector, options) =>
      Promise.resolve(new Gathering(index, vectors, query, vector, options).evidence()),
    resolve: (some) =>
      Promise.resolve(
        some.map((one) => {
          const entry = entries.at(one.entry);
          return { entry, matched: questionsOf(entry)[one.question - index.questionsAt(one.entry).first]! };
        }),
      ),
  };
}

/** Scores of one field for the documents that count in one query, by document number. */
class PoolScores implements ChannelScores {
  private readonly found: ReturnType<FieldSearch["scores"]> | undefined;
  private readonly scale: number;

  /** @param places of the documents among those that are scored */
  constructor(
    field: FieldSearch,
    terms: readonly WeightedTerm[],
    documents: Uint32Array,
    private readonly places: Uint32Array,
  ) {
    this.found = terms.length === 0 ? undefined : field.scores(terms, documents);
    this.scale = field.ideal(terms) || 1;
  }

  /** As a share of a perfect match. */
  share(document: number): number {
    return (this.found?.score[this.places[document]!] ?? 0) / this.scale;
  }

  holds(document: number, bit: number): boolean {
    if (bit < 0 || this.found === undefined) return false;
    const at = this.places[document]!;
    return ((bit < 32 ? this.found.low[at]! >>> bit : this.found.high[at]! >>> (bit - 32)) & 1) === 1;
  }
}

/** The first stage for one query. */
class Gathering {
  private readonly searches: Searches;
  private readonly accept: (entry: number) => boolean;
  private readonly acceptQuestion: (question: number) => boolean;

  constructor(
    private readonly index: KbIndex,
    private readonly vectors: VectorBackend,
    private readonly query: Query,
    private readonly vector: Float32Array | undefined,
    private readonly options: EvidenceOptions,
  ) {
    this.searches = searchesOf(index);
    const { without, withoutEntry } = options;
    const accept = index.acceptor(options, query.normalised);
    this.accept = withoutEntry === undefined ? accept : (entry) => entry !== withoutEntry && accept(entry);
    this.acceptQuestion = (question) => question !== without && this.accept(index.ownerOf(question));
  }

  evidence(): Evidence[] {
    const { index, query, vector } = this;
    const { fields, places, pool: room } = this.searches;
    const exact = this.exactMatches();
    const pool = this.pool(exact);
    const entries = room.entries.placed(pool, places.entries);
    const asked = Array.from(entries, (entry) => this.questionsOf(entry));
    const questions = room.questions.placed(asked.flat(), places.questions);
    const lexical = new PoolScores(fields.questions, query.questionTerms, questions, places.questions);
    const sound = new PoolScores(fields.sound, query.soundTerms, questions, places.questions);
    const bodies = new PoolScores(fields.bodies, query.bodyTerms, entries, places.entries);
    return evidenceOf(
      {
        entries: pool,
        exact,
        lexical,
        sound,
        bodies,
        firstQuestion: (entry) => index.questionsAt(entry).first,
        questionsOf: (entry) => asked[places.entries[entry]!]!,
        cosine: (question) => (vector === undefined ? 0 : index.cosine(vector, question)),
        length: (question) => index.questionLength(question),
      },
      query,
    );
  }

  /** Numbers of the entries that a channel proposes, in the order of their ids. */
  private pool(exact: ReadonlyMap<number, number>): number[] {
    const { index, query, vector } = this;
    const { fields } = this.searches;
    const { proposals, limits } = this.options.glance === true ? GLANCE : SEARCH;
    const pool = new Set(exact.keys());
    const found = (field: FieldSearch, terms: readonly WeightedTerm[], accept: (document: number) => boolean) =>
      terms.length === 0 ? [] : field.top(terms, proposals, accept, limits);
    for (const { document } of found(fields.questions, query.questionTerms, this.acceptQuestion))
      pool.add(index.ownerOf(document));
    if (proposesBySound(query, this.options))
      for (const { document } of found(fields.sound, query.soundTerms, this.acceptQuestion))
        pool.add(index.ownerOf(document));
    for (const { document } of found(fields.bodies, query.bodyTerms, this.accept)) pool.add(document);
    if (vector?.some((value) => value !== 0) === true) {
      const near = this.vectors.search(vector, proposals, this.acceptQuestion);
      for (const { question } of near) pool.add(index.ownerOf(question));
    }
    return [...pool].sort((a, b) => index.compareEntryNumbers(a, b));
  }

  /** Entries that have the query as a question, each with that question. */
  private exactMatches(): Map<number, number> {
    const { index } = this;
    const found = new Map<number, number>();
    for (const wanted of new Set([this.query.whole, this.query.normalised].map(compactForm))) {
      const hash = hashText(wanted);
      for (const { segment, firstQuestion } of index.parts) {
        for (const ordinal of segment.questionsOfHash(hash)) {
          const question = firstQuestion + ordinal;
          const entry = index.ownerOf(question);
          if (found.has(entry) || !this.acceptQuestion(question)) continue;
          if (compactForm(normalise(index.questionText(question))) === wanted) found.set(entry, question);
        }
      }
    }
    return found;
  }

  private questionsOf(entry: number): number[] {
    const { first, end } = this.index.questionsAt(entry);
    const numbers: number[] = [];
    for (let number = first; number < end; number++) if (number !== this.options.without) numbers.push(number);
    return numbers;
  }
}
