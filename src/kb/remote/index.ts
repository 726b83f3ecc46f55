import type { EmbedderInfo } from "../../embed/embedder.js";
import type { SearchLimits } from "../index/field-search.js";
import type { FieldName } from "../index/fields.js";

/** Version of the tables and of what they hold; another one is migrated by a publisher and refused by a reader. */
export const REMOTE_FORMAT = 2;

/** How the server looks for near vectors: at all of them, or by a graph that may miss some. */
export type RemoteGraph = "none" | "hnsw";

/** What a published index says of itself. */
export interface RemoteMeta {
  /** Grows with every change that is published. */
  readonly generation: number;
  /** Of the workspace that it was published from. */
  readonly name: string;
  readonly tokeniser: string;
  readonly embedder: EmbedderInfo;
  /** SHA-256 (hex) of the local manifest that it is a copy of. */
  readonly manifest: string;
  readonly entries: number;
  readonly questions: number;
  /** Tokens of all documents of each field. */
  readonly tokens: Readonly<Record<FieldName, number>>;
  readonly graph: RemoteGraph;
  /** Numbers of the next entry and the next question: a number is given once. */
  readonly nextEntry: number;
  readonly nextQuestion: number;
}

/** A term of a query, as the server weighs documents by it. */
export interface RemoteTerm {
  readonly field: FieldName;
  readonly term: string;
  readonly idf: number;
}

/** What entries are to be proposed for, and which may be. */
export interface PoolRequest {
  readonly terms: readonly RemoteTerm[];
  /** Mean length of the documents of each field, in tokens. */
  readonly means: Readonly<Record<FieldName, number>>;
  readonly vector: Float32Array | undefined;
  /** Hashes of what counts as the query itself. */
  readonly hashes: readonly number[];
  /** Proposals of each channel. */
  readonly count: number;
  /** What of the words is looked at, as in the local index. */
  readonly limits: SearchLimits;
  readonly filter: RemoteFilter;
}

/** A filter as columns and bits; see `index/filter.ts`. */
export interface RemoteFilter {
  readonly statuses: readonly number[];
  /** Wall-clock milliseconds. */
  readonly at: number | undefined;
  /** An entry with one of these bits has an answer for everybody that is asked for. */
  readonly open: number;
  readonly channel: string | undefined;
  readonly tier: string | undefined;
  /** Normalised, without spaces; and with its words between single spaces and one at either end. */
  readonly compact: string;
  readonly spaced: string;
  readonly without: number | undefined;
  readonly withoutEntry: number | undefined;
}

/** What proposed an entry: one of the fields, its vectors, or the hash of a question. */
export type ProposedBy = FieldName | "vector" | "exact";

/** A document that holds a term of the query. */
export interface PoolPosting {
  readonly field: FieldName;
  readonly document: number;
  /** Place of the term among {@link PoolRequest.terms}. */
  readonly term: number;
  readonly frequency: number;
}

/** A question of a proposed entry. */
export interface PoolQuestion {
  readonly number: number;
  /** Tokens of it, and of how it sounds. */
  readonly length: number;
  readonly soundLength: number;
  /** As in the local index: whole numbers of −127…127 and their scale. */
  readonly codes: Int8Array;
  readonly scale: number;
}

/** An entry that a channel proposes, with all that evidence is made of. */
export interface PoolEntry {
  readonly number: number;
  readonly id: string;
  readonly bodyLength: number;
  /** In the order of the entry. */
  readonly questions: readonly PoolQuestion[];
  readonly postings: readonly PoolPosting[];
  readonly proposals: readonly { readonly by: ProposedBy; readonly document: number }[];
  /** JSON of the entry, where `exact` is among what proposed it. */
  readonly json: string | undefined;
}

/** An entry as the server holds it. */
export interface StoredEntry {
  readonly json: string;
  /** Number of its first question; the others follow it. */
  readonly firstQuestion: number;
}

