import path from "node:path";
import type { GivenText } from "../../interop/texts.js";
import { KefuError, type Issue } from "../../messages/errors.js";
import { checkOutput, writeOutput, type Context } from "../context.js";
import { checkEnding } from "../options.js";
import { shownPath } from "../shown-path.js";
import { noteIssues } from "./data-files.js";
import type { NluPredictOutput } from "./schemas.js";

export interface FileFlags {
  readonly file: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** Judges one text. */
export type Judge = (text: string) => Promise<NluPredictOutput>;

const STDIN = "-";
const ENDINGS = [".jsonl", ".csv", ".xlsx"] as const;
/** Texts between two turns for Ctrl-C: some 20 ms. */
const TURN = 32;

function refuse(issues: readonly Issue[]): void {
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new KefuError("input", "nlu.predict.unreadable", { errors: errors.length }, { issues });
}

/** The texts of a file, all of it checked before the first is judged; of standard input one by one as they come. */
async function textsOf(
  ctx: Context,
  file: string,
): Promise<{ texts: AsyncIterable<GivenText> | readonly GivenText[]; total: number }> {
  if (file === STDIN) return { texts: linesOfStdin(), total: 0 };
  const { readTexts } = await import("../../interop/texts.js");
  const full = path.resolve(ctx.cwd, file);
  if ((await ctx.files.stat(full)) === undefined) throw new KefuError("input", "common.file.missing", { path: file });
  const { texts, issues } = await readTexts(shownPath(ctx.cwd, full), await ctx.files.read(full));
  refuse(issues);
  noteIssues(ctx, issues);
  return { texts, total: texts.length };
}

async function* linesOfStdin(): AsyncGenerator<GivenText> {
  const [{ readLines }, { lineReader }] = await Promise.all([
    import("../../adapters/terminal/lines.js"),
    import("../../interop/texts.js"),
  ]);
  const read = lineReader("<stdin>");
  let line = 0;
  for await (const raw of readLines("", false)) {
    const found = read(raw, ++line);
    if (found === undefined) continue;
    if ("severity" in found) refuse([found]);
    else if (found.text.trim() !== "") yield found;
  }
}

async function save(ctx: Context, all: readonly NluPredictOutput[], output: string, force: boolean): Promise<void> {
  if (output.toLowerCase().endsWith(".jsonl")) {
    const lines = all.map((one) => Buffer.from(`${JSON.stringify(one)}\n`, "utf8"));
    return writeOutput(ctx, output, Buffer.concat(lines), { force });
  }
  const [{ writeTable }, { predictionTable }] = await Promise.all([
    import("../../tables/write.js"),
    import("./prediction-table.js"),
  ]);
  const kind = output.toLowerCase().endsWith(".csv") ? "csv" : "xlsx";
  const bytes = await writeTable(kind, [{ name: "predictions", ...predictionTable(all) }]);
  await writeOutput(ctx, output, bytes, { force });
}

/** To be called before anything is loaded. */
export async function checkFileFlags(ctx: Context, { output, force }: FileFlags): Promise<void> {
  checkEnding(output, ENDINGS);
  if (output !== undefined) await checkOutput(ctx, output, { force: force === true });
}

/**
 * Judges every text of a file, or of standard input (`-`) as its lines come: a JSON document a line to stdout, or all of them into a file.
 * @throws KefuError `input` for a line that is no text, `usage` and `unavailable` as {@link checkOutput}
 */
export async function predictFile(ctx: Context, judge: Judge, { file, output, force }: FileFlags): Promise<void> {
  const { terminal, t } = ctx;
  const { texts, total } = await textsOf(ctx, file);
  const printed = output === undefined || ctx.globals().json === true;
  const kept: NluPredictOutput[] = [];
  const counts = { texts: 0, rejected: 0 };
  // Where the lines themselves run over the screen they show how far it is.
  const moving = !(printed && terminal.width < Infinity);
  const progress = moving ? await terminal.progress(t("nlu.predict.running"), () => ctx.clock.elapsed()) : undefined;
  try {
    for await (const { text, where, input } of texts) {
      const document: NluPredictOutput = { ...(await judge(text)), where, ...(input && { input: { ...input } }) };
      if (printed) terminal.jsonLine(document);
      if (output !== undefined) kept.push(document);
      counts.texts++;
      if (!document.scope.accepted) counts.rejected++;
      if (counts.texts % TURN !== 0) continue;
      progress?.update(counts.texts, total);
      await ctx.adapters.pause();
    }
  } finally {
    progress?.stop();
  }
  if (output !== undefined) await save(ctx, kept, output, force === true);
  terminal.note(t("nlu.predict.judged", counts));
}
