import path from "node:path";
import type { BundleCheck } from "../../bot/bundle/read.js";
import type { BotParts, LocalBotParts } from "../../bot/runtime/bot.js";
import type { ActionPort } from "../../bot/runtime/actions.js";
import type { KnownNames } from "../../bot/build-definition.js";
import type { Embedder } from "../../embed/embedder.js";
import { KefuError, type Issue } from "../../messages/errors.js";
import type { Dataset } from "../../nlu/data/dataset.js";
import type { NluModel } from "../../nlu/model.js";
import type { Workspace } from "../../workspace/workspace.js";
import { loadEmbedder, loadIndex, loadTrainedModel, type Context } from "../context.js";
import { loadSearch } from "../search.js";
import { loadTuning } from "../tuning.js";
import type { Tuning } from "../../kb/tune/tuning.js";
import { issueLine } from "../failure.js";
import { emotionEncoder, loadEmotions } from "../nlu/emotion.js";
import { listSources, readTexts, YAML_ENDINGS } from "./sources.js";

/** The bot of the workspace: flows, index, and the model where one was trained. */
export async function loadWorkspaceBot(ctx: Context): Promise<LocalBotParts> {
  const workspace = await ctx.workspace();
  const embedder = await loadEmbedder(ctx);
  const [index, model, emotions] = await Promise.all([
    loadIndex(ctx, embedder),
    loadTrainedModel(ctx, embedder),
    loadEmotions(ctx, embedder),
  ]);
  // A bot answers many turns, so that a graph over the vectors of a large index repays its loading.
  const vectors = await (await ctx.adapters.nearestNeighbours())?.(index, workspace.layout.index);
  const tuning = await loadTuning(ctx, index);
  const definition = await loadDefinition(ctx, workspace, model, tuning);
  return { definition, index, embedder, model, emotions, vectors };
}

/** The same bot, searching where index.backend says. */
export async function loadAnsweringBot(ctx: Context): Promise<BotParts> {
  const workspace = await ctx.workspace();
  if (workspace.config.index.backend === "local") return loadWorkspaceBot(ctx);
  const embedder = await loadEmbedder(ctx);
  const [{ index, tuned }, model, emotions] = await Promise.all([
    loadSearch(ctx, embedder),
    loadTrainedModel(ctx, embedder),
    loadEmotions(ctx, embedder),
  ]);
  const tuning = await loadTuning(ctx, tuned);
  return { definition: await loadDefinition(ctx, workspace, model, tuning), index, embedder, model, emotions };
}

async function loadDefinition(
  ctx: Context,
  workspace: Workspace,
  model: NluModel | undefined,
  tuning: Tuning | undefined,
): Promise<BotParts["definition"]> {
  const { config, layout } = workspace;
  const [{ buildDefinition }, { chooseSettings }] = await Promise.all([
    import("../../bot/build-definition.js"),
    import("../../kb/respond/decide.js"),
  ]);
  const paths = await listSources(ctx, layout.root, config.bot.flows, YAML_ENDINGS, (name) => {
    ctx.terminal.alert(ctx.t("bot.definition.no-files", { path: name }));
  });
  const files = await readTexts(ctx, paths);
  const known = await knownNames(ctx, workspace);
  const { definition, warnings } = buildDefinition(
    files,
    {
      name: config.name,
      locale: config.locale,
      channel: config.bot.channel,
      handover: config.bot.handover,
      fallback: config.bot.fallback,
      decide: chooseSettings(config.decide.max_wrong_answer_rate, tuning),
    },
    known,
  );
  for (const issue of [
    ...warnings,
    ...staleModel(
      definition.flows.flatMap((flow) => flow.intents),
      model,
    ),
  ]) {
    ctx.terminal.note(issueLine(issue, ctx.t, ctx.terminal.noteStyle));
  }
  return definition;
}

/** Flows of intents that were added after the model was trained will never start. */
function staleModel(intents: readonly string[], model: NluModel | undefined): Issue[] {
  return intents
    .filter((name) => model !== undefined && !model.info.intents.includes(name))
    .map((name) => ({ severity: "warning", key: "bot.definition.stale-model", params: { name } }));
}

