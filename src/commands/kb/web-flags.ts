import type { Command } from "commander";
import type { OnlineAccess } from "../../kb/sources/source-addresses.js";
import { KefuError } from "../../messages/errors.js";
import type { Workspace } from "../../workspace/workspace.js";
import type { Context } from "../context.js";
import { wholeNumber } from "../options.js";

/** What may be fetched, and how far. */
export interface WebFlags {
  readonly online?: boolean;
  readonly crawl?: boolean;
  readonly sitemap?: boolean;
  readonly maxPages?: number;
  readonly allowPrivate?: boolean;
}

/** Adds the options that say what a run may fetch. */
export function webOptions(command: Command, { t }: Context): Command {
  return command
    .option("--online", t("kb.sources.option.online"))
    .option("--crawl", t("kb.sources.option.crawl"))
    .option("--sitemap", t("kb.sources.option.sitemap"))
    .option("--max-pages <n>", t("kb.sources.option.max-pages"), wholeNumber(t, 1, 100_000))
    .option("--allow-private", t("kb.sources.option.allow-private"));
}

/**
 * Access to the web for a run that was asked to fetch: addresses on the command line, or `--online`.
 * @throws KefuError `usage` for `--crawl` and `--sitemap` at once, and for either where nothing is fetched
 */
export async function onlineAccess(
  ctx: Context,
  { config }: Workspace,
  sources: readonly string[],
  flags: WebFlags,
): Promise<OnlineAccess | undefined> {
  const { isWebSource } = await import("../../kb/sources/found-source.js");
  const asked = sources.length === 0 ? flags.online === true : sources.some(isWebSource);
  const { crawl = false, sitemap = false } = flags;
  if (crawl && sitemap) throw new KefuError("usage", "kb.sources.crawl-or-sitemap");
  if ((crawl || sitemap) && !asked) {
    throw new KefuError("usage", "kb.sources.nothing-to-crawl", {}, { hint: { key: "kb.sources.nothing-hint" } });
  }
  if (!asked) return undefined;
  const { max_bytes: maxBytes, timeout_seconds: seconds, max_pages: maxPages, allow_private: own } = config.kb.fetch;
  const allowPrivate = flags.allowPrivate ?? own;
  const limits = { maxBytes, totalMs: seconds * 1000 };
  return {
    fetch: await ctx.adapters.fetcher({ version: ctx.version, allowPrivate, limits }),
    allowPrivate,
    maxPages: flags.maxPages ?? maxPages,
    ...(crawl || sitemap ? { follow: crawl ? "crawl" : "sitemap" } : {}),
  };
}
