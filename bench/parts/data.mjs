// Real FAQ tables, where a folder of them is named by KEFU_DATA.
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inTempFolder, kefu, run } from "../lib/processes.mjs";

const LARGEST_SETS = 4;

/** Every folder below `folder` that holds FAQ tables directly, with its tables. */
function tableFolders(folder, depth = 0) {
  const items = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const tables = items
    .filter((item) => item.isFile() && /\.(csv|xlsx)$/.test(item.name))
    .map(({ name }) => path.join(folder, name));
  const below =
    depth >= 3
      ? []
      : items
          .filter((item) => item.isDirectory())
          .flatMap(({ name }) => tableFolders(path.join(folder, name), depth + 1));
  return tables.length > 0 ? [{ folder, tables }, ...below] : below;
}

export function data() {
  const base = process.env.KEFU_DATA;
  if (base === undefined || base === "") {
    console.log("KEFU_DATA is not set: no FAQ tables of others to measure, left out");
    return undefined;
  }
  const sets = tableFolders(base)
    .filter(({ folder }) => /faq/i.test(folder))
    .slice(0, LARGEST_SETS);
  const rows = sets.flatMap(({ folder, tables }) =>
    inTempFolder((workspace) => {
      writeFileSync(path.join(workspace, "kefu.yaml"), "version: 1\nname: bench\n");
      const name = path.relative(base, folder);
      const { seconds, stdout } = run([kefu, "kb", "ingest", "--json", ...tables], { cwd: workspace });
      const report = JSON.parse(stdout);
      return [
        { name: `${name}: entries`, unit: "n", ours: report.added },
        { name: `${name}: ingest`, unit: "s", ours: seconds },
      ];
    }),
  );
  return { rows, notes: ["tables as their makers published them"] };
}
