import type { Embedder } from "../embed/embedder.js";
import type { FaqEntry } from "../kb/entry.js";
import type { KbIndex } from "../kb/index/kb-index.js";
import type { RemoteIndex } from "../kb/remote/index.js";
import type { SearchBackend } from "../kb/retrieve/search-backend.js";
import type { TunedIndex } from "../kb/tune/tuning.js";
import { type Context, loadIndex } from "./context.js";

/** The workspace's knowledge, wherever it is searched. */
export interface Searching {
  readonly index: KbIndex | SearchBackend;
  /** All live entries. */
  entries(): Promise<Iterable<FaqEntry>>;
  /** What `loadTuning` is to be given. */
  readonly tuned: TunedIndex | ((ids: readonly string[]) => Promise<TunedIndex>);
}

/** The server that index.pgvector and the environment name; it is let go of when the command ends. */
export async function openRemote(ctx: Context): Promise<RemoteIndex> {
  const { config } = await ctx.workspace();
  const { schema, timeout_seconds: timeoutSeconds } = config.index.pgvector;
  return ctx.adapters.remoteIndex(ctx.env, { schema, timeoutSeconds });
}

/** Search in the workspace's own index, which is also the one that was tuned for. */
export function localSearch(index: KbIndex): Searching {
  return { index, tuned: index, entries: () => Promise.resolve(index.entries()) };
}

/**
 * What questions are asked of: the local index, or with `index.backend: pgvector` its copy on a server; then no local index is
 * needed.
 * @throws KefuError `input` when nothing has been ingested yet or the index does not fit, `unavailable` when the server cannot
 *   be reached or nothing that fits has been published there
 */
export async function loadSearch(ctx: Context, embedder: Embedder): Promise<Searching> {
  const { config } = await ctx.workspace();
  if (config.index.backend === "local") return localSearch(await loadIndex(ctx, embedder));
  const [remote, { openRemoteBackend }, { entriesOf, tunedIndexOf }] = await Promise.all([
    openRemote(ctx),
    import("../kb/remote/backend.js"),
    import("../kb/remote/entries.js"),
  ]);
  return {
    index: await openRemoteBackend(remote, embedder.info),
    tuned: (ids) => tunedIndexOf(remote, ids),
    entries: () => entriesOf(remote),
  };
}
