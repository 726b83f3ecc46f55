import path from "node:path";
import { InvalidArgumentError, Option, type Command } from "commander";
import type { FormatId } from "../../interop/format.js";
import type { Loss } from "../../interop/loss.js";
import { KefuError } from "../../messages/errors.js";
import type { Dataset, Utterance } from "../../nlu/data/dataset.js";
import type { Split } from "../../nlu/data/split.js";
import { loadEmbedder, type Context } from "../context.js";
import { wholeNumber } from "../options.js";
import { loadLintData } from "./data-files.js";
import type { NluSplitOutput } from "./data-schemas.js";

const FORMATS = ["csv", "jsonl", "rasa", "xlsx"] as const satisfies readonly FormatId[];
type SplitFormat = (typeof FORMATS)[number];
const ENDINGS: Readonly<Record<SplitFormat, string>> = { csv: "csv", jsonl: "jsonl", rasa: "yml", xlsx: "xlsx" };

interface SplitFlags {
  readonly data: readonly string[];
  readonly output: string;
  readonly test: number;
  readonly folds?: number;
  readonly seed: number;
  readonly to?: SplitFormat;
  readonly force?: boolean;
}

/** One file to be written. */
interface Part {
  readonly part: string;
  readonly file: string;
  readonly utterances: readonly Utterance[];
}

/** Each part of some folds is the test part once; of a single division the second one is. */
function partsOf(all: readonly Utterance[], { parts }: Split, folds: number | undefined, ending: string): Part[] {
  const side = (name: string, part: string, within: (one: number) => boolean): Part => ({
    ...{ part: name, file: `${part}.${ending}`, utterances: all.filter((_, at) => within(parts[at]!)) },
  });
  if (folds === undefined) {
    return [side("train", "train", (one) => one === 0), side("test", "test", (one) => one === 1)];
  }
  return Array.from({ length: folds }, (_, fold) => [
    side(`train ${fold + 1}`, `fold-${fold + 1}/train`, (one) => one !== fold),
    side(`test ${fold + 1}`, `fold-${fold + 1}/test`, (one) => one === fold),
  ]).flat();
}

/** Everything is made before anything is written, and nothing is written where one file stands in the way. */
async function save(
  ctx: Context,
  dataset: Dataset,
  parts: readonly Part[],
  format: FormatId,
  flags: SplitFlags,
): Promise<void> {
  const { writeFormat } = await import("../../interop/formats.js");
  const losses: Loss[] = [];
  const files: { shown: string; full: string; content: string | Uint8Array }[] = [];
  for (const { part, file, utterances } of parts) {
    // What words are an entity is learnt, not tested.
    const rest = part.startsWith("train") ? dataset : { synonyms: [], lookups: [], regexes: [] };
    const written = await writeFormat(format, { ...rest, utterances }, { name: part, language: "" });
    losses.push(...written.losses);
    const shown = path.join(flags.output, file);
    files.push({ shown, full: path.resolve(ctx.cwd, shown), content: written.files[0]!.content });
  }
  for (const { shown, full } of files) {
    if (flags.force === true || (await ctx.files.stat(full)) === undefined) continue;
    throw new KefuError("usage", "common.file.exists", { path: shown }, { hint: { key: "common.hint.force" } });
  }
  for (const { full, content } of files) await ctx.files.writeAtomic(full, content);
  if (losses.length > 0) ctx.terminal.note(ctx.t("nlu.split.lost", { count: losses.length, format }));
}

function documentOf(
  all: readonly Utterance[],
  split: Split,
  parts: readonly Part[],
  flags: SplitFlags,
): NluSplitOutput {
  const tests = flags.folds === undefined ? [1] : Array.from({ length: flags.folds }, (_, fold) => fold);
  const counts = new Map<string, { utterances: number; test: number[] }>();
  for (const [at, { intent }] of all.entries()) {
    const count = counts.get(intent) ?? { utterances: 0, test: tests.map(() => 0) };
    counts.set(intent, count);
    count.utterances++;
    const fold = tests.indexOf(split.parts[at]!);
    if (fold >= 0) count.test[fold]!++;
  }
  return {
    ...{ seed: flags.seed, utterances: all.length, groups: split.groups, grouped: split.grouped },
    files: parts.map(({ part, file, utterances }) => ({
      ...{ part, file: path.join(flags.output, file), utterances: utterances.length },
      intents: new Set(utterances.map(({ intent }) => intent)).size,
    })),
    intents: [...counts].map(([intent, count]) => ({ intent, ...count })),
  };
}

