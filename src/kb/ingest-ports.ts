import type { Embedder } from "../embed/embedder.js";
import type { Locale } from "../messages/locale.js";
import type { Clock, FilePort, LockPort } from "../workspace/ports.js";
import type { FieldName } from "./formats/fields.js";
import type { KbStore, SourceOptions } from "./store.js";

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
