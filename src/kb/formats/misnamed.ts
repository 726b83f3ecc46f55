import path from "node:path";
import { KefuError } from "../../messages/errors.js";
import { decodeText } from "../../tables/decode.js";

/** What a text is by its looks; only what nobody would write into a table. */
function looksOf(text: string): { kind: string; ending: string } | undefined {
  const start = text.slice(0, 20_000).trimStart();
  if (/^[[{]\s*(?:["{[\]}]|$)/.test(start)) return { kind: "JSON", ending: ".json" };
  if (/^<(?:!doctype html|html|head|body|div|h[1-6]|p|dl|table|details)\b/i.test(start)) {
    return { kind: "HTML", ending: ".html" };
  }
  if (/^<(?:\?xml|[\p{L}_][\p{L}\p{N}_.:-]*)[\s>]/u.test(start)) return { kind: "XML", ending: ".xml" };
  const headings = start.match(/^#{1,6} +\S/gm) ?? [];
  const first = start.startsWith("---\n") || /^#{1,6} /.test(start);
  return headings.length >= 2 || (first && headings.length > 0) ? { kind: "Markdown", ending: ".md" } : undefined;
}

/**
 * Why a csv that cannot be understood is none, where its content says what it is.
 * @param failure what the reader of tables made of it
 */
export function misnamed(file: string, bytes: Uint8Array, failure: unknown): unknown {
  if (!(failure instanceof KefuError) || failure.kind !== "input") return failure;
  const named = path.extname(file).toLowerCase();
  if (!/^\.(?:csv|tsv)$/.test(named)) return failure;
  try {
    const looks = looksOf(decodeText(bytes, file).text);
    if (looks === undefined) return failure;
    return new KefuError(
      "input",
      "kb.format.looks-like",
      { file, named, ...looks },
      { where: { file }, cause: failure },
    );
  } catch {
    return failure;
  }
}
