import path from "node:path";
import { KefuError, type Issue } from "../../messages/errors.js";
import type { Dataset } from "../../nlu/data/dataset.js";
import type { Context } from "../context.js";
import { shownPath } from "../shown-path.js";
import { sayIssues } from "../failure.js";

/** Training data as it was read. */
export interface LoadedData {
  readonly datasets: readonly Dataset[];
  /** Warnings, the form's and the content's. */
  readonly issues: readonly Issue[];
}

/** `data.json#train` names a part of a file. */
export function withoutPart(full: string): string {
  return full.replace(/#[^#/\\]*$/u, "");
}

/** Files as they are, folders with every data file below them; sorted, each once. */
async function expand(ctx: Context, base: string, names: readonly string[], typed: boolean): Promise<string[]> {
  const { DATA_ENDINGS } = await import("../../nlu/data/training-file.js");
  const found = new Set<string>();
  for (const name of names) {
    const full = path.resolve(base, name);
    const stat = (await ctx.files.stat(full)) ?? (await ctx.files.stat(withoutPart(full)));
    if (stat?.kind === "file") found.add(full);
    else if (stat?.kind === "folder") {
      for (const file of await ctx.files.list(full)) {
        if (DATA_ENDINGS.some((ending) => file.toLowerCase().endsWith(ending))) found.add(file);
      }
    } else if (typed) throw new KefuError("input", "common.file.missing", { path: name });
  }
  return [...found].sort();
}

/** The same without data of emotions, which may stand in the folder of intents; what is named itself is meant. */
async function intentFiles(ctx: Context, base: string, names: readonly string[], typed: boolean): Promise<string[]> {
  const { config, layout } = await ctx.workspace();
  const emotions = config.nlu.emotion.data.map((name) => path.resolve(layout.root, name));
  const named = names.map((name) => path.resolve(base, name));
  const isOther = (file: string) => emotions.some((at) => file === at || file.startsWith(`${at}${path.sep}`));
  return (await expand(ctx, base, names, typed)).filter((file) => named.includes(file) || !isOther(file));
}

/** What is no error, on stderr. */
export function noteIssues({ terminal, t }: Context, issues: readonly Issue[]): void {
  sayIssues(issues, { style: terminal.noteStyle, t, say: (line) => terminal.note(line) });
}

async function parse(ctx: Context, paths: readonly string[]) {
  const { parseTrainingFiles } = await import("../../nlu/data/training-file.js");
  const files = [];
  for (const full of paths) {
    const there = (await ctx.files.stat(full)) === undefined ? withoutPart(full) : full;
    files.push({ file: shownPath(ctx.cwd, full), bytes: await ctx.files.read(there) });
  }
  return parseTrainingFiles(files);
}

async function trainingPaths(ctx: Context, names: readonly string[]): Promise<string[]> {
  const typed = names.length > 0;
  const { config, layout } = await ctx.workspace();
  const wanted = typed ? names : config.nlu.data;
  const paths = await intentFiles(ctx, typed ? ctx.cwd : layout.root, wanted, typed);
  if (paths.length > 0) return paths;
  throw new KefuError("input", "nlu.data.no-files", { paths: wanted.join(", ") }, { hint: { key: "nlu.hint.data" } });
}

/**
 * The training data that arguments name, else that kefu.yaml names; its warnings go to stderr.
 * @throws KefuError `input` when there is none, or when it holds errors
 */
export async function loadTrainingData(ctx: Context, names: readonly string[]): Promise<LoadedData> {
  const paths = await trainingPaths(ctx, names);
  const { datasets, issues } = await parse(ctx, paths);
  checkAny(datasets, shownPaths(ctx, paths));
  const { checkDatasets } = await import("../../nlu/data/dataset-check.js");
  const all = [...issues, ...checkDatasets(datasets)];
  const errors = all.filter(({ severity }) => severity === "error").length;
  if (errors > 0) throw new KefuError("input", "nlu.data.unusable", { errors }, { issues: all });
  noteIssues(ctx, all);
  return { datasets, issues: all };
}

/** The data that kefu.yaml names, without a word of what is wrong with it; nothing where it cannot be read. */
export async function configuredData(ctx: Context): Promise<readonly Dataset[]> {
  const { config, layout } = await ctx.workspace();
  try {
    return (await parse(ctx, await intentFiles(ctx, layout.root, config.nlu.data, false))).datasets;
  } catch (error) {
    if (error instanceof KefuError) return [];
    throw error;
  }
}

/**
 * Data of emotions: the workspace's own and, unless kefu.yaml says otherwise, that of the default model. Nothing where the workspace
 * has none.
 * @throws KefuError `input` when it cannot be read
 */
export async function loadEmotionData(ctx: Context): Promise<readonly Dataset[]> {
  const { config, layout } = await ctx.workspace();
  const { data, extend } = config.nlu.emotion;
  const own = await expand(ctx, layout.root, data, false);
  if (own.length === 0) return [];
  const basis = extend ? await expand(ctx, ctx.packageRoot, ["fixtures/emotion"], false) : [];
  return (await parse(ctx, [...own, ...basis])).datasets;
}

function shownPaths({ cwd }: Context, paths: readonly string[]): string[] {
  return paths.map((full) => shownPath(cwd, full));
}

/** @throws KefuError `input` where there is no utterance */
function checkAny(datasets: readonly Dataset[], paths: readonly string[]): void {
  if (datasets.some(({ utterances }) => utterances.length > 0)) return;
  throw new KefuError(
    "input",
    "nlu.data.no-utterances",
    { paths: paths.join(", ") },
    { hint: { key: "nlu.data.no-utterances-hint" } },
  );
}

/**
 * Test data: any number of examples an intent will do.
 * @throws KefuError `input` when it cannot be read, or holds no utterance
 */
export async function loadTestData(ctx: Context, names: readonly string[]): Promise<LoadedData> {
  const loaded = await parse(ctx, await expand(ctx, ctx.cwd, names, true));
  noteIssues(ctx, loaded.issues);
  checkAny(loaded.datasets, names);
  return loaded;
}

/**
 * Data to be looked at or divided: what keeps it from being trained on is no error here.
 * @param test the names are those of test data
 * @throws KefuError `input` when it cannot be read, or holds no utterance
 */
export async function loadLintData(ctx: Context, names: readonly string[], test: boolean): Promise<LoadedData> {
  if (test) return loadTestData(ctx, names);
  const paths = await trainingPaths(ctx, names);
  const loaded = await parse(ctx, paths);
  noteIssues(ctx, loaded.issues);
  checkAny(loaded.datasets, shownPaths(ctx, paths));
  return loaded;
}
