import path from "node:path";
import type { Command } from "commander";
import type { Embedder } from "../embed/embedder.js";
import type { MessageKey } from "../messages/catalogue.js";
import { KefuError } from "../messages/errors.js";
import type { Context } from "./context.js";
import { loadEmbedder, loadIndex, loadTrainedModel } from "./context.js";
import { EXIT_CODES } from "./failure.js";
import type { DoctorOutput } from "./schemas.js";

type Check = DoctorOutput["checks"][number];

/** As in package.json. */
const LEAST_NODE = [20, 18, 1] as const;

const says = (ctx: Context, thrown: unknown): string =>
  thrown instanceof KefuError ? ctx.t(thrown.key, thrown.params) : String((thrown as Error).message);

const hintOf = (ctx: Context, thrown: unknown): string | undefined =>
  thrown instanceof KefuError && thrown.hint !== undefined ? ctx.t(thrown.hint.key, thrown.hint.params) : undefined;

/** Runs one check; what it throws becomes its finding. */
async function check(ctx: Context, id: string, probe: () => Promise<string>, fix?: MessageKey): Promise<Check> {
  try {
    return { id, state: "ok", detail: await probe() };
  } catch (thrown) {
    const advice = hintOf(ctx, thrown) ?? (fix === undefined ? undefined : ctx.t(fix));
    return { id, state: "failed", detail: says(ctx, thrown), ...(advice === undefined ? {} : { fix: advice }) };
  }
}

function checkNode(ctx: Context): Check {
  const version = process.versions.node;
  const parts = version.split(".").map(Number);
  const at = LEAST_NODE.findIndex((least, place) => parts[place] !== least);
  const fits = at < 0 || parts[at]! > LEAST_NODE[at]!;
  return fits
    ? { id: "node", state: "ok", detail: `Node.js ${version}` }
    : {
        id: "node",
        state: "failed",
        detail: `Node.js ${version}`,
        fix: ctx.t("cli.doctor.fix.node", { least: LEAST_NODE.join(".") }),
      };
}

/** The copy of the index on a server, where there is to be one. */
async function checkServer(ctx: Context, embedder: Embedder): Promise<Check[]> {
  const { config } = await ctx.workspace();
  if (config.index.backend !== "pgvector") return [];
  const one = await check(ctx, "pgvector", async () => {
    const [{ openRemote }, { openRemoteBackend }] = await Promise.all([
      import("./search.js"),
      import("../kb/remote/backend.js"),
    ]);
    const remote = await openRemote(ctx);
    await openRemoteBackend(remote, embedder.info);
    const { entries, questions, generation } = await remote.meta();
    const { server, schema } = remote;
    return ctx.t("kb.backend.doctor", { server, schema, entries, questions, generation });
  });
  return [one];
}

/** An optional part: without it everything works, by another way that is named. */
async function checkOptional(
  ctx: Context,
  name: string,
  without: MessageKey,
  load: () => Promise<unknown>,
): Promise<Check> {
  const id = name.replace(/^@/, "");
  const version = await ctx.adapters.installedVersion(name);
  if (version === undefined)
    return { id, state: "missing", detail: ctx.t(without), fix: ctx.t("cli.doctor.fix.optional") };
  return check(
    ctx,
    id,
    async () => {
      await load();
      return `${name} ${version}`;
    },
    "cli.doctor.fix.optional",
  );
}

/** Reads all that the store holds, because damage shows only where it is read. */
async function readStore(ctx: Context, file: string, root: string): Promise<string> {
  const store = await ctx.adapters.openStore(file);
  try {
    await Promise.all([store.state(), store.sources(), store.historySize()]);
    for (const entry of store.entries()) void entry;
  } finally {
    await store.close();
  }
  return path.relative(root, file);
}

/** What was tuned, where something was: what cannot be used is ignored by search, which works without. */
async function checkTuning(ctx: Context, embedder: Embedder): Promise<Check[]> {
  const { layout } = await ctx.workspace();
  if ((await ctx.files.stat(layout.tuning)) === undefined) return [];
  const { parseTuning, tuningFault } = await import("../kb/tune/tuning.js");
  const one = await check(
    ctx,
    "tuning",
    async () => {
      const tuning = parseTuning(await ctx.files.readText(layout.tuning), path.relative(layout.root, layout.tuning));
      const fault = tuningFault(tuning, await loadIndex(ctx, embedder));
      if (fault !== undefined) throw new KefuError("input", fault.key, fault.params);
      const { scores, fusion } = tuning;
      const weights = ctx.t(`kb.tune.weights.name.${fusion === undefined ? "shipped" : "tuned"}`);
      return ctx.t(`kb.tune.state.${scores?.from ?? "none"}`, { questions: scores?.questions ?? 0, weights });
    },
    "kb.tune.hint.again",
  );
  return [one.state === "failed" ? { ...one, state: "missing" } : one];
}

