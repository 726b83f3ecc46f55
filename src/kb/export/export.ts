import type { Translate } from "../../messages/catalogue.js";
import type { FaqEntry } from "../entry.js";
import { compareEntries } from "../index/entry-codec.js";
import { entryObject } from "./export-objects.js";
import { entrySheet } from "./export-table.js";

/** Forms that entries can be exported to; each is read again by `kb ingest`. */
export const EXPORT_FORMATS = ["xlsx", "csv", "json", "jsonl", "yaml", "md"] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

async function writeSheet(kind: "xlsx" | "csv", entries: readonly FaqEntry[], t: Translate): Promise<Uint8Array> {
  const { writeTable } = await import("../../tables/write.js");
  return writeTable(kind, [{ name: t("kb.export.sheet"), ...entrySheet(entries, t) }]);
}

/**
 * Entries as a file that `kb ingest` reads back to the same entries, apart from where they stand. Same entries in any order, same
 * bytes.
 * Passages are no entries of a table: leave them out before.
 * @throws KefuError `input` that names the entry, for a text longer than a workbook's cell can be
 */
export async function exportEntries(
  format: ExportFormat,
  unsorted: readonly FaqEntry[],
  t: Translate,
): Promise<Uint8Array | string> {
  const entries = [...unsorted].sort(compareEntries);
  switch (format) {
    case "xlsx":
    case "csv":
      return writeSheet(format, entries, t);
    case "json":
      return `${JSON.stringify(entries.map(entryObject), null, 2)}\n`;
    case "jsonl":
      return entries.map((entry) => `${JSON.stringify(entryObject(entry))}\n`).join("");
    case "yaml": {
      const { stringify } = await import("yaml");
      return stringify(entries.map(entryObject), { lineWidth: 0, aliasDuplicateObjects: false });
    }
    case "md": {
      const { entriesMarkdown } = await import("./export-markdown.js");
      return entriesMarkdown(entries, t);
    }
  }
}
