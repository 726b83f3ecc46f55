import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { read, utils, write } from "@e965/xlsx";
import { readTables } from "./read.js";

const headerScore = (cells: readonly string[]): number =>
  cells.filter((cell) => cell === "问题" || cell === "答案").length;

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/formats/${name}`, import.meta.url));
}

/** The sheet of the fixtures, written by our own workbook in each format. */
const ROWS = [
  ["0007", "售后", "怎么退款？", "钱呢\n没到账", "三天内到账", "2026-01-31", "TRUE", "12.5%", "08:30"],
  ["EC-008", "售后", "怎么换货？", "", "联系客服", "2026-01-01 12:00:00", "上线", "1", "0.5"],
];

describe("a workbook of another kind than .xlsx", () => {
  it.each(["vendor.xls", "vendor.ods", "vendor.xlsb"])(
    "shows what its user sees, whatever it is called: %s",
    async (name) => {
      for (const called of [name, "faq.xlsx", "faq.csv"]) {
        const [sheet, hidden] = await readTables(called, fixture(name), { headerScore });
        expect(sheet).toMatchObject({ sheet: "常见问题", headerRow: 2 });
        expect(sheet!.header).toEqual([
          "编号",
          "类目",
          "问题",
          "相似问",
          "答案",
          "生效时间",
          "状态",
          "占比",
          "开放时间",
        ]);
        expect(sheet!.rows.slice(0, 2).map(({ cells }) => cells)).toEqual(ROWS);
        expect(sheet!.rows[1]).toMatchObject({ row: 4, merged: [1], hidden: true });
        // A formula gives its cached value, an error nothing.
        expect(sheet!.rows[2]!.cells.slice(0, 4)).toEqual(["", "", "公式是什么？", "2"]);
        expect(hidden).toMatchObject({ sheet: "草稿", hidden: true });
      }
    },
  );

  it("counts its days from 1904 where it says so", async () => {
    const book = read(fixture("vendor.xls"), { cellNF: true });
    book.Workbook = { ...book.Workbook, WBProps: { date1904: true } };
    for (const bookType of ["biff8", "xlsx"] as const) {
      const bytes = new Uint8Array(write(book, { type: "buffer", bookType }) as Buffer);
      const [sheet] = await readTables("a.xls", bytes, { headerScore });
      expect(sheet!.rows[0]!.cells[5]).toMatch(/^20(?:26-01-31|30-02-01)$/);
    }
  });

  it("may be Excel 2003's XML under the name .xls", async () => {
    const sheet = utils.aoa_to_sheet([
      ["问题", "答案", "编号"],
      ["怎么退款？", "三天\n到账", 7],
      [null, "五天", 8],
    ]);
    sheet["C2"] = { t: "n", v: 7, z: "0000" };
    sheet["!merges"] = [utils.decode_range("A2:A3")];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "表");
    const bytes = Buffer.from(write(book, { type: "string", bookType: "xlml" }) as string);
    const [table] = await readTables("a.xls", bytes, { headerScore });
    expect(table!.rows).toEqual([
      { row: 2, cells: ["怎么退款？", "三天\n到账", "0007"] },
      { row: 3, cells: ["怎么退款？", "五天", "8"], merged: [0] },
    ]);
  });
});

describe("an old workbook that cannot be read", () => {
  it("says what to do when it is damaged, however it is damaged, and never takes long", async () => {
    const whole = fixture("vendor.xls");
    for (let seed = 1; seed <= 60; seed++) {
      const broken = Uint8Array.from(whole);
      for (let change = 0; change < 20; change++) {
        broken[(seed * 7919 + change * 104_729) % broken.length] = (seed * 31 + change * 17) % 256;
      }
      const result = await readTables("a.xls", broken).catch((error: unknown) => error);
      if (!Array.isArray(result))
        expect(result).toMatchObject({ kind: "input", hint: { key: expect.any(String) as string } });
    }
  });

  it.each(["vendor.xls", "vendor.ods", "vendor.xlsb"])("is damaged when it was cut off: %s", async (name) => {
    const whole = fixture(name);
    const error: unknown = await readTables(name, whole.subarray(0, whole.length / 2)).catch(
      (thrown: unknown) => thrown,
    );
    if (!Array.isArray(error)) expect(error).toMatchObject({ kind: "input", where: { file: name } });
  });
});