/** Why the workspace cannot be opened; `undefined` where it can. */
async function workspaceFault(ctx: Context): Promise<Check | undefined> {
  try {
    await ctx.workspace();
    return undefined;
  } catch (thrown) {
    const id = "workspace";
    if (thrown instanceof KefuError && (thrown.key === "workspace.none" || thrown.key === "workspace.missing")) {
      return { id, state: "missing", detail: says(ctx, thrown), fix: ctx.t("workspace.hint.init") };
    }
    const issues = thrown instanceof KefuError ? thrown.issues : [];
    const detail = [says(ctx, thrown), ...issues.map(({ key, params }) => ctx.t(key, params))].join("; ");
    return { id, state: "failed", detail, fix: ctx.t("workspace.config.hint") };
  }
}

/** Something that is made from the sources, and whose lack is no fault: `make` says how to get it. */
async function checkDerived(ctx: Context, id: string, file: string, open: () => Promise<string>): Promise<Check> {
  if ((await ctx.files.stat(file)) !== undefined) return check(ctx, id, open);
  const { layout } = await ctx.workspace();
  const make = id === "model" ? "cli.hint.train" : "cli.hint.ingest";
  return { id, state: "missing", detail: path.relative(layout.root, file), fix: ctx.t(make) };
}

async function checkWorkspace(ctx: Context): Promise<Check[]> {
  const fault = await workspaceFault(ctx);
  if (fault !== undefined) return [fault];
  const { layout, config } = await ctx.workspace();
  const checks: Check[] = [{ id: "workspace", state: "ok", detail: layout.root }];
  if ((await ctx.files.stat(layout.store)) !== undefined) {
    checks.push(await check(ctx, "workspace-store", () => readStore(ctx, layout.store, layout.root)));
  }
  const encoder = await check(ctx, "workspace-encoder", async () => {
    await (await loadEmbedder(ctx)).close();
    return config.index.embedder;
  });
  checks.push(encoder);
  if (encoder.state !== "ok") return checks;
  const embedder = await loadEmbedder(ctx);
  const index = await checkDerived(ctx, "index", layout.manifest, async () => {
    const opened = await loadIndex(ctx, embedder);
    const { checkIntact } = await import("../kb/index/check-intact.js");
    checkIntact(opened);
    return ctx.t("cli.doctor.index", opened.size);
  });
  checks.push(index);
  if (index.state === "ok") checks.push(...(await checkTuning(ctx, embedder)));
  checks.push(...(await checkServer(ctx, embedder)));
  const model = await checkDerived(ctx, "model", layout.model, async () => {
    const trained = await loadTrainedModel(ctx, embedder);
    return ctx.t("cli.doctor.model", { intents: trained?.info.intents.length ?? 0 });
  });
  await embedder.close();
  return [...checks, model];
}

async function runDoctor(ctx: Context): Promise<void> {
  const { adapters, terminal, t } = ctx;
  const checks: Check[] = [
    checkNode(ctx),
    await check(
      ctx,
      "store",
      async () => {
        await (await adapters.openStore(":memory:")).close();
        return `libsql ${(await adapters.installedVersion("libsql")) ?? ""}`;
      },
      "cli.doctor.fix.reinstall",
    ),
    await check(
      ctx,
      "encoder",
      async () => {
        const encoder = await adapters.embedder("builtin:bilingual-static", ctx.packageRoot);
        return `${encoder.info.id}, ${encoder.info.dim}`;
      },
      "cli.doctor.fix.reinstall",
    ),
    await checkOptional(ctx, "hnswlib-node", "cli.doctor.without.hnsw", async () => {
      if ((await adapters.nearestNeighbours()) === undefined) throw new Error("hnswlib-node");
    }),
    await checkOptional(ctx, "@xenova/transformers", "cli.doctor.without.transformers", () =>
      adapters.loadTransformers(),
    ),
    ...(await checkWorkspace(ctx)),
  ];
  const ok = checks.every(({ state }) => state !== "failed");
  if (!ok) process.exitCode = EXIT_CODES.unavailable;
  if (ctx.globals().json === true) return terminal.json({ ok, checks } satisfies DoctorOutput);
  const { style } = terminal;
  const marks = { ok: style.green("✓"), missing: style.yellow("–"), failed: style.red("✗") };
  for (const { id, state, detail, fix } of checks) {
    terminal.print(`${marks[state]} ${id}: ${detail}`);
    if (fix !== undefined) terminal.print(`  ${style.cyan(t("common.hint"))}: ${fix}`);
  }
}

/** Adds `kefu doctor` to the program; nothing heavy is loaded until it runs. */
export function doctor(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("doctor")
    .description(t("cli.doctor.description"))
    .addHelpText("after", () => `\n${t("cli.doctor.examples")}`)
    .action(() => runDoctor(ctx));
}
