import path from "node:path";
import type { ColumnMap } from "../../kb/formats/mappings.js";
import { ASKED_FIELDS, guessedMap } from "../../kb/formats/table/proposal.js";
import type { TableProposal } from "../../kb/formats/table/proposal.js";
import type { IngestPlan } from "../../kb/ingest/plan.js";
import { KefuError } from "../../messages/errors.js";
import { withMapping } from "../../workspace/edit-config.js";
import type { MappingItem } from "../../workspace/edit-config.js";
import { CONFIG_FILE } from "../../workspace/workspace.js";
import { type Context, workspaceOpener } from "../context.js";
import { promptTheme } from "../prompt-theme.js";

/** A table that someone should look at before it is read. */
export interface OpenTable {
  readonly file: string;
  readonly sheet?: string;
  /** Its columns are guessed, not unknown. */
  readonly guessed: boolean;
}

/** Ends a run before it writes anything, so that questions can be asked while no lock is held. */
export class MappingWanted extends Error {
  constructor(readonly tables: readonly OpenTable[]) {
    super("mapping wanted");
  }
}

/** Files on this machine whose rows are entries; what is in archives and on the web has no rows to show at once. */
const TABLE = /^(?!\w+:\/\/)(?!.*!\/).*\.(?:csv|tsv|xlsx|xlsm|xls|xlsb|ods)$/i;

/** @throws MappingWanted when a plan holds tables whose columns are unknown or guessed, besides those dealt with */
export function checkMappings(plan: IngestPlan, done: ReadonlySet<string>): void {
  const unknown = plan.issues.flatMap(({ key, where }): OpenTable[] =>
    key === "kb.format.unknown-columns" && where !== undefined ? [{ file: where.file, guessed: false }] : [],
  );
  const guessed = plan.mappings.map(({ file, sheet }) => ({
    file,
    ...(sheet === undefined ? {} : { sheet }),
    guessed: true,
  }));
  const open = [...unknown, ...guessed].filter(({ file }) => TABLE.test(file) && !done.has(file));
  if (open.length > 0) throw new MappingWanted(open);
}

type Prompt = (question: object) => Promise<{ value: unknown }>;

async function prompter({ t }: Context): Promise<Prompt> {
  const { default: inquirer } = await import("inquirer");
  // Questions go to stderr: stdout is for data.
  const ask = inquirer.createPromptModule({ output: process.stderr });
  const theme = promptTheme(t);
  return (question) => ask([{ ...question, theme, name: "value" }] as never) as Promise<{ value: unknown }>;
}

/** Rows of a terminal that a cell's text is cut to. */
const WIDEST_CELL = 28;

async function showSamples(ctx: Context, { columns, samples }: TableProposal): Promise<void> {
  const { formatTable } = await import("../../adapters/terminal/table.js");
  const { terminal } = ctx;
  const width = Number.isFinite(terminal.width) ? terminal.width : 100;
  const shown = columns.map(({ shown: title }) => ({ title, max: WIDEST_CELL }));
  // A table with many columns is shown in parts that a screen holds.
  const most = Math.max(2, Math.floor(width / 12));
  for (let from = 0; from < shown.length; from += most) {
    const rows = samples.map((cells) => cells.slice(from, from + most));
    terminal.alert(`\n${await formatTable(shown.slice(from, from + most), rows, width, terminal.noteStyle)}`);
  }
  terminal.alert("");
}

