// How long a person waits for a command that does little.
import { cpSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inTempFolder, kefu, medians, root, run } from "../lib/processes.mjs";
import { hasPeers, peerScript } from "../lib/peers.mjs";

const ROUNDS = 10;
const QUERY = "东西买了三天还没发出来";

export function start() {
  return inTempFolder((folder) => {
    const demo = path.join(folder, "demo");
    cpSync(path.join(root, "fixtures", "hotline-demo"), demo, { recursive: true });
    run([kefu, "kb", "ingest", "--quiet"], { cwd: demo });
    const commands = [
      { args: ["-e", "0"] },
      { args: [kefu, "--help"] },
      { args: [kefu, "kb", "search", QUERY], cwd: demo },
      { args: [kefu, "kb", "ask", QUERY], cwd: demo },
    ];
    if (hasPeers) {
      const listed = JSON.parse(run([kefu, "kb", "list", "--json", "--limit", "1000"], { cwd: demo }).stdout);
      const entries = path.join(folder, "entries.csv");
      const quote = (text) => `"${text.replaceAll('"', '""')}"`;
      const rows = listed.entries.map(({ id, question }) => [id, question, "", ""].map(quote).join(","));
      writeFileSync(entries, ["知识ID,标准问,相似问,答案", ...rows].join("\n"));
      const index = path.join(folder, "minisearch.json");
      run([peerScript("minisearch"), "build", entries, index]);
      commands.push({ args: [peerScript("minisearch"), "search", index, QUERY] });
    }
    const [floor, help, search, ask, peer] = medians(commands, ROUNDS);
    const node = { name: "node -e 0", value: floor };
    return {
      rows: [
        { name: "`kefu --help`", unit: "ms", ours: help, peer: node },
        {
          name: "`kefu kb search` on the sample",
          unit: "ms",
          ours: search,
          peer: peer === undefined ? node : { name: "MiniSearch, standard questions only", value: peer },
        },
        { name: "`kefu kb ask` on the sample", unit: "ms", ours: ask, peer: node },
      ],
      notes: [
        `whole processes, started in turn, median of ${ROUNDS} each after one to warm up; empty Node process: ${Math.round(floor * 1000)} ms`,
      ],
    };
  });
}
