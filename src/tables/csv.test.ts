import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows, detectDelimiter } from "./csv.js";
import { readTables } from "./read.js";
import type { TableRow } from "./table.js";
import { writeTable } from "./write.js";

function readCsv(file: string, text: string): { rows: TableRow[] } {
  return { rows: [...csvRows(file, text)] };
}

describe("csvRows", () => {
  it("reads what RFC 4180 allows as csv-parse does, but for rows of empty cells", () => {
    const cell = fc.oneof(
      fc.constantFrom("", "a", "问", "1", "x y"),
      fc.string({ unit: fc.constantFrom(...'ab",\n问 ') }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), fc.boolean(), (table, end, quoteAll) => {
        const quote = (text: string): string =>
          quoteAll || /[",\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const text = table.map((row) => row.map(quote).join(",")).join(end) + end;
        const expected: string[][] = parse(text, {
          relax_column_count: true,
          skip_empty_lines: true,
          record_delimiter: [end],
        });
        const filled = expected.filter((cells) => cells.some((one) => one !== ""));
        expect(readCsv("a.csv", text).rows.map(({ cells }) => cells)).toEqual(filled);
      }),
      { numRuns: 300 },
    );
  });

  it("numbers rows by the line they start on, with line breaks in cells and empty lines between", () => {
    const { rows } = readCsv("a.csv", 'q,a\r\n"one\r\ntwo",x\r\n\r\nthree,y\r\n');
    expect(rows).toEqual([
      { row: 1, cells: ["q", "a"] },
      { row: 2, cells: ["one\ntwo", "x"] },
      { row: 5, cells: ["three", "y"] },
    ]);
  });

  it("reads doubled quotes and separators in quotes", () => {
    expect(readCsv("a.csv", 'q,a\n"say ""agent"", please","a,b"\n').rows[1]!.cells).toEqual([
      'say "agent", please',
      "a,b",
    ]);
  });

  it("reads old Mac line ends", () => {
    expect(readCsv("a.csv", "q,a\rx,y").rows.map(({ row }) => row)).toEqual([1, 2]);
  });

  it("names the line where a quote opens that is never closed", () => {
    expect(() => readCsv("a.csv", 'q,a\nx,"fine"\ny,"open\nz,more\n')).toThrow(
      expect.objectContaining({ kind: "input", key: "kb.format.csv-open-quote", where: { file: "a.csv", line: 3 } }),
    );
  });

  it("names the line of a quote that has text after it", () => {
    expect(() => readCsv("a.csv", 'q,a\nx,"agent" please\n')).toThrow(
      expect.objectContaining({ key: "kb.format.csv-stray-quote", where: { file: "a.csv", line: 2 } }),
    );
  });

  it("takes a quote inside a cell that none opened as text", () => {
    expect(readCsv("a.csv", 'q,a\nx,say "agent"\n').rows[1]!.cells).toEqual(["x", 'say "agent"']);
    expect(readCsv("a.tsv", 'q\ta\nx\t[{"displayOrder":0}]\n').rows[1]!.cells).toEqual(["x", '[{"displayOrder":0}]']);
  });
});

describe("detectDelimiter", () => {
  it.each([
    ["问题,答案\n怎么退款；多久,三天\n", ","],
    ["问题\t答案\n你好,在吗\t在，请说\n", "\t"],
    ["Frage;Antwort\nWie lange, bitte?;Drei Tage\n", ";"],
    ['问题,答案\n"a;b;c;d;e;f;g",x\n', ","],
    ["问题\n怎么退款\n", ","],
  ])("of %j", (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});

/** Texts that people and attackers put into cells. */
const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replaceAll("\r", "")),
  fc.constantFrom(
    "=1+1",
    "+86 138",
    "-1",
    "@SUM(A1)",
    "'=1",
    "''=1",
    "'quoted'",
    "\tx",
    'say "x", ok',
    "a\nb",
    "a;b|c",
    "问，答",
  ),
);

describe("a table that is written and read again", () => {
  it("is the same, whatever stands in its cells", async () => {
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const filled = cells.filter((row) => row.some((text) => text.trim() !== ""));
        const bytes = await writeTable("csv", [{ name: "faq", header: ["问题", "答案", "备注"], rows: cells }]);
        const [table] = await readTables("a.csv", bytes);
        expect(table!.header).toEqual(["问题", "答案", "备注"]);
        expect(table!.rows.map((row) => row.cells)).toEqual(filled);
      }),
      { numRuns: 200 },
    );
  });
});
