// The compiled program, for parts that search in the same process.
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./processes.mjs";

/** What some modules below dist/ export, as one object. KEFU_DIST names another compiled copy. */
export async function program(files) {
  const dist = process.env.KEFU_DIST ?? path.join(root, "dist");
  const parts = await Promise.all(files.map((file) => import(pathToFileURL(path.join(dist, file)).href)));
  return Object.assign({}, ...parts);
}

export function encoder({ createStaticEncoder }) {
  const folder = path.join(root, "models/bilingual-static");
  return createStaticEncoder({
    model: readFileSync(path.join(folder, "model.bin")),
    vocab: readFileSync(path.join(folder, "vocab.txt"), "utf8"),
    config: readFileSync(path.join(folder, "config.json"), "utf8"),
  });
}

export const entryOf = ({ id, question, category, answer }, at) => ({
  ...{ id, category, question, similar: [], related: [], negative: [], effective: {}, status: "online", tags: {} },
  ...{ answers: [{ text: answer, format: "text", links: [] }], source: { file: "bench", row: at + 1 }, hash: "" },
});

/** An index of entries, in memory. `kefu` needs kb/index/kb-index.js, kb/index/segment-writer.js and text/tokens.js. */
export async function indexOf(kefu, embedder, entries) {
  const bytes = await kefu.buildSegment(entries, embedder);
  const questions = entries.reduce((sum, { similar }) => sum + 1 + similar.length, 0);
  const segment = { file: "bench.kseg", sha256: "", bytes: bytes.length, entries: entries.length, questions, dead: [] };
  const made = { tokeniser: kefu.TOKENISER_VERSION, embedder: embedder.info, generation: 1, segments: [segment] };
  return kefu.openIndex({ format: "kefu-index", version: 1, ...made }, async () => bytes, embedder.info);
}
