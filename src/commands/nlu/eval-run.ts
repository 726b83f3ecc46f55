import path from "node:path";
import type { Embedder } from "../../embed/embedder.js";
import { KefuError } from "../../messages/errors.js";
import type { Dataset, Utterance } from "../../nlu/data/dataset.js";
import type { Costs } from "../../nlu/eval/costs.js";
import type { Evaluation, Method } from "../../nlu/eval/evaluation.js";
import type { Judgement } from "../../nlu/eval/judgement.js";
import type { Measures } from "../../nlu/eval/run.js";
import type { NluModel } from "../../nlu/model.js";
import type { NoiseKind } from "../../noise/perturb.js";
import { loadEmbedder, loadTrainedModel, type Context } from "../context.js";
import { soundsOutOfScope } from "../../interop/training-data.js";
import { loadTestData, loadTrainingData } from "./data-files.js";

/** What is tested, on what, and what is measured beside the figures. */
export interface EvalRequest {
  readonly data: readonly string[];
  readonly test: readonly string[];
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
  /** Share in scope that models which are trained for this may reject. */
  readonly maxInScopeLoss: number;
  readonly noise: readonly NoiseKind[];
  readonly learningCurve: boolean;
  readonly costs: Costs;
  /** None; an older result or model; or an older and a newer one. */
  readonly compare: readonly string[];
}

/** An earlier evaluation: all that comparing it takes. */
interface Result {
  readonly method: Method;
  readonly threshold: number;
  readonly judgements: readonly Judgement[];
}

const isModel = (file: string): boolean => file.toLowerCase().endsWith(".kmodel");

/** @throws KefuError `input` that names the file as it was given */
async function readNamed(ctx: Context, file: string): Promise<Uint8Array> {
  const full = path.resolve(ctx.cwd, file);
  if ((await ctx.files.stat(full)) === undefined) throw new KefuError("input", "common.file.missing", { path: file });
  return ctx.files.read(full);
}

async function readResult(ctx: Context, file: string): Promise<Result> {
  const { nluEvalBaseline } = await import("./eval-schemas.js");
  const text = Buffer.from(await readNamed(ctx, file)).toString("utf8");
  const refuse = (reason: string): KefuError =>
    new KefuError("input", "nlu.eval.bad-result", { reason }, { where: { file } });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause));
  }
  const found = nluEvalBaseline.safeParse(value);
  if (!found.success) {
    const [first] = found.error.issues;
    throw refuse(`${first?.path.join(".") ?? ""}: ${first?.message ?? ""}`);
  }
  const { method, operatingPoint, utterances } = found.data;
  return { method, threshold: operatingPoint.threshold, judgements: utterances as readonly Judgement[] };
}

/** @throws KefuError `input` where there is none */
async function readTest(ctx: Context, names: readonly string[]): Promise<readonly Utterance[]> {
  const { datasets } = await loadTestData(ctx, names);
  const utterances = datasets.flatMap((dataset) => dataset.utterances);
  if (utterances.length > 0) return utterances;
  throw new KefuError("input", "nlu.eval.no-test", { paths: names.join(", ") });
}

/** A new model of some data, as `nlu train` makes it, kept in memory. */
async function trainer(
  ctx: Context,
  embedder: Embedder,
  { maxInScopeLoss }: EvalRequest,
): Promise<(data: Dataset) => Promise<NluModel>> {
  const [{ trainModel }, { loadModel }, { DEFAULT_SETTINGS }] = await Promise.all([
    import("../../nlu/train.js"),
    import("../../nlu/model.js"),
    import("../../nlu/settings.js"),
  ]);
  // Between two iterations Ctrl-C gets its turn.
  const options = { settings: { ...DEFAULT_SETTINGS, maxInScopeLoss }, onProgress: () => ctx.adapters.pause() };
  return async (data) => loadModel(await trainModel(data, embedder, options), embedder);
}

async function loadModelFile(ctx: Context, file: string, embedder: Embedder): Promise<NluModel> {
  const { loadModel } = await import("../../nlu/model.js");
  return loadModel(await readNamed(ctx, file), embedder, file);
}

function noteUnknown(ctx: Context, test: readonly Utterance[], intents: readonly string[], outside: string): void {
  const unknown = test
    .map(({ intent }) => intent)
    .filter((intent) => !intents.includes(intent) && intent.toLowerCase() !== outside);
  if (unknown.length === 0) return;
  const names = [...new Set(unknown)].sort();
  ctx.terminal.note(ctx.t("nlu.eval.unknown-intents", { intents: names.join(", ") }));
  for (const intent of names.filter(soundsOutOfScope)) ctx.terminal.note(ctx.t("nlu.data.scope-name", { intent }));
}

/** The evaluation with how much of its test the model was trained on. */
async function withSeen(
  ctx: Context,
  evaluation: Evaluation,
  test: readonly Utterance[],
  training: Dataset | undefined,
): Promise<Evaluation> {
  if (training === undefined) return evaluation;
  const { countSeen } = await import("../../nlu/eval/seen.js");
  return { ...evaluation, seen: await countSeen(test, training.utterances, () => ctx.adapters.pause()) };
}

/** The data of kefu.yaml where the model was trained on just that; else nobody knows on what. */
async function trainedOn(
  ctx: Context,
  { info }: NluModel,
  { maxInScopeLoss }: EvalRequest,
): Promise<Dataset | undefined> {
  const [{ configuredData }, { fingerprint }, { DEFAULT_SETTINGS }, { mergeDatasets }] = await Promise.all([
    import("./data-files.js"),
    import("../../nlu/train.js"),
    import("../../nlu/settings.js"),
    import("../../nlu/data/dataset.js"),
  ]);
  const data = mergeDatasets(await configuredData(ctx));
  const settings = { ...DEFAULT_SETTINGS, maxInScopeLoss };
  return fingerprint(data, info.embedder, settings) === info.fingerprint ? data : undefined;
}

