import type { Embedder } from "../../embed/embedder.js";
import { type Context, loadIndex } from "../context.js";
import { openRemote } from "../search.js";

/** What became of the copy of the index on a server. */
export interface Published {
  readonly server: string;
  readonly schema: string;
  readonly generation: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** False when the server held all of it already. */
  readonly written: boolean;
}

/**
 * With `index.backend: pgvector`, makes the server hold what the local index holds, and says so; also what an earlier run could
 * not bring there.
 * @throws KefuError `unavailable` when the server cannot be reached or refuses; the local index is up to date then
 */
export async function publishWorkspace(ctx: Context, embedder: Embedder): Promise<Published | undefined> {
  const { config } = await ctx.workspace();
  if (config.index.backend !== "pgvector") return undefined;
  const { t, terminal, clock } = ctx;
  const started = clock.elapsed();
  const [remote, { publishIndex }] = await Promise.all([openRemote(ctx), import("../../kb/remote/publish.js")]);
  const { server, schema } = remote;
  const progress = await terminal.progress(t("kb.backend.publishing"), () => clock.elapsed());
  try {
    const report = await publishIndex(remote, () => loadIndex(ctx, embedder), {
      name: config.name,
      graph: config.index.pgvector.index,
      onProgress: (done, total) => progress.update(done, total),
      pause: () => ctx.adapters.pause(),
    });
    progress.stop();
    const seconds = ((clock.elapsed() - started) / 1000).toFixed(1);
    const { added, changed, removed, generation, written } = report;
    const params = { server, schema, added, changed, removed, generation, seconds };
    terminal.note(t(written ? "kb.backend.published" : "kb.backend.up-to-date", params));
    return { server, schema, ...report };
  } finally {
    progress.stop();
    await remote.close();
  }
}
