import { KefuError } from "../messages/errors.js";
import type { MessageKey } from "../messages/catalogue.js";
import { csvRows } from "./csv.js";
import { decodeText } from "./decode.js";
import type { ContentKind } from "./sniff.js";
import { CONTENT_NAMES, sniff } from "./sniff.js";
import type { SheetSource, TableRow } from "./table.js";

const BATCH = 2_000;

/** A long text is read in pieces, between which others get their turn: an interrupt, a progress bar. */
async function* inBatches(rows: Iterable<TableRow>): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
    await new Promise((next) => setImmediate(next));
  }
  if (batch.length > 0) yield batch;
}

const HINTS: Partial<Record<ContentKind, MessageKey>> = {
  html: "kb.format.save-as-xlsx",
  mht: "kb.format.save-as-xlsx",
  numbers: "kb.format.save-as-xlsx",
  encrypted: "kb.format.remove-password",
};

function notTable(file: string, kind: ContentKind): KefuError {
  return new KefuError(
    "input",
    "kb.format.not-table",
    { file, kind: CONTENT_NAMES[kind] },
    { where: { file }, hint: { key: HINTS[kind] ?? "kb.format.not-table-hint" } },
  );
}

/** Names that promise a workbook: what is no text either was damaged, and is no csv in an odd encoding. */
const WORKBOOK_NAME = /\.(?:xlsx|xlsm|xlsb|xls|ods)$/i;

function openText(file: string, bytes: Uint8Array): SheetSource[] {
  try {
    const { text } = decodeText(bytes, file, true);
    return [{ rows: () => inBatches(csvRows(file, text)) }];
  } catch (thrown) {
    const unreadable =
      thrown instanceof KefuError && (thrown.key === "kb.format.binary" || thrown.key === "kb.format.encoding");
    if (unreadable && WORKBOOK_NAME.test(file)) throw notTable(file, "binary");
    throw thrown;
  }
}

/**
 * The sheets of a file by what it is, whatever its name.
 * @throws KefuError `input` that says what it is when it is no table
 */
export async function openSheets(file: string, bytes: Uint8Array): Promise<SheetSource[]> {
  const kind = sniff(bytes);
  if (kind === "text") return openText(file, bytes);
  if (kind === "xlsx") return (await import("./xlsx.js")).openXlsx(file, bytes);
  if (kind === "ods") return (await import("./ods.js")).openOds(file, bytes);
  if (kind === "spreadsheetml") return (await import("./spreadsheetml.js")).openSpreadsheetMl(file, bytes);
  if (kind === "xls" || kind === "xlsb") return (await import("./xls.js")).openXls(file, bytes, kind);
  if (kind === "empty") throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  // A zip of which the directory is gone may be half a workbook: its reader says so.
  if (kind === "zip" && WORKBOOK_NAME.test(file)) return (await import("./xlsx.js")).openXlsx(file, bytes);
  throw notTable(file, kind);
}
