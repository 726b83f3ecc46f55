import path from "node:path";
import type { ModelDetails, ModelOrigin } from "../../embed/model-port.js";
import { KefuError } from "../../messages/errors.js";
import { encoderOptions, type Context } from "../context.js";
import type { ModelListOutput, ModelPullOutput } from "./schemas.js";

/** A sentence encoder that a workspace may use. */
export type ModelSummary = ModelListOutput["models"][number];

export const BUILTIN = "builtin:bilingual-static";
const TRANSFORMERS = "transformers:";

/** Folder of a workspace where models stand. */
export const MODELS_FOLDER = "models";

async function folderSize(ctx: Context, folder: string): Promise<number> {
  let bytes = 0;
  for (const file of await ctx.files.list(folder)) bytes += (await ctx.files.stat(file))?.size ?? 0;
  return bytes;
}

/** The setting in use; the built-in encoder outside a workspace. */
async function settingInUse(ctx: Context): Promise<{ setting: string; root: string | undefined }> {
  const { findRoot } = await import("../../workspace/workspace.js");
  const start = path.resolve(ctx.cwd, ctx.globals().workspace ?? ".");
  if (ctx.globals().workspace === undefined && (await findRoot(ctx.files, start)) === undefined) {
    return { setting: BUILTIN, root: undefined };
  }
  const { config, layout } = await ctx.workspace();
  return { setting: config.index.embedder, root: layout.root };
}

/** The setting for a model in a folder: relative to the workspace where it is in it. */
export function embedderOf(root: string, folder: string): string {
  const relative = path.relative(root, folder);
  const outside = relative.startsWith("..") || path.isAbsolute(relative);
  return TRANSFORMERS + (outside ? folder : relative).split(path.sep).join("/");
}

/** The folder that a setting names; `undefined` for the built-in encoder. */
function folderOf(root: string, setting: string): string | undefined {
  return setting.startsWith(TRANSFORMERS) ? path.resolve(root, setting.slice(TRANSFORMERS.length)) : undefined;
}

/** What a model says of itself; the settings of kefu.yaml hold for the one in use. */
export async function describeModel(ctx: Context, { folder, inUse }: ModelSummary): Promise<ModelDetails> {
  const options = inUse ? encoderOptions((await ctx.workspace()).config) : {};
  return (await ctx.adapters.models(ctx.version)).describe(folder, options);
}

async function summarise(ctx: Context, model: ModelSummary): Promise<ModelSummary> {
  try {
    const { settings, dim, licence } = await describeModel(ctx, model);
    const { dtype, pooling } = settings;
    return { ...model, dtype, pooling, ...(dim && { dim }), ...(licence !== undefined && { licence }) };
  } catch (thrown) {
    if (!(thrown instanceof KefuError)) throw thrown;
    return { ...model, problem: ctx.t(thrown.key, thrown.params) };
  }
}

async function builtin(ctx: Context, inUse: boolean): Promise<ModelSummary> {
  const folder = path.join(ctx.packageRoot, "models", "bilingual-static");
  const { info } = await ctx.adapters.embedder(BUILTIN, ctx.packageRoot);
  return { id: BUILTIN, kind: "builtin", folder, bytes: await folderSize(ctx, folder), inUse, dim: info.dim };
}

/** The built-in encoder, every model folder (one with a tokenizer.json) below models/ of the workspace, and the one in use. */
export async function listModels(ctx: Context): Promise<ModelSummary[]> {
  const { setting, root } = await settingInUse(ctx);
  const models: ModelSummary[] = [await builtin(ctx, setting === BUILTIN)];
  if (root === undefined) return models;
  const folders = new Set<string>();
  const own = path.join(root, MODELS_FOLDER);
  if ((await ctx.files.stat(own))?.kind === "folder") {
    for (const file of await ctx.files.list(own)) {
      if (path.basename(file) === "tokenizer.json") folders.add(path.dirname(file));
    }
  }
  const used = folderOf(root, setting);
  if (used !== undefined) folders.add(used);
  for (const folder of [...folders].sort()) {
    const exists = (await ctx.files.stat(folder))?.kind === "folder";
    const bytes = exists ? await folderSize(ctx, folder) : 0;
    const id = embedderOf(root, folder);
    models.push(await summarise(ctx, { id, kind: "transformers", folder, bytes, inUse: used === folder }));
  }
  return models;
}

/**
 * The folder that somebody means by a word: a model below models/ of the workspace, a setting, or a path.
 * @returns `undefined` for the built-in encoder
 * @throws KefuError `usage` when there is no such model
 */
export async function findModel(ctx: Context, word: string): Promise<string | undefined> {
  if (word === "builtin" || word === BUILTIN) return undefined;
  const { root } = (await ctx.workspace()).layout;
  const plain = word.startsWith(TRANSFORMERS) ? word.slice(TRANSFORMERS.length) : word;
  for (const folder of [
    path.join(root, MODELS_FOLDER, plain),
    path.resolve(ctx.cwd, plain),
    path.resolve(root, plain),
  ]) {
    if ((await ctx.files.stat(folder))?.kind === "folder") return folder;
  }
  const known = (await listModels(ctx)).map(({ id }) => id).join(", ");
  throw new KefuError("usage", "cli.model.unknown", { id: word, known }, { hint: { key: "cli.model.hint" } });
}

/** Where a model comes from, as `--json` documents hold it. */
export function originDocument({ id, hub, revision, at, files }: ModelOrigin): ModelPullOutput["origin"] {
  return { id, ...(hub && { hub }), ...(revision && { revision }), at, files: files.map((file) => ({ ...file })) };
}