/** Reads a published index; each answer is of one generation. */
export interface RemoteReader {
  /** @throws KefuError `unavailable` where nothing has been published, or by another version of the program */
  meta(): Promise<RemoteMeta>;
  /** Live documents that hold each term, in the order asked. */
  frequencies(asked: readonly Omit<RemoteTerm, "idf">[]): Promise<number[]>;
  /** At least the best `count` of each channel, with those of equal score. */
  pool(request: PoolRequest): Promise<{ generation: number; entries: PoolEntry[] }>;
  /** Entries by number; those of the generation before are still there. */
  entries(numbers: readonly number[]): Promise<Map<number, StoredEntry>>;
  /** JSON of the entries with these ids, in no order. */
  find(ids: readonly string[]): Promise<string[]>;
  /** JSON of at most `count` entries by number, from the one after `after` on. */
  list(after: number, count: number): Promise<{ readonly number: number; readonly json: string }[]>;
}

/** An entry to be sent. */
export interface RemoteEntryRow {
  readonly number: number;
  readonly id: string;
  /** First 16 characters of the SHA-256 (hex) of the JSON. */
  readonly digest: string;
  readonly json: string;
  /** Number of its first question; the others follow it. */
  readonly firstQuestion: number;
  readonly bodyLength: number;
  readonly status: number;
  readonly from: number;
  readonly until: number;
  readonly bits: number;
  /** Normalised negative keywords; `word`: only as whole words. */
  readonly negatives: readonly { readonly word: boolean; readonly text: string }[];
  /** Answers for tiers. */
  readonly tiers: readonly { readonly channel: string | undefined; readonly tier: string }[];
}

/** A question to be sent; its entry is sent before it. */
export interface RemoteQuestionRow {
  readonly number: number;
  readonly entry: number;
  readonly length: number;
  readonly soundLength: number;
  /** Hash of the compact form; `undefined` for a question of which nothing is left. */
  readonly hash: number | undefined;
  readonly codes: Int8Array;
  readonly scale: number;
}

/** Documents that a term gains. Numbers ascend, and are above all that the term has. */
export interface RemotePostings {
  readonly field: FieldName;
  readonly term: string;
  readonly documents: readonly number[];
  readonly frequencies: readonly number[];
  readonly lengths: readonly number[];
}

/** One publishing; nobody else sees any of it before it ends well. */
export interface RemoteTransaction {
  /** `undefined` before the first publishing. */
  meta(): Promise<RemoteMeta | undefined>;
  /** Number and digest of all live entries, by id. */
  digests(): Promise<Map<string, { number: number; digest: string }>>;
  json(numbers: readonly number[]): Promise<Map<number, string>>;
  /** Forgets everything. */
  clear(): Promise<void>;
  /**
   * Takes entries out, which are kept for readers until the next publishing, and with them what an earlier one kept.
   * @returns the numbers of their questions
   */
  remove(entries: readonly number[]): Promise<number[]>;
  /** Takes documents out of the lists of these terms. */
  drop(field: FieldName, terms: readonly string[], documents: readonly number[]): Promise<void>;
  addEntries(rows: readonly RemoteEntryRow[]): Promise<void>;
  addQuestions(rows: readonly RemoteQuestionRow[]): Promise<void>;
  addPostings(rows: readonly RemotePostings[]): Promise<void>;
  /** Makes or drops the graph over the vectors. */
  setGraph(graph: RemoteGraph, dim: number): Promise<void>;
  /** Tells the planner what the tables hold now. */
  analyse(): Promise<void>;
  /** Last of all. */
  setMeta(meta: RemoteMeta): Promise<void>;
}

/** A server that holds a copy of the index. */
export interface RemoteIndex extends RemoteReader {
  /** `host:port/database`, without who asks. */
  readonly server: string;
  readonly schema: string;
  /**
   * Makes or migrates the tables and changes them in one transaction, while no other publisher does.
   * @throws KefuError `unavailable` while another one publishes, or when the server cannot be reached or refuses
   */
  publish<T>(work: (transaction: RemoteTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
