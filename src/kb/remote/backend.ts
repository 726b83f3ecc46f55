import { KefuError } from "../../messages/errors.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import { normalise } from "../../text/normalise.js";
import type { EmbedderInfo } from "../../embed/embedder.js";
import type { FaqEntry } from "../entry.js";
import { decodeEntry, questionsOf } from "../index/entry-codec.js";
import type { FieldName } from "../index/fields.js";
import { compactForm, hashText } from "../index/question-hash.js";
import { evidenceOf } from "../retrieve/pool-evidence.js";
import type { Query } from "../retrieve/query.js";
import { remoteFilter } from "./filter.js";
import type { PoolEntry, RemoteIndex, RemoteMeta, RemoteTerm, StoredEntry } from "./index.js";
import { RemotePool } from "./pool.js";
import {
  type Evidence,
  type EvidenceOptions,
  GLANCE,
  proposesBySound,
  SEARCH,
  type SearchBackend,
} from "../retrieve/search-backend.js";

/** Entries whose content is kept, because the same ones are found again and again. */
const KEPT = 2000;

/**
 * Searches an index that has been published to a server.
 * @param embedder the encoder that queries will be embedded with
 * @throws KefuError `unavailable` when the server cannot be reached, nothing has been published there, or it was published
 *   with another encoder or tokeniser
 */
export async function openRemoteBackend(remote: RemoteIndex, embedder: EmbedderInfo): Promise<SearchBackend> {
  const backend = new RemoteBackend(remote, embedder);
  await backend.refresh();
  return backend;
}

/** What counts as the query itself: all of it, or without the politeness around it. */
function formsOf({ whole, normalised }: Query): Set<string> {
  return new Set([whole, normalised].map(compactForm));
}

interface KnownEntry {
  readonly entry: FaqEntry;
  readonly firstQuestion: number;
}

interface Asked {
  readonly field: FieldName;
  readonly terms: readonly string[];
  readonly resolve: (counts: readonly number[]) => void;
  readonly reject: (reason: unknown) => void;
}

class RemoteBackend implements SearchBackend {
  readonly name = "pgvector";
  private meta: RemoteMeta | undefined;
  private asked: Asked[] = [];
  private readonly worths = new Map<string, number>();
  /** Content of entries by number; it never changes, because a changed entry gets another number. */
  private readonly kept = new Map<number, KnownEntry>();

  constructor(
    private readonly remote: RemoteIndex,
    private readonly embedder: EmbedderInfo,
  ) {}

  get size(): { entries: number; questions: number } {
    const { entries, questions } = this.state;
    return { entries, questions };
  }

  /** Reads what the server says of itself; what it counts by must fit what it holds. */
  async refresh(): Promise<void> {
    const meta = await this.remote.meta();
    this.checkMakers(meta);
    this.meta = meta;
  }

  async idf(field: FieldName, terms: readonly string[]): Promise<Float64Array> {
    const counts = await this.frequencies(field, terms);
    const { entries, questions } = this.state;
    const documents = field === "bodies" ? entries : questions;
    const idf = Float64Array.from(counts, (df) => Math.log(1 + (documents - df + 0.5) / (df + 0.5)));
    if (field === "questions") this.rememberWorth(terms, idf);
    return idf;
  }

  async evidence(
    query: Query,
    vector: Float32Array | undefined,
    options: EvidenceOptions,
    again = true,
  ): Promise<Evidence[]> {
    const { proposals, limits } = options.glance === true ? GLANCE : SEARCH;
    const scales = RemotePool.scales(this.state, query);
    const terms: RemoteTerm[] = scales.flatMap(({ field, terms: some }) =>
      some.filter(({ idf }) => idf > 0).map(({ term, idf }) => ({ field, term, idf })),
    );
    const { generation, entries } = await this.remote.pool({
      terms,
      means: Object.fromEntries(scales.map(({ field, mean }) => [field, mean])) as Record<FieldName, number>,
      vector,
      hashes: [...formsOf(query)].map(hashText),
      count: proposals,
      limits,
      filter: remoteFilter(options, query.normalised),
    });
    if (generation !== this.state.generation && again) {
      // A publishing came between: mean lengths are those of another state, so the question is asked once more.
      await this.refresh();
      return this.evidence(query, vector, options, false);
    }
    const pool = new RemotePool(entries, scales, vector, {
      count: proposals,
      bySound: proposesBySound(query, options),
      without: options.without,
      exactQuestions: (entry) => this.exactQuestions(entry, query),
    });
    return evidenceOf(pool, query);
  }

