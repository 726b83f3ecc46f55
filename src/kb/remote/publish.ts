import { KefuError } from "../../messages/errors.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import { decodeEntry } from "../index/entry-codec.js";
import type { FieldName } from "../index/fields.js";
import type { KbIndex } from "../index/kb-index.js";
import { formatManifest } from "../index/manifest.js";
import type { HeldEntry, IndexChanges } from "./changes.js";
import { changesOf, digestOf, liveEntries } from "./changes.js";
import { countTokens, tokensOf } from "./documents.js";
import { RowMaker } from "./entry-rows.js";
import type { RemoteGraph, RemoteIndex, RemoteMeta, RemoteTransaction } from "./index.js";

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

const FIELDS = ["questions", "bodies", "sound"] as const satisfies readonly FieldName[];

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

class Publishing {
  /** Tokens of each field on the server. */
  private readonly tokens: Record<FieldName, number> = { questions: 0, bodies: 0, sound: 0 };

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
    const held = same ? await on.digests() : new Map<string, HeldEntry>();
    const differing = changesOf(index, held);
    await options.pause?.();
    const anew = !same || isSparse(held, before);
    if (!anew) Object.assign(this.tokens, before.tokens);
    const changes = anew ? await this.startAnew(differing) : differing;
    const many = changes.coming.length + changes.leaving.length > MUCH * entries;
    const rebuild = before?.graph !== options.graph || (options.graph === "hnsw" && many);
    if (rebuild) await on.setGraph("none", index.manifest.embedder.dim);
    await this.remove(changes.leaving);
    const rows = new RowMaker(index, { entry: before?.nextEntry ?? 0, question: before?.nextQuestion ?? 0 });
    await this.add(changes.coming, rows);
    if (rebuild) await on.setGraph(options.graph, index.manifest.embedder.dim);
    if (many) await on.analyse();
    const generation = (before?.generation ?? 0) + 1;
    await on.setMeta(this.meta(manifest, generation, rows.next));
    const { added, changed, removed } = changes;
    return { written: true, added, changed, removed, generation };
  }

  /** Everything is sent again: of what the server holds nothing fits, or what is left lies far apart. */
  private async startAnew(changes: IndexChanges): Promise<IndexChanges> {
    await this.on.clear();
    return { ...changes, coming: [...liveEntries(this.index)], leaving: [] };
  }

  private checkName(before: RemoteMeta | undefined): void {
    if (before === undefined || before.name === this.options.name) return;
    const { schema, server } = this.remote;
    const params = { schema, server, found: before.name, wanted: this.options.name };
    throw new KefuError("unavailable", "kb.backend.other-name", params, {
      hint: { key: "kb.backend.hint.other-name", params },
    });
  }

  private meta(manifest: string, generation: number, next: RowMaker["next"]): RemoteMeta {
    const { index, options, tokens } = this;
    return {
      generation,
      name: options.name,
      tokeniser: TOKENISER_VERSION,
      embedder: index.manifest.embedder,
      manifest,
      ...index.size,
      tokens,
      graph: options.graph,
      nextEntry: next.entry,
      nextQuestion: next.question,
    };
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
    for (const field of FIELDS) {
      this.tokens[field] -= gone[field];
      if (terms[field].size > 0) {
        await on.drop(field, [...terms[field]].sort(), field === "bodies" ? numbers : asks);
      }
    }
  }

  private async stored(numbers: readonly number[]): Promise<Map<number, string>> {
    const stored = new Map<number, string>();
    for (let from = 0; from < numbers.length; from += PART) {
      for (const [number, json] of await this.on.json(numbers.slice(from, from + PART))) stored.set(number, json);
    }
    return stored;
  }

  private async add(numbers: readonly number[], maker: RowMaker): Promise<void> {
    const { options, on } = this;
    for (let from = 0; from < numbers.length; from += PART) {
      const rows = numbers.slice(from, from + PART).map((number) => maker.rowsOf(number));
      for (const { tokens } of rows) for (const field of FIELDS) this.tokens[field] += tokens[field];
      await on.addEntries(rows.map(({ entry }) => entry));
      await on.addQuestions(rows.flatMap(({ questions }) => questions));
      await this.send(maker, MOST_POSTINGS);
      options.onProgress?.(Math.min(from + PART, numbers.length), numbers.length);
      await options.pause?.();
    }
    await this.send(maker, 0);
  }

  /** Sends the lists that have grown beyond a size. */
  private async send({ lists }: RowMaker, most: number): Promise<void> {
    for (const list of Object.values(lists)) {
      if (list.size > most) await this.on.addPostings(list.take());
    }
  }
}

function sameMakers(before: RemoteMeta, { manifest }: KbIndex): boolean {
  const { digest, dim } = manifest.embedder;
  return before.tokeniser === TOKENISER_VERSION && before.embedder.digest === digest && before.embedder.dim === dim;
}

/** Lists of documents are cut by number: where most numbers are of entries long gone, they are short and many. */
function isSparse(held: ReadonlyMap<string, HeldEntry>, { nextEntry }: RemoteMeta): boolean {
  let first = nextEntry;
  for (const { number } of held.values()) first = Math.min(first, number);
  return nextEntry - first > SPREAD * held.size + PART;
}
