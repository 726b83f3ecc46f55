// Names every exported function, class and constant that no other file uses. Types are left alone: one that stands in an
// exported signature should be importable. `const { x } = await import("./y.js")`, which commands live by, counts as a
// use of x; tools that read imports without resolving them do not see it.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Files whose exports are for others to use. */
const PUBLIC = new Set(["src/index.ts", "src/runtime.ts", "src/main.ts", "vitest.config.ts"]);

/** Words of the scripts that take things from the built program. */
const scripts = new Set(
  ["scripts", "bench"]
    .flatMap((folder) => readdirSync(path.join(root, folder)).map((file) => path.join(root, folder, file)))
    .filter((file) => file.endsWith(".mjs"))
    .flatMap((file) => readFileSync(file, "utf8").match(/\w+/g) ?? []),
);

const config = ts.getParsedCommandLineOfConfigFile(
  path.join(root, "tsconfig.json"),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
);
const program = ts.createProgram(config.fileNames, config.options);
const checker = program.getTypeChecker();
const own = program
  .getSourceFiles()
  .filter((file) => !file.isDeclarationFile && !file.fileName.includes("/node_modules/"));
const nameOf = (file) => path.relative(root, file.fileName).replaceAll(path.sep, "/");

const resolve = (symbol) =>
  symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** The symbol that an identifier stands for; in `const { x } = …` the property x of what is taken apart. */
function meant(identifier) {
  const { parent } = identifier;
  if (ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === identifier) {
    return checker.getTypeAtLocation(parent.parent).getProperty(identifier.text);
  }
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
  return checker.getSymbolAtLocation(identifier);
}

const used = new Map();
for (const file of own) {
  const visit = (node) => {
    if (ts.isIdentifier(node)) {
      const symbol = resolve(meant(node));
      if (symbol !== undefined) used.set(symbol, (used.get(symbol) ?? new Set()).add(file));
    }
    // All exports of a namespace that is passed around whole are in use.
    if (ts.isNamespaceImport(node)) {
      for (const symbol of checker.getTypeAtLocation(node.name).getProperties()) {
        const target = resolve(symbol);
        used.set(target, (used.get(target) ?? new Set()).add(file));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

const unused = own
  .filter((file) => !PUBLIC.has(nameOf(file)))
  .flatMap((file) => {
    const module = checker.getSymbolAtLocation(file);
    if (module === undefined) return [];
    return checker
      .getExportsOfModule(module)
      .map(resolve)
      .filter(({ flags }) => flags & ts.SymbolFlags.Value)
      .filter((symbol) => !scripts.has(symbol.name))
      .filter((symbol) => ![...(used.get(symbol) ?? [])].some((user) => user !== file))
      .map((symbol) => {
        const place = symbol.valueDeclaration ?? symbol.declarations[0];
        const { line } = file.getLineAndCharacterOfPosition(place.getSourceFile() === file ? place.getStart() : 0);
        return `${nameOf(file)}:${line + 1}: ${symbol.name} is exported, and no other file uses it`;
      });
  })
  .sort();

for (const line of unused) console.error(line);
process.exitCode = unused.length > 0 ? 1 : 0;
