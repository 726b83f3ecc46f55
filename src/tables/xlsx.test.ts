import { Buffer } from "node:buffer";
import exceljs from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTables } from "./read.js";
import { writeTable } from "./write.js";

async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function readSheet(fill: (sheet: exceljs.Worksheet) => void): Promise<string[][]> {
  const [table] = await readTables("a.xlsx", await workbook((book) => fill(book.addWorksheet("faq"))));
  return [table!.header, ...table!.rows.map(({ cells }) => cells)].map((cells) => [...cells]);
}

describe("an xlsx file", () => {
  it("gives plain text for rich text, links, formulas, dates, numbers and truths", async () => {
    const rows = await readSheet((sheet) => {
      sheet.addRow(["q", "a"]);
      sheet.addRow([{ richText: [{ text: "怎么" }, { text: "退款", font: { bold: true } }] }, "x"]);
      sheet.addRow([
        { text: "官网", hyperlink: "https://example.com" },
        { formula: "A1", result: "cached" },
      ]);
      sheet.addRow([new Date(Date.UTC(2026, 0, 31)), new Date(Date.UTC(2026, 0, 31, 8, 30))]);
      sheet.addRow([0.1 + 0.2, true]);
      sheet.addRow([{ error: "#N/A" }, "y"]);
    });
    expect(rows).toEqual([
      ["q", "a"],
      ["怎么退款", "x"],
      ["官网", "cached"],
      ["2026-01-31", "2026-01-31 08:30:00"],
      ["0.3", "TRUE"],
      ["", "y"],
    ]);
  });

  it("keeps leading zeros that only the number format shows", async () => {
    const rows = await readSheet((sheet) => {
      sheet.addRow(["id", "rate"]);
      sheet.addRow([7, 0.125]);
      sheet.getCell("A2").numFmt = "0000";
      sheet.getCell("B2").numFmt = "0.0%";
    });
    expect(rows[1]).toEqual(["0007", "12.5%"]);
  });

  it("repeats a cell merged downwards, and does not repeat one merged across", async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet("faq");
      sheet.addRow(["类目", "问题", "答案"]);
      sheet.addRow(["售后", "一", "1"]);
      sheet.addRow(["", "二", "2"]);
      sheet.addRow(["脚注", "", ""]);
      sheet.mergeCells("A2:A3");
      sheet.mergeCells("A4:C4");
    });
    const [table] = await readTables("a.xlsx", bytes);
    expect(table!.rows.map(({ cells, merged }) => [cells, merged])).toEqual([
      [["售后", "一", "1"], undefined],
      [["售后", "二", "2"], [0]],
      [["脚注"], undefined],
    ]);
  });

  it("is known by its content, whatever it is called", async () => {
    const bytes = await writeTable("xlsx", [{ name: "faq", header: ["q", "a"], rows: [["x", "y"]] }]);
    expect((await readTables("a.csv", bytes))[0]).toMatchObject({ sheet: "faq", header: ["q", "a"] });
  });

  it("tells hidden sheets", async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet("a").addRow(["x", "y"]);
      const hidden = book.addWorksheet("b");
      hidden.state = "hidden";
      hidden.addRow(["x", "y"]);
    });
    expect((await readTables("a.xlsx", bytes)).map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ["a", undefined],
      ["b", true],
    ]);
  });
});

describe("what is no xlsx file", () => {
  const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(64)]);
  it.each([
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "kb.format.not-table", "PNG", "kb.format.not-table-hint"],
    ["a PDF", Buffer.from("%PDF-1.7"), "kb.format.not-table", "PDF", "kb.format.not-table-hint"],
    [
      "a web page",
      Buffer.from("<html><table></table></html>"),
      "kb.format.not-table",
      "HTML",
      "kb.format.save-as-xlsx",
    ],
    [
      "one under a password",
      Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]),
      "kb.format.not-table",
      "Excel (.xlsx, password)",
      "kb.format.remove-password",
    ],
    [
      "a document",
      Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.from("word/document.xml")]),
      "kb.format.not-table",
      "Word (.docx)",
      "kb.format.not-table-hint",
    ],
  ])("is named for what it is: %s", async (_, bytes, key, kind, hint) => {
    await expect(readTables("a.xlsx", bytes)).rejects.toMatchObject({
      kind: "input",
      key,
      params: { file: "a.xlsx", kind },
      hint: { key: hint },
      where: { file: "a.xlsx" },
    });
  });

  it("is damaged when it was cut off", async () => {
    const whole = await writeTable("xlsx", [{ name: "faq", header: ["q", "a"], rows: [["x", "y"]] }]);
    await expect(readTables("a.xlsx", whole.subarray(0, whole.length - 200))).rejects.toMatchObject({
      key: "kb.table.cut-off",
      kind: "input",
      hint: { key: "kb.table.cut-off-hint" },
    });
  });

  it("is empty when it has no bytes", async () => {
    await expect(readTables("a.xlsx", new Uint8Array())).rejects.toMatchObject({ key: "kb.format.empty" });
  });
});

