import { createHash } from "node:crypto";
import { KefuError } from "../../messages/errors.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import type { FaqEntry } from "../entry.js";
import { decodeEntry, encodeEntry } from "../index/entry-codec.js";
import type { FieldName } from "../index/fields.js";
import { filterValues, negativesOf } from "../index/filter.js";
import type { KbIndex } from "../index/kb-index.js";
import { formatManifest } from "../index/manifest.js";
import { countTokens, PostingLists, tokensOf } from "./documents.js";
import type {
  RemoteEntryRow,
  RemoteGraph,
  RemoteIndex,
  RemoteMeta,
  RemoteQuestionRow,
  RemoteTransaction,
} from "./index.js";

export interface PublishOptions {
  /** Of the workspace: a schema holds the knowledge of one. */
  readonly name: string;
  readonly graph: RemoteGraph;
  onProgress?(done: number, total: number): void;
  /** Called between pieces of long computing. */
  pause?(): Promise<void>;
}

export interface PublishReport {
  /** False when the server held all of it already. */
  readonly written: boolean;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Of the index on the server. */
  readonly generation: number;
}

/** Entries that are turned into rows and sent at a time. */
const PART = 500;
/** Postings that are gathered before they are sent: what bounds memory. */
const MOST_POSTINGS = 400_000;
/** Numbers given since the oldest entry, as a multiple of the entries, from which on everything is numbered anew. */
const SPREAD = 8;
/** From this share of changed entries on, the planner is told about it. */
const MUCH = 0.1;

const NOTHING: Readonly<Record<FieldName, number>> = { questions: 0, bodies: 0, sound: 0 };

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Makes a server hold what the local index holds. Only entries that differ are sent; readers see the state before or the
 * one after, and a publishing that fails leaves the one before.
 * @param open opens the local index, which is closed when it has been read
 * @throws KefuError `unavailable` when the server cannot be reached or refuses, another process publishes, or the schema
 *   belongs to another workspace
 */
export function publishIndex(
  remote: RemoteIndex,
  open: () => Promise<KbIndex>,
  options: PublishOptions,
): Promise<PublishReport> {
  return remote.publish(async (transaction) => {
    // Not before nobody else publishes: what another process has ingested meanwhile is part of it.
    const index = await open();
    try {
      return await new Publishing(remote, transaction, index, options).run();
    } finally {
      index.close();
    }
  });
}

interface Held {
  readonly number: number;
  readonly digest: string;
}

