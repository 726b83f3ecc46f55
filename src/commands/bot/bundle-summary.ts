import type { Context } from "../context.js";
import type { BotExportOutput } from "./schemas.js";

/** What a bundle holds, on one line. */
export function printSummary(ctx: Context, summary: Omit<BotExportOutput, "file">): void {
  const { name, files, bytes, golden, sha256 } = summary;
  ctx.terminal.print(
    ctx.t("bot.bundle.summary", { name, files: files.length + 1, bytes, golden, digest: sha256.slice(0, 16) }),
  );
}
