import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { CommanderError } from "commander";
import type { Command } from "commander";
import { systemClock } from "./adapters/clock.js";
import { optimiseLate } from "./adapters/engine.js";
import { nodeFiles } from "./adapters/files.js";
import { Terminal } from "./adapters/terminal/terminal.js";
import { createProgram } from "./cli.js";
import { workspaceOpener } from "./commands/context.js";
import type { Adapters, Context, GlobalOptions } from "./commands/context.js";
import { EXIT_CODES, issueLine, reportFailure } from "./commands/failure.js";
import { describeUsageError, whyHelpWasShown } from "./commands/help.js";
import { translator } from "./messages/catalogue.js";
import { KefuError } from "./messages/errors.js";
import { LOCALES, parseLocale } from "./messages/locale.js";
import type { Locale } from "./messages/locale.js";

type Environment = Readonly<Record<string, string | undefined>>;

const packageRoot = fileURLToPath(new URL("..", import.meta.url));

/** --locale and KEFU_LOCALE name one of ours; LC_ALL, LC_MESSAGES and LANG are mapped to one. */
function chooseLocale(argv: readonly string[], env: Environment): Locale {
  const end = argv.indexOf("--");
  const words = end < 0 ? argv : argv.slice(0, end);
  const at = words.findLastIndex((word) => word === "--locale" || word.startsWith("--locale="));
  const flag = at < 0 ? undefined : (words[at]!.split("=")[1] ?? words[at + 1]);
  const named = [flag, env["KEFU_LOCALE"]].map((name) => LOCALES.find((locale) => locale === name));
  const system = parseLocale(env["LC_ALL"]) ?? parseLocale(env["LC_MESSAGES"]) ?? parseLocale(env["LANG"]);
  return named[0] ?? named[1] ?? system ?? "en";
}

/** @throws KefuError `usage` when KEFU_LOCALE counts and names no language of ours */
function checkLocale(argv: readonly string[], env: Environment): void {
  const value = env["KEFU_LOCALE"] ?? "";
  const flagged = argv.some((word) => word === "--locale" || word.startsWith("--locale="));
  if (value === "" || flagged || LOCALES.some((locale) => locale === value)) return;
  throw new KefuError("usage", "cli.usage.bad-variable", { name: "KEFU_LOCALE", value, choices: LOCALES.join(", ") });
}

/** Says the workspace's warnings when it is first opened. */
function withWarnings(open: Context["workspace"], { terminal, t }: Pick<Context, "terminal" | "t">): typeof open {
  let opened: ReturnType<typeof open> | undefined;
  const first = async (): ReturnType<typeof open> => {
    const workspace = await open();
    for (const issue of workspace.warnings) terminal.note(issueLine(issue, t, terminal.noteStyle));
    return workspace;
  };
  return () => (opened ??= first());
}

/** Beside the main thread, which encodes as well; more than this wait for the one that puts their work together. */
const MOST_WORKERS = 3;

/** Servers that are connected to; the process would wait for them. */
const connections: { close(): Promise<void> }[] = [];

const adapters: Adapters = {
  files: nodeFiles,
  clock: systemClock,
  locks: async () => (await import("./adapters/lock.js")).fileLock,
  openStore: async (file) => (await import("./adapters/kb-store-libsql.js")).openKbStore(file),
  ingestWorkers: async (embedder, root, count = Math.min(availableParallelism() - 1, MOST_WORKERS)) => {
    if (count === 0) return undefined;
    const { createIngestPool } = await import("./adapters/workers/ingest-pool.js");
    const script = path.join(packageRoot, "dist/adapters/workers/ingest-worker.js");
    return createIngestPool(script, count, { embedder, root, packageRoot });
  },
  pause: () => setImmediate(),
  answersOnce: optimiseLate,
  embedder: async (name, root, options) =>
    (await import("./adapters/embedders.js")).openEmbedder(name, root, packageRoot, options),
  models: async (version) => (await import("./adapters/onnx/models.js")).createModels(packageRoot, version),
  nearestNeighbours: async () => (await import("./adapters/hnsw/hnsw-backend.js")).loadHnsw(),
  remoteIndex: async (env, settings) => {
    const [{ openPostgres }, { connectionSettings }] = await Promise.all([
      import("./adapters/postgres/remote-postgres.js"),
      import("./adapters/postgres/settings.js"),
    ]);
    const remote = await openPostgres(connectionSettings(env, settings), (milliseconds) => setTimeout(milliseconds));
    connections.push(remote);
    return remote;
  },
  actions: async (settings) => (await import("./adapters/http-actions.js")).createHttpActions(settings),
  archives: async () => (await import("./adapters/archive.js")).createArchives(),
  fetcher: async (settings) => (await import("./adapters/fetch.js")).createFetch(settings),
  watching: async () => {
    const { chokidarWatch, systemTimers } = await import("./adapters/watch.js");
    return { watch: chokidarWatch, timers: systemTimers };
  },
  processes: async () => (await import("./adapters/processes.js")).nodeProcesses(path.join(packageRoot, "bin/kefu.js")),
  installedVersion: async (name) => (await import("./adapters/modules.js")).installedVersion(name),
  loadTransformers: async () => (await import("./adapters/onnx/transformers-library.js")).loadTransformers(),
};

