import path from "node:path";
import type { Context } from "../context.js";

/** A sentence encoder that a workspace may use. */
export interface ModelSummary {
  /** As `index.embedder` in kefu.yaml takes it. */
  readonly id: string;
  readonly kind: "builtin" | "transformers";
  readonly folder: string;
  readonly bytes: number;
  readonly inUse: boolean;
}

const BUILTIN = "builtin:bilingual-static";

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

/** The built-in encoder, and every model folder (one with a config.json) below models/ of the workspace. */
export async function listModels(ctx: Context): Promise<ModelSummary[]> {
  const { setting, root } = await settingInUse(ctx);
  const builtinFolder = path.join(ctx.packageRoot, "models", "bilingual-static");
  const models: ModelSummary[] = [
    {
      id: BUILTIN,
      kind: "builtin",
      folder: builtinFolder,
      bytes: await folderSize(ctx, builtinFolder),
      inUse: setting === BUILTIN,
    },
  ];
  if (root === undefined) return models;
  const folders = new Set<string>();
  const own = path.join(root, "models");
  if ((await ctx.files.stat(own))?.kind === "folder") {
    for (const file of await ctx.files.list(own)) {
      if (path.basename(file) === "tokenizer.json") folders.add(path.dirname(file));
    }
  }
  if (setting.startsWith("transformers:")) folders.add(path.resolve(root, setting.slice("transformers:".length)));
  for (const folder of [...folders].sort()) {
    const exists = (await ctx.files.stat(folder))?.kind === "folder";
    const id = `transformers:${path.relative(root, folder).split(path.sep).join("/")}`;
    const inUse = setting !== BUILTIN && path.resolve(root, setting.slice("transformers:".length)) === folder;
    models.push({ id, kind: "transformers", folder, bytes: exists ? await folderSize(ctx, folder) : 0, inUse });
  }
  return models;
}
