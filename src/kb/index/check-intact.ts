import { damaged } from "./damaged.js";
import type { KbIndex } from "./kb-index.js";

/**
 * Reads every byte of an index: opening it looks only at headers, so that a search stays quick.
 * @throws KefuError `input` that names the first segment whose content is not what was written
 */
export function checkIntact(index: Pick<KbIndex, "manifest" | "parts">): void {
  for (const [at, { segment }] of index.parts.entries()) {
    if (!segment.intact()) throw damaged(index.manifest.segments[at]!.file);
  }
}
