// What an installation weighs, and which packages it is made of.
import { existsSync, readFileSync, readdirSync, lstatSync } from "node:fs";
import path from "node:path";
import { root } from "../lib/processes.mjs";

const LARGE = 2;

function bytesOf(folder) {
  let sum = 0;
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, item.name);
    // Packages inside a package are listed by themselves.
    if (item.isDirectory()) sum += item.name === "node_modules" ? 0 : bytesOf(file);
    // Blocks, as du counts, and not lengths: what the disk loses.
    else sum += lstatSync(file).blocks * 512;
  }
  return sum;
}

/** Folders of everything that `names` need, in the way Node finds them. */
function closure(packages, names) {
  const found = new Set();
  const visit = (name, from) => {
    for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
      const key = base === "" ? `node_modules/${name}` : `${base}/node_modules/${name}`;
      if (packages[key] !== undefined) {
        if (found.has(key)) return;
        found.add(key);
        const { dependencies = {}, optionalDependencies = {} } = packages[key];
        for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) visit(next, key);
        return;
      }
      if (base === "") return;
    }
  };
  for (const name of names) visit(name, "");
  return [...found];
}

export function size() {
  const { packages } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const optional = Object.keys(optionalDependencies);
  const installed = Object.keys(packages).filter((key) => key !== "" && existsSync(path.join(root, key)));
  const megabytes = new Map(installed.map((key) => [key, bytesOf(path.join(root, key)) / 2 ** 20]));
  const total = (keys) => keys.reduce((sum, key) => sum + (megabytes.get(key) ?? 0), 0);
  const required = closure(packages, Object.keys(dependencies));
  const withOptional = closure(packages, [...Object.keys(dependencies), ...optional]);
  const large = required
    .filter((key) => (megabytes.get(key) ?? 0) >= LARGE)
    .sort((a, b) => megabytes.get(b) - megabytes.get(a));
  return {
    rows: [
      { name: "required packages", unit: "MB", ours: total(required) },
      { name: `with the optional ones (${optional.join(", ")})`, unit: "MB", ours: total(withOptional) },
      { name: "with development packages", unit: "MB", ours: total(installed) },
      { name: "kefu itself: encoder", unit: "MB", ours: bytesOf(path.join(root, "models")) / 2 ** 20 },
      ...large.map((key) => ({
        name: `of the required: ${key.replace(/^.*node_modules\//, "")}`,
        unit: "MB",
        ours: megabytes.get(key),
      })),
    ],
    notes: ["folders in node_modules as du counts them"],
  };
}
