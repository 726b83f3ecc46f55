// Compiles src/ into dist/. Runs from `prepare`, so it must also pass where development parts were left out.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { MESSAGES_MODULE, messagesText } from "./messages-module.mjs";

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
// What every command needs is one file, and what a search and a prediction need others: to find and read a file takes half a
// millisecond, and a search would otherwise load fifty.
const GROUPS = {
  start: [
    "cli",
    "messages/catalogue",
    "adapters/files",
    "adapters/clock",
    "adapters/terminal/terminal",
    "adapters/terminal/table",
  ],
  text: ["text/normalise", "text/courtesy", "text/sound", "adapters/embedders"],
  search: [
    ...["kb/retrieve/retrieve", "kb/retrieve/local-backend"],
    ...["kb/index/kb-index", "kb/index/manifest", "kb/index/damaged"],
    ...["commands/kb/search", "commands/search", "commands/tuning"],
  ],
  predict: ["nlu/model", "nlu/emotion/emotion", "nlu/emotion/model", "commands/nlu/predict", "commands/nlu/emotion"],
};

/** A module belongs to the first group that names it; all that it loads at once goes with it. */
const groups = Object.entries(GROUPS).map(([name, modules], at) => {
  // A module that was moved would leave its group in silence, and every start would find and read more files.
  const gone = modules.filter((module) => !existsSync(`${root}dist/${module}.js`));
  if (gone.length > 0) throw new Error(`scripts/build.mjs names modules that are not there: ${gone.join(", ")}`);
  return { name, test: new RegExp(`dist/(${modules.join("|")})\\.js$`), priority: Object.keys(GROUPS).length - at };
});

const messages = {
  name: "messages",
  load: (id) => (/dist.messages.text-of\.js$/.test(id) ? MESSAGES_MODULE : null),
};
const { catalogue } = await import("../dist/messages/all.js");
const { LOCALES } = await import("../dist/messages/locale.js");
for (const locale of LOCALES) writeFileSync(`${root}dist/messages/${locale}.json`, messagesText(catalogue, locale));

// Of a module of Node that is imported all exports are read, which sets up streams, the standard input and more; asked for by name, only
// what is used. That is 6 ms of every start.
const BUILTIN = /^import (?:(\w+\$?\d*))?(?:, )?(?:\{([^}]*)\})? from "(node:[\w/]+)";$/gm;
const builtins = {
  name: "builtins",
  renderChunk: (code) =>
    code.replace(BUILTIN, (_, whole, names, id) =>
      [whole, names && `{${names.replaceAll(" as ", ": ")}}`]
        .filter((target) => target)
        .map((target) => `const ${target} = process.getBuiltinModule("${id}");`)
        .join(" "),
    ),
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
  plugins: [messages, builtins],
});
await bundle.write({
  dir: `${root}dist`,
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "chunks/[name]-[hash].js",
  comments: { legal: true, annotation: false, jsdoc: false },
  codeSplitting: { groups },
});
await bundle.close();