/** Runs some work with progress shown. */
async function measured<T>(ctx: Context, request: EvalRequest, work: (measures: Measures) => Promise<T>): Promise<T> {
  const [{ perturb }, { SHARES }] = await Promise.all([
    import("../../noise/perturb.js"),
    import("../../nlu/eval/learning-curve.js"),
  ]);
  const progress = await ctx.terminal.progress(ctx.t("nlu.eval.running"), () => ctx.clock.elapsed());
  const { seed, noise, costs, learningCurve } = request;
  try {
    return await work({
      ...{ seed, noise, costs, change: perturb, shares: learningCurve ? SHARES : [] },
      onProgress: async (done, total) => {
        progress.update(done, total);
        await ctx.adapters.pause();
      },
    });
  } finally {
    progress.stop();
  }
}

/** On test files: of the model that there is, or of one that is trained on data for this. */
async function onTestFiles(ctx: Context, request: EvalRequest): Promise<Evaluation> {
  const test = await readTest(ctx, request.test);
  const embedder = await loadEmbedder(ctx);
  const [{ holdOut }, { intentsOf, mergeDatasets, OUT_OF_SCOPE }] = await Promise.all([
    import("../../nlu/eval/run.js"),
    import("../../nlu/data/dataset.js"),
  ]);
  if (request.data.length > 0 || request.learningCurve) {
    const data = mergeDatasets((await loadTrainingData(ctx, request.data)).datasets);
    noteUnknown(ctx, test, intentsOf(data), OUT_OF_SCOPE);
    const train = await trainer(ctx, embedder, request);
    const made = await measured(ctx, request, (measures) => holdOut({ test, model: { train, data } }, measures));
    return withSeen(ctx, made, test, data);
  }
  const model = await loadTrainedModel(ctx, embedder);
  if (model === undefined) throw new KefuError("input", "nlu.model.none", {}, { hint: { key: "cli.hint.train" } });
  noteUnknown(ctx, test, model.info.intents, OUT_OF_SCOPE);
  const made = await measured(ctx, request, (measures) => holdOut({ test, model }, measures));
  return withSeen(ctx, made, test, await trainedOn(ctx, model, request));
}

async function crossValidated(ctx: Context, request: EvalRequest): Promise<Evaluation> {
  const { datasets } = await loadTrainingData(ctx, request.data);
  const [{ crossValidate }, { mergeDatasets }] = await Promise.all([
    import("../../nlu/eval/run.js"),
    import("../../nlu/data/dataset.js"),
  ]);
  const train = await trainer(ctx, await loadEmbedder(ctx), request);
  const { folds, repeats } = request;
  const plan = { data: mergeDatasets(datasets), train, folds, repeats };
  return measured(ctx, request, (measures) => crossValidate(plan, measures));
}

/** A result as it stands in its file, or what a model says of the test files now. */
async function resultOf(ctx: Context, file: string, request: EvalRequest): Promise<Result> {
  if (!isModel(file)) return readResult(ctx, file);
  const test = await readTest(ctx, request.test);
  const model = await loadModelFile(ctx, file, await loadEmbedder(ctx));
  const { holdOut } = await import("../../nlu/eval/run.js");
  const only = { ...request, noise: [], learningCurve: false };
  const { method, operatingPoint, utterances } = await measured(ctx, only, (measures) =>
    holdOut({ test, model }, measures),
  );
  return { method, threshold: operatingPoint.threshold, judgements: utterances };
}

async function compared(ctx: Context, evaluation: Evaluation, request: EvalRequest): Promise<Evaluation> {
  const [baseline] = request.compare;
  if (baseline === undefined) return evaluation;
  const { compare } = await import("../../nlu/eval/compare.js");
  const { judgements } = await resultOf(ctx, baseline, request);
  const comparison = compare(judgements, evaluation.utterances, { baseline, seed: request.seed });
  if (comparison.n > 0) return { ...evaluation, comparison };
  const named = [...request.test, ...request.data];
  const here = request.compare[1] ?? (named.length > 0 ? named : (await ctx.workspace()).config.nlu.data).join(", ");
  throw new KefuError("input", "nlu.eval.compare-nothing", { a: baseline, b: here });
}

/** @throws KefuError `usage` for what cannot be compared */
function checkComparison({ compare, data, test, noise, learningCurve }: EvalRequest): void {
  if (compare.length > 2) throw new KefuError("usage", "nlu.eval.compare-count");
  if (compare.some(isModel) && test.length === 0) throw new KefuError("usage", "nlu.eval.compare-test");
  if (compare.length === 2 && (data.length > 0 || noise.length > 0 || learningCurve))
    throw new KefuError("usage", "nlu.eval.compare-two");
}

/**
 * Tests as asked for, and says what came of it.
 * @throws KefuError `usage` for what cannot be compared, `input` for what cannot be read or learnt from
 */
export async function evaluate(ctx: Context, request: EvalRequest): Promise<Evaluation> {
  checkComparison(request);
  const [, newer] = request.compare;
  if (newer === undefined) {
    const evaluation = await (request.test.length > 0 ? onTestFiles : crossValidated)(ctx, request);
    return compared(ctx, evaluation, request);
  }
  const { summarise } = await import("../../nlu/eval/evaluation.js");
  const { method, threshold, judgements } = await resultOf(ctx, newer, request);
  return compared(ctx, summarise(judgements, { method, threshold, costs: request.costs }), request);
}
