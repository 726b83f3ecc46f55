import type { Command } from "commander";
import type { Context } from "../context.js";
import type { ModelListOutput } from "./schemas.js";

async function runList(ctx: Context): Promise<void> {
  const { listModels } = await import("./models.js");
  const { t, terminal } = ctx;
  const models = await listModels(ctx);
  if (ctx.globals().json === true) return terminal.json({ models } satisfies ModelListOutput);
  await terminal.table(
    [
      { title: t("cli.model.column.id") },
      { title: t("cli.model.column.dim"), align: "right" },
      { title: t("cli.model.column.dtype") },
      { title: t("cli.model.column.pooling") },
      { title: t("cli.model.column.size"), align: "right" },
      { title: t("cli.model.column.licence") },
      { title: t("cli.model.column.in-use") },
      { title: t("cli.model.column.folder") },
    ],
    models.map(({ id, bytes, inUse, folder, dim, dtype, pooling, licence }) => [
      ...[id, String(dim ?? ""), dtype ?? "", pooling ?? "", `${(bytes / 1e6).toFixed(1)} MB`, licence ?? ""],
      ...[inUse ? "✓" : "", folder],
    ]),
  );
  for (const { id, problem } of models) if (problem !== undefined) terminal.alert(`${id}: ${problem}`);
}

/** Adds `kefu model list` to the program; nothing heavy is loaded until it runs. */
export function modelList(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("list")
    .description(t("cli.model.list.description"))
    .addHelpText("after", () => `\n${t("cli.model.list.examples")}`)
    .action(() => runList(ctx));
}