/** Intents and entities of the training data, and the actions of kefu.yaml. */
async function knownNames(ctx: Context, { config, layout }: Workspace): Promise<KnownNames> {
  const actions = Object.keys(config.actions.calls);
  const { DATA_ENDINGS, parseTrainingFile } = await import("../../nlu/data/training-file.js");
  const paths = await listSources(ctx, layout.root, config.nlu.data, DATA_ENDINGS);
  if (paths.length === 0) return { actions };
  const { mergeDatasets } = await import("../../nlu/data/dataset.js");
  const parsed = [];
  for (const file of paths) parsed.push(await parseTrainingFile(file, await ctx.files.read(file)));
  const data = mergeDatasets(parsed.map(({ dataset }) => dataset));
  const intents = [...new Set(data.utterances.map((utterance) => utterance.intent))];
  const entities = new Set(data.utterances.flatMap((utterance) => utterance.entities.map((span) => span.entity)));
  for (const { entity } of [...data.lookups, ...data.regexes]) entities.add(entity);
  return { intents, entities: [...entities], roles: rolesOf(data.utterances), actions };
}

/** By entity the roles that examples mark. */
function rolesOf(utterances: Dataset["utterances"]): Map<string, string[]> {
  const roles = new Map<string, string[]>();
  for (const { entity, role } of utterances.flatMap((utterance) => utterance.entities)) {
    const known = roles.get(entity) ?? [];
    if (role !== undefined && !known.includes(role)) roles.set(entity, [...known, role].sort());
  }
  return roles;
}

/** A bundle with all that is found out about it. */
export async function checkBundleFile(ctx: Context, file: string): Promise<BundleCheck & { bytes: Uint8Array }> {
  const { checkBundle } = await import("../../bot/bundle/read.js");
  const bytes = await readBundleFile(ctx, file);
  const embedder = await bundleEmbedder(ctx, bytes);
  return { bytes, ...(await checkBundle(bytes, embedder, file, await emotionEncoder(ctx, embedder))) };
}

/** The parts of a bundle that verifies. */
export async function loadBundleParts(ctx: Context, file: string): Promise<BotParts> {
  const { parts, problems } = await checkBundleFile(ctx, file);
  if (parts !== undefined) return parts;
  throw new KefuError(
    "findings",
    "bot.bundle.bad",
    { path: file, n: problems.length },
    { issues: problems, hint: { key: "bot.bundle.hint" } },
  );
}

async function readBundleFile(ctx: Context, file: string): Promise<Uint8Array> {
  const full = path.resolve(ctx.cwd, file);
  const found = await ctx.files.stat(full);
  if (found === undefined) throw new KefuError("input", "common.file.missing", { path: file });
  if (found.kind !== "file") throw new KefuError("input", "common.file.not-a-file", { path: file });
  return ctx.files.read(full);
}

/**
 * The encoder that a bundle names, or the built-in one where it cannot be told. Only for a transformer a workspace is looked
 * for: where it uses the same model, its settings count; else the model's folder is meant from the current folder.
 */
async function bundleEmbedder(ctx: Context, bytes: Uint8Array): Promise<Embedder> {
  const { bundleEmbedderId } = await import("../../bot/bundle/read.js");
  const name = await bundleEmbedderId(bytes);
  if (!name.startsWith("transformers:")) return ctx.adapters.embedder("builtin:bilingual-static", ctx.cwd);
  const workspace = await optionalWorkspace(ctx);
  return workspace?.config.index.embedder === name ? loadEmbedder(ctx) : ctx.adapters.embedder(name, ctx.cwd);
}

/** The workspace, where there is one; a broken one is an error all the same. */
export async function optionalWorkspace(ctx: Context): Promise<Workspace | undefined> {
  try {
    return await ctx.workspace();
  } catch (error) {
    if (error instanceof KefuError && error.key === "workspace.none") return undefined;
    throw error;
  }
}

/** The actions that kefu.yaml describes; none without a workspace. */
export async function loadActions(ctx: Context): Promise<ActionPort> {
  const workspace = await optionalWorkspace(ctx);
  if (workspace !== undefined) return ctx.adapters.actions(workspace.config.actions);
  const { NO_ACTIONS } = await import("../../bot/runtime/actions.js");
  return NO_ACTIONS;
}
