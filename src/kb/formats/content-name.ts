import path from "node:path";
import { sniff } from "../../tables/sniff.js";

/** Media types of what servers send, as the extension of the format that reads it. */
const TYPES: Readonly<Record<string, string>> = {
  "text/html": ".html",
  "application/xhtml+xml": ".html",
  "application/xml": ".xml",
  "text/xml": ".xml",
  "application/rss+xml": ".xml",
  "application/atom+xml": ".xml",
  "application/json": ".json",
  "application/ld+json": ".json",
  "application/x-ndjson": ".jsonl",
  "application/yaml": ".yaml",
  "application/x-yaml": ".yaml",
  "text/yaml": ".yaml",
  "text/markdown": ".md",
  "text/csv": ".csv",
  "text/tab-separated-values": ".tsv",
  "text/plain": ".txt",
  "application/pdf": ".pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
  "application/vnd.ms-excel": ".xls",
};

const WORKBOOKS: ReadonlySet<string> = new Set(["xlsx", "xls", "xlsb", "ods", "spreadsheetml"]);
const WORKBOOK_NAME = /^\.(?:xlsx|xlsm|xlsb|xls|ods)$/;

/** Markup that says in its first characters what it is, whatever the file is called. */
function markupKind(bytes: Uint8Array): ".html" | ".xml" | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096)).replaceAll("\0", "");
  const start = head.replace(/^[\u00ef\u00bb\u00bf\u00fe\u00ff\s]+/, "").replace(/^(?:<!--[\s\S]*?-->\s*)+/, "");
  if (/^(?:<\?xml[\s\S]*?\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|table)\b/i.test(start)) {
    return ".html";
  }
  return start.startsWith("<?xml") ? ".xml" : undefined;
}

function nameExtension(file: string): string {
  const bare = /^https?:\/\//i.test(file) ? file.replace(/[?#].*$/s, "") : file;
  return path.posix.extname(bare.replaceAll("\\", "/")).toLowerCase();
}

/**
 * The extension that a source should have: by its bytes where they tell, else as it is called, else as the server said.
 * @param known extensions that can be read; another one counts only where nothing else tells
 */
export function contentExtension(
  file: string,
  bytes: Uint8Array,
  type: string | undefined,
  known: (extension: string) => boolean,
): string {
  const named = nameExtension(file);
  const kind = sniff(bytes);
  if (WORKBOOKS.has(kind) && !(WORKBOOK_NAME.test(named) && known(named))) return ".xlsx";
  if (WORKBOOKS.has(kind)) return named;
  if ((kind === "docx" || kind === "pdf") && known(`.${kind}`)) return `.${kind}`;
  const isText = kind === "text" || kind === "html";
  const markup = isText ? markupKind(bytes) : undefined;
  // Markdown may begin with HTML; a page that is well-formed XML is a page all the same.
  if (markup !== undefined && known(markup) && !/^\.(?:md|markdown|xhtml|html?)$/.test(named)) return markup;
  const told = TYPES[(type ?? "").split(";")[0]!.trim().toLowerCase()];
  // A server that says text/plain has often not looked.
  if (told !== undefined && known(told) && !(told === ".txt" && known(named))) return told;
  return known(named) ? named : (told ?? named);
}
