// The copy of an index on PostgreSQL: what publishing and searching cost there, and that it finds what the local index finds.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inTempFolder, kefu, median, root, run } from "../lib/processes.mjs";
import { program } from "../lib/program.mjs";

const ENTRIES = 10_000;
const QUESTIONS = 2;
const QUERIES = 60;
const SEED = 1;
/** Questions of each labelled base; every one is asked twice. */
const LABELLED = 120;
const WANTED = 10;

const local = (file) => fileURLToPath(new URL(file, import.meta.url));

async function startServer() {
  const child = spawn(process.execPath, [local("../lib/pgvector-server.mjs")], { stdio: ["pipe", "pipe", "inherit"] });
  const [said] = await once(child.stdout, "data");
  const [port, version] = String(said).trim().split(" ");
  return { url: `postgres://postgres:none@127.0.0.1:${port}/postgres`, version, stop: () => child.stdin.end() };
}

const onServer = (url, schema) => ({
  KEFU_PG_URL: url,
  KEFU_INDEX_BACKEND: "pgvector",
  KEFU_INDEX_PGVECTOR_SCHEMA: schema,
});

const MODULES = [
  ...["kb/retrieve/retrieve.js", "kb/index/kb-index.js", "kb/index/manifest.js", "kb/remote/backend.js"],
  ...["adapters/postgres/remote-postgres.js", "adapters/embedders.js"],
];

/** Both back ends asked the same, in one process. */
async function askBoth(workspace, url, schema, queries) {
  const parts = await program(MODULES);
  const folder = path.join(workspace, ".kefu/index");
  const embedder = await parts.openEmbedder("builtin:bilingual-static", workspace, root);
  const manifest = parts.parseManifest(readFileSync(path.join(folder, "manifest.json"), "utf8"), "manifest.json");
  const index = await parts.openIndex(
    manifest,
    async ({ file }) => readFileSync(path.join(folder, file)),
    embedder.info,
  );
  const remote = await parts.openPostgres({ url, schema, timeoutSeconds: 60 }, async () => undefined);
  const backend = await parts.openRemoteBackend(remote, embedder.info);
  const times = { here: [], there: [] };
  let [same, order] = [0, 0];
  const ask = async (where, list, text) => {
    const started = process.hrtime.bigint();
    const found = await parts.retrieve(where, embedder, text, { limit: WANTED });
    list.push(Number(process.hrtime.bigint() - started) / 1e9);
    return found.map(({ entry }) => entry.id);
  };
  for (const text of queries) {
    const [wanted, got] = [await ask(index, times.here, text), await ask(backend, times.there, text)];
    same += wanted.filter((id) => got.includes(id)).length / Math.max(1, wanted.length);
    if (wanted.join("\n") === got.join("\n")) order++;
  }
  await remote.close();
  return { times, same: same / queries.length, order: order / queries.length };
}

