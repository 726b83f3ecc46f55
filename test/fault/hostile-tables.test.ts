import { Buffer } from "node:buffer";
import yazl from "yazl";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/kb/formats/format.js";
import type { ParsedSource } from "../../src/kb/formats/source-format.js";
import type { KefuError } from "../../src/messages/errors.js";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

function parse(file: string, content: string | Uint8Array): Promise<ParsedSource> {
  return parseSource(file, typeof content === "string" ? Buffer.from(content) : content, { locale: "zh-CN" });
}

async function fault(file: string, content: string | Uint8Array): Promise<KefuError> {
  return (await parse(file, content).then(
    () => Promise.reject(new Error("was read")),
    (thrown: unknown) => thrown,
  )) as KefuError;
}

async function zipped(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function inline(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

const HEAD = `<row r="1">${inline("A1", "问题")}${inline("B1", "答案")}</row><row r="2">${inline("A2", "怎么退款？")}${inline("B2", "三天")}</row>`;

/** A workbook of one sheet whose rows below the first entry are given as XML. */
function workbook(
  rows: string,
  more: { before?: string; after?: string; parts?: Record<string, string> } = {},
): Promise<Buffer> {
  const sheet = `${more.before ?? ""}<worksheet ${MAIN}><dimension ref="A1:XFD1048576"/><sheetData>${HEAD}${rows}</sheetData>${more.after ?? ""}</worksheet>`;
  return zipped({
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="faq" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
    ...more.parts,
  });
}

describe("a hostile csv", () => {
  it.each([
    ["one line without an end", `问题,答案\n${"长".repeat(1_000_001)}`, "kb.table.cell-too-long", 2],
    ["a million columns", `${"c,".repeat(20_000)}\n`, "kb.table.too-many-columns", 1],
    ["an open quote", `问题,答案\n甲,"乙\n${"丙,丁\n".repeat(50_000)}`, "kb.format.csv-open-quote", 2],
    [
      "an open quote before quoted rows",
      `问题,答案\n甲,"乙\n${'"丙","丁"\n'.repeat(50_000)}`,
      "kb.format.csv-open-quote",
      2,
    ],
    [
      "more lines than a table has",
      `问题,答案\n甲,乙\n${",\n".repeat(4_194_304)}`,
      "kb.table.too-many-rows",
      4_194_305,
    ],
  ])("with %s is refused with its line", async (_, text, key, line) => {
    expect(await fault("a.csv", text)).toMatchObject({ kind: "input", key, where: { file: "a.csv", line } });
  });

  it("with a broken byte in UTF-8 names the byte and the line, and is not read as another encoding", async () => {
    const text = Buffer.from("问题,答案\n怎么退款？,三天内到账。\n");
    const bytes = Buffer.concat([text, Buffer.from([0xe4, 0xb8]), Buffer.from(",乙\n")]);
    expect(await fault("a.csv", bytes)).toMatchObject({
      key: "kb.table.bad-utf8",
      params: { byte: text.length, count: 1 },
      where: { line: 3 },
    });
  });

  it("with NUL bytes in its header is read, and both places are named", async () => {
    const { entries, issues } = await parse(
      "a.csv",
      `问\0题,答案\n怎么退款？,三\0天内到账，${"请等一等。".repeat(20)}\n`,
    );
    expect(entries).toMatchObject([{ question: "怎么退款？" }]);
    expect(issues.map(({ key, where }) => [key, where?.row])).toEqual([
      ["kb.format.zeros", 1],
      ["kb.format.zeros", 2],
    ]);
  });
});

describe("a hostile workbook", () => {
  it("may declare all cells there are, and rows without any", async () => {
    const empty = Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 3}"><c s="1"/></row>`).join("");
    expect((await parse("a.xlsx", await workbook(empty))).entries).toHaveLength(1);
  });

  it.each([
    ["rows beyond a sheet's end", '<row r="1048577"/>', "kb.table.too-many-rows"],
    ["columns beyond a sheet's end", `<row r="3">${inline("XFE3", "x")}</row>`, "kb.table.too-many-columns"],
    [
      "rows filled out to the last column",
      Array.from({ length: 1_300 }, (_, at) => `<row r="${at + 3}">${inline(`XFD${at + 3}`, "x")}</row>`).join(""),
      "kb.table.too-many-cells",
    ],
    ["elements inside each other", "<x>".repeat(1_000), "kb.format.xlsx-damaged"],
    ["XML that breaks off", "<row", "kb.format.xlsx-damaged"],
  ])("with %s is refused", async (_, rows, key) => {
    const error = await fault("a.xlsx", await workbook(rows));
    expect(error).toMatchObject({ kind: "input", key, where: { file: "a.xlsx" } });
    expect(error.hint).toBeDefined();
  });

  it("is refused when it declares entities that blow up", async () => {
    const bytes = await workbook("", { before: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' });
    expect(await fault("a.xlsx", bytes)).toMatchObject({ key: "kb.table.doctype" });
  });

  it("is refused when a part unpacks to far more than it should", async () => {
    const bytes = await workbook(" ".repeat(80 * 2 ** 20));
    expect(await fault("a.xlsx", bytes)).toMatchObject({ key: "kb.table.unpacks-too-large" });
  });

  it("with thousands of merged columns is read", async () => {
    const letters = Array.from({ length: 700 }, (_, at) =>
      String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
    );
    const merges = letters.map((column) => `<mergeCell ref="${column}1:${column}1048576"/>`).join("");
    const rows = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 3}"><c r="A${at + 3}"><v>1</v></c></row>`);
    const bytes = await workbook(rows.join(""), { after: `<mergeCells>${merges}</mergeCells>` });
    expect((await parse("a.xlsx", bytes)).entries).toHaveLength(1);
  });
});

describe("what is called a workbook and is none", () => {
  const random = Uint8Array.from({ length: 5_000 }, (_, at) => (at * at * 31 + (at >> 3) * 7) % 256);

  it.each([
    ["random bytes", () => Promise.resolve(Buffer.from(random)), "kb.format.not-table"],
    ["a zip of something else", () => zipped({ "readme.txt": "hello" }), "kb.table.no-workbook"],
    ["half a workbook", async () => (await workbook("")).subarray(0, 700), "kb.table.cut-off"],
  ])("is named with what to do: %s", async (_, make, key) => {
    const error = await fault("a.xlsx", await make());
    expect(error).toMatchObject({ kind: "input", key });
    expect(error.hint).toBeDefined();
  });
});
