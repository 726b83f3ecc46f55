import path from "node:path";
import { KefuError } from "../../messages/errors.js";
import { contentExtension } from "./content-name.js";
import { misnamed } from "./misnamed.js";
import type { EntrySink, FormatOptions, ParsedSource, SourceFormat } from "./source-format.js";

/** Part of every source's fingerprint: another number makes the next run read all sources again. */
export const PARSER_VERSION = 5;

/** The formats by extension; each is loaded when the first such file comes. */
const FORMATS: readonly { readonly extensions: readonly string[]; load(): Promise<SourceFormat> }[] = [
  {
    extensions: [".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"],
    load: async () => (await import("./table/table-format.js")).tableFormat,
  },
  {
    extensions: [".md", ".markdown"],
    load: async () => (await import("./markdown/markdown-format.js")).markdownFormat,
  },
  { extensions: [".json", ".jsonl"], load: async () => (await import("./objects/json-format.js")).jsonFormat },
  { extensions: [".html", ".htm", ".xhtml"], load: async () => (await import("./html/html-format.js")).htmlFormat },
  { extensions: [".yaml", ".yml"], load: async () => (await import("./objects/yaml-format.js")).yamlFormat },
  { extensions: [".xml", ".rss", ".atom"], load: async () => (await import("./objects/xml-format.js")).xmlFormat },
  { extensions: [".docx", ".docm", ".doc"], load: async () => (await import("./docx/docx-format.js")).docxFormat },
  { extensions: [".pdf"], load: async () => (await import("./pdf/pdf-format.js")).pdfFormat },
  { extensions: [".txt", ".text"], load: async () => (await import("./text/text-format.js")).textFormat },
];

function byExtension(extension: string): (typeof FORMATS)[number] | undefined {
  return FORMATS.find(({ extensions }) => extensions.includes(extension));
}

/** Extensions that can be read, with the dot, in lower case; `.doc` is taken only to say what to do with it. */
function knownExtensions(): string[] {
  return FORMATS.flatMap(({ extensions }) => extensions).filter((extension) => extension !== ".doc");
}

/** True when the file's ending is that of a format; its content is not looked at. */
export function isSupported(file: string): boolean {
  return byExtension(path.extname(file).toLowerCase()) !== undefined;
}

/**
 * Reads the entries of one source. The format is told by the extension; workbooks and markup are known by their content
 * whatever they are called.
 * @param file as shown to people and kept in the entries: relative to the workspace, with `/`
 * @param sink given most of the entries of a long table while it is being read; the result holds the others
 * @throws KefuError `input` that says what the file is, where it is broken, or which columns it has
 */
export async function parseSource(
  file: string,
  bytes: Uint8Array,
  options: FormatOptions,
  sink?: EntrySink,
): Promise<ParsedSource> {
  const extension = contentExtension(file, bytes, options.type, (name) => byExtension(name) !== undefined);
  const format = byExtension(extension);
  if (format === undefined) {
    const known = knownExtensions().join(" ");
    throw new KefuError("input", "kb.format.unsupported", { file, known }, { where: { file } });
  }
  const { parse } = await format.load();
  try {
    return await parse(file, bytes, options, sink);
  } catch (thrown) {
    throw misnamed(file, bytes, thrown);
  }
}
