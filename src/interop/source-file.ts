import type { SourceFile } from "./format.js";

/** Read by what reads tables, in encodings and forms of their own. */
const TABLES = /\.(csv|tsv|xlsx)$/iu;

/** @throws KefuError `input` for what is no text */
export async function sourceFile(file: string, bytes: Uint8Array): Promise<SourceFile> {
  if (TABLES.test(file)) return { file, bytes, text: "" };
  const { decodeText } = await import("../tables/decode.js");
  return { file, bytes, text: decodeText(bytes, file).text };
}
