import path from "node:path";
import { Option, type Command } from "commander";
import { DTYPES, type Dtype } from "../../embed/encoder-options.js";
import type { PullRequest, PulledModel } from "../../embed/model-port.js";
import { KefuError } from "../../messages/errors.js";
import { withLock, type Context } from "../context.js";
import { wholeNumber } from "../options.js";
import type { ModelPullOutput } from "./schemas.js";

interface PullFlags {
  readonly hub?: string;
  readonly revision?: string;
  readonly dtype?: Dtype;
  readonly name?: string;
  readonly maxSize: number;
  readonly allowPrivate?: boolean;
  readonly force?: boolean;
}

const MODEL_ID = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)?$/;
const NAME = /^\w[\w.-]{0,99}$/;
const REVISION = /^\w[\w./-]{0,99}$/;

function bad(key: "cli.model.pull.bad-id" | "cli.model.pull.bad-name" | "cli.model.pull.bad-revision", id: string) {
  return new KefuError("usage", key, { id });
}

/** A folder that is there, or an id on the hub. */
async function readSource(ctx: Context, word: string): Promise<PullRequest["from"]> {
  const folder = path.resolve(ctx.cwd, word);
  const found = await ctx.files.stat(folder);
  if (found?.kind === "folder") return { folder };
  if (MODEL_ID.test(word) && !word.includes("..")) return { id: word };
  throw found === undefined
    ? bad("cli.model.pull.bad-id", word)
    : new KefuError("usage", "embed.transformers.not-a-folder", { path: word });
}

async function readRequest(ctx: Context, word: string, flags: PullFlags): Promise<PullRequest> {
  const { root } = (await ctx.workspace()).layout;
  const { MODELS_FOLDER } = await import("./models.js");
  const from = await readSource(ctx, word);
  const name = flags.name ?? path.basename("folder" in from ? from.folder : from.id);
  if (!NAME.test(name) || name.includes("..")) throw bad("cli.model.pull.bad-name", name);
  const { revision, dtype, allowPrivate = false, force = false, maxSize } = flags;
  if (revision !== undefined && (!REVISION.test(revision) || revision.includes("..")))
    throw bad("cli.model.pull.bad-revision", revision);
  const target = path.join(root, MODELS_FOLDER, name);
  if ("folder" in from && from.folder === target) throw bad("cli.model.pull.bad-id", word);
  if (!force && (await ctx.files.stat(target)) !== undefined) {
    const shown = path.relative(ctx.cwd, target);
    throw new KefuError(
      "usage",
      "common.file.exists",
      { path: shown },
      { hint: { key: "cli.model.pull.hint.exists" } },
    );
  }
  const environment = ctx.env["KEFU_MODEL_HUB"];
  const hub = flags.hub ?? (environment === "" ? undefined : environment);
  const where = { from, target, maxBytes: maxSize * 1e6, allowPrivate, at: ctx.clock.now() };
  return { ...where, ...(hub && { hub }), ...(revision && { revision }), ...(dtype && { dtype }) };
}

async function pull(ctx: Context, request: PullRequest): Promise<PulledModel> {
  const models = await ctx.adapters.models(ctx.version);
  const progress = await ctx.terminal.progress(ctx.t("cli.model.pull.progress"), () => ctx.clock.elapsed());
  const kilobytes = (bytes: number): number => Math.round(bytes / 1000);
  try {
    return await models.pull({
      ...request,
      onProgress: (file, done, total) => progress.update(kilobytes(done), kilobytes(total), `${file} (kB)`),
    });
  } finally {
    progress.stop();
  }
}

async function runPull(ctx: Context, word: string, flags: PullFlags): Promise<void> {
  const { t, terminal } = ctx;
  const { embedderOf, originDocument } = await import("./models.js");
  const request = await readRequest(ctx, word, flags);
  const { origin, resumed, tried } = await withLock(ctx, () => pull(ctx, request));
  const { root } = (await ctx.workspace()).layout;
  const bytes = origin.files.reduce((sum, file) => sum + file.bytes, 0);
  const id = embedderOf(root, request.target);
  const document: ModelPullOutput = {
    id,
    folder: request.target,
    origin: originDocument(origin),
    bytes,
    resumed,
    tried,
  };
  if (ctx.globals().json === true) return terminal.json(document);
  const folder = path.relative(ctx.cwd, request.target);
  terminal.print(t("cli.model.pull.done", { folder, files: origin.files.length, size: (bytes / 1e6).toFixed(1) }));
  if (!tried) terminal.alert(t("cli.model.pull.untried"));
  terminal.note(t("cli.model.pull.next", { name: path.basename(request.target) }));
}

/** Adds `kefu model pull` to the program; nothing heavy is loaded until it runs. */
export function modelPull(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const megabytes = 4000;
  parent
    .command("pull")
    .argument("<model>", t("cli.model.pull.argument"))
    .description(t("cli.model.pull.description"))
    .option("--hub <url>", t("cli.model.pull.option.hub"))
    .option("--revision <name>", t("cli.model.pull.option.revision"))
    .addOption(new Option("--dtype <name>", t("cli.model.pull.option.dtype")).choices(DTYPES))
    .option("--name <name>", t("cli.model.pull.option.name"))
    .option("--max-size <mb>", t("cli.model.pull.option.max-size"), wholeNumber(t, 1, 1_000_000), megabytes)
    .option("--allow-private", t("cli.model.pull.option.allow-private"))
    .option("--force", t("cli.model.pull.option.force"))
    .addHelpText("after", () => `\n${t("cli.model.pull.examples")}`)
    .action((word: string, flags: PullFlags) => runPull(ctx, word, flags));
}
