// Compiles src/ into dist/. Runs from `prepare`, so it must also pass where development parts were left out.
import { existsSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { messagesModule } from "./messages-module.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
let compiler;
try {
  compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
} catch {
  // `npm ci --omit=dev` in a packed copy finds dist/ made; in a checkout the program says what is missing when it is run.
  const built = existsSync(`${root}dist/main.js`);
  if (!built)
    console.error("kefu: not built, because TypeScript is not installed; run `npm ci` with development parts.");
  process.exit(0);
}
rmSync(`${root}dist`, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, "-p", `${root}tsconfig.build.json`], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

// The command line starts from a few larger files instead of some 250 small ones: zod and yaml alone have 180, and finding and
// compiling each takes longer than the work of a search. What is native, large or rarely needed stays outside.
const OUTSIDE = [
  /^node:/,
  /^(libsql|pg|hnswlib-node|@xenova\/transformers|exceljs|inquirer|ora|yauzl|yazl|chardet|pinyin-pro|unpdf|@e965\/xlsx)(\/|$)/,
  /^(csv-|mdast-|micromark-)/,
  /^(saxes|parse5|parse5-htmlparser2-tree-adapter|chokidar|robots-parser|ipaddr\.js|diff)(\/|$)/,
];
// What every command needs is one file, and what a search needs besides another: to find and read a file takes half a
// millisecond, and a search would otherwise load fifty.
const START = /dist\/(cli|messages\/catalogue|adapters\/(files|clock|terminal\/(terminal|table)))\.js$/;
const SEARCH =
  /dist\/(kb\/(retrieve|index\/(kb-index|manifest|damaged))|adapters\/embedders|commands\/(kb\/search|search|tuning))\.js$/;
// A prediction has a file of its own as well.
const PREDICT = /dist\/(nlu\/(model|emotion-model)|commands\/nlu\/(predict|emotion))\.js$/;

const messages = {
  name: "messages",
  async load(id) {
    if (!/dist.messages.text-of\.js$/.test(id)) return null;
    const [{ catalogue }, { LOCALES }] = await Promise.all([
      import("../dist/messages/all.js"),
      import("../dist/messages/locale.js"),
    ]);
    return messagesModule(catalogue, LOCALES);
  },
};

const { rolldown } = await import("rolldown");
const ENTRIES = ["main", "adapters/workers/ingest-worker", "adapters/workers/embed-worker"];
const input = Object.fromEntries(ENTRIES.map((name) => [name, `${root}dist/${name}.js`]));
// A module that one command imports when it runs and another at once is as it should be.
const checks = { ineffectiveDynamicImport: false };
const bundle = await rolldown({
  input,
  platform: "node",
  external: OUTSIDE,
  logLevel: "warn",
  checks,
  plugins: [messages],
});
await bundle.write({
  dir: `${root}dist`,
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "chunks/[name]-[hash].js",
  codeSplitting: {
    groups: [
      { name: "start", test: START, priority: 2 },
      { name: "search", test: SEARCH, priority: 1 },
      { name: "predict", test: PREDICT, priority: 0 },
    ],
  },
});
await bundle.close();
