import type { Likeness } from "../../nlu/data/near-duplicates.js";
import { loadEmbedder, type Context } from "../context.js";

/** Work that compares texts, with its steps shown; between them Ctrl-C gets its turn. */
export async function withLikeness<T>(ctx: Context, work: (likeness: Likeness) => Promise<T>): Promise<T> {
  const { adapters, clock, terminal, t } = ctx;
  const embedder = await loadEmbedder(ctx);
  const progress = await terminal.progress(t("nlu.likeness.forms"), () => clock.elapsed());
  const pause: Likeness["pause"] = (step, done, total) => {
    progress.update(done, total, t(`nlu.likeness.${step}`));
    return adapters.pause();
  };
  try {
    return await work({ embedder, pause });
  } finally {
    progress.stop();
    await embedder.close();
  }
}