describe("writeTable", () => {
  const sheet = { name: "faq", header: ["问题", "答案"], rows: [["怎么退款", "三天"]] };

  it("gives the same bytes for the same sheets", async () => {
    expect(await writeTable("xlsx", [sheet])).toEqual(await writeTable("xlsx", [sheet]));
  });

  it("puts the mark for Excel in front of a csv, and an apostrophe before what would run", async () => {
    const bytes = await writeTable("csv", [
      {
        ...sheet,
        rows: [
          ["=cmd|' /C calc'!A0", "+1"],
          ["-2", "@x"],
          ["'=1", "ok"],
          ["\tx", -5],
        ],
      },
    ]);
    expect(Buffer.from(bytes).toString("utf8")).toBe(
      "\ufeff问题,答案\r\n'=cmd|' /C calc'!A0,'+1\r\n'-2,'@x\r\n''=1,ok\r\n'\tx,-5\r\n",
    );
  });

  it("freezes the header and guards cells of xlsx, too", async () => {
    const book = new exceljs.Workbook();
    const bytes = await writeTable("xlsx", [{ ...sheet, rows: [["=1+1", 3]] }]);
    await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0]);
    const written = book.getWorksheet("faq")!;
    expect(written.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(written.getCell("A2").value).toBe("'=1+1");
    expect(written.getCell("B2").value).toBe(3);
  });

  it("refuses a cell that is longer than a spreadsheet holds, and names its row", async () => {
    const rows = [
      ["short", "x"],
      ["EC-2", "长".repeat(32_768)],
    ];
    await expect(writeTable("csv", [{ ...sheet, rows }])).rejects.toMatchObject({
      kind: "input",
      key: "kb.format.cell-too-long",
      params: { row: 3, first: "EC-2", column: "答案", length: 32_768 },
    });
    await expect(writeTable("csv", [{ ...sheet, rows: [["x", "长".repeat(32_767)]] }])).resolves.toBeDefined();
  });

  it("makes sheet names that Excel takes", async () => {
    const names = ["a/b:c*?[d]", "a/b:c*?[d]", "x".repeat(50), ""];
    const bytes = await writeTable(
      "xlsx",
      names.map((name) => ({ ...sheet, name })),
    );
    const read = (await readTables("a.xlsx", bytes)).map((table) => table.sheet);
    expect(new Set(read).size).toBe(4);
    for (const name of read) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  it("leaves out what no xlsx file can hold, and stays readable", async () => {
    const rows = [["a\u0000b\u0001c\ufffed\uffffe", "x"]];
    const [table] = await readTables("a.xlsx", await writeTable("xlsx", [{ ...sheet, rows }]));
    expect(table!.rows[0]!.cells[0]).toBe("abcde");
  });

  it("is read again as it was", async () => {
    const cell = fc.oneof(
      fc.constantFrom("=1", "'=1", "@x", "'x'", "a\nb", "_x000D_", "<b>&amp;", " spaced ", "🙂", "问，答"),
      fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
    );
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const [table] = await readTables("a.xlsx", await writeTable("xlsx", [{ ...sheet, rows: cells }]));
        expect(table!.rows.map((row) => [row.cells[0] ?? "", row.cells[1] ?? ""])).toEqual(
          cells.filter((row) => row.some((text) => text.trim() !== "")),
        );
      }),
      { numRuns: 25 },
    );
  });
});