async function askColumns(ctx: Context, prompt: Prompt, proposal: TableProposal): Promise<ColumnMap> {
  const { t } = ctx;
  const { columns, guess } = proposal;
  const chosen: Record<string, string> = {};
  const askField = async (field: (typeof ASKED_FIELDS)[number], required: boolean): Promise<void> => {
    const taken = Object.values(chosen);
    const choices = columns.flatMap(({ shown, name }, at) => {
      const sample = (proposal.samples[0]?.[at] ?? "").replace(/\s+/g, " ").slice(0, 24);
      return taken.includes(name) ? [] : [{ name: sample === "" ? shown : `${shown}  (${sample})`, value: at }];
    });
    const { value } = await prompt({
      type: "select",
      message: t("kb.mapping.ask.field", { field: t(`kb.mapping.field.${field}`) }),
      choices: required ? choices : [{ name: t("kb.mapping.none"), value: -1 }, ...choices],
      default: guess[field] ?? (required ? choices[0]?.value : -1),
      loop: false,
    });
    const column = columns[value as number];
    if (column !== undefined) chosen[field] = column.name;
  };
  await askField("question", true);
  await askField("answer", true);
  const others = ASKED_FIELDS.filter((field) => field !== "question" && field !== "answer");
  const known = others.some((field) => guess[field] !== undefined);
  const more = await prompt({ type: "confirm", message: t("kb.mapping.ask.more"), default: known });
  if (more.value === true && columns.length > 2) for (const field of others) await askField(field, false);
  return chosen;
}

async function askTable(ctx: Context, open: OpenTable, proposal: TableProposal): Promise<MappingItem | undefined> {
  const { t, terminal } = ctx;
  const { file, sheet } = proposal;
  const own = guessedMap(proposal);
  const columns = Object.entries(own)
    .map(([field, name]) => `${field}=${name}`)
    .join(", ");
  terminal.alert(t(open.guessed ? "kb.mapping.guessed" : "kb.mapping.unknown", { file, columns }));
  await showSamples(ctx, proposal);
  const prompt = await prompter(ctx);
  const kinds = [...(open.guessed ? (["accept"] as const) : []), "columns", "skip", "later"] as const;
  const { value: kind } = await prompt({
    type: "select",
    message: t("kb.mapping.ask.what"),
    choices: kinds.map((one) => ({ name: t(`kb.mapping.choice.${one}`), value: one })),
    default: kinds[0],
  });
  const item = { files: file, ...(sheet === undefined ? {} : { sheet }) };
  if (kind === "later") return undefined;
  if (kind === "skip") return { files: file, skip: true };
  return { ...item, columns: kind === "accept" ? own : await askColumns(ctx, prompt, proposal) };
}

/** Writes a mapping into kefu.yaml, if that leaves settings that can be read and that hold it. */
async function writeMapping(ctx: Context, item: MappingItem): Promise<void> {
  const { layout } = await ctx.workspace();
  const file = path.join(layout.root, CONFIG_FILE);
  const text = withMapping(CONFIG_FILE, await ctx.files.readText(file), item);
  const { loadConfig } = await import("../../workspace/load.js");
  loadConfig([{ file: CONFIG_FILE, text }], {}, ctx.locale);
  await ctx.files.writeAtomic(file, text);
  const { config } = await workspaceOpener(ctx)();
  const holds = config.kb.mappings.some(({ files, sheet }) => files === item.files && sheet === item.sheet);
  if (!holds) throw new KefuError("usage", "kb.mapping.overridden");
  const { files, sheet, columns = {} } = item;
  const what =
    item.skip === true
      ? "skip"
      : Object.entries(columns)
          .map(([field, name]) => `${field}=${name}`)
          .join(", ");
  ctx.terminal.note(
    ctx.t("kb.mapping.written", { mapping: `${files}${sheet === undefined ? "" : ` › ${sheet}`}: ${what}` }),
  );
}

/** Asks about each table and writes what is answered into kefu.yaml. */
export async function settleMappings(ctx: Context, tables: readonly OpenTable[], done: Set<string>): Promise<void> {
  const [{ layout, config }, { proposeMapping }] = await Promise.all([
    ctx.workspace(),
    import("../../kb/formats/table/proposal.js"),
  ]);
  for (const open of tables) {
    done.add(open.file);
    const bytes = await ctx.files.read(path.resolve(layout.root, open.file));
    const proposal = await proposeMapping(open.file, bytes, { locale: config.locale }, open.sheet);
    const item = proposal === undefined ? undefined : await askTable(ctx, open, proposal);
    if (item !== undefined) await writeMapping(ctx, item);
  }
}
