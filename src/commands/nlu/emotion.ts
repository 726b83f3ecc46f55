import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Embedder } from "../../embed/embedder.js";
import { KefuError } from "../../messages/errors.js";
import type { EmotionExample, EmotionPrediction } from "../../nlu/emotion/emotion.js";
import type { EmotionModel } from "../../nlu/emotion/model.js";
import type { Context } from "../context.js";
import { loadEmotionData } from "./data-files.js";
import type { NluTrainOutput } from "./schemas.js";

type Learnt = NonNullable<NluTrainOutput["emotion"]>;

const BUILTIN = "builtin:bilingual-static";

/** Models of emotions stand on the encoder that ships, whatever is used for the rest: this one, or one more. */
export async function emotionEncoder(ctx: Context, embedder: Embedder): Promise<Embedder> {
  return embedder.info.id === BUILTIN ? embedder : ctx.adapters.embedder(BUILTIN, ctx.cwd);
}

/** The model that the workspace has trained, else the one that ships. */
export async function readEmotions(ctx: Context): Promise<{ bytes: Uint8Array; file: string }> {
  const { layout } = await ctx.workspace();
  const own = (await ctx.files.stat(layout.emotionModel)) !== undefined;
  const file = own ? layout.emotionModel : path.join(ctx.packageRoot, "models", "emotion", "default.kemotion");
  return { bytes: await ctx.files.read(file), file: own ? path.relative(ctx.cwd, file) : file };
}

/** The same, opened. */
export async function loadEmotions(ctx: Context, embedder: Embedder): Promise<EmotionModel> {
  const [{ loadEmotionModel }, { bytes, file }] = await Promise.all([
    import("../../nlu/emotion/model.js"),
    readEmotions(ctx),
  ]);
  return loadEmotionModel(bytes, await emotionEncoder(ctx, embedder), file);
}

async function presentModel(ctx: Context, file: string): Promise<EmotionModel["info"] | undefined> {
  if ((await ctx.files.stat(file)) === undefined) return undefined;
  const { readEmotionFile } = await import("../../nlu/emotion/file.js");
  try {
    return readEmotionFile(await ctx.files.read(file), file).header;
  } catch {
    return undefined;
  }
}

async function learn(ctx: Context, examples: readonly EmotionExample[], embedder: Embedder): Promise<Uint8Array> {
  const { trainEmotion } = await import("../../nlu/emotion/train.js");
  const progress = await ctx.terminal.progress(ctx.t("nlu.emotion.running"), () => ctx.clock.elapsed());
  try {
    return await trainEmotion(examples, embedder, async (done, total) => {
      progress.update(done, total);
      // Ctrl-C gets its turn; the old model is still in place then.
      await setImmediate();
    });
  } finally {
    progress.stop();
  }
}

/**
 * Trains emotions where the workspace has data of its own for them; where it has none any more, the model that ships is used again.
 * To be called under the workspace's lock.
 *
 * @returns `undefined` where the workspace has none
 * @throws KefuError `input` for data that cannot be learnt from, with file and line
 */
export async function learnEmotions(
  ctx: Context,
  anyEncoder: Embedder,
  { force }: { force: boolean },
): Promise<Learnt | undefined> {
  const { layout } = await ctx.workspace();
  const datasets = await loadEmotionData(ctx);
  if (datasets.length === 0) {
    if ((await ctx.files.stat(layout.emotionModel)) !== undefined) {
      await ctx.files.remove(layout.emotionModel);
      ctx.terminal.note(ctx.t("nlu.emotion.removed"));
    }
    return undefined;
  }
  const [{ emotionExamples }, { emotionFingerprint }] = await Promise.all([
    import("../../nlu/emotion/emotion.js"),
    import("../../nlu/emotion/train.js"),
  ]);
  const { examples, issues } = emotionExamples(datasets);
  if (issues.length > 0) throw new KefuError("input", "nlu.data.unusable", { errors: issues.length }, { issues });
  const embedder = await emotionEncoder(ctx, anyEncoder);
  const model = path.relative(ctx.cwd, layout.emotionModel);
  const present = await presentModel(ctx, layout.emotionModel);
  if (!force && present?.fingerprint === emotionFingerprint(examples, embedder.info)) {
    return { model, trained: false, examples: present.examples, outOfFold: present.outOfFold };
  }
  await ctx.files.writeAtomic(layout.emotionModel, await learn(ctx, examples, embedder));
  const made = await presentModel(ctx, layout.emotionModel);
  return { model, trained: true, examples: examples.length, outOfFold: made!.outOfFold };
}

/** What was learnt, in a line. */
export function emotionLine(ctx: Context, { model, trained, examples, outOfFold }: Learnt): string {
  if (!trained) return ctx.t("nlu.emotion.unchanged");
  const f1 = `${(100 * outOfFold.macroF1).toFixed(1)}%`;
  return ctx.t("nlu.emotion.trained", {
    n: examples,
    f1,
    intensity: outOfFold.intensityError.toFixed(2),
    path: model,
  });
}

/** An emotion as a table of one line. */
export async function printEmotion(ctx: Context, { label, probability, intensity }: EmotionPrediction): Promise<void> {
  const { t } = ctx;
  await ctx.terminal.table(
    [
      { title: t("nlu.emotion.title") },
      { title: t("nlu.emotion.probability"), align: "right" },
      { title: t("nlu.emotion.intensity"), align: "right" },
    ],
    [[t(`nlu.emotion.${label}`), probability.toFixed(3), String(intensity)]],
  );
}
