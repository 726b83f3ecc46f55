import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { DTYPES } from "../../embed/encoder-options.js";
import type { ModelOrigin, PulledModel, PullRequest } from "../../embed/model-port.js";
import { KefuError } from "../../messages/errors.js";
import { PROGRESS_FILE, hubSource } from "./hub-source.js";
import { exportFile, NEEDED, readJson } from "./model-files.js";
import { readModelFolder } from "./model-folder.js";
import { definedOnly, readOrigin } from "./model-origin.js";
import { ORIGIN_FILE } from "./model-settings.js";
import { folderSource, tooLarge, type ModelSource } from "./model-source.js";
import { summariseOnnx } from "./onnx-summary.js";
import { createTransformersEmbedder } from "./transformers-embedder.js";
import { loadTransformers } from "./transformers-library.js";

const OPTIONAL = [
  "tokenizer_config.json",
  "special_tokens_map.json",
  "modules.json",
  "sentence_bert_config.json",
  "config_sentence_transformers.json",
  "README.md",
  "LICENSE",
];

/** Settings and vocabularies are no larger. */
const TEXT_BYTES = 100e6;

/** Path of files on hubs, where the library that knows it is not installed. */
const TEMPLATE = "{model}/resolve/{revision}/";

/** A relative path that stays where it is: no way up, no empty or hidden step. */
const isSafe = (file: string): boolean => file.split("/").every((step) => /^\w[\w.-]*$/.test(step));

class Gathering {
  readonly files: { path: string; bytes: number; sha256: string }[] = [];
  resumed = 0;
  private bytes = 0;

  constructor(
    private readonly source: ModelSource,
    private readonly staging: string,
    private readonly request: PullRequest,
  ) {}

  async all(): Promise<void> {
    for (const file of NEEDED) {
      if (!(await this.take(file, TEXT_BYTES))) throw this.missing(file);
    }
    for (const file of OPTIONAL) await this.take(file, TEXT_BYTES);
    await this.take(await this.poolingFile(), TEXT_BYTES);
    await this.model();
  }

  private missing(file: string): KefuError {
    const hint = { key: "cli.model.pull.hint.export" } as const;
    return new KefuError("input", "cli.model.pull.missing", { id: this.source.name, file }, { hint });
  }

  private async take(file: string, most = Infinity): Promise<boolean> {
    const { maxBytes, onProgress } = this.request;
    if (!isSafe(file)) return false;
    const left = Math.min(most, maxBytes - this.bytes);
    const taken = await this.source.take(file, path.join(this.staging, file), {
      maxBytes: left,
      onBytes: (done, total) => onProgress?.(file, done, total),
    });
    if (taken === undefined) return false;
    if (taken.bytes > left) throw tooLarge(file, left);
    this.bytes += taken.bytes;
    this.resumed += taken.resumed;
    this.files.push({ path: file, bytes: taken.bytes, sha256: taken.sha256 });
    return true;
  }

  private async poolingFile(): Promise<string> {
    const modules: unknown = await readJson(path.join(this.staging, "modules.json"));
    const steps = Array.isArray(modules) ? (modules as { type?: string; path?: string }[]) : [];
    const pooling = steps.find(({ type }) => type?.split(".").at(-1) === "Pooling")?.path;
    return `${pooling ?? "1_Pooling"}/config.json`;
  }

  /** The export that is asked for, or the most exact one that there is, and the files with its weights. */
  private async model(): Promise<void> {
    const { dtype } = this.request;
    for (const file of (dtype === undefined ? DTYPES : [dtype]).map(exportFile)) {
      for (const folder of ["onnx/", ""]) {
        if (!(await this.take(folder + file))) continue;
        const summary = await summariseOnnx(path.join(this.staging, folder + file));
        for (const weights of summary?.external ?? []) {
          if (!(await this.take(folder + weights))) throw this.missing(folder + weights);
        }
        return;
      }
    }
    throw this.missing(`onnx/${exportFile(dtype ?? "fp32")}`);
  }
}

async function openSource(request: PullRequest, staging: string, agent: string): Promise<ModelSource> {
  const { from, hub, revision = "main", allowPrivate, dtype } = request;
  if ("folder" in from) {
    // Says what is wrong with it by its own name, before anything is copied.
    await readModelFolder(from.folder, { dtype });
    return folderSource(from.folder);
  }
  const library = hub === undefined ? await loadTransformers() : await loadTransformers().catch(() => undefined);
  const template = library?.env.remotePathTemplate ?? TEMPLATE;
  const address = hub ?? library!.env.remoteHost;
  return hubSource({ address, template, revision, allowPrivate, staging, agent, id: from.id });
}

/** An error about the folder where files are gathered, said of the model that was asked for. */
function namedAs(thrown: unknown, staging: string, name: string): unknown {
  if (!(thrown instanceof KefuError) || thrown.params["path"] !== staging) return thrown;
  const { kind, key, params, hint } = thrown;
  return new KefuError(kind, key, { ...params, path: name }, { ...(hint && { hint }), cause: thrown });
}

/** Runs it once, where that is possible. */
async function tryModel(folder: string, worker: string, request: PullRequest): Promise<boolean> {
  await readModelFolder(folder, { dtype: request.dtype });
  const embedder = await createTransformersEmbedder({ modelFolder: folder, dtype: request.dtype, worker });
  try {
    await embedder.embed(["a"], "query");
    return true;
  } catch (thrown) {
    if (thrown instanceof KefuError && thrown.kind === "unavailable") return false;
    throw thrown;
  } finally {
    await embedder.close();
  }
}

/** Puts a folder in the place of another; there is always one of them whole. */
async function moveInto(staging: string, target: string): Promise<void> {
  const old = path.join(path.dirname(target), `.old-${path.basename(target)}`);
  await rm(old, { recursive: true, force: true });
  await rename(target, old).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT") throw cause;
  });
  await rename(staging, target);
  await rm(old, { recursive: true, force: true });
}

/**
 * See `ModelPort.pull`.
 * @param worker the compiled embed-worker
 * @param agent how requests name the program
 */
export async function pullModel(request: PullRequest, worker: string, agent: string): Promise<PulledModel> {
  const { target, from, hub, at } = request;
  const staging = path.join(path.dirname(target), `.pull-${path.basename(target)}`);
  if ("folder" in from) await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  const isFolder = "folder" in from;
  let name = isFolder ? from.folder : from.id;
  try {
    const source = await openSource(request, staging, agent);
    ({ name } = source);
    const gathering = new Gathering(source, staging, request);
    await gathering.all();
    // A copied model keeps the name it had on its hub: it tells the family, and with it the prefixes.
    const earlier = isFolder ? await readOrigin(from.folder) : undefined;
    const origin: ModelOrigin = {
      format: "kefu-model",
      version: 1,
      id: earlier?.id ?? name,
      ...definedOnly({ hub: hub ?? earlier?.hub, revision: source.revision ?? earlier?.revision }),
      at,
      files: gathering.files,
    };
    await writeFile(path.join(staging, ORIGIN_FILE), `${JSON.stringify(origin, null, 2)}\n`);
    const tried = await tryModel(staging, worker, request);
    await rm(path.join(staging, PROGRESS_FILE), { force: true });
    await moveInto(staging, target);
    return { origin, resumed: gathering.resumed, tried };
  } catch (thrown) {
    // What a broken connection leaves is of use to the next attempt.
    const isBroken = thrown instanceof KefuError && thrown.key.startsWith("kb.fetch.");
    if (isFolder || !isBroken) await rm(staging, { recursive: true, force: true });
    throw namedAs(thrown, staging, name);
  }
}
