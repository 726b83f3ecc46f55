import { Buffer } from "node:buffer";
import { BestHits } from "../index/best-hits.js";
import type { WeightedTerm } from "../index/field-search.js";
import type { FieldName } from "../index/fields.js";
import { saturation } from "../index/saturation.js";
import { dotOf } from "../index/stored-vectors.js";
import type { ChannelScores, EvidencePool } from "../retrieve/pool-evidence.js";
import type { Query } from "../retrieve/query.js";
import type { PoolEntry, PoolQuestion, ProposedBy, RemoteMeta } from "./index.js";

/** What a query is worth in a field, by the numbers of the server. */
interface FieldScale {
  readonly field: FieldName;
  /** Those that are asked for, in their order. */
  readonly terms: readonly WeightedTerm[];
  /** Mean length of the field's documents, in tokens. */
  readonly mean: number;
  /** Score of a document that is the query itself. */
  readonly ideal: number;
  /** Place of the first term among all that are asked for. */
  readonly first: number;
}

/** Mean length of the documents of a field, as the local index counts it. */
function meanOf({ tokens, entries, questions }: RemoteMeta, field: FieldName): number {
  return tokens[field] > 0 ? tokens[field] / (field === "bodies" ? entries : questions) : 1;
}

interface Score {
  score: number;
  readonly bits: Set<number>;
}

/** Scores of one field, made of what the server says of a pool; the same sums as in the local index. */
class FieldScores implements ChannelScores {
  private readonly found = new Map<number, Score>();

  constructor(private readonly scale: FieldScale) {}

  /** Terms of a document must come in their order. */
  add(document: number, term: number, frequency: number, length: number): void {
    const { terms, first, mean } = this.scale;
    const { idf, bit } = terms[term - first]!;
    let one = this.found.get(document);
    if (one === undefined) this.found.set(document, (one = { score: 0, bits: new Set() }));
    one.score += idf * saturation(frequency, length / mean);
    if (bit >= 0) one.bits.add(bit);
  }

  score(document: number): number {
    return this.found.get(document)?.score ?? 0;
  }

  share(document: number): number {
    return this.score(document) / (this.scale.ideal || 1);
  }

  holds(document: number, bit: number): boolean {
    return bit >= 0 && this.found.get(document)?.bits.has(bit) === true;
  }
}

/** What is proposed, and how much. */
export interface PoolOptions {
  /** Proposals of a channel. */
  readonly count: number;
  /** Whether sounds propose. */
  readonly bySound: boolean;
  readonly without: number | undefined;
  /** The questions of an entry that are what was asked, by their places, the best first. */
  exactQuestions(entry: PoolEntry): readonly number[];
}

/**
 * The pool that a server sent, which holds a little more than each channel may propose: by the exact scores, and by ids where
 * they are equal, it becomes what the local index would propose.
 */
export class RemotePool implements EvidencePool {
  readonly entries: readonly number[];
  readonly exact = new Map<number, number>();
  readonly lexical: FieldScores;
  readonly sound: FieldScores;
  readonly bodies: FieldScores;
  private readonly all = new Map<number, PoolEntry>();
  private readonly asks = new Map<number, { readonly question: PoolQuestion; readonly entry: PoolEntry }>();
  /** Places of entries in the order of the bytes of their ids. */
  private readonly places = new Map<number, number>();
  private readonly cosines = new Map<number, number>();

  constructor(
    found: readonly PoolEntry[],
    scales: readonly FieldScale[],
    private readonly vector: Float32Array | undefined,
    private readonly options: PoolOptions,
  ) {
    const [lexical, bodies, sound] = scales.map((scale) => new FieldScores(scale));
    this.lexical = lexical!;
    this.bodies = bodies!;
    this.sound = sound!;
    const sorted = found
      .map((entry) => ({ entry, key: Buffer.from(entry.id) }))
      .sort((a, b) => Buffer.compare(a.key, b.key))
      .map(({ entry }) => entry);
    sorted.forEach((entry, place) => {
      this.all.set(entry.number, entry);
      this.places.set(entry.number, place);
      for (const question of entry.questions) this.asks.set(question.number, { question, entry });
      this.addPostings(entry);
    });
    const chosen = this.choose(sorted);
    this.entries = sorted.map(({ number }) => number).filter((number) => chosen.has(number));
  }

