import type { Document, LineCounter } from "yaml";
import { KefuError } from "../../../messages/errors.js";
import { decodeText } from "../../../tables/decode.js";
import { IssueLog } from "../draft.js";
import { entriesFromData } from "./object-entries.js";
import type { FoundObject } from "./object-shapes.js";
import type { FormatOptions, ParsedSource, SourceFormat } from "../source-format.js";

const MOST_CHARACTERS = 20_000_000;
/** As often as an alias may stand for what has aliases itself. */
const MOST_ALIASES = 100;

function refuse(file: string, cause: unknown, key: "kb.web.too-deep" | "kb.web.yaml-aliases"): KefuError {
  return new KefuError("input", key, key === "kb.web.too-deep" ? { most: 100 } : {}, { where: { file }, cause });
}

/** Flow collections nested beyond any use: the parser would run out of stack. */
function isTooDeep(source: string): boolean {
  let depth = 0;
  for (const char of source) {
    if (char === "[" || char === "{") depth++;
    else if (char === "]" || char === "}") depth = Math.max(0, depth - 1);
    else if (char === "\n" && depth < 50) depth = 0;
    if (depth > 500) return true;
  }
  return /^ {400,}\S/m.test(source) && /^(?:- ?){100,}/m.test(source);
}

/** The values of all documents. Numbers stay as they are written: `007` and `1.10` are names here. */
async function parseDocuments(file: string, source: string): Promise<{ documents: Document[]; lines: LineCounter }> {
  const { LineCounter, parseAllDocuments, visit } = await import("yaml");
  const lines = new LineCounter();
  let documents: Document[];
  try {
    documents = [
      parseAllDocuments(source, { lineCounter: lines, merge: true, prettyErrors: false }),
    ].flat() as Document[];
    for (const document of documents) {
      visit(document, {
        Scalar(_, node) {
          if (typeof node.value === "number" && node.source !== undefined) node.value = node.source;
        },
      });
    }
  } catch (cause) {
    if (cause instanceof RangeError) throw refuse(file, cause, "kb.web.too-deep");
    throw cause;
  }
  for (const { errors } of documents) {
    const [error] = errors;
    if (error === undefined) continue;
    if (/call stack/i.test(error.message)) throw refuse(file, error, "kb.web.too-deep");
    const { line, col } = lines.linePos(error.pos[0]);
    const reason = error.message.split("\n")[0]!;
    throw new KefuError("input", "kb.web.bad-yaml", { reason }, { where: { file, line, column: col }, cause: error });
  }
  return { documents, lines };
}

function toData(file: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (cause) {
    if (cause instanceof ReferenceError) throw refuse(file, cause, "kb.web.yaml-aliases");
    if (cause instanceof RangeError) throw refuse(file, cause, "kb.web.too-deep");
    throw cause;
  }
}

function offsetOf(document: Document | undefined, path: readonly (string | number)[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document?.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
    const at = node?.range?.[0];
    if (at !== undefined) return at;
  }
  return undefined;
}

async function parse(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource> {
  const source = decodeText(bytes, file).text;
  if (source.trim() === "") throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  if (source.length > MOST_CHARACTERS) {
    const params = { size: Math.round(source.length / 1e6), most: MOST_CHARACTERS / 1e6 };
    throw new KefuError("input", "kb.web.too-large", params, { where: { file } });
  }
  if (isTooDeep(source)) throw refuse(file, undefined, "kb.web.too-deep");
  const { documents, lines } = await parseDocuments(file, source);
  const values = documents.map((document) => toData(file, document));
  const place = ({ path: [at, ...path] }: FoundObject) => {
    const offset = offsetOf(documents[Number(at)], path);
    return { file, ...(offset === undefined ? {} : { line: lines.linePos(offset).line }) };
  };
  const log = new IssueLog();
  return entriesFromData(file, values, place, { ...options, maybeOther: true }, log);
}

/** YAML of any shape that JSON may have, one document or several; comments and anchors are fine. */
export const yamlFormat: SourceFormat = { name: "yaml", parse };
