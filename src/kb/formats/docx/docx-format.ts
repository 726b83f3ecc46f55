import { KefuError } from "../../../messages/errors.js";
import { CONTENT_NAMES, sniff } from "../../../tables/sniff.js";
import { type XmlHandler, attributeOf, walkXml } from "../../../tables/xml-parts.js";
import { type ZipParts, openZip } from "../../../tables/zip.js";
import { entriesFromBlocks } from "../blocks/questions.js";
import type { BlockDocument } from "../blocks/blocks.js";
import { DocxBody } from "./body.js";
import { Numbering } from "./numbering.js";
import { Styles } from "./styles.js";
import { IssueLog } from "../draft.js";
import type { FormatOptions, ParsedSource, SourceFormat } from "../source-format.js";

/** Bytes of the text's XML, unpacked: twenty times the largest manual. */
const MAX_XML = 300 * 2 ** 20;

class Relations implements XmlHandler {
  readonly targets = new Map<string, string>();
  main: string | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name !== "Relationship") return;
    const target = attributeOf(attributes, "Target") ?? "";
    this.targets.set(attributeOf(attributes, "Id") ?? "", target);
    if (/\/officeDocument$/.test(attributeOf(attributes, "Type") ?? "")) this.main = target.replace(/^\//, "");
  }
}

/** Texts of footnotes.xml or endnotes.xml. */
class Notes implements XmlHandler {
  private id = "";
  private inText = false;

  constructor(
    private readonly kind: "footnote" | "endnote",
    readonly texts: Map<string, string>,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const type = attributeOf(attributes, "type");
    if (name === this.kind)
      this.id = type === undefined || type === "normal" ? `${this.kind}/${attributeOf(attributes, "id") ?? ""}` : "";
    this.inText = name === "t";
  }

  close(): void {
    this.inText = false;
  }

  text(text: string): void {
    if (this.inText && this.id !== "") this.texts.set(this.id, `${this.texts.get(this.id) ?? ""}${text}`);
  }
}

function damaged(file: string, reason: string | number, cause?: unknown): KefuError {
  return new KefuError(
    "input",
    "kb.document.docx-damaged",
    { file, reason },
    { where: { file }, hint: { key: "kb.document.docx-hint" }, cause },
  );
}

/** Word files under a password, old ones and others under this name: said, and what to do. */
function checkKind(file: string, bytes: Uint8Array): void {
  const kind = sniff(bytes);
  const where = { file };
  if (kind === "docx" || kind === "zip") return;
  if (kind === "empty") throw new KefuError("input", "kb.format.empty", { file }, { where });
  if (kind === "encrypted") {
    throw new KefuError(
      "input",
      "kb.document.docx-password",
      { file },
      { where, hint: { key: "kb.format.remove-password" } },
    );
  }
  const ole = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (ole && kind !== "xls") {
    throw new KefuError(
      "input",
      "kb.document.old-word",
      { file },
      { where, hint: { key: "kb.document.save-as-docx" } },
    );
  }
  const hint = { key: "kb.document.not-docx-hint" } as const;
  throw new KefuError("input", "kb.document.not-docx", { file, kind: CONTENT_NAMES[kind] }, { where, hint });
}

async function readPart(file: string, zip: ZipParts, name: string, handler: XmlHandler): Promise<void> {
  if (!zip.has(name)) return;
  if (zip.size(name) > MAX_XML) {
    const params = { file, part: name, most: MAX_XML / 2 ** 20 };
    throw new KefuError("input", "kb.document.part-too-large", params, {
      where: { file },
      hint: { key: "kb.document.split-hint" },
    });
  }
  await walkXml({ file, name, chunks: zip.read(name) }, handler);
}

/** Reads a document's blocks in reading order. */
async function readBlocks(file: string, bytes: Uint8Array): Promise<BlockDocument & { pictures: number }> {
  const zip = await openZip(file, bytes);
  const root = new Relations();
  await readPart(file, zip, "_rels/.rels", root);
  const main = root.main ?? "word/document.xml";
  if (!zip.has(main)) throw damaged(file, main);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const relations = new Relations();
  await readPart(file, zip, `${folder}_rels/${main.slice(folder.length)}.rels`, relations);
  const styles = new Styles();
  const numbering = new Numbering();
  const notes = new Map<string, string>();
  await readPart(file, zip, `${folder}styles.xml`, styles);
  await readPart(file, zip, `${folder}numbering.xml`, numbering);
  for (const kind of ["footnote", "endnote"] as const) {
    await readPart(file, zip, `${folder}${kind}s.xml`, new Notes(kind, notes));
  }
  const body = new DocxBody({ file, styles, numbering, links: relations.targets, notes });
  await readPart(file, zip, main, body);
  const { blocks, title, pictures } = body;
  return { blocks, pictures, ...(title === undefined ? {} : { title }) };
}

async function parseDocx(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource> {
  checkKind(file, bytes);
  let document;
  try {
    document = await readBlocks(file, bytes);
  } catch (cause) {
    if (cause instanceof KefuError && cause.key === "kb.format.xlsx-damaged")
      throw damaged(file, cause.params["reason"] ?? "", cause);
    throw cause;
  }
  if (document.blocks.length === 0) {
    const key = document.pictures > 0 ? "kb.document.only-pictures" : "kb.format.empty";
    throw new KefuError("input", key, { file }, { where: { file } });
  }
  const log = new IssueLog();
  const finished = entriesFromBlocks(file, document, options, log);
  if (finished.entries.length === 0) log.add("warning", "kb.format.no-entries", { file });
  return { ...finished, issues: log.issues };
}

/** Word documents (.docx): questions by headings, numbers, marks, bold type or order; passages where nothing asks. */
export const docxFormat: SourceFormat = { name: "docx", parse: parseDocx };
