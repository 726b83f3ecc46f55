import path from "node:path";
import type { Embedder } from "../embed/embedder.js";
import { KefuError } from "../messages/errors.js";
import type { Locale } from "../messages/locale.js";
import { TOKENISER_VERSION } from "../text/tokens.js";
import type { Clock, FilePort, LockPort } from "../workspace/ports.js";
import type { FieldName } from "./formats/fields.js";
import { formatManifest, parseManifest } from "./index/manifest.js";
import type { IndexManifest } from "./index/manifest.js";
import { changeIndex, removeStaleSegments } from "./ingest-apply.js";
import type { IngestPlan, ReadSource } from "./ingest-plan.js";
import { planIngest } from "./ingest-plan.js";
import { readSource } from "./ingest-read.js";
import type { SourceList } from "./source-list.js";
import { listSources } from "./source-list.js";
import type { EntryKey, KbStore, SourceOptions, SourceRecord } from "./store.js";

export interface IngestPorts {
  readonly files: FilePort;
  readonly clock: Clock;
  readonly locks: LockPort;
  readonly embedder: Embedder;
  openStore(file: string): Promise<KbStore>;
}

export type IngestPhase = "read" | "index" | "write";

export interface IngestOptions {
  readonly layout: {
    readonly root: string;
    readonly lock: string;
    readonly store: string;
    readonly index: string;
    readonly manifest: string;
  };
  /** Of kefu.yaml. */
  readonly settings: {
    readonly sources: readonly string[];
    readonly columns: Readonly<Partial<Record<FieldName, string>>>;
    readonly idField?: string;
    readonly locale: Locale;
  };
  /** Named on the command line, relative to `cwd`; with none, all known sources are gone through. */
  readonly sources: readonly string[];
  readonly cwd: string;
  /** For the sources of this run; they remember it. */
  readonly given: SourceOptions;
  readonly dryRun: boolean;
  readonly strict: boolean;
  readonly compact: boolean;
  /** Command line, for the lock. */
  readonly command: string;
  readonly signal?: AbortSignal;
  onProgress?(phase: IngestPhase, done: number, total: number): void;
}

export interface IngestReport extends IngestPlan {
  readonly dryRun: boolean;
  /** False when there was nothing to do; nothing was written then. */
  readonly written: boolean;
  readonly compacted: boolean;
  /** Of the index after the run. */
  readonly generation: number;
  readonly indexBytes: number;
  /** Milliseconds. */
  readonly elapsed: number;
}

/** The stored state, and the index as readers see it. */
interface State {
  readonly generation: number;
  readonly sources: readonly SourceRecord[];
  readonly keys: readonly EntryKey[];
  /** `undefined` when the index has to be made anew. */
  readonly manifest: IndexManifest | undefined;
}

function checkSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new KefuError("interrupted", "common.interrupted");
}

class Ingest {
  constructor(
    private readonly ports: IngestPorts,
    private readonly options: IngestOptions,
    private readonly store: KbStore,
  ) {}

  private async publishedManifest(): Promise<IndexManifest | undefined> {
    const { files } = this.ports;
    const { manifest } = this.options.layout;
    if ((await files.stat(manifest)) === undefined) return undefined;
    try {
      return parseManifest(await files.readText(manifest), manifest);
    } catch {
      // Damaged, or of another version: it is derived, and made anew.
      return undefined;
    }
  }

  private async isWhole(manifest: IndexManifest): Promise<boolean> {
    const { digest, dim } = this.ports.embedder.info;
    if (
      manifest.tokeniser !== TOKENISER_VERSION ||
      manifest.embedder.digest !== digest ||
      manifest.embedder.dim !== dim
    )
      return false;
    for (const { file, bytes } of manifest.segments) {
      const stat = await this.ports.files.stat(path.join(this.options.layout.index, file));
      if (stat?.size !== bytes) return false;
    }
    return true;
  }