async function emit(ctx: Context, document: NluSplitOutput): Promise<void> {
  const { t, terminal } = ctx;
  if (ctx.globals().json === true) return terminal.json(document);
  await terminal.table(
    [
      { title: t("nlu.split.file") },
      { title: t("nlu.split.utterances"), align: "right" },
      { title: t("nlu.split.intents"), align: "right" },
    ],
    document.files.map(({ file, utterances, intents }) => [file, String(utterances), String(intents)]),
  );
  terminal.print();
  await terminal.table(
    [
      { title: t("nlu.eval.intent") },
      { title: t("nlu.split.utterances"), align: "right" },
      { title: t("nlu.split.test-part"), align: "right" },
    ],
    document.intents.map(({ intent, utterances, test }) => [intent, String(utterances), test.join(" ")]),
  );
  terminal.print();
  terminal.print(t("nlu.split.groups", { groups: document.groups, grouped: document.grouped }));
  const untested = document.intents
    .filter(({ test }) => test.every((count) => count === 0))
    .map(({ intent }) => intent);
  if (untested.length > 0) terminal.note(t("nlu.split.untested", { intents: untested.join(", ") }));
}

async function runSplit(ctx: Context, names: readonly string[], flags: SplitFlags): Promise<void> {
  const { datasets } = await loadLintData(ctx, [...names, ...flags.data], false);
  const [{ mergeDatasets }, { splitUtterances }, { formatOfName }] = await Promise.all([
    import("../../nlu/data/dataset.js"),
    import("../../nlu/data/split.js"),
    import("../../interop/formats.js"),
  ]);
  const dataset = mergeDatasets(datasets);
  const embedder = await loadEmbedder(ctx);
  const { folds } = flags;
  const shares = folds === undefined ? [1 - flags.test, flags.test] : Array.from({ length: folds }, () => 1 / folds);
  let split: Split;
  try {
    const { pause } = ctx.adapters;
    split = await splitUtterances(dataset.utterances, { shares, seed: flags.seed, embedder, pause });
  } finally {
    await embedder.close();
  }
  // A folder has no form, the first file in it does.
  const first = datasets.flatMap(({ utterances }) => utterances)[0]?.where?.file;
  const own = FORMATS.find((known) => known === formatOfName(first ?? "nlu.yml"));
  const format = flags.to ?? own ?? "jsonl";
  const parts = partsOf(dataset.utterances, split, folds, ENDINGS[format]);
  await save(ctx, dataset, parts, format, flags);
  await emit(ctx, documentOf(dataset.utterances, split, parts, flags));
}

export function nluSplit(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const share = (text: string): number => {
    const value = Number(text);
    if (text.trim() !== "" && value > 0 && value < 1) return value;
    throw new InvalidArgumentError(t("nlu.split.bad-share"));
  };
  parent
    .command("split")
    .description(t("nlu.split.description"))
    .argument("[files...]", t("nlu.train.files"))
    .requiredOption("-o, --output <folder>", t("nlu.split.output"))
    .option("--data <file>", t("nlu.option.data"), (file: string, all: readonly string[]) => [...all, file], [])
    .option("--test <share>", t("nlu.split.test"), share, 0.2)
    .option("--folds <n>", t("nlu.split.folds"), wholeNumber(t, 2, 50))
    .option("--seed <n>", t("nlu.split.seed"), wholeNumber(t, 0), 1)
    .addOption(new Option("--to <format>", t("nlu.split.to")).choices(FORMATS))
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("nlu.split.examples")}`)
    .action((files: string[], flags: SplitFlags) => runSplit(ctx, files, flags));
}
