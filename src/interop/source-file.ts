import { KefuError } from "../messages/errors.js";
import type { SourceFile } from "./format.js";

/** Read by what reads tables, in encodings and forms of their own. */
const TABLES = /\.(csv|tsv|xlsx)$/iu;

/** Lines of a text, as many as a sheet has rows. */
const MAX_LINES = 1_048_576;

/** @throws KefuError `input` for a text that has more lines than are read */
function checkLines(file: string, text: string): void {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    if (++lines <= MAX_LINES) continue;
    const hint = { key: "nlu.data.too-many-lines-hint" } as const;
    throw new KefuError("input", "nlu.data.too-many-lines", { most: MAX_LINES }, { where: { file }, hint });
  }
}

/** @throws KefuError `input` for what is no text, and for one with more lines than are read */
export async function sourceFile(file: string, bytes: Uint8Array): Promise<SourceFile> {
  if (TABLES.test(file)) return { file, bytes, text: "" };
  const { decodeText } = await import("../tables/decode.js");
  const { text } = decodeText(bytes, file);
  checkLines(file, text);
  return { file, bytes, text };
}
