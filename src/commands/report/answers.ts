import { InvalidArgumentError, Option, type Command } from "commander";
import { KefuError } from "../../messages/errors.js";
import type { AnswersReport } from "../../report/answers.js";
import { loadEmbedder, loadIndex, writeOutput, type Context } from "../context.js";
import { checkEnding, isDate } from "../options.js";
import type { ReportAnswersOutput } from "./schemas.js";

const FORMATS = ["table", "csv", "xlsx", "json", "md"] as const;

type Format = (typeof FORMATS)[number];

interface AnswersOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly from?: string;
  readonly to?: string;
  readonly force?: boolean;
}

function chooseFormat(options: AnswersOptions, json: boolean): Format {
  if (options.format !== undefined) return options.format;
  if (json) return "json";
  return FORMATS.find((format) => options.output?.toLowerCase().endsWith(`.${format}`)) ?? "table";
}

/** Refuses what contradicts itself before anything is read. */
function checkOptions({ format, output, from, to }: AnswersOptions): void {
  const written = FORMATS.filter((one) => one !== "table").map((one) => `.${one}`);
  checkEnding(output, format === undefined ? written : [format === "table" ? ".md" : `.${format}`]);
  // A day as an end means all of it.
  if (from !== undefined && to !== undefined && from > (to.includes("T") ? to : `${to}T24`)) {
    throw new KefuError("usage", "report.usage.period", { from, to });
  }
}

async function runAnswers(ctx: Context, options: AnswersOptions): Promise<void> {
  checkOptions(options);
  const { output } = options;
  const json = ctx.globals().json === true;
  const format = chooseFormat(options, json && output === undefined);
  if (format === "xlsx" && output === undefined) {
    throw new KefuError("usage", "report.usage.xlsx", {}, { hint: { key: "report.hint.output" } });
  }
  const [{ loadHits }, { answersReport }] = await Promise.all([
    import("./load-hits.js"),
    import("../../report/answers.js"),
  ]);
  const index = await loadIndex(ctx, await loadEmbedder(ctx));
  const hits = await loadHits(ctx, options);
  const report = answersReport(index.entries(), hits, ctx.clock.now(), options);
  if (json) ctx.terminal.json(report satisfies ReportAnswersOutput);
  if (output === undefined) return json ? undefined : print(ctx, report, format);
  await writeOutput(ctx, output, await render(ctx, report, format), { force: options.force === true });
}

async function print(ctx: Context, report: AnswersReport, format: Format): Promise<void> {
  if (format !== "table") {
    const rendered = await render(ctx, report, format);
    return ctx.terminal.print(Buffer.from(rendered).toString("utf8").replace(/\n$/, ""));
  }
  const { answersTable, totalsTable } = await import("../../report/answers-tables.js");
  const { header, rows } = answersTable(report, ctx.t);
  // The most telling columns fit a terminal; the other forms have all of them.
  const shown = [0, 2, 3, 4, 7, 9, 10, 11];
  await ctx.terminal.table(
    shown.map((column) => ({
      title: header[column]!,
      align: typeof rows[0]?.[column] === "number" ? "right" : "left",
      max: 44,
    })),
    rows.map((row) => shown.map((column) => row[column] ?? "")),
  );
  ctx.terminal.print();
  for (const [name, value] of totalsTable(report, ctx.t).rows) ctx.terminal.print(`${name}: ${value}`);
}

async function render(ctx: Context, report: AnswersReport, format: Format): Promise<Uint8Array | string> {
  const { answersMarkdown, answersTable, totalsTable } = await import("../../report/answers-tables.js");
  const entries = { name: ctx.t("report.answers.sheet"), ...answersTable(report, ctx.t) };
  switch (format) {
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "md":
    case "table":
      return answersMarkdown(report, ctx.t);
    case "csv":
    case "xlsx": {
      const { writeTable } = await import("../../tables/write.js");
      const totals = { name: ctx.t("report.answers.totals-sheet"), ...totalsTable(report, ctx.t) };
      return writeTable(format, format === "xlsx" ? [entries, totals] : [entries]);
    }
  }
}

/** Adds `kefu report answers` to the program; nothing heavy is loaded until it runs. */
export function reportAnswers(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const date = (text: string): string => {
    if (!isDate(text) || text.includes(" ")) throw new InvalidArgumentError(t("report.usage.date"));
    return text;
  };
  parent
    .command("answers")
    .description(t("report.answers.description"))
    .addOption(new Option("--format <format>", t("report.option.format")).choices(FORMATS))
    .option("--from <date>", t("report.option.from"), date)
    .option("--to <date>", t("report.option.to"), date)
    .option("-o, --output <file>", t("cli.option.output"))
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("report.answers.examples")}`)
    .action((options: AnswersOptions) => runAnswers(ctx, options));
}
