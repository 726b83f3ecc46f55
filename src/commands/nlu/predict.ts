import type { Command } from "commander";
import { KefuError } from "../../messages/errors.js";
import type { EmotionPrediction } from "../../nlu/emotion/emotion.js";
import type { Prediction } from "../../nlu/model.js";
import { loadEmbedder, loadTrainedModel, type Context } from "../context.js";
import { localTime, someText } from "../options.js";
import { loadEmotions, printEmotion } from "./emotion.js";
import type { NluPredictOutput } from "./schemas.js";

const SHOWN = 3;

interface PredictFlags {
  readonly at?: string;
}

async function emit(
  ctx: Context,
  { text, at }: { readonly text: string; readonly at: string },
  { intent, ranking, scope, parts, entities }: Prediction,
  emotion: EmotionPrediction,
): Promise<void> {
  const { t, terminal } = ctx;
  const best = ranking.slice(0, SHOWN);
  if (ctx.globals().json === true) {
    const document = {
      text,
      at,
      intent: intent ?? null,
      ranking: [...best],
      scope,
      ...(parts && { parts: [...parts] }),
      entities: [...entities],
      emotion,
    };
    return terminal.json(document satisfies NluPredictOutput);
  }
  if (intent === undefined) terminal.print(t("nlu.predict.unknown"));
  else {
    await terminal.table(
      [{ title: t("nlu.eval.intent") }, { title: t("nlu.predict.confidence"), align: "right" }],
      best.map(({ name, confidence }) => [name, confidence.toFixed(3)]),
    );
  }
  if (intent !== undefined && !scope.accepted)
    terminal.print(t("nlu.predict.out-of-scope", { score: scope.score.toFixed(3) }));
  for (const part of parts ?? []) terminal.print(t("nlu.predict.part", { text: part.text, intent: part.intent.name }));
  terminal.print();
  await printEmotion(ctx, emotion);
  if (entities.length === 0) return;
  terminal.print();
  const role = entities.some((match) => match.role !== undefined) ? (["role"] as const) : [];
  const columns = ["entity", ...role, "words", "value", "from"] as const;
  await terminal.table(
    columns.map((name) => ({ title: t(`nlu.predict.${name}`) })),
    entities.map((match) => [
      ...[match.entity, ...role.map(() => match.role ?? "")],
      ...[match.text, match.value, t(`nlu.predict.from.${match.from}`)],
    ]),
  );
}

async function runPredict(ctx: Context, text: string, flags: PredictFlags): Promise<void> {
  ctx.adapters.answersOnce();
  const embedder = await loadEmbedder(ctx);
  const [model, emotions] = await Promise.all([loadTrainedModel(ctx, embedder), loadEmotions(ctx, embedder)]);
  if (model === undefined) throw new KefuError("input", "nlu.model.none", {}, { hint: { key: "cli.hint.train" } });
  const at = flags.at ?? ctx.clock.now();
  await emit(ctx, { text, at }, await model.predict(text, at), await emotions.predict(text));
}

/** Adds `kefu nlu predict` to the program; nothing heavy is loaded until it runs. */
export function nluPredict(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("predict")
    .description(t("nlu.predict.description"))
    .argument("<text>", t("nlu.predict.text"), someText(t))
    .option("--at <time>", t("nlu.predict.option.at"), localTime(t))
    .addHelpText("after", () => `\n${t("nlu.predict.examples")}`)
    .action((text: string, flags: PredictFlags) => runPredict(ctx, text, flags));
}
