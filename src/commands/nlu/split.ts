import path from "node:path";
import { InvalidArgumentError, Option, type Command } from "commander";
import type { FormatId } from "../../interop/format.js";
import type { Loss } from "../../interop/loss.js";
import type { Dataset, Utterance } from "../../nlu/data/dataset.js";
import type { Split } from "../../nlu/data/split.js";
import { checkOutput, type Context } from "../context.js";
import { wholeNumber } from "../options.js";
import { loadLintData, withoutPart } from "./data-files.js";
import type { NluSplitOutput } from "./data-schemas.js";
import { withLikeness } from "./likeness.js";

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

/** Names of the training and the test file, of each fold where there are folds. */
function namesOf(folds: number | undefined, ending: string): (readonly [train: string, test: string])[] {
  const within = folds === undefined ? [""] : Array.from({ length: folds }, (_, fold) => `fold-${fold + 1}/`);
  return within.map((folder) => [`${folder}train.${ending}`, `${folder}test.${ending}`]);
}

/** Each part of some folds is the test part once; of a single division the second one is. */
function partsOf(all: readonly Utterance[], { parts }: Split, folds: number | undefined, ending: string): Part[] {
  return namesOf(folds, ending).flatMap(([train, test], at) => {
    const number = folds === undefined ? "" : ` ${at + 1}`;
    const tested = folds === undefined ? 1 : at;
    const side = (part: string, file: string, isTest: boolean): Part => ({
      ...{ part: `${part}${number}`, file },
      utterances: all.filter((_, one) => (parts[one] === tested) === isTest),
    });
    return [side("train", train, false), side("test", test, true)];
  });
}

/** A part of folds, as {@link namesOf} calls them. */
const FOLD_PART = new RegExp(`^fold-\\d+/(?:train|test)\\.(?:${Object.values(ENDINGS).join("|")})$`, "u");

/** Parts of earlier folds that no new part takes the place of: beside the new ones they would be folds of another division. */
async function otherFolds(
  { files, cwd }: Context,
  parts: readonly string[],
  { output, folds }: SplitFlags,
): Promise<string[]> {
  const folder = path.resolve(cwd, output);
  if (folds === undefined || (await files.stat(folder))?.kind !== "folder") return [];
  const within = (await files.list(folder)).map((file) => path.relative(folder, file).split(path.sep).join("/"));
  return within.filter((file) => FOLD_PART.test(file) && !parts.includes(file));
}

/** Nothing is done where one file stands in the way. Gives those that go unasked, as the new ones come. */
async function checkFree(ctx: Context, parts: readonly string[], flags: SplitFlags): Promise<string[]> {
  const { output } = flags;
  const force = flags.force === true;
  await checkOutput(ctx, output, { force, folder: true });
  const others = await otherFolds(ctx, parts, flags);
  for (const file of [...parts, ...others]) await checkOutput(ctx, path.join(output, file), { force });
  return others;
}

/** Removes the folders of folds that hold nothing any more. */
async function removeEmpty({ files, cwd }: Context, output: string, gone: readonly string[]): Promise<void> {
  for (const name of new Set(gone.map((file) => path.dirname(file)))) {
    const folder = path.resolve(cwd, output, name);
    if ((await files.stat(folder)) !== undefined && (await files.list(folder)).length === 0) await files.remove(folder);
  }
}

/** All parts or none: parts of two divisions would have lines of one's test part in the other's training part. */
async function save(
  ctx: Context,
  dataset: Dataset,
  parts: readonly Part[],
  format: FormatId,
  { output, gone }: { readonly output: string; readonly gone: readonly string[] },
): Promise<void> {
  const { writeFormat } = await import("../../interop/formats.js");
  const losses: Loss[] = [];
  const files: { path: string; bytes: string | Uint8Array }[] = [];
  // What is trained on comes last: where it is there, the rest is.
  const isTraining = ({ part }: Part): boolean => part.startsWith("train");
  const ordered = [...parts.filter((part) => !isTraining(part)), ...parts.filter(isTraining)];
  for (const one of ordered) {
    const { part, file, utterances } = one;
    // What words are an entity is learnt, not tested.
    const rest = isTraining(one) ? dataset : { synonyms: [], lookups: [], regexes: [] };
    const written = await writeFormat(format, { ...rest, utterances }, { name: part, language: "" });
    losses.push(...written.losses);
    files.push({ path: path.resolve(ctx.cwd, output, file), bytes: written.files[0]!.content });
    await ctx.adapters.pause();
  }
  await ctx.files.writeTogether(
    files,
    gone.map((file) => path.resolve(ctx.cwd, output, file)),
  );
  await removeEmpty(ctx, output, gone);
  if (gone.length > 0) ctx.terminal.note(ctx.t("nlu.split.gone", { files: gone.join(", ") }));
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

/** The form of the parts: as asked for, else that of the data; a folder has no form, the first file in it does. */
async function formOf(datasets: readonly Dataset[], to: SplitFormat | undefined): Promise<SplitFormat> {
  if (to !== undefined) return to;
  const { formatOfName } = await import("../../interop/formats.js");
  const first = datasets.flatMap(({ utterances }) => utterances)[0]?.where?.file;
  return FORMATS.find((known) => known === formatOfName(first ?? "nlu.yml")) ?? "jsonl";
}

async function runSplit(ctx: Context, names: readonly string[], flags: SplitFlags): Promise<void> {
  const { folds, seed } = flags;
  const { datasets } = await loadLintData(ctx, [...names, ...flags.data], false);
  const [{ mergeDatasets }, { splitUtterances }] = await Promise.all([
    import("../../nlu/data/dataset.js"),
    import("../../nlu/data/split.js"),
  ]);
  const format = await formOf(datasets, flags.to);
  const ending = ENDINGS[format];
  const others = await checkFree(ctx, namesOf(folds, ending).flat(), flags);
  const dataset = mergeDatasets(datasets);
  const shares = folds === undefined ? [1 - flags.test, flags.test] : Array.from({ length: folds }, () => 1 / folds);
  const split = await withLikeness(ctx, (likeness) =>
    splitUtterances(dataset.utterances, { shares, seed, ...likeness }),
  );
  const parts = partsOf(dataset.utterances, split, folds, ending);
  // What was divided is the owner's, wherever it stands.
  const read = new Set(dataset.utterances.map(({ where }) => path.resolve(ctx.cwd, withoutPart(where?.file ?? ""))));
  const gone = others.filter((file) => !read.has(path.resolve(ctx.cwd, flags.output, file)));
  await save(ctx, dataset, parts, format, { output: flags.output, gone });
  await emit(ctx, documentOf(dataset.utterances, split, parts, flags));
}

/** Adds `kefu nlu split` to the program; nothing heavy is loaded until it runs. */
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
