import path from "node:path";
import type { Command } from "commander";
import { KefuError } from "../../messages/errors.js";
import type { Context } from "../context.js";
import type { ModelInfoOutput } from "./schemas.js";

async function runInfo(ctx: Context, id: string | undefined): Promise<void> {
  const { listModels } = await import("./models.js");
  const { t, terminal } = ctx;
  const models = await listModels(ctx);
  const model = models.find((candidate) => (id === undefined ? candidate.inUse : candidate.id === id));
  if (model === undefined) {
    const known = models.map((candidate) => candidate.id).join(", ");
    throw new KefuError("usage", "cli.model.unknown", { id: id ?? "", known }, { hint: { key: "cli.model.hint" } });
  }
  const root = model.kind === "builtin" ? ctx.packageRoot : (await ctx.workspace()).layout.root;
  const embedder = await ctx.adapters.embedder(model.id, root);
  const { dim, digest } = embedder.info;
  await embedder.close();
  const cardPath = path.join(model.folder, "MODEL_CARD.md");
  const card = (await ctx.files.stat(cardPath)) === undefined ? undefined : cardPath;
  const document: ModelInfoOutput = { ...model, dim, digest, ...(card === undefined ? {} : { card }) };
  if (ctx.globals().json === true) return terminal.json(document);
  const rows: [string, string][] = [
    [t("cli.model.column.id"), model.id],
    [t("cli.model.column.dim"), String(dim)],
    [t("cli.model.column.size"), `${(model.bytes / 1e6).toFixed(1)} MB`],
    [t("cli.model.column.digest"), digest],
    [t("cli.model.column.folder"), model.folder],
    ...(card === undefined ? [] : [[t("cli.model.column.card"), card] as [string, string]]),
  ];
  for (const [name, value] of rows) terminal.print(`${terminal.style.bold(name)}: ${value}`);
}

export function modelInfo(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("info")
    .argument("[id]", t("cli.model.info.id"))
    .description(t("cli.model.info.description"))
    .addHelpText("after", () => `\n${t("cli.model.info.examples")}`)
    .action((id: string | undefined) => runInfo(ctx, id));
}
