import type { EntryChange } from "../../kb/ingest/plan.js";
import type { Context } from "../context.js";

/** The sign before an entry that comes, changes or goes. */
export const MARKS = { added: "+", changed: "~", removed: "-" } as const;

const KINDS = ["added", "changed", "removed"] as const;

type Kind = (typeof KINDS)[number];

/** New entries, then changed ones, then those that go, each with what becomes of it. */
export function changesOf(
  report: Readonly<Record<Kind, readonly EntryChange[]>>,
): ({ readonly change: Kind } & EntryChange)[] {
  return KINDS.flatMap((change) => report[change].map((entry) => ({ change, ...entry })));
}

/** A line an entry: what a run with --dry-run would do. */
export function printChanges(ctx: Context, report: Parameters<typeof changesOf>[0]): void {
  for (const { change, id, question } of changesOf(report)) {
    ctx.terminal.print(`${MARKS[change]} ${id}${question === undefined ? "" : `  ${question}`}`);
  }
}
