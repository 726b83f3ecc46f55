// A table of FAQ entries becomes an index, and is searched.
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inTempFolder, kefu, medians, run } from "../lib/processes.mjs";
import { hasPeers, peerScript } from "../lib/peers.mjs";
import { makeFaq, toCsv } from "../make-faq.mjs";

const ENTRIES = 10_000;
const SEED = 1;
const ROUNDS = 10;

export function ingest() {
  return inTempFolder((folder) => {
    mkdirSync(path.join(folder, "faq"));
    const csv = path.join(folder, "faq", "faq.csv");
    const entries = makeFaq(ENTRIES, SEED);
    writeFileSync(path.join(folder, "kefu.yaml"), "version: 1\nname: bench\n");
    writeFileSync(csv, toCsv(entries));
    const questions = entries.reduce((sum, { similar }) => sum + 1 + similar.length, 0);
    const query = `请问${entries[ENTRIES / 2].question}`;

    const first = run([kefu, "kb", "ingest", "--quiet"], { cwd: folder, memory: true });
    const again = run([kefu, "kb", "ingest", "--quiet"], { cwd: folder });
    const search = { args: [kefu, "kb", "search", query], cwd: folder };
    const rows = [
      { name: `ingest of ${ENTRIES.toLocaleString("en")} entries, first`, unit: "s", ours: first.seconds },
      { name: "entries ingested", unit: "/s", ours: ENTRIES / first.seconds },
      { name: "most memory while ingesting", unit: "MB", ours: first.megabytes },
      { name: "ingest again, nothing changed", unit: "s", ours: again.seconds },
    ];
    const notes = [
      `bench/make-faq.mjs --n ${ENTRIES} --seed ${SEED}: ${questions.toLocaleString("en")} questions, ${(statSync(csv).size / 2 ** 20).toFixed(1)} MB of csv`,
    ];
    if (!hasPeers) {
      const [seconds] = medians([search], ROUNDS);
      return { rows: [...rows, { name: "`kb search`, whole process", unit: "ms", ours: seconds }], notes };
    }
    const index = path.join(folder, "minisearch.json");
    const built = run([peerScript("minisearch"), "build", csv, index], { memory: true });
    const [ours, theirs] = medians([search, { args: [peerScript("minisearch"), "search", index, query] }], ROUNDS);
    const against = (value) => ({ name: "MiniSearch", value });
    rows[0].peer = against(built.seconds);
    rows[1].peer = against(ENTRIES / built.seconds);
    rows[2].peer = against(built.megabytes);
    rows.push({ name: "`kb search`, whole process", unit: "ms", ours, peer: against(theirs) });
    notes.push(
      "MiniSearch 7 indexes the same file with characters, character pairs and words as tokens, keeps its index as JSON, and has no vectors, store or record of changes",
    );
    return { rows, notes };
  });
}
