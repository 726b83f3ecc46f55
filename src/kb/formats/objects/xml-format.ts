import { KefuError } from "../../../messages/errors.js";
import { IssueLog } from "../draft.js";
import { decodeMarkup } from "../html/charset.js";
import { entriesFromData } from "./object-entries.js";
import { keyMeaning } from "./object-keys.js";
import type { FormatOptions, ParsedSource, SourceFormat } from "../source-format.js";
import { type XmlElement, parseXml } from "./xml-tree.js";

const MOST_CHARACTERS = 100_000_000;
const LISTS = new Set(["similar", "related", "negative", "tags"]);
const VALUES = ["value", "href", "url", "src"];

/** Turns elements into the objects that JSON would hold; lines by object. */
class Converter {
  readonly lines = new Map<unknown, number>();

  /** An element without fields of its own. */
  private leaf({ name, attributes, text }: XmlElement): unknown {
    const meaning = keyMeaning(name);
    if (meaning?.field === "answer") {
      const { channel, tier, locale = attributes["lang"] } = attributes;
      const variant = { ...(channel && { channel }), ...(tier && { tier }), ...(locale && { locale }) };
      if (Object.keys(variant).length > 0) return { text, ...variant };
    }
    const fields = Object.keys(attributes).filter((key) => keyMeaning(key) !== undefined);
    // `<faq question="…">answer</faq>`
    if (fields.some((key) => keyMeaning(key)!.field === "question"))
      return { ...attributes, ...(text && { answer: text }) };
    if (text !== "") return text;
    const value = VALUES.find((key) => attributes[key] !== undefined);
    if (value !== undefined && fields.length <= 1) return attributes[value];
    return fields.length > 0 ? { ...attributes } : "";
  }

  value(element: XmlElement): unknown {
    const { name, attributes, children, text, line } = element;
    if (children.length === 0) return this.kept(this.leaf(element), line);
    const field = keyMeaning(name)?.field;
    const plain = children.every((child) => child.children.length === 0);
    if (plain && field !== undefined && (LISTS.has(field) || field === "question") && text === "") {
      const same = children.every((child) => child.name === children[0]!.name);
      if (same) return children.map((child) => child.text).filter((item) => item !== "");
    }
    const object: Record<string, unknown> = { ...attributes };
    const groups = new Map<string, XmlElement[]>();
    for (const child of children) {
      const group = groups.get(child.name);
      if (group === undefined) groups.set(child.name, [child]);
      else group.push(child);
    }
    for (const [key, group] of groups) {
      const values = group.map((child) => this.value(child));
      const filled = values.filter((item) => item !== "");
      object[key] = filled.length === 0 ? "" : filled.length === 1 && group.length < 20 ? filled[0] : filled;
    }
    if (text !== "" && object["content"] === undefined) object["content"] = text;
    return this.kept(object, line);
  }

  private kept(value: unknown, line: number): unknown {
    if (typeof value === "object" && value !== null) this.lines.set(value, line);
    return value;
  }
}

async function parse(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource> {
  const { text, broken } = decodeMarkup(bytes, file, options.charset);
  if (text.trim() === "") throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  if (text.length > MOST_CHARACTERS) {
    const params = { size: Math.round(text.length / 1e6), most: MOST_CHARACTERS / 1e6 };
    throw new KefuError("input", "kb.web.too-large", params, { where: { file } });
  }
  const log = new IssueLog();
  if (broken > 0) log.add("warning", "kb.web.broken-bytes", { file }, { count: broken });
  const root = parseXml(file, text);
  const converter = new Converter();
  const data = { [root.name]: converter.value(root) };
  const place = ({ value }: { value: unknown }) => {
    const line = converter.lines.get(value);
    return { file, ...(line === undefined ? {} : { line }) };
  };
  return entriesFromData(file, data, place, { ...options, keysAreTitles: false, maybeOther: true }, log);
}

/** XML of any shape: the element that repeats is the record, its children and attributes are the fields; also RSS and Atom. */
export const xmlFormat: SourceFormat = { name: "xml", parse };
