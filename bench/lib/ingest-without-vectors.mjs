// One ingest of a table with an encoder that does nothing: what all but the vectors costs. Prints `{seconds}`.
//   node ingest-without-vectors.mjs faq.csv
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemClock } from "../../dist/adapters/clock.js";
import { nodeFiles } from "../../dist/adapters/files.js";
import { openKbStore } from "../../dist/adapters/kb-store-libsql.js";
import { fileLock } from "../../dist/adapters/lock.js";
import { runIngest } from "../../dist/kb/ingest/ingest.js";

const root = mkdtempSync(path.join(tmpdir(), "kefu-bench-"));
const zero = new Float32Array(1);
const embedder = {
  info: { id: "none", digest: "none", dim: 1 },
  costly: false,
  embed: async (texts) => texts.map(() => zero),
  close: async () => undefined,
};
const started = process.hrtime.bigint();
await runIngest(
  { files: nodeFiles, clock: systemClock, locks: fileLock, embedder, openStore: openKbStore },
  {
    layout: {
      root,
      lock: path.join(root, "lock"),
      store: path.join(root, "store.db"),
      index: path.join(root, "index"),
      manifest: path.join(root, "index", "manifest.json"),
    },
    settings: { sources: [], columns: {}, locale: "zh-CN" },
    sources: [path.resolve(process.argv[2])],
    cwd: root,
    given: {},
    dryRun: false,
    strict: false,
    compact: false,
    command: "bench",
  },
);
console.log(JSON.stringify({ seconds: Number(process.hrtime.bigint() - started) / 1e9 }));
rmSync(root, { recursive: true, force: true });