async function large({ url }, folder) {
  const workspace = path.join(folder, "large");
  mkdirSync(workspace);
  writeFileSync(path.join(workspace, "kefu.yaml"), "version: 1\nname: bench\n");
  const make = (...args) =>
    run([path.join(root, "bench/make-faq.mjs"), "--n", String(ENTRIES), "--seed", String(SEED), ...args]);
  const [faq, asked] = [path.join(workspace, "faq.csv"), path.join(workspace, "queries.jsonl")];
  make("--questions", String(QUESTIONS), "-o", faq);
  make("--queries", String(QUERIES), "-o", asked);
  run([kefu, "kb", "ingest", "--quiet", faq], { cwd: workspace });
  const env = onServer(url, "large");
  const publish = () => run([kefu, "kb", "ingest", "--json"], { cwd: workspace, env });
  const first = publish();
  const again = publish();
  const lines = readFileSync(faq, "utf8").split("\n");
  const changed = lines.map((line, at) => (at > 0 && at <= 100 ? line.replaceAll("。", "！") : line)).join("\n");
  writeFileSync(faq, changed);
  const hundred = publish();
  const queries = readFileSync(asked, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).q);
  const { times, same, order } = await askBoth(workspace, url, "large", queries);
  const cold = run([kefu, "kb", "search", queries[0], "--quiet"], { cwd: workspace, env });
  const last = (list) => [...list].sort((a, b) => a - b).at(Math.ceil(0.95 * list.length) - 1);
  const changes = JSON.parse(hundred.stdout).published;
  return {
    rows: [
      {
        name: `publish ${ENTRIES.toLocaleString("en")} entries × ${QUESTIONS} questions`,
        unit: "s",
        ours: first.seconds,
      },
      { name: "  entries a second", unit: "/s", ours: ENTRIES / first.seconds },
      { name: "  again, nothing changed", unit: "s", ours: again.seconds },
      { name: `  again, ${changes.changed} entries changed, with their ingest`, unit: "s", ours: hundred.seconds },
      {
        name: "query, median",
        unit: "ms",
        ours: median(times.there),
        peer: { name: "local index", value: median(times.here) },
      },
      {
        name: "query, 95th percentile",
        unit: "ms",
        ours: last(times.there),
        peer: { name: "local index", value: last(times.here) },
      },
      { name: "kefu kb search, whole process", unit: "ms", ours: cold.seconds },
      { name: `same top ${WANTED} as the local index, share of entries`, unit: "%", ours: same },
      { name: `same top ${WANTED} in the same order, share of ${QUERIES} queries`, unit: "%", ours: order },
    ],
  };
}

const FIGURES = ["n", "recall", "mrr", "ndcg", "decision", "byKind"];

function labelled({ url }, folder) {
  const data = path.join(process.env.KEFU_DATA ?? "", "zh_faq_queries");
  if (!process.env.KEFU_DATA || !existsSync(data))
    return { rows: [], note: "KEFU_DATA is not set: evaluations are not compared" };
  let [equal, asked] = [0, 0];
  const names = ["as_faq", "maicoin", "taipei_gov_faq"];
  for (const name of names) {
    const workspace = path.join(folder, name);
    mkdirSync(workspace);
    writeFileSync(path.join(workspace, "kefu.yaml"), `version: 1\nname: ${name}\n`);
    const env = onServer(url, name);
    run([kefu, "kb", "ingest", "--quiet", path.join(data, name, "faq.jsonl")], { cwd: workspace, env });
    const args = [
      kefu,
      "kb",
      "eval",
      path.join(data, name, "queries.jsonl"),
      "--limit",
      String(LABELLED),
      "--json",
      "--quiet",
    ];
    const [here, there] = [run(args, { cwd: workspace }), run(args, { cwd: workspace, env })].map(({ stdout }) =>
      JSON.parse(stdout),
    );
    asked += here.n;
    if (FIGURES.every((key) => JSON.stringify(here[key]) === JSON.stringify(there[key]))) equal++;
  }
  return {
    rows: [
      { name: "labelled bases whose evaluation is the same to the last digit", unit: "%", ours: equal / names.length },
    ],
    note: `kefu kb eval on zh_faq_queries (${names.join(", ")}; ${asked} questions), by the local index and by the server`,
  };
}

export async function pgvector() {
  const require = createRequire(import.meta.url);
  try {
    require.resolve("@electric-sql/pglite-socket");
  } catch {
    console.log("PostgreSQL in WebAssembly (@electric-sql/pglite) is not installed, left out");
    return undefined;
  }
  const server = await startServer();
  try {
    return await inTempFolder(async (folder) => {
      const [first, second] = [await large(server, folder), labelled(server, folder)];
      const notes = [
        `PostgreSQL ${server.version} in WebAssembly (PGlite), one thread, tables in memory, over a socket: a server of its own is several times faster`,
        `bench/make-faq.mjs --n ${ENTRIES} --questions ${QUESTIONS} --seed ${SEED}; index.pgvector.index: none`,
        ...(second.note === undefined ? [] : [second.note]),
      ];
      return { rows: [...first.rows, ...second.rows], notes };
    });
  } finally {
    server.stop();
  }
}
