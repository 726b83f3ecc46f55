// Writes what the program can say about itself into docs/. `--check` writes nothing, names what is stale, exits 1.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";
import { commandReference } from "./docs/cli.mjs";
import { exitCodeTable } from "./docs/exit-codes.mjs";
import { houseMatrix } from "./docs/house.mjs";
import { jsonReference } from "./docs/json-output.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const built = (file) => import(pathToFileURL(path.join(root, "dist", file)).href);
const docs = (file) => path.join(root, "docs", file);

if (!existsSync(path.join(root, "dist", "main.js"))) {
  console.error("dist/main.js is missing: run `npm run build` first");
  process.exit(1);
}

/** The text of a document with what stands between two markers replaced. */
function between(file, name, content) {
  const text = readFileSync(docs(file), "utf8");
  const [start, end] = [`<!-- ${name}: made by npm run docs -->`, `<!-- /${name} -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/${file} has no markers ${start} … ${end}`);
  return `${before}${start}\n\n${content}\n\n${end}${after}`;
}

async function schemaModules() {
  const folder = path.join(root, "dist", "commands");
  const files = readdirSync(folder, { recursive: true }).map((file) => file.replaceAll(path.sep, "/"));
  const found = files.filter((file) => /^(.*[/-])?schemas\.js$/.test(file)).sort();
  return Promise.all(
    found.map(async (file) => ({ noun: path.posix.dirname(file), schemas: await built(`commands/${file}`) })),
  );
}

async function generate() {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const [{ createProgram }, { translator }, { EXIT_CODES }, { workspaceJsonSchema }, { z }] = await Promise.all([
    built("cli.js"),
    built("messages/catalogue.js"),
    built("commands/failure.js"),
    built("workspace/config.js"),
    import("zod"),
  ]);
  const program = await createProgram({ t: translator("en"), locale: "en", version });
  const { rooms, floors } = createRequire(import.meta.url)("./house.cjs");
  const style = await resolveConfig(docs("kefu-yaml.schema.json"));
  const formatJson = (text) => format(text, { ...style, parser: "json" });
  return {
    "cli.md": commandReference(program),
    "json-output.md": await jsonReference(await schemaModules(), {
      toJsonSchema: (one) => z.toJSONSchema(one),
      formatJson,
    }),
    "kefu-yaml.schema.json": await formatJson(JSON.stringify(workspaceJsonSchema())),
    "architecture.md": between("architecture.md", "house", houseMatrix(rooms, floors)),
    "exit-codes.md": between("exit-codes.md", "exit codes", exitCodeTable(EXIT_CODES)),
  };
}

const check = process.argv.includes("--check");
const stale = Object.entries(await generate()).filter(
  ([file, text]) => !existsSync(docs(file)) || readFileSync(docs(file), "utf8") !== text,
);
for (const [file, text] of stale) {
  if (check) console.error(`docs/${file} is not what the program says: run \`npm run docs\``);
  else writeFileSync(docs(file), text);
}
if (!check)
  console.log(stale.length === 0 ? "docs are up to date" : `written: ${stale.map(([file]) => file).join(", ")}`);
process.exitCode = check && stale.length > 0 ? 1 : 0;
