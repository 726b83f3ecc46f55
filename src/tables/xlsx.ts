import { TableBudget } from "./limits.js";
import { MergeFiller, findMerges } from "./merges.js";
import type { Merge } from "./merges.js";
import { NumberTexts } from "./numbers.js";
import type { SheetSource, TableRow } from "./table.js";
import { readWorkbook } from "./xlsx-parts.js";
import type { Workbook } from "./xlsx-parts.js";
import { SheetRows } from "./xlsx-sheet.js";
import { readXml } from "./xml-parts.js";
import { openZip } from "./zip.js";
import type { ZipParts } from "./zip.js";

interface OpenWorkbook {
  readonly file: string;
  readonly zip: ZipParts;
  readonly book: Workbook;
}

async function* readRows(
  { file, zip, book }: OpenWorkbook,
  { name, part }: Workbook["sheets"][number],
  merges: readonly Merge[],
): AsyncGenerator<TableRow[]> {
  const collected = new SheetRows({ file, sheet: name }, book, new NumberTexts(book.date1904));
  const filler = new MergeFiller(merges);
  const budget = new TableBudget(file, name);
  const xml = { file, name: part, chunks: zip.read(part) };
  for await (const rows of readXml(xml, collected, () => collected.take())) {
    yield rows.map(({ row, cells, hidden }): TableRow => {
      const filled = filler.fill(row, cells);
      budget.add(row, filled.cells);
      return hidden ? { ...filled, hidden } : filled;
    });
  }
}

/**
 * The sheets of an .xlsx in the order of the workbook; rows are read as they are asked for, and nothing but the common
 * strings is held. Formulas give their cached value, dates ISO text, rich text its plain text without phonetic signs.
 * @throws KefuError `input` when the file is damaged, hostile or too large
 */
export async function openXlsx(file: string, bytes: Uint8Array): Promise<SheetSource[]> {
  const zip = await openZip(file, bytes);
  const open: OpenWorkbook = { file, zip, book: await readWorkbook(file, zip) };
  return open.book.sheets.map((sheet) => {
    let merges: Promise<Merge[]> | undefined;
    return {
      sheet: sheet.name,
      ...(sheet.hidden ? { hidden: true } : {}),
      async *rows() {
        merges ??= findMerges(zip.read(sheet.part));
        yield* readRows(open, sheet, await merges);
      },
    };
  });
}
