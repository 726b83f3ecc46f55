// npm run bench -- [quick|start|ingest|kb|nlu|nlu-accuracy|nlu-large|models|size|data|documents|hostile|noise|pgvector|promise|search|entities|emotion|spans] …   each part takes less than ten minutes
import { existsSync } from "node:fs";
import path from "node:path";
import { hasPeers } from "./lib/peers.mjs";
import { root } from "./lib/processes.mjs";
import { machine, publish } from "./lib/report.mjs";
import { data } from "./parts/data.mjs";
import { documents } from "./parts/documents.mjs";
import { emotion } from "./parts/emotion.mjs";
import { entities } from "./parts/entities.mjs";
import { hostile } from "./parts/hostile.mjs";
import { ingest } from "./parts/ingest.mjs";
import { kb } from "./parts/kb.mjs";
import { models } from "./parts/models.mjs";
import { nlu } from "./parts/nlu.mjs";
import { nluAccuracy, nluLarge } from "./parts/nlu-accuracy.mjs";
import { noise } from "./parts/noise.mjs";
import { pgvector } from "./parts/pgvector.mjs";
import { promise } from "./parts/promise.mjs";
import { search } from "./parts/search.mjs";
import { size } from "./parts/size.mjs";
import { spans } from "./parts/spans.mjs";
import { start } from "./parts/start.mjs";

const PARTS = {
  start,
  ingest,
  kb,
  nlu,
  "nlu-accuracy": nluAccuracy,
  "nlu-large": nluLarge,
  models,
  size,
  data,
  documents,
  hostile,
  noise,
  pgvector,
  promise,
  search,
  entities,
  emotion,
  spans,
};
const QUICK = ["start", "ingest", "nlu", "size"];

const asked = process.argv.slice(2);
const names = (asked.length === 0 ? ["quick"] : asked).flatMap((name) => (name === "quick" ? QUICK : [name]));
const unknown = names.find((name) => PARTS[name] === undefined);
if (unknown !== undefined) {
  console.error(`no part “${unknown}”; there are: quick, ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
if (names.some((name) => name !== "size") && !existsSync(path.join(root, "dist", "main.js"))) {
  console.error("dist/main.js is missing: run `npm run build` first");
  process.exit(2);
}

console.log(machine());
if (!hasPeers)
  console.log(
    "the peers are not installed, so there is nothing to compare with: `npm ci --prefix bench` installs them",
  );
for (const name of new Set(names)) {
  const result = await PARTS[name]();
  if (result !== undefined) publish(name, result);
}