  /** Of questions, bodies and sounds, in this order. */
  static scales(meta: RemoteMeta, { questionTerms, bodyTerms, soundTerms }: Query): FieldScale[] {
    let first = 0;
    return (
      [
        ["questions", questionTerms],
        ["bodies", bodyTerms],
        ["sound", soundTerms],
      ] as const
    ).map(([field, given]) => {
      const mean = meanOf(meta, field);
      const length = given.reduce((sum, { count }) => sum + count, 0);
      const ideal = given.reduce((sum, { idf, count }) => sum + idf * saturation(count, length / mean), 0);
      // In the order in which the local index adds them up.
      const terms = given.filter(({ idf }) => idf > 0).sort((a, b) => b.idf - a.idf || (a.term < b.term ? -1 : 1));
      const scale = { field, terms, mean, ideal, first };
      first += terms.length;
      return scale;
    });
  }

  firstQuestion(entry: number): number {
    return this.all.get(entry)!.questions[0]!.number;
  }

  questionsOf(entry: number): number[] {
    const { without } = this.options;
    return this.all
      .get(entry)!
      .questions.map(({ number }) => number)
      .filter((number) => number !== without);
  }

  length(question: number): number {
    return this.asks.get(question)!.question.length;
  }

  cosine(number: number): number {
    if (this.vector === undefined) return 0;
    let cosine = this.cosines.get(number);
    if (cosine === undefined) {
      const { codes, scale } = this.asks.get(number)!.question;
      cosine = dotOf(this.vector, codes, 0, codes.length) * scale;
      this.cosines.set(number, cosine);
    }
    return cosine;
  }

  private addPostings(entry: PoolEntry): void {
    const sorted = [...entry.postings].sort((a, b) => a.term - b.term);
    for (const { field, document, term, frequency } of sorted) {
      if (field === "bodies") this.bodies.add(document, term, frequency, entry.bodyLength);
      else {
        const { length, soundLength } = this.asks.get(document)!.question;
        if (field === "questions") this.lexical.add(document, term, frequency, length);
        else this.sound.add(document, term, frequency, soundLength);
      }
    }
  }

  /** The entries that the channels propose. */
  private choose(found: readonly PoolEntry[]): Set<number> {
    const chosen = new Set<number>();
    const owner = (question: number): number => this.asks.get(question)!.entry.number;
    const byEntry = (a: number, b: number): number => this.places.get(a)! - this.places.get(b)!;
    const byQuestion = (a: number, b: number): number => byEntry(owner(a), owner(b)) || a - b;
    const best = (by: ProposedBy, score: (document: number) => number, tie: typeof byEntry): number[] => {
      const hits = new BestHits(this.options.count, tie);
      for (const { proposals } of found) {
        for (const proposal of proposals) {
          if (proposal.by === by) hits.add(proposal.document, score(proposal.document));
        }
      }
      return hits.sorted().map(({ number }) => number);
    };
    for (const question of best("questions", (number) => this.lexical.score(number), byQuestion))
      chosen.add(owner(question));
    if (this.options.bySound)
      for (const question of best("sound", (number) => this.sound.score(number), byQuestion))
        chosen.add(owner(question));
    for (const question of best("vector", (number) => this.cosine(number), byQuestion)) chosen.add(owner(question));
    for (const entry of best("bodies", (number) => this.bodies.score(number), byEntry)) chosen.add(entry);
    for (const entry of found) {
      const proposed = new Set(entry.proposals.filter(({ by }) => by === "exact").map(({ document }) => document));
      if (proposed.size === 0) continue;
      const questions = this.options.exactQuestions(entry).map((at) => entry.questions[at]!.number);
      const question = questions.find((number) => proposed.has(number));
      if (question === undefined) continue;
      this.exact.set(entry.number, question);
      chosen.add(entry.number);
    }
    return chosen;
  }
}
