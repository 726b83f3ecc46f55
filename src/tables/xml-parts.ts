import { TextDecoder } from "node:util";
import type { SaxesParser } from "saxes";
import { KefuError } from "../messages/errors.js";
import { damaged } from "./zip.js";

/** What a reader of one XML part wants to hear. Names come without their namespace's prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Where the XML comes from, for messages. */
export interface XmlPart {
  readonly file: string;
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Elements inside each other; a sheet has about six. */
const MAX_DEPTH = 256;
/** Bytes without any tag: the longest text of a cell, written in character references, is far less. */
const MAX_SILENCE = 8 * 2 ** 20;

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute that may carry a prefix, as `r:id`. */
export function attributeOf(attributes: Readonly<Record<string, string>>, local: string): string | undefined {
  if (attributes[local] !== undefined) return attributes[local];
  const name = Object.keys(attributes).find((key) => key.endsWith(`:${local}`));
  return name === undefined ? undefined : attributes[name];
}

function decoderFor(start: Uint8Array): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le");
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder("utf-16be");
  return new TextDecoder("utf-8");
}

function doctypeError(part: XmlPart): KefuError {
  return new KefuError(
    "input",
    "kb.table.doctype",
    { file: part.file, part: part.name },
    { where: { file: part.file }, hint: { key: "kb.table.save-again-hint" } },
  );
}

/** Counts events, so that the driver sees when none come. */
interface Pulse {
  events: number;
}

function listen(parser: SaxesParser<{ xmlns: false; position: false }>, part: XmlPart, handler: XmlHandler): Pulse {
  const pulse: Pulse = { events: 0 };
  let depth = 0;
  parser.on("opentag", ({ name, attributes }) => {
    pulse.events++;
    if (++depth > MAX_DEPTH) throw damaged(part.file, `${part.name}: > ${MAX_DEPTH} levels`);
    handler.open(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    handler.close?.(localName(name));
  });
  if (handler.text !== undefined) {
    const text = handler.text.bind(handler);
    parser.on("text", text);
    parser.on("cdata", text);
  }
  parser.on("doctype", () => {
    throw doctypeError(part);
  });
  parser.on("error", (cause) => {
    throw damaged(part.file, `${part.name}: ${cause.message}`, cause);
  });
  return pulse;
}

/**
 * Reads a part tag by tag.
 * @param take what the handler has collected since the last call; asked for, and yielded, after each piece of the part
 * @throws KefuError `input` for XML that is not well formed, declares a DOCTYPE or goes on without tags
 */
export async function* readXml<T>(part: XmlPart, handler: XmlHandler, take: () => T[]): AsyncGenerator<T[]> {
  const { SaxesParser: Parser } = await import("saxes");
  const parser = new Parser({ xmlns: false, position: false });
  const pulse = listen(parser, part, handler);
  let decoder: TextDecoder | undefined;
  let silence = 0;
  for await (const chunk of part.chunks) {
    decoder ??= decoderFor(chunk);
    const before = pulse.events;
    parser.write(decoder.decode(chunk, { stream: true }));
    silence = pulse.events === before ? silence + chunk.length : 0;
    if (silence > MAX_SILENCE) throw damaged(part.file, `${part.name}: > ${MAX_SILENCE / 2 ** 20} MB`);
    const taken = take();
    if (taken.length > 0) yield taken;
  }
  parser.write(decoder?.decode() ?? "").close();
  yield take();
}

/** Reads a part to its end. */
export async function walkXml(part: XmlPart, handler: XmlHandler): Promise<void> {
  const steps = readXml(part, handler, () => []);
  while ((await steps.next()).done !== true);
}
