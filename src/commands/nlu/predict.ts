import type { Command } from "commander";
import { KefuError } from "../../messages/errors.js";
import type { EmotionPrediction } from "../../nlu/emotion/emotion.js";
import type { Prediction } from "../../nlu/model.js";
import { loadEmbedder, loadTrainedModel, type Context } from "../context.js";
import { localTime, someText } from "../options.js";
import { loadEmotions, printEmotion } from "./emotion.js";
import type { Judge } from "./predict-file.js";
import type { NluPredictOutput } from "./schemas.js";

const SHOWN = 3;

interface PredictFlags {
  readonly at?: string;
  readonly file?: string;
  readonly output?: string;
  readonly force?: boolean;
}

function documentOf(
  { text, at }: { readonly text: string; readonly at: string },
  { intent, ranking, scope, parts, entities }: Prediction,
  emotion: EmotionPrediction,
): NluPredictOutput {
  return {
    ...{ text, at, intent: intent ?? null, ranking: ranking.slice(0, SHOWN), scope },
    ...(parts && { parts: [...parts] }),
    ...{ entities: [...entities], emotion },
  };
}

async function emit(ctx: Context, document: NluPredictOutput): Promise<void> {
  const { t, terminal } = ctx;
  const { intent, ranking, scope, parts, entities, emotion } = document;
  if (ctx.globals().json === true) return terminal.json(document);
  if (intent === null) terminal.print(t("nlu.predict.unknown"));
  else {
    await terminal.table(
      [{ title: t("nlu.eval.intent") }, { title: t("nlu.predict.confidence"), align: "right" }],
      ranking.map(({ name, confidence }) => [name, confidence.toFixed(3)]),
    );
  }
  if (intent !== null && !scope.accepted)
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

/** @throws KefuError `input` when nothing has been trained yet */
async function loadJudge(ctx: Context, when: () => string): Promise<Judge> {
  const embedder = await loadEmbedder(ctx);
  const [model, emotions] = await Promise.all([loadTrainedModel(ctx, embedder), loadEmotions(ctx, embedder)]);
  if (model === undefined) throw new KefuError("input", "nlu.model.none", {}, { hint: { key: "cli.hint.train" } });
  return async (text) => {
    const at = when();
    return documentOf({ text, at }, await model.predict(text, at), await emotions.predict(text));
  };
}

async function runPredict(ctx: Context, text: string | undefined, flags: PredictFlags): Promise<void> {
  const { file, output, force } = flags;
  // Standard input may go on for days, a file is read at one time.
  const now = ctx.clock.now();
  const when = () => flags.at ?? (file === "-" ? ctx.clock.now() : now);
  if ((text === undefined) === (file === undefined) || (file === undefined && output !== undefined)) {
    throw new KefuError("usage", "nlu.predict.text-or-file", {}, { hint: { key: "cli.usage.hint" } });
  }
  if (text !== undefined) {
    ctx.adapters.answersOnce();
    return emit(ctx, await (await loadJudge(ctx, when))(text));
  }
  const { checkFileFlags, predictFile } = await import("./predict-file.js");
  const many = { file: file!, ...(output !== undefined && { output }), force: force === true };
  await checkFileFlags(ctx, many);
  await predictFile(ctx, await loadJudge(ctx, when), many);
}

/** Adds `kefu nlu predict` to the program; nothing heavy is loaded until it runs. */
export function nluPredict(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("predict")
    .description(t("nlu.predict.description"))
    .argument("[text]", t("nlu.predict.text"), someText(t))
    .option("--file <file>", t("nlu.predict.option.file"))
    .option("-o, --output <file>", t("nlu.predict.option.output"))
    .option("--force", t("cli.option.force"))
    .option("--at <time>", t("nlu.predict.option.at"), localTime(t))
    .addHelpText("after", () => `\n${t("nlu.predict.examples")}`)
    .action((text: string | undefined, flags: PredictFlags) => runPredict(ctx, text, flags));
}
