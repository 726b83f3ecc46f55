import path from "node:path";
import type { Command } from "commander";
import { KefuError } from "../../messages/errors.js";
import { encoderOptions, type Context } from "../context.js";
import type { ModelSummary } from "./models.js";
import type { ModelInfoOutput } from "./schemas.js";

async function chooseModel(ctx: Context, id: string | undefined): Promise<ModelSummary> {
  const { BUILTIN, findModel, listModels } = await import("./models.js");
  const models = await listModels(ctx);
  const named = models.find((candidate) => (id === undefined ? candidate.inUse : candidate.id === id));
  if (named !== undefined) return named;
  if (id === "builtin") return models.find((candidate) => candidate.id === BUILTIN)!;
  const folder = id === undefined || models.length === 1 ? undefined : await findModel(ctx, id);
  const found = models.find((candidate) => candidate.folder === folder);
  if (found !== undefined) return found;
  const known = models.map((candidate) => candidate.id).join(", ");
  throw new KefuError("usage", "cli.model.unknown", { id: id ?? "", known }, { hint: { key: "cli.model.hint" } });
}

async function documentOf(ctx: Context, model: ModelSummary): Promise<ModelInfoOutput> {
  const { describeModel, originDocument } = await import("./models.js");
  const isBuiltin = model.kind === "builtin";
  const options = model.inUse && !isBuiltin ? encoderOptions((await ctx.workspace()).config) : {};
  const setting = isBuiltin ? model.id : `transformers:${model.folder}`;
  const embedder = await ctx.adapters.embedder(setting, ctx.packageRoot, options);
  const { dim, digest } = embedder.info;
  await embedder.close();
  if (!isBuiltin) {
    const { settings, exports, origin, licence, card } = await describeModel(ctx, model);
    const { dtype, pooling, maxTokens, prefixes, prefixesFrom } = settings;
    const said = { dim, digest, dtype, pooling, maxTokens, prefixes, prefixesFrom, exports: [...exports] };
    return {
      ...model,
      ...said,
      ...(origin && { origin: originDocument(origin) }),
      ...(licence !== undefined && { licence }),
      ...(card !== undefined && { card }),
    };
  }
  const card = path.join(model.folder, "MODEL_CARD.md");
  return { ...model, dim, digest, ...((await ctx.files.stat(card)) && { card }) };
}

async function runInfo(ctx: Context, id: string | undefined): Promise<void> {
  const { t, terminal } = ctx;
  const document = await documentOf(ctx, await chooseModel(ctx, id));
  if (ctx.globals().json === true) return terminal.json(document);
  const { dtype, exports, pooling, maxTokens, prefixes, prefixesFrom, licence, origin, card } = document;
  const others = exports?.filter((each) => each !== dtype) ?? [];
  const source = prefixesFrom === undefined ? "" : t(`cli.model.prefixes.${prefixesFrom}`);
  const from = origin && [origin.id, origin.revision, origin.hub].filter((each) => each !== undefined).join(", ");
  const rows: [string, string | undefined][] = [
    [t("cli.model.column.id"), document.id],
    [t("cli.model.column.dim"), String(document.dim)],
    [t("cli.model.column.dtype"), dtype && (others.length > 0 ? `${dtype} (+ ${others.join(", ")})` : dtype)],
    [t("cli.model.column.pooling"), pooling],
    [t("cli.model.column.max-tokens"), maxTokens === undefined ? undefined : String(maxTokens)],
    [t("cli.model.column.query-prefix"), prefixes && `${JSON.stringify(prefixes.query)} (${source})`],
    [t("cli.model.column.passage-prefix"), prefixes && JSON.stringify(prefixes.passage)],
    [t("cli.model.column.size"), `${(document.bytes / 1e6).toFixed(1)} MB`],
    [t("cli.model.column.digest"), document.digest],
    [t("cli.model.column.folder"), document.folder],
    [t("cli.model.column.origin"), from],
    [t("cli.model.column.licence"), licence],
    [t("cli.model.column.card"), card],
  ];
  for (const [name, value] of rows) {
    if (value !== undefined) terminal.print(`${terminal.style.bold(name)}: ${value}`);
  }
}

/** Adds `kefu model info` to the program; nothing heavy is loaded until it runs. */
export function modelInfo(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("info")
    .argument("[id]", t("cli.model.info.id"))
    .description(t("cli.model.info.description"))
    .addHelpText("after", () => `\n${t("cli.model.info.examples")}`)
    .action((id: string | undefined) => runInfo(ctx, id));
}