interface Changes {
  /** Numbers of entries in the local index. */
  readonly coming: number[];
  /** Numbers of entries on the server. */
  readonly leaving: number[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

interface Vectors {
  readonly codes: Int8Array;
  readonly scales: Float32Array;
  readonly dim: number;
}

class Publishing {
  private readonly lists: Readonly<Record<FieldName, PostingLists>> = {
    questions: new PostingLists("questions"),
    bodies: new PostingLists("bodies"),
    sound: new PostingLists("sound"),
  };
  private readonly tokens: Record<FieldName, number> = { ...NOTHING };
  private readonly vectors = new Map<object, Vectors>();
  private nextEntry = 0;
  private nextQuestion = 0;

  constructor(
    private readonly remote: Pick<RemoteIndex, "schema" | "server">,
    private readonly on: RemoteTransaction,
    private readonly index: KbIndex,
    private readonly options: PublishOptions,
  ) {}

  async run(): Promise<PublishReport> {
    const { index, options, on } = this;
    const before = await on.meta();
    this.checkName(before);
    const manifest = digestOf(formatManifest(index.manifest));
    const same = before !== undefined && sameMakers(before, index);
    const { entries } = index.size;
    if (same && before.manifest === manifest && before.graph === options.graph) {
      return { written: false, added: 0, changed: 0, removed: 0, generation: before.generation };
    }
    this.nextEntry = before?.nextEntry ?? 0;
    this.nextQuestion = before?.nextQuestion ?? 0;
    const held = same ? await on.digests() : new Map<string, Held>();
    const changes = await this.changes(held);
    if (same && !isSparse(held, before)) Object.assign(this.tokens, before.tokens);
    else await this.startAnew(changes);
    const many = changes.coming.length + changes.leaving.length > MUCH * entries;
    const rebuild = before?.graph !== options.graph || (options.graph === "hnsw" && many);
    if (rebuild) await on.setGraph("none", index.manifest.embedder.dim);
    await this.remove(changes.leaving);
    await this.add(changes.coming);
    if (rebuild) await on.setGraph(options.graph, index.manifest.embedder.dim);
    if (many) await on.analyse();
    const generation = (before?.generation ?? 0) + 1;
    await on.setMeta(this.meta(manifest, generation));
    const { added, changed, removed } = changes;
    return { written: true, added, changed, removed, generation };
  }

  /** Everything is sent again: of what the server holds nothing fits, or what is left lies far apart. */
  private async startAnew(changes: Changes): Promise<void> {
    await this.on.clear();
    changes.coming.length = 0;
    for (const number of liveEntries(this.index)) changes.coming.push(number);
    changes.leaving.length = 0;
  }

  private checkName(before: RemoteMeta | undefined): void {
    if (before === undefined || before.name === this.options.name) return;
    const { schema, server } = this.remote;
    const params = { schema, server, found: before.name, wanted: this.options.name };
    throw new KefuError("unavailable", "kb.backend.other-name", params, {
      hint: { key: "kb.backend.hint.other-name", params },
    });
  }

  private meta(manifest: string, generation: number): RemoteMeta {
    const { index, options, tokens, nextEntry, nextQuestion } = this;
    return {
      generation,
      name: options.name,
      tokeniser: TOKENISER_VERSION,
      embedder: index.manifest.embedder,
      manifest,
      ...index.size,
      tokens,
      graph: options.graph,
      nextEntry,
      nextQuestion,
    };
  }

  /** What differs between the local index and the server, by the digests of entries. */
  private async changes(held: ReadonlyMap<string, Held>): Promise<Changes> {
    const coming: number[] = [];
    const leaving: number[] = [];
    const left = new Map(held);
    let changed = 0;
    for (const number of liveEntries(this.index)) {
      const entry = this.index.entryAt(number);
      const there = left.get(entry.id);
      left.delete(entry.id);
      if (there?.digest === digestOf(encodeEntry(entry)).slice(0, 16)) continue;
      coming.push(number);
      if (there === undefined) continue;
      changed++;
      leaving.push(there.number);
    }
    for (const { number } of left.values()) leaving.push(number);
    await this.options.pause?.();
    const added = coming.length - changed;
    return { coming, leaving: leaving.sort((a, b) => a - b), added, changed, removed: left.size };
  }

  private async remove(numbers: readonly number[]): Promise<void> {
    const { on } = this;
    const stored = await this.stored(numbers);
    const asks = await on.remove(numbers);
    if (numbers.length === 0) return;
    const terms = { questions: new Set<string>(), bodies: new Set<string>(), sound: new Set<string>() };
    const all = [...stored.values()].map((json) => tokensOf(decodeEntry(json)));
    for (const { questions, body } of all) {
      for (const token of body) terms.bodies.add(token);
      for (const { words, sounds } of questions) {
        for (const token of words) terms.questions.add(token);
        for (const token of sounds) terms.sound.add(token);
      }
    }
    const gone = countTokens(all);
    for (const field of ["questions", "bodies", "sound"] as const) {
      this.tokens[field] -= gone[field];
      if (terms[field].size > 0) {
        await on.drop(field, [...terms[field]].sort(), field === "bodies" ? numbers : asks);
      }
    }
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

  private async stored(numbers: readonly number[]): Promise<Map<number, string>> {
    const stored = new Map<number, string>();
    for (let from = 0; from < numbers.length; from += PART) {
      for (const [number, json] of await this.on.json(numbers.slice(from, from + PART))) stored.set(number, json);
    }
    return stored;
  }

  private async add(numbers: readonly number[]): Promise<void> {
    const { options, index, on } = this;
    for (let from = 0; from < numbers.length; from += PART) {
      const rows = numbers.slice(from, from + PART).map((number) => this.rowsOf(index.entryAt(number), number));
      await on.addEntries(rows.map(({ entry }) => entry));
      await on.addQuestions(rows.flatMap(({ questions }) => questions));
      await this.send(MOST_POSTINGS);
      options.onProgress?.(Math.min(from + PART, numbers.length), numbers.length);
      await options.pause?.();
    }
    await this.send(0);
  }

  /** Sends the lists that have grown beyond a size. */
  private async send(most: number): Promise<void> {
    for (const list of Object.values(this.lists)) {
      if (list.size > most) await this.on.addPostings(list.take());
    }
  }

  private rowsOf(entry: FaqEntry, local: number): { entry: RemoteEntryRow; questions: RemoteQuestionRow[] } {
    const { index, lists } = this;
    const tokens = tokensOf(entry);
    const number = this.nextEntry++;
    const firstQuestion = this.nextQuestion;
    const json = encodeEntry(entry);
    const { first } = index.questionsAt(local);
    const { codes, scales, dim, row } = this.vectorsAt(first);
    const questions = tokens.questions.map(({ words, sounds, hash }, at): RemoteQuestionRow => {
      const question = this.nextQuestion++;
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
    const counts = countTokens([tokens]);
    for (const field of ["questions", "bodies", "sound"] as const) this.tokens[field] += counts[field];
    const tiers = entry.answers.flatMap(({ channel, tier }) => (tier === undefined ? [] : [{ channel, tier }]));
    const digest = digestOf(json).slice(0, 16);
    const filters = { ...filterValues(entry), negatives: negativesOf(entry), tiers };
    return {
      entry: { number, id: entry.id, digest, json, firstQuestion, bodyLength: tokens.body.length, ...filters },
      questions,
    };
  }
}

function sameMakers(before: RemoteMeta, { manifest }: KbIndex): boolean {
  const { digest, dim } = manifest.embedder;
  return before.tokeniser === TOKENISER_VERSION && before.embedder.digest === digest && before.embedder.dim === dim;
}

/** Lists of documents are cut by number: where most numbers are of entries long gone, they are short and many. */
function isSparse(held: ReadonlyMap<string, Held>, { nextEntry }: RemoteMeta): boolean {
  let first = nextEntry;
  for (const { number } of held.values()) first = Math.min(first, number);
  return nextEntry - first > SPREAD * held.size + PART;
}

function* liveEntries({ parts }: KbIndex): Iterable<number> {
  for (const { segment, dead, firstEntry } of parts) {
    for (let ordinal = 0; ordinal < segment.entries; ordinal++) if (dead?.[ordinal] !== 1) yield firstEntry + ordinal;
  }
}
