import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nodeFiles } from "../../src/adapters/files.js";
import { openKbStore } from "../../src/adapters/kb-store-libsql.js";
import type { Embedder, EmbedderInfo } from "../../src/embed/embedder.js";
import { openIndex } from "../../src/kb/index/kb-index.js";
import type { KbIndex } from "../../src/kb/index/kb-index.js";
import { parseManifest } from "../../src/kb/index/manifest.js";
import type { IndexManifest } from "../../src/kb/index/manifest.js";
import { runIngest } from "../../src/kb/ingest/ingest.js";
import type { IngestReport } from "../../src/kb/ingest/ingest.js";
import type { IngestLayout, IngestOptions, IngestPorts } from "../../src/kb/ingest/ports.js";

/** Vectors made of a hash: enough to see that each question has one and keeps it. */
export function hashEmbedder(digest = "d1", costly = false): Embedder & { embedded: string[] } {
  const embedded: string[] = [];
  return {
    info: { id: `test:${digest}`, digest, dim: 8 },
    costly,
    embedded,
    embed: async (texts) => {
      embedded.push(...texts);
      return texts.map((text) => {
        const hash = createHash("sha256").update(digest + text);
        const bytes = [...hash.digest().subarray(0, 8)].map((byte) => byte - 127.5);
        const norm = Math.hypot(...bytes);
        return Float32Array.from(bytes, (byte) => byte / norm);
      });
    },
    close: async () => undefined,
  };
}

/** A knowledge base in a folder, for tests of what changes it. */
export class KbFolder {
  readonly layout: IngestLayout;

  constructor(readonly root: string) {
    const state = path.join(root, ".kefu");
    const index = path.join(state, "index");
    const manifest = path.join(index, "manifest.json");
    this.layout = { root, lock: path.join(state, "lock"), store: path.join(state, "kb.db"), index, manifest };
  }

  ports(more: Partial<IngestPorts> = {}): IngestPorts {
    return {
      files: nodeFiles,
      clock: { now: () => "2026-06-01T09:00:00+08:00", elapsed: () => 0 },
      locks: { acquire: async () => ({ release: async () => undefined }) },
      embedder: hashEmbedder(),
      openStore: openKbStore,
      ...more,
    };
  }

  options(more: Partial<IngestOptions> = {}): IngestOptions {
    return {
      layout: this.layout,
      settings: { sources: ["faq/"], columns: {}, locale: "zh-CN" },
      sources: [],
      cwd: this.root,
      given: {},
      dryRun: false,
      strict: false,
      compact: false,
      command: "test",
      ...more,
    };
  }

  ingest(more: Partial<IngestOptions> = {}, ports: Partial<IngestPorts> = {}): Promise<IngestReport> {
    return runIngest(this.ports(ports), this.options(more));
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
    writeFileSync(path.join(this.root, file), text);
  }

  /** A csv with one row an entry, `id:answer`. */
  table(file: string, ...entries: readonly string[]): void {
    const rows = entries.map((entry) => entry.split(":")).map(([id, answer]) => `${id},${id}的问题？,${answer}`);
    this.write(file, `知识ID,标准问,答案\n${rows.join("\n")}\n`);
  }

  manifest(): IndexManifest {
    return parseManifest(readFileSync(this.layout.manifest, "utf8"), this.layout.manifest);
  }

  /** Names of the segments in force. */
  segments(): string[] {
    return this.manifest().segments.map(({ file }) => file);
  }

  async segmentFiles(): Promise<string[]> {
    return (await nodeFiles.list(this.layout.index)).filter((file) => file.endsWith(".kseg"));
  }

  /** The index as a reader opens it: by the encoder that made it, unless another is named. */
  async openIndex(info?: EmbedderInfo): Promise<KbIndex> {
    const manifest = this.manifest();
    const bytesOf = async ({ file }: { file: string }) => readFileSync(path.join(this.layout.index, file));
    return openIndex(manifest, bytesOf, info ?? manifest.embedder);
  }

  /** What readers see: `id:answer`, by id. */
  async served(info?: EmbedderInfo): Promise<string[]> {
    const index = await this.openIndex(info);
    return [...index.entries()].map(({ id, answers }) => `${id}:${answers[0]!.text}`).sort();
  }
}