  /**
   * A run that was killed after its commit left a store that is ahead of the manifest; its manifest is published now.
   * Whatever else does not fit together (index deleted, another encoder, another tokeniser) is made anew from the store.
   */
  private async recover(): Promise<State> {
    const { generation, manifest: text } = await this.store.state();
    const published = await this.publishedManifest();
    const stored = text === undefined ? undefined : parseManifest(text, this.options.layout.store);
    const [sources, keys] = [await this.store.sources(), await this.store.keys()];
    const latest = Math.max(generation, published?.generation ?? 0);
    if (stored === undefined || (published?.generation ?? 0) > generation || !(await this.isWhole(stored))) {
      return { generation: latest, sources, keys, manifest: undefined };
    }
    const current = published === undefined ? "" : formatManifest(published);
    if (current !== text && !this.options.dryRun)
      await this.ports.files.writeAtomic(this.options.layout.manifest, text!);
    return { generation: latest, sources, keys, manifest: stored };
  }

  private async list(state: State): Promise<SourceList> {
    const { sources, cwd, layout, settings } = this.options;
    if (sources.length > 0) return listSources(this.ports.files, layout.root, [{ sources, from: cwd }]);
    const given = state.sources.filter(({ origin }) => origin === "given").map(({ file }) => file);
    const existing: string[] = [];
    for (const file of given) {
      if ((await this.ports.files.stat(path.resolve(layout.root, file))) !== undefined) existing.push(file);
    }
    return listSources(this.ports.files, layout.root, [
      { sources: settings.sources, from: layout.root },
      { sources: existing, from: layout.root },
    ]);
  }

  /** Known sources that this run looked for and did not find. A file that was never known and is missing is an error. */
  private vanished(state: State, list: SourceList): string[] {
    const { sources, layout } = this.options;
    const everything = sources.length === 0;
    const known = new Set(state.sources.map(({ file }) => file));
    const unknown = list.missing.find(({ file }) => !everything || !known.has(file));
    if (unknown !== undefined) throw new KefuError("input", "common.file.missing", { path: unknown.file });
    if (list.found.length === 0) {
      throw new KefuError("input", "kb.ingest.no-sources", {}, { hint: { key: "kb.ingest.no-sources-hint" } });
    }
    const found = new Set(list.found.map(({ file }) => file));
    return [...known]
      .filter((file) => !found.has(file) && (everything || list.covers(path.resolve(layout.root, file))))
      .sort();
  }

  private async read(state: State, list: SourceList): Promise<{ read: ReadSource[]; skipped: string[] }> {
    const known = new Map(state.sources.map((record) => [record.file, record]));
    const { settings, given, strict } = this.options;
    const origin = this.options.sources.length > 0 ? "given" : "config";
    const read: ReadSource[] = [];
    const skipped: string[] = [];
    for (const [at, source] of list.found.entries()) {
      checkSignal(this.options.signal);
      this.options.onProgress?.("read", at, list.found.length);
      const result = await readSource(this.ports.files, source, known.get(source.file), origin, {
        columns: settings.columns,
        idField: settings.idField,
        locale: settings.locale,
        given,
        strict,
      });
      if (result === undefined) skipped.push(source.file);
      else read.push(result);
    }
    this.options.onProgress?.("read", list.found.length, list.found.length);
    return { read, skipped };
  }

  private check(plan: IngestPlan): void {
    const errors = plan.issues.filter(({ severity }) => severity === "error").length;
    const warnings = plan.issues.filter(({ severity }) => severity === "warning").length;
    const { issues } = plan;
    if (errors > 0) throw new KefuError("input", "kb.ingest.failed", { errors }, { issues });
    if (this.options.strict && warnings > 0)
      throw new KefuError("findings", "kb.ingest.strict", { warnings }, { issues });
  }