function createContext(argv: readonly string[], env: Environment, globals: () => GlobalOptions): Context {
  const locale = chooseLocale(argv, env);
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8")) as { version: string };
  const plainEnv = argv.includes("--no-color") ? { ...env, NO_COLOR: "1" } : env;
  const base = {
    adapters,
    files: adapters.files,
    clock: adapters.clock,
    // A stream for the standard input is set up where one is read.
    terminal: new Terminal({
      stdout: process.stdout,
      stderr: process.stderr,
      stdin: { isTTY: isatty(0) },
      env: plainEnv,
    }),
    locale,
    t: translator(locale),
    env,
    cwd: process.cwd(),
    packageRoot,
    version,
    commandLine: ["kefu", ...argv].join(" "),
    globals,
  };
  return { ...base, workspace: withWarnings(workspaceOpener(base), base) };
}

/**
 * A pipe that closes early (`| head`) is no failure; Ctrl-C ends at once, because every write is all or nothing and a lock
 * removes itself on exit.
 */
function handleSignals(fail: (thrown: unknown) => number): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT_CODES.done);
    throw error;
  });
  process.once("SIGINT", () => {
    // A new line after the ^C, and the cursor that a spinner hid.
    if (process.stderr.isTTY) process.stderr.write("\n\u001b[?25h");
    process.exit(fail(new KefuError("interrupted", "common.interrupted")));
  });
}

/** Runs the command line and returns its exit code; never throws. */
export async function main(argv: readonly string[], env: Environment): Promise<number> {
  const words = argv.slice(2);
  let program: Command | undefined;
  const ctx = createContext(words, env, () => program?.opts<GlobalOptions>() ?? {});
  const json = words.includes("--json");
  const fail = (thrown: unknown): number =>
    reportFailure(thrown, ctx.terminal, ctx.t, { json, debug: Boolean(env["KEFU_DEBUG"]) });
  try {
    handleSignals(fail);
    checkLocale(words, env);
    const settings = (root: Command): void => {
      root.exitOverride().configureOutput({ outputError: () => undefined });
      root.hook("preAction", () => {
        ctx.terminal.quiet = root.opts<GlobalOptions>().quiet === true;
      });
    };
    program = await createProgram(ctx, settings, words);
    await program.parseAsync(words, { from: "user" });
    return Number(process.exitCode ?? EXIT_CODES.done);
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) return fail(thrown);
    if (thrown.exitCode === 0) return EXIT_CODES.done;
    if (thrown.code === "commander.help" && program !== undefined) {
      const { key, params } = whyHelpWasShown(program);
      // Without --json the help on stderr says enough about a command that is missing.
      const said = key === "cli.usage.no-command" && !json;
      return said ? EXIT_CODES.usage : fail(new KefuError("usage", key, params));
    }
    const reason = describeUsageError(thrown.code, thrown.message, ctx.t, program);
    return fail(new KefuError("usage", "cli.usage.bad", { reason }, { hint: { key: "cli.usage.hint" } }));
  } finally {
    for (const connection of connections.splice(0)) await connection.close();
  }
}
