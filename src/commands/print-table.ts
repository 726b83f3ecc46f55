import type { ReportTable } from "../render/report-table.js";
import type { Context } from "./context.js";

/** Columns that may be cut are cut to so many columns of the terminal. */
const WIDEST = 36;

/** A table of a report on the terminal, with its title; what is left out goes to stderr. */
export async function printTable(
  { terminal }: Pick<Context, "terminal">,
  { title, header, rows, right, wide = [], more }: ReportTable,
): Promise<void> {
  terminal.print(terminal.style.bold(title));
  const columns = header.map((name, at) => ({
    title: name,
    ...(right.includes(at) ? { align: "right" as const } : {}),
    ...(wide.includes(at) ? { max: WIDEST } : {}),
  }));
  await terminal.table(columns, rows);
  if (more !== undefined) terminal.note(more);
  terminal.print();
}
