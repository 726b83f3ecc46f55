import path from "node:path";
import { InvalidArgumentError } from "commander";
import type { IngestReport } from "../../kb/ingest/ingest.js";
import { countIngest } from "../../kb/ingest/summary.js";
import { globBase, isGlob } from "../../text/glob.js";
import { IngestWatch } from "../../kb/watch/watch.js";
import { isUnfinished } from "../../kb/watch/names.js";
import { RootWatch } from "../../kb/watch/roots.js";
import { KefuError } from "../../messages/errors.js";
import { CONFIG_FILE } from "../../workspace/workspace.js";
import type { Workspace } from "../../workspace/workspace.js";
import { type Context, workspaceOpener } from "../context.js";
import { EXIT_CODES, asKefuError, failureDocument, reportFailure } from "../failure.js";
import { ingestDocument, showIssues } from "./ingest-show.js";

/** Milliseconds: short enough to seem at once, long enough for an editor that writes a file in several steps. */
const QUIET = 300;
const RETRY = 3000;
const ROOTS = 1000;

/** `--poll [seconds]`, in milliseconds. */
export function pollInterval(ctx: Context): (text: string) => number {
  return (text) => {
    const seconds = Number(text);
    if (text.trim() !== "" && seconds >= 0.1 && seconds <= 3600) return seconds * 1000;
    throw new InvalidArgumentError(ctx.t("kb.watch.bad-poll"));
  };
}

const isAddress = (source: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(source);

/** Where sources may change: files and folders; of a pattern the folder that it starts in. */
function followed(workspace: Workspace, sources: readonly string[], cwd: string): string[] {
  const { layout, config } = workspace;
  const named = sources.length > 0;
  const paths = (named ? sources : config.kb.sources)
    .filter((source) => !isAddress(source))
    .map((source) => path.resolve(named ? cwd : layout.root, source))
    .map((full) => (isGlob(full) ? globBase(full) || path.sep : full));
  const settings = [CONFIG_FILE, "kefu.local.yaml"].map((name) => path.join(layout.root, name));
  return [...new Set([...paths, ...settings])];
}

export interface WatchJob {
  readonly sources: readonly string[];
  readonly poll: number | undefined;
  /** One ingest, of settings that were read just before. */
  once(ctx: Context): Promise<IngestReport>;
}

function clockTime(at: string): string {
  return at.slice(11, 19);
}

/** Tells of one run in one line, or of its failure; true when it has to be tried again. */
async function runOnce(base: Context, job: WatchJob, changed: readonly string[]): Promise<boolean> {
  const ctx: Context = { ...base, workspace: workspaceOpener(base) };
  const { t, terminal, clock } = ctx;
  const json = ctx.globals().json === true;
  const at = clock.now();
  const files = changed.map((file) => path.relative(ctx.cwd, file).split(path.sep).join("/"));
  try {
    const report = await job.once(ctx);
    if (json) terminal.jsonLine({ event: "ingest", at, files, ...ingestDocument(ctx, report) });
    else {
      // What is only worth a note was said once; a watch tells it no more.
      showIssues(
        ctx,
        report.issues.filter(({ severity }) => severity !== "info"),
      );
      const { added, changed: altered, removed, unchanged, warnings } = countIngest(report);
      const counts = { added, changed: altered, removed, unchanged, warnings };
      const seconds = (report.elapsed / 1000).toFixed(1);
      terminal.print(t("kb.watch.line", { time: clockTime(at), ...counts, seconds, files: files.join(" ") }));
    }
    return false;
  } catch (thrown) {
    const error = asKefuError(thrown);
    const again = error.kind === "unavailable" && error.key === "workspace.locked";
    if (json) terminal.jsonLine({ event: "failed", at, files, ...failureDocument(error, t) });
    terminal.alert(`${clockTime(at)}  ${files.join(" ")}`);
    reportFailure(error, terminal, t, { json: false, debug: false });
    terminal.note(t(again ? "kb.watch.again" : "kb.watch.kept"));
    return again;
  }
}

/** Ctrl-C is how a watch ends; whatever is being written is written whole or not at all. */
function endOnInterrupt({ terminal, t }: Context): void {
  process.prependOnceListener("SIGINT", () => {
    terminal.note(`\n${t("kb.watch.ended")}`);
    process.exit(EXIT_CODES.interrupted);
  });
}

/** Ingests now and whenever a source or the settings change; ends only when following is no longer possible. */
export async function watchSources(ctx: Context, job: WatchJob): Promise<never> {
  const { watch, timers } = await ctx.adapters.watching();
  const stateOf = async (file: string): Promise<string | undefined> => {
    const stat = await ctx.files.stat(file).catch(() => undefined);
    return stat === undefined ? undefined : `${stat.size} ${stat.modified} ${stat.stamp ?? ""}`;
  };
  endOnInterrupt(ctx);
  return new Promise<never>((_resolve, reject) => {
    let following: { paths: string; close(): Promise<void> } | undefined;
    const failed = (thrown: unknown): void => {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      schedule.close();
      roots.close();
      reject(new KefuError("unavailable", "kb.watch.failed", { reason }, { hint: { key: "kb.watch.failed-hint" } }));
    };
    const shown = (paths: readonly string[]): string =>
      paths.map((one) => path.relative(ctx.cwd, one) || ".").join(", ");
    /** Settings that cannot be read at the moment leave what is followed as it is. */
    const attach = async (anew: boolean): Promise<void> => {
      const workspace = await workspaceOpener(ctx)().catch(() => undefined);
      if (workspace === undefined) return;
      const paths = followed(workspace, job.sources, ctx.cwd);
      if (!anew && following?.paths === paths.join("\0")) return;
      const same = following?.paths === paths.join("\0");
      await following?.close();
      const options = job.poll === undefined ? {} : { poll: job.poll };
      const derived = workspace.layout.state + path.sep;
      const touch = (file: string): void => {
        if (paths.includes(file)) roots.lose(file);
        if (!isUnfinished(file) && !file.startsWith(derived)) schedule.touch(file);
      };
      following = { paths: paths.join("\0"), ...(await watch.follow(paths, options, touch, failed)) };
      await roots.follow(paths);
      if (!same) ctx.terminal.note(ctx.t("kb.watch.started", { paths: shown(paths) }));
    };
    let turn = Promise.resolve();
    const follow = (anew = false): Promise<void> => {
      turn = turn.then(() => attach(anew));
      return turn;
    };
    const run = async (changed: readonly string[]): Promise<"done" | "again"> => {
      const again = await runOnce(ctx, job, changed);
      await follow().catch(failed);
      return again ? "again" : "done";
    };
    const schedule = new IngestWatch(timers, { quiet: QUIET, retry: RETRY }, { stateOf, run });
    const away = new Set<string>();
    const roots = new RootWatch(timers, ROOTS, {
      isThere: async (root) => (await ctx.files.stat(root).catch(() => undefined)) !== undefined,
      gone(gone) {
        for (const root of gone) away.add(root);
        ctx.terminal.note(ctx.t("kb.watch.gone", { paths: shown(gone) }));
      },
      async back(back) {
        const again = back.filter((root) => away.delete(root));
        if (again.length > 0) ctx.terminal.note(ctx.t("kb.watch.back", { paths: shown(again) }));
        await follow(true).catch(failed);
        for (const root of back) schedule.touch(root);
      },
    });
    // What changes during the first run must not be missed: follow first.
    follow()
      .then(() => schedule.start())
      .catch(failed);
  });
}
