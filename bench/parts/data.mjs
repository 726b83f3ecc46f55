// Real FAQ tables, where a folder of them is named by KEFU_DATA.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inTempFolder, kefu, run } from "../lib/processes.mjs";

/** Folders below KEFU_DATA and which of their files are FAQ tables. */
const SETS = [
  { folder: "as_faq_zhtw/source", files: /\.csv$/ },
  { folder: "faq_documents/zh-hant", files: /\.xlsx$/ },
  { folder: "maicoin_faq_zhtw", files: /\.json$/ },
];

function measure(base, { folder, files }) {
  const full = path.join(base, folder);
  const sources = readdirSync(full).filter((file) => files.test(file));
  return inTempFolder((workspace) => {
    writeFileSync(path.join(workspace, "kefu.yaml"), "version: 1\nname: bench\n");
    const paths = sources.map((file) => path.join(full, file));
    const { seconds, stdout } = run([kefu, "kb", "ingest", "--json", ...paths], { cwd: workspace });
    const again = run([kefu, "kb", "ingest", "--quiet"], { cwd: workspace });
    return [
      { name: `${folder}: entries`, unit: "n", ours: JSON.parse(stdout).added },
      { name: `${folder}: first ingest`, unit: "s", ours: seconds },
      { name: `${folder}: again, nothing changed`, unit: "s", ours: again.seconds },
    ];
  });
}

export function data() {
  const base = process.env.KEFU_DATA;
  if (base === undefined || base === "") {
    console.log("KEFU_DATA is not set: no FAQ tables of others to measure, left out");
    return undefined;
  }
  const present = SETS.filter(({ folder }) => existsSync(path.join(base, folder)));
  for (const { folder } of SETS.filter((set) => !present.includes(set)))
    console.log(`${folder} is not there, left out`);
  return { rows: present.flatMap((set) => measure(base, set)), notes: ["files as their makers published them"] };
}