  private async apply(
    state: State,
    plan: IngestPlan,
    read: readonly ReadSource[],
  ): Promise<{ manifest: IndexManifest; compacted: boolean }> {
    const { ports, options, store } = this;
    const replaced = new Set([...plan.sources.read, ...plan.sources.removed]);
    const fresh = read.flatMap(({ parsed }) => parsed.entries);
    const rebuild = state.manifest === undefined;
    const kept = rebuild ? (await store.entries()).filter(({ source }) => !replaced.has(source.file)) : [];
    const generation = state.generation + 1;
    options.onProgress?.("index", 0, fresh.length + kept.length);
    const change = await changeIndex({
      current: state.manifest,
      generation,
      entries: [...fresh, ...kept],
      dead: state.keys.filter(({ file }) => replaced.has(file)),
      embedder: ports.embedder,
      cache: ports.embedder.costly ? store.vectorCache(ports.embedder.info.digest) : undefined,
      compact: options.compact,
      readSegment: (name) => ports.files.read(path.join(options.layout.index, name)),
    });
    checkSignal(options.signal);
    options.onProgress?.("write", 0, change.files.length);
    // The order is what makes a killed run harmless: segments, then the store, then the manifest.
    for (const { name, bytes } of change.files)
      await ports.files.writeAtomic(path.join(options.layout.index, name), bytes);
    const manifest = formatManifest(change.manifest);
    const isFresh = new Set(fresh.map(({ id }) => id));
    await store.commit({
      generation,
      manifest,
      removed: [...replaced],
      sources: read.map(({ record }) => record),
      entries: change.placed.filter(({ entry }) => isFresh.has(entry.id)),
      moved: [
        ...change.moved,
        ...change.placed.flatMap(({ entry, segment, ordinal }) =>
          isFresh.has(entry.id) ? [] : [{ id: entry.id, segment, ordinal }],
        ),
      ],
      run: {
        generation,
        at: ports.clock.now(),
        added: plan.added.length,
        changed: plan.changed.length,
        removed: plan.removed.length,
        unchanged: plan.unchanged,
        sources: [...plan.sources.read, ...plan.sources.removed],
      },
    });
    await ports.files.writeAtomic(options.layout.manifest, manifest);
    const before = state.manifest === undefined ? [] : [state.manifest];
    await removeStaleSegments(ports.files, options.layout.index, [...before, change.manifest]);
    return { manifest: change.manifest, compacted: change.compacted };
  }

  async run(): Promise<IngestReport> {
    const { clock } = this.ports;
    const { dryRun, compact } = this.options;
    const started = clock.elapsed();
    const state = await this.recover();
    const list = await this.list(state);
    const vanished = this.vanished(state, list);
    const { read, skipped } = await this.read(state, list);
    const gone = vanished.map((file) => ({ severity: "warning", key: "kb.ingest.vanished", where: { file } }) as const);
    const plan = planIngest({ known: state.keys, read, skipped, vanished, issues: [...list.issues, ...gone] });
    this.check(plan);
    const untidy =
      (state.manifest?.segments ?? []).some(({ dead }) => dead.length > 0) ||
      (state.manifest?.segments.length ?? 0) > 1;
    const due = read.length > 0 || vanished.length > 0 || state.manifest === undefined || (compact && untidy);
    const done = due && !dryRun ? await this.apply(state, plan, read) : undefined;
    const manifest = done?.manifest ?? state.manifest;
    return {
      ...plan,
      dryRun,
      written: done !== undefined,
      compacted: done?.compacted ?? false,
      generation: manifest?.generation ?? state.generation,
      indexBytes: (manifest?.segments ?? []).reduce((sum, { bytes }) => sum + bytes, 0),
      elapsed: clock.elapsed() - started,
    };
  }
}

/**
 * Brings the knowledge base up to date with its sources.
 *
 * Without named sources: all that kefu.yaml lists, and all that were named in earlier runs; a known source that is gone is
 * taken out with its entries. With named sources: these alone; they are known from then on. Unchanged ones are not parsed.
 * @throws KefuError `input` with all issues when any source has an error, `findings` for warnings with `strict`,
 *   `unavailable` while another process holds the lock; nothing has been changed then
 */
export async function runIngest(ports: IngestPorts, options: IngestOptions): Promise<IngestReport> {
  const { layout, dryRun } = options;
  const lock = dryRun ? undefined : await ports.locks.acquire(layout.lock, { command: options.command });
  try {
    const exists = (await ports.files.stat(layout.store)) !== undefined;
    const store = await ports.openStore(dryRun && !exists ? ":memory:" : layout.store);
    try {
      return await new Ingest(ports, options, store).run();
    } finally {
      await store.close();
    }
  } finally {
    await lock?.release();
  }
}

export { planIngest } from "./ingest-plan.js";
