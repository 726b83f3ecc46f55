import { isMap, isSeq, parseDocument } from "yaml";
import { KefuError } from "../messages/errors.js";

/** An item of kb.mappings as it is written. */
export interface MappingItem {
  readonly files: string;
  readonly sheet?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly skip?: true;
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
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: /[[{] \S/.test(text) });
  return text.includes("\r\n") ? written.replace(/\r?\n/g, "\r\n") : written;
}
