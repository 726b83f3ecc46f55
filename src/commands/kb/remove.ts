import type { Command } from "commander";
import type { Issue } from "../../messages/errors.js";
import type { Context } from "../context.js";
import { issueLine } from "../failure.js";
import type { RevisionFlags } from "./revision.js";
import { revisionDocument, waitSeconds, withRevision } from "./revision.js";
import type { KbRemoveOutput } from "./run-schemas.js";

/** Names that a warning about many sources gives. */
const NAMED = 3;

/** That sources will come back; of many in one line. */
function warnOf({ t, terminal }: Context, what: "listed" | "crawled", files: readonly string[]): void {
  const [first] = files;
  if (first === undefined) return;
  const names = `${files.slice(0, NAMED).join(", ")}${files.length > NAMED ? ", …" : ""}`;
  const issue: Issue =
    files.length === 1
      ? { severity: "warning", key: `kb.remove.${what}`, where: { file: first } }
      : { severity: "warning", key: `kb.remove.${what}-many`, params: { count: files.length, names } };
  terminal.note(issueLine(issue, t, terminal.noteStyle));
}

async function runRemove(ctx: Context, names: readonly string[], flags: RevisionFlags): Promise<void> {
  const { t, terminal } = ctx;
  const [{ removeSources }, { config }] = await Promise.all([import("../../kb/remove.js"), ctx.workspace()]);
  const report = await withRevision(ctx, flags, (ports, options) =>
    removeSources(ports, { ...options, sources: config.kb.sources, cwd: ctx.cwd }, names),
  );
  for (const key of ["listed", "crawled"] as const) warnOf(ctx, key, report[key]);
  if (ctx.globals().json === true) {
    return terminal.json({ ...revisionDocument(report), listed: [...report.listed] } satisfies KbRemoveOutput);
  }
  for (const file of report.sources) terminal.print(`- ${file}`);
  const { sources, removed, total, generation, dryRun } = report;
  const counts = { sources: sources.length, removed: removed.length, total, generation };
  terminal.note(t(dryRun ? "kb.remove.dry-run" : "kb.remove.done", counts));
}

/** Adds `kefu kb remove` to the program; nothing heavy is loaded until it runs. */
export function kbRemove(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("remove")
    .description(t("kb.remove.description"))
    .argument("<sources...>", t("kb.remove.argument.sources"))
    .option("--dry-run", t("kb.run.option.dry-run"))
    .option("--wait [seconds]", t("kb.run.option.wait"), waitSeconds(ctx))
    .addHelpText("after", () => `\n${t("kb.remove.examples")}`)
    .action((names: string[], flags: RevisionFlags) => runRemove(ctx, names, flags));
}
