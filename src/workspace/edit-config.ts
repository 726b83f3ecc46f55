import { isDeepStrictEqual } from "node:util";
import { LineCounter, isMap, isNode, isSeq, parse, parseDocument, stringify } from "yaml";
import type { Document, Node } from "yaml";
import { KefuError } from "../messages/errors.js";

/** An item of kb.mappings as it is written. */
export interface MappingItem {
  readonly files: string;
  readonly sheet?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly skip?: true;
}

function meansTheSame(a: string, b: string): boolean {
  try {
    return isDeepStrictEqual(parse(a), parse(b));
  } catch {
    return false;
  }
}

/** Where the line ends that a node ends on. */
function lineAfter(text: string, node: Node): number {
  const end = node.range?.[1] ?? text.length;
  if (text[end - 1] === "\n") return end;
  const at = text.indexOf("\n", end);
  return at < 0 ? text.length : at + 1;
}

function indented(lines: string, columns: number): string {
  return lines.replace(/^(?=.)/gm, " ".repeat(columns));
}

/** The text with some lines put in, where that can be done without touching any other: quotes and spaces stay, too. */
function inserted(text: string, document: Document, item: MappingItem): string | undefined {
  const lines = new LineCounter();
  parseDocument(text, { lineCounter: lines });
  const column = (node: unknown): number => lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).col - 1;
  const kb = document.get("kb");
  if (!isMap(kb) || kb.flow === true) return undefined;
  const put = (after: unknown, what: string, indent: number): string | undefined => {
    if (!isNode(after)) return undefined;
    const at = lineAfter(text, after);
    const before = text.slice(0, at);
    return `${before}${before.endsWith("\n") ? "" : "\n"}${indented(what, indent)}${text.slice(at)}`;
  };
  const list = kb.get("mappings");
  if (list === undefined) {
    const last = kb.items.at(-1);
    return put(last?.value, stringify({ mappings: [item] }, { lineWidth: 0 }), column(kb.items[0]?.key));
  }
  if (!isSeq(list) || list.flow === true || list.items.length === 0) return undefined;
  return put(list.items.at(-1), stringify([item], { lineWidth: 0 }), column(list));
}

/**
 * The text of a kefu.yaml with one more mapping in it, in place of an earlier one for the same files and sheet. Comments and
 * the order of all else stay.
 * @throws KefuError `usage` for a file that is no YAML, or whose `kb` is no mapping: it is left to its owner
 */
export function withMapping(file: string, text: string, item: MappingItem): string {
  const document = parseDocument(text, { prettyErrors: false });
  const kb = document.get("kb");
  const usable = document.errors.length === 0 && (document.contents === null || isMap(document.contents));
  if (!usable || (kb !== undefined && kb !== null && !isMap(kb))) {
    throw new KefuError("usage", "kb.mapping.bad-config", { file });
  }
  const local = inserted(text, document, item);
  if (!isMap(kb)) document.set("kb", document.createNode({}));
  const node = document.createNode(item);
  const list = document.getIn(["kb", "mappings"]);
  if (!isSeq(list)) document.setIn(["kb", "mappings"], document.createNode([item]));
  else {
    const same = list.items.findIndex(
      (one) => isMap(one) && one.get("files") === item.files && one.get("sheet") === item.sheet,
    );
    if (same >= 0) list.set(same, node);
    else list.add(node);
    list.flow = false;
  }
  const whole = document.toString({ lineWidth: 0, flowCollectionPadding: /[[{] \S/.test(text) });
  const same = local !== undefined && meansTheSame(local, whole);
  const written = same ? local : whole;
  return text.includes("\r\n") ? written.replace(/\r?\n/g, "\r\n") : written;
}

/** The text with a setting changed or put in, where that can be done without touching any other line. */
function settingInserted(text: string, document: Document, [section, name]: readonly [string, string], value: string) {
  const line = stringify({ [name]: value }, { lineWidth: 0 });
  const found = document.getIn([section, name], true);
  if (isNode(found) && found.range) {
    const written = stringify(value, { lineWidth: 0 }).trimEnd();
    return `${text.slice(0, found.range[0])}${written}${text.slice(found.range[1])}`;
  }
  const map = document.get(section);
  if (isMap(map) && map.flow !== true && isNode(map.items[0]?.key)) {
    const at = map.items[0].key.range![0];
    const start = text.lastIndexOf("\n", at - 1) + 1;
    return `${text.slice(0, start)}${indented(line, at - start)}${text.slice(start)}`;
  }
  if (document.has(section)) return undefined;
  return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${section}:\n${indented(line, 2)}`;
}

/**
 * The text of a kefu.yaml with a setting of a section changed. Comments and the order of all else stay.
 * @throws KefuError `usage` for a file that is no YAML, or whose section is no mapping: it is left to its owner
 */
export function withSetting(file: string, text: string, at: readonly [string, string], value: string): string {
  const document = parseDocument(text, { prettyErrors: false });
  const section: unknown = document.get(at[0]);
  const usable = document.errors.length === 0 && (document.contents === null || isMap(document.contents));
  if (!usable || (section !== undefined && section !== null && !isMap(section))) {
    throw new KefuError("usage", "workspace.setting.bad-config", { file, setting: at.join("."), value });
  }
  const local = settingInserted(text, document, at, value);
  if (!isMap(section)) document.set(at[0], document.createNode({}));
  document.setIn(at, value);
  const whole = document.toString({ lineWidth: 0, flowCollectionPadding: /[[{] \S/.test(text) });
  const written = local !== undefined && meansTheSame(local, whole) ? local : whole;
  return text.includes("\r\n") ? written.replace(/\r?\n/g, "\r\n") : written;
}
