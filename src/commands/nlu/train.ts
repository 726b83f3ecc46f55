import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Command } from "commander";
import type { ModelHeader } from "../../nlu/model-file.js";
import { keepSettings } from "../../workspace/kept-settings.js";
import { loadEmbedder, withLock, type Context } from "../context.js";
import { issueDocument } from "../failure.js";
import { share } from "../options.js";
import { loadTrainingData, type LoadedData } from "./data-files.js";
import { emotionLine, learnEmotions } from "./emotion.js";
import type { NluTrainOutput } from "./schemas.js";

interface TrainFlags {
  readonly data: readonly string[];
  readonly force?: boolean;
  readonly maxInScopeLoss: number;
}

/** Header of the model that is there; `undefined` when there is none, or none that this version can read. */
async function presentModel(ctx: Context, file: string): Promise<{ header: ModelHeader; bytes: number } | undefined> {
  if ((await ctx.files.stat(file)) === undefined) return undefined;
  const { readModelFile } = await import("../../nlu/model-file.js");
  const bytes = await ctx.files.read(file);
  try {
    return { header: readModelFile(bytes, file).header, bytes: bytes.length };
  } catch {
    return undefined;
  }
}

function emit(
  ctx: Context,
  { header, bytes }: { header: ModelHeader; bytes: number },
  run: {
    model: string;
    trained: boolean;
    seconds: number;
    data: LoadedData;
    emotion: NluTrainOutput["emotion"] | undefined;
  },
): void {
  const { t, terminal } = ctx;
  const { fingerprint, intents, utterances, outOfFold, operatingPoint, entities } = header;
  if (ctx.globals().json === true) {
    terminal.json({
      model: run.model,
      trained: run.trained,
      fingerprint,
      intents: intents.length,
      utterances,
      entityWords: entities.words.length,
      bytes,
      seconds: run.seconds,
      outOfFold,
      operatingPoint,
      emotion: run.emotion ?? null,
      warnings: run.data.issues.map((issue) => issueDocument(issue, t)),
    } satisfies NluTrainOutput);
    return;
  }
  if (run.emotion) terminal.print(emotionLine(ctx, run.emotion));
  if (!run.trained) return terminal.print(t("nlu.train.unchanged", { path: run.model }));
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const accuracy = percent(outOfFold.accuracy);
  terminal.print(t("nlu.train.done", { intents: intents.length, utterances, words: entities.words.length }));
  terminal.print(t("nlu.train.out-of-fold", { n: outOfFold.n, accuracy, ece: outOfFold.ece.toFixed(3) }));
  const { threshold, inScopeRejected, outOfScopeRecall } = operatingPoint;
  const point = { threshold: threshold.toFixed(3), rejected: percent(inScopeRejected) };
  if (outOfScopeRecall === null) terminal.print(t("nlu.train.operating-point", point));
  else terminal.print(t("nlu.train.operating-point-oos", { ...point, recall: percent(outOfScopeRecall) }));
  const size = (bytes / 1024).toFixed(0);
  terminal.print(t("nlu.train.written", { path: run.model, size, seconds: run.seconds.toFixed(1) }));
}

async function runTrain(ctx: Context, files: readonly string[], flags: TrainFlags): Promise<void> {
  const started = ctx.clock.elapsed();
  const workspace = await ctx.workspace();
  const { layout } = workspace;
  const model = path.relative(ctx.cwd, layout.model);
  const data = await loadTrainingData(ctx, [...files, ...flags.data]);
  const [{ fingerprint, trainModel }, { DEFAULT_SETTINGS }, { mergeDatasets }, { readModelHeader }] = await Promise.all(
    [
      import("../../nlu/train.js"),
      import("../../nlu/settings.js"),
      import("../../nlu/data/dataset.js"),
      import("../../nlu/model-file.js"),
    ],
  );
  const dataset = mergeDatasets(data.datasets);
  const settings = { ...DEFAULT_SETTINGS, maxInScopeLoss: flags.maxInScopeLoss };
  const embedder = await loadEmbedder(ctx);
  const seconds = () => (ctx.clock.elapsed() - started) / 1000;
  await withLock(ctx, async () => {
    const emotion = await learnEmotions(ctx, embedder, { force: flags.force === true });
    const present = await presentModel(ctx, layout.model);
    if (flags.force !== true && present?.header.fingerprint === fingerprint(dataset, embedder.info, settings)) {
      return emit(ctx, present, { model, trained: false, seconds: seconds(), data, emotion });
    }
    const progress = await ctx.terminal.progress(ctx.t("nlu.train.running"), () => ctx.clock.elapsed());
    let bytes: Uint8Array;
    try {
      bytes = await trainModel(dataset, embedder, {
        settings,
        onProgress: async (done, total) => {
          progress.update(done, total);
          // Between two iterations Ctrl-C gets its turn; the old model is still in place then.
          await setImmediate();
        },
      });
    } finally {
      progress.stop();
    }
    await ctx.files.writeAtomic(layout.model, bytes);
    // Later commands need not check them again, which takes longer than a prediction.
    await keepSettings(ctx.files, workspace);
    const made = { header: readModelHeader(bytes, model), bytes: bytes.length };
    emit(ctx, made, { model, trained: true, seconds: seconds(), data, emotion });
  });
}

/** Adds `kefu nlu train` to the program; nothing heavy is loaded until it runs. */
export function nluTrain(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("train")
    .description(t("nlu.train.description"))
    .argument("[files...]", t("nlu.train.files"))
    .option("--data <file>", t("nlu.option.data"), (file: string, all: readonly string[]) => [...all, file], [])
    .option("--max-in-scope-loss <share>", t("nlu.train.max-in-scope-loss"), share(t), 0.05)
    .option("--force", t("nlu.train.force"))
    .addHelpText("after", () => `\n${t("nlu.train.examples")}`)
    .action((files: string[], flags: TrainFlags) => runTrain(ctx, files, flags));
}
