import { isRecord, type JsonRecord } from "../../../interop/json-value.js";
import { parseDocument, visit } from "yaml";
import { KefuError } from "../../../messages/errors.js";

const FRONT = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Numbers stay as they are written: an id `007` or `12e3` is a name. */
function toData(source: string): unknown {
  const document = parseDocument(source, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "number" && node.source !== undefined) node.value = node.source;
    },
  });
  return document.toJS({ maxAliasCount: 50 });
}

/**
 * The YAML between `---` lines at the start of a Markdown file. In the body its lines are left empty, so that lines count
 * as in the file.
 * @throws KefuError `input` when it is no YAML
 */
export function readFrontMatter(file: string, text: string): { data: JsonRecord; body: string } {
  const found = FRONT.exec(text);
  if (found === null) return { data: {}, body: text };
  try {
    const data: unknown = toData(found[1]!);
    if (!isRecord(data)) return { data: {}, body: text };
    return { data, body: found[0].replace(/[^\n]+/g, "") + text.slice(found[0].length) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0]! : String(cause);
    throw new KefuError("input", "kb.format.bad-front-matter", { reason }, { where: { file, line: 1 }, cause });
  }
}