  async resolve(some: readonly Evidence[]): Promise<{ entry: FaqEntry; matched: string }[]> {
    const known = await this.known([...new Set(some.map(({ entry }) => entry))]);
    return some.map(({ entry: number, question }) => {
      const { entry, firstQuestion } = known.get(number)!;
      const matched = questionsOf(entry)[question - firstQuestion];
      if (matched === undefined) throw this.damaged();
      return { entry, matched };
    });
  }

  worth(token: string): number {
    return this.worths.get(token) ?? 0;
  }

  private rememberWorth(terms: readonly string[], idf: Float64Array): void {
    if (this.worths.size > KEPT) this.worths.clear();
    terms.forEach((term, at) => this.worths.set(term, idf[at]!));
  }

  private get state(): RemoteMeta {
    if (this.meta === undefined) throw this.damaged();
    return this.meta;
  }

  /** All that is asked for in one go goes in one statement. */
  private frequencies(field: FieldName, terms: readonly string[]): Promise<readonly number[]> {
    if (terms.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      this.asked.push({ field, terms, resolve, reject });
      if (this.asked.length === 1) void Promise.resolve().then(() => this.askAll());
    });
  }

  private async askAll(): Promise<void> {
    const { asked } = this;
    this.asked = [];
    try {
      const counts = await this.remote.frequencies(
        asked.flatMap(({ field, terms }) => terms.map((term) => ({ field, term }))),
      );
      let from = 0;
      for (const { terms, resolve } of asked) resolve(counts.slice(from, (from += terms.length)));
    } catch (thrown) {
      for (const { reject } of asked) reject(thrown);
    }
  }

  private async known(numbers: readonly number[]): Promise<Map<number, KnownEntry>> {
    const missing = numbers.filter((number) => !this.kept.has(number));
    const stored = missing.length === 0 ? new Map<number, StoredEntry>() : await this.remote.entries(missing);
    return new Map(
      numbers.map((number) => {
        const one = stored.get(number);
        const known = this.kept.get(number) ?? (one && { ...one, entry: decodeEntry(one.json) });
        if (known === undefined) throw this.damaged();
        return [number, this.keep(number, known)];
      }),
    );
  }

  private exactQuestions({ number, json, questions }: PoolEntry, query: Query): number[] {
    let known = this.kept.get(number);
    if (known === undefined && json !== undefined) {
      known = this.keep(number, { entry: decodeEntry(json), firstQuestion: questions[0]!.number });
    }
    if (known === undefined) return [];
    const forms = questionsOf(known.entry).map((question) => compactForm(normalise(question)));
    return [...formsOf(query)].flatMap((wanted) => forms.flatMap((form, at) => (form === wanted ? [at] : [])));
  }

  private keep(number: number, { entry, firstQuestion }: KnownEntry): KnownEntry {
    const known = { entry, firstQuestion };
    if (this.kept.size >= KEPT) this.kept.clear();
    this.kept.set(number, known);
    return known;
  }

  private checkMakers({ tokeniser, embedder }: RemoteMeta): void {
    const { schema, server } = this.remote;
    const hint = { key: "kb.backend.hint.publish" } as const;
    if (tokeniser !== TOKENISER_VERSION) {
      const params = { schema, server, found: tokeniser, wanted: TOKENISER_VERSION };
      throw new KefuError("unavailable", "kb.backend.other-tokeniser", params, { hint });
    }
    if (embedder.digest === this.embedder.digest && embedder.dim === this.embedder.dim) return;
    const name = ({ id, digest }: EmbedderInfo): string => `${id} (${digest.slice(0, 8)})`;
    const params = { schema, server, found: name(embedder), wanted: name(this.embedder) };
    throw new KefuError("unavailable", "kb.backend.other-embedder", params, { hint });
  }

  private damaged(): KefuError {
    const { schema, server } = this.remote;
    const params = { schema, server };
    return new KefuError("unavailable", "kb.backend.damaged", params, {
      hint: { key: "kb.backend.hint.damaged", params },
    });
  }
}
