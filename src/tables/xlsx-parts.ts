import { KefuError } from "../messages/errors.js";
import { MAX_SHARED_STRINGS, MAX_SHEETS, MAX_STRINGS, tooLarge } from "./limits.js";
import { builtinFormat } from "./numbers.js";
import { attributeOf, walkXml } from "./xml-parts.js";
import type { ZipParts } from "./zip.js";

/** A sheet that the workbook lists, in its order. */
interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly ListedSheet[];
  readonly date1904: boolean;
  readonly strings: readonly string[];
  /** Number format of each cell style; `""` for none. */
  readonly formats: readonly string[];
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** A target as seen from the folder of its source part. */
function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

async function readRelations(file: string, zip: ZipParts, part: string): Promise<Map<string, Relation>> {
  const folder = folderOf(part);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  if (!zip.has(name)) return relations;
  await walkXml(
    { file, name, chunks: zip.read(name) },
    {
      open(tag, { Id, Type, Target, TargetMode }) {
        if (tag !== "Relationship" || TargetMode === "External") return;
        if (Id !== undefined && Type !== undefined && Target !== undefined)
          relations.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), target: resolve(folder, Target) });
      },
    },
  );
  return relations;
}

function targetOf(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.target;
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Excel writes `_x000D_` for a character that XML cannot hold. */
export function unescapeCodes(text: string): string {
  const plain = text.includes("_x")
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.includes("\r") ? plain.replaceAll("\r\n", "\n") : plain;
}

async function readStrings(file: string, zip: ZipParts, name: string | undefined): Promise<string[]> {
  if (name === undefined || !zip.has(name)) return [];
  if (zip.size(name) > MAX_SHARED_STRINGS)
    throw tooLarge(file, "kb.table.unpacks-too-large", { part: name, most: MAX_SHARED_STRINGS / 2 ** 20 });
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = false;
  await walkXml(
    { file, name, chunks: zip.read(name) },
    {
      open(tag) {
        if (tag === "si") text = "";
        else if (tag === "rPh") phonetic = true;
        else if (tag === "t") inText = !phonetic;
      },
      text(piece) {
        if (inText) text += piece;
      },
      close(tag) {
        if (tag === "t") inText = false;
        else if (tag === "rPh") phonetic = false;
        else if (tag === "si" && strings.push(unescapeCodes(text)) > MAX_STRINGS)
          throw tooLarge(file, "kb.table.too-many-cells", { most: Math.floor(MAX_STRINGS / 1e6) });
      },
    },
  );
  return strings;
}

async function readFormats(file: string, zip: ZipParts, name: string | undefined): Promise<string[]> {
  if (name === undefined || !zip.has(name)) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await walkXml(
    { file, name, chunks: zip.read(name) },
    {
      open(tag, { numFmtId, formatCode }) {
        if (tag === "numFmt") codes.set(Number(numFmtId), formatCode ?? "");
        else if (tag === "cellXfs") inCells = true;
        else if (tag === "xf" && inCells) ids.push(Number(numFmtId ?? 0));
      },
      close(tag) {
        if (tag === "cellXfs") inCells = false;
      },
    },
  );
  return ids.map((id) => codes.get(id) ?? builtinFormat(id));
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

async function readSheetList(
  file: string,
  zip: ZipParts,
  name: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<Pick<Workbook, "sheets" | "date1904">> {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  await walkXml(
    { file, name, chunks: zip.read(name) },
    {
      open(tag, attributes) {
        if (tag === "workbookPr") date1904 = isTrue(attributes["date1904"]);
        if (tag !== "sheet") return;
        const relation = relations.get(attributeOf(attributes, "id") ?? "");
        // A chart has a sheet of its own, and no cells.
        if (relation?.type !== "worksheet" || !zip.has(relation.target)) return;
        if (sheets.length === MAX_SHEETS) throw tooLarge(file, "kb.table.too-many-sheets", { most: MAX_SHEETS });
        const hidden = (attributes["state"] ?? "visible") !== "visible";
        sheets.push({ name: attributes["name"] ?? `${sheets.length + 1}`, hidden, part: relation.target });
      },
    },
  );
  return { sheets, date1904 };
}

/**
 * The parts of a workbook that its sheets need: which sheets there are, their common strings and number formats.
 * @throws KefuError `input` when the zip holds no workbook
 */
export async function readWorkbook(file: string, zip: ZipParts): Promise<Workbook> {
  const root = targetOf(await readRelations(file, zip, ""), "officeDocument");
  const name = root !== undefined && zip.has(root) ? root : "xl/workbook.xml";
  if (!zip.has(name)) {
    const names = zip.names.slice(0, 5).join(", ");
    const hint = { key: "kb.format.not-table-hint" } as const;
    throw new KefuError("input", "kb.table.no-workbook", { file, names }, { where: { file }, hint });
  }
  const relations = await readRelations(file, zip, name);
  const list = await readSheetList(file, zip, name, relations);
  return {
    ...list,
    strings: await readStrings(file, zip, targetOf(relations, "sharedStrings")),
    formats: await readFormats(file, zip, targetOf(relations, "styles")),
  };
}
