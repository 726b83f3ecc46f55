import { SaxesParser } from "saxes";
import { KefuError } from "../../../messages/errors.js";

/** An element of an XML document, namespaces left off. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of the element itself and of CDATA in it; of mixed content the markup of children as well. */
  readonly text: string;
  readonly line: number;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  line: number;
  pieces: { readonly text: string; readonly markup: boolean }[];
  /** It holds more than white space. */
  solid: boolean;
}

const DEEPEST = 200;
const MOST_ELEMENTS = 3_000_000;
const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** Elements of HTML that stand unescaped in a field: they are markup of its text, not fields. */
const MARKUP = names(
  "p br em strong span div ul ol li img table tbody thead tr td th font h1 h2 h3 h4 h5 h6 pre sup sub hr blockquote",
);
/** These may be `<q>` and `<a>` of a record as well, so they are markup only inside a text. */
const INLINE = names("a b i u q s code small mark del ins");

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function textOf({ pieces }: Open): string {
  const marked = pieces.some(({ markup }) => markup);
  return pieces.map(({ text, markup }) => (marked && !markup && !/<\w/.test(text) ? escapeText(text) : text)).join("");
}

/** Markup of an element that stands inside a text. */
function asMarkup(open: Open): string {
  const { name, attributes, children } = open;
  const said = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', "&quot;")}"`,
  );
  const inner = [textOf(open), ...children.map(({ text }) => text)].join(" ");
  return /^(?:br|img|hr)$/i.test(name) ? `<${name}${said.join("")}>` : `<${name}${said.join("")}>${inner}</${name}>`;
}

function isMarkup(open: Open, parent: Open): boolean {
  const name = open.name.toLowerCase();
  return MARKUP.has(name) || (INLINE.has(name) && (parent.solid || open.attributes["href"] !== undefined));
}

/** Entities that pages have and XML does not; a parser that expands none of a document's own knows them all the same. */
const HTML_ENTITIES: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  copy: "©",
  reg: "®",
  trade: "™",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  middot: "·",
  bull: "•",
  laquo: "«",
  raquo: "»",
  times: "×",
  deg: "°",
  yen: "¥",
  euro: "€",
  eacute: "é",
};

const SECTION_OR_STRAY = /<!\[CDATA\[[\s\S]*?\]\]>|&(?!(?:[a-z_][\w.-]{0,40}|#\d{1,7}|#x[\da-f]{1,6});)/gi;

/** A `&` that begins no entity is what people mean by it: the parser would look for the end of its name far behind. */
function withStrayMarks(source: string): string {
  return source.replace(SECTION_OR_STRAY, (found) => (found === "&" ? "&amp;" : found));
}

/**
 * Reads an XML document whole. Entities that a document declares are never expanded: one that declares any is refused.
 * @throws KefuError `input` with the line of what is wrong
 */
export function parseXml(file: string, source: string): XmlElement {
  const parser = new SaxesParser({ position: true });
  Object.assign(parser.ENTITIES, HTML_ENTITIES);
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  const fail = (key: "kb.web.xml-entities" | "kb.web.too-deep" | "kb.web.too-large", params = {}): never => {
    throw new KefuError("input", key, params, { where: { file, line: parser.line } });
  };
  parser.on("doctype", (doctype) => {
    if (/<!ENTITY/i.test(doctype)) fail("kb.web.xml-entities");
  });
  parser.on("error", (cause) => {
    // An entity that nobody declared stands in the text as it is written.
    if (/malformed entity|undefined entity|disallowed character/i.test(cause.message)) return;
    const reason = cause.message.replace(/^\d+:\d+: /, "");
    const where = { file, line: parser.line, column: parser.column };
    throw new KefuError("input", "kb.web.bad-xml", { reason }, { where, cause });
  });
  parser.on("opentag", (tag) => {
    if (stack.length >= DEEPEST) fail("kb.web.too-deep", { most: DEEPEST });
    if (++elements > MOST_ELEMENTS) fail("kb.web.too-large", { size: elements / 1e6, most: MOST_ELEMENTS / 1e6 });
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) {
      if (!name.startsWith("xmlns")) attributes[localName(name)] = value;
    }
    stack.push({ name: localName(tag.name), attributes, children: [], pieces: [], line: parser.line, solid: false });
  });
  const addText = (text: string): void => {
    const open = stack.at(-1);
    if (open === undefined) return;
    open.pieces.push({ text, markup: false });
    if (text.trim() !== "") open.solid = true;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const open = stack.pop()!;
    const parent = stack.at(-1);
    if (parent === undefined) {
      root = close(open);
      return;
    }
    if (isMarkup(open, parent)) {
      parent.pieces.push({ text: asMarkup(open), markup: true });
      parent.solid = true;
    } else parent.children.push(close(open));
  });
  parser.write(withStrayMarks(source)).close();
  if (root === undefined) throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  return root;
}

function close(open: Open): XmlElement {
  const { name, attributes, children, line } = open;
  return { name, attributes, children, text: textOf(open).trim(), line };
}
