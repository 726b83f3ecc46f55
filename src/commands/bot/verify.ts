import type { Command } from "commander";
import type { Context } from "../context.js";
import { EXIT_CODES, issueDocument, issueLine } from "../failure.js";
import type { BotVerifyOutput } from "./schemas.js";

async function runVerify(ctx: Context, file: string): Promise<void> {
  const [{ checkBundleFile }, { sha256 }] = await Promise.all([
    import("./load-bot.js"),
    import("../../bot/bundle/format.js"),
  ]);
  const { terminal, t } = ctx;
  const { bytes, manifest, problems } = await checkBundleFile(ctx, file);
  const result: BotVerifyOutput = {
    file,
    verified: problems.length === 0,
    bytes: bytes.byteLength,
    sha256: sha256(bytes),
    name: manifest?.name ?? null,
    golden: manifest?.golden.length ?? null,
    problems: problems.map((issue) => issueDocument(issue, t)),
  };
  if (!result.verified) process.exitCode = EXIT_CODES.findings;
  if (ctx.globals().json === true) return terminal.json(result);
  for (const issue of problems) terminal.alert(issueLine(issue, t, terminal.noteStyle));
  if (!result.verified || manifest === undefined) {
    terminal.print(t("bot.bundle.bad", { path: file, n: problems.length }));
    return terminal.note(`${t("common.hint")}: ${t("bot.bundle.hint")}`);
  }
  const { printSummary } = await import("./bundle-summary.js");
  terminal.print(terminal.style.green(t("bot.bundle.ok", { path: file })));
  printSummary(ctx, {
    ...result,
    name: manifest.name,
    golden: manifest.golden.length,
    files: Object.entries(manifest.files).map(([path, entry]) => ({ path, ...entry })),
  });
}

/** Adds `kefu bot verify` to the program; nothing heavy is loaded until it runs. */
export function botVerify(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("verify")
    .description(t("bot.verify.description"))
    .argument("<file>", t("bot.verify.file"))
    .addHelpText("after", () => `\n${t("bot.verify.examples")}`)
    .action((file: string) => runVerify(ctx, file));
}
