// Tables of FAQ entries become an index, are ingested again, and searched.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inTempFolder, kefu, median, medians, run } from "../lib/processes.mjs";
import { hasPeers, peerScript } from "../lib/peers.mjs";

const SIZES = [1_000, 10_000];
/** Entries of the base that is shared out over many files. */
const LARGEST = 100_000;
/** The size at which the peers run; the larger one takes them minutes. */
const COMPARED = 10_000;
const SEED = 1;
const ROUNDS = 10;
const FILES = 100;

const script = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const count = (n) => n.toLocaleString("en");

/** Tables are made in a process of their own, so that this one stays small. @returns the line of statistics */
function make(n, ...more) {
  return run([script("make-faq.mjs"), "--n", String(n), "--seed", String(SEED), ...more]).stderr.trim();
}

function workspace(work) {
  return inTempFolder((folder) => {
    writeFileSync(path.join(folder, "kefu.yaml"), "version: 1\nname: bench\n");
    mkdirSync(path.join(folder, "faq"));
    return work(folder, path.join(folder, "faq"));
  });
}

const ingestIn = (cwd, ...more) => run([kefu, "kb", "ingest", "--quiet", ...more], { cwd, memory: true });

function indexBytes(folder) {
  const index = path.join(folder, ".kefu", "index");
  return readdirSync(index).reduce((sum, name) => sum + statSync(path.join(index, name)).size, 0);
}

/** First ingest of one table of a size, beside the same without vectors. */
function first(n) {
  return workspace((folder, faq) => {
    const csv = path.join(faq, "faq.csv");
    const about = make(n, "-o", csv);
    const { seconds, megabytes } = ingestIn(folder);
    const again = run([kefu, "kb", "ingest", "--quiet"], { cwd: folder });
    const size = indexBytes(folder) / 2 ** 20;
    const rows = [
      { name: `${count(n)} entries: first ingest`, unit: "s", ours: seconds },
      { name: `${count(n)} entries: entries a second`, unit: "/s", ours: n / seconds },
      { name: `${count(n)} entries: most memory`, unit: "MB", ours: megabytes },
      { name: `${count(n)} entries: size of the index`, unit: "MB", ours: size },
      { name: `${count(n)} entries: ingest again, nothing changed`, unit: "s", ours: again.seconds },
    ];
    const bare = run([script("lib/ingest-without-vectors.mjs"), csv], { memory: true });
    const plain = JSON.parse(bare.stdout);
    rows.push({ name: `${count(n)} entries: entries a second, without vectors`, unit: "/s", ours: n / plain.seconds });
    if (n === COMPARED) compare(folder, csv, rows, n);
    return { rows, notes: [about] };
  });
}

/** MiniSearch and LangChain.js over the same table. */
function compare(folder, csv, rows, n) {
  const query = `请问${readFileSync(csv, "utf8").split("\n")[4000].split('","')[2] ?? "怎么退款"}`;
  const search = { args: [kefu, "kb", "search", query], cwd: folder };
  if (!hasPeers) {
    rows.push({ name: "`kb search`, whole process", unit: "ms", ours: medians([search], ROUNDS)[0] });
    return;
  }
  const index = path.join(folder, "minisearch.json");
  const built = run([peerScript("minisearch"), "build", csv, index], { memory: true });
  const chained = run([peerScript("langchain"), "build", csv, path.join(folder, "langchain.jsonl")], { memory: true });
  const [ours, theirs] = medians([search, { args: [peerScript("minisearch"), "search", index, query] }], ROUNDS);
  const [seconds, , megabytes] = rows.map(({ ours: value }) => value);
  const against = (name, value) => ({ name, value });
  rows[0].peer = against("MiniSearch", built.seconds);
  rows[1].peer = against("MiniSearch", n / built.seconds);
  rows[2].peer = against("MiniSearch", built.megabytes);
  rows.push(
    {
      name: `${count(n)} entries: first ingest`,
      unit: "s",
      ours: seconds,
      peer: against("LangChain.js", chained.seconds),
    },
    {
      name: `${count(n)} entries: most memory`,
      unit: "MB",
      ours: megabytes,
      peer: against("LangChain.js", chained.megabytes),
    },
    { name: "`kb search`, whole process", unit: "ms", ours, peer: against("MiniSearch", theirs) },
  );
}

/** The same rows of one file with other answers, `times` times over. */
function changedRows(file, rows, round) {
  let left = rows;
  return readFileSync(file, "utf8").replace(/：/gu, (colon) => (left-- > 0 ? `${colon}第${round}次改。` : colon));
}

/** 100,000 entries in 100 tables, of which 10 rows of one change; beside it, one workbook of as many. */
function again(n) {
  return workspace((folder, faq) => {
    const about = make(n, "--files", String(FILES), "-o", faq);
    const firstRun = ingestIn(folder);
    const size = indexBytes(folder) / 2 ** 20;
    const file = path.join(faq, "faq-042.csv");
    const times = [];
    const peaks = [];
    for (let round = 1; round <= 5; round++) {
      writeFileSync(file, changedRows(file, 10, round));
      const { seconds, megabytes } = ingestIn(folder);
      times.push(seconds);
      peaks.push(megabytes);
    }
    const changed = JSON.parse(
      (writeFileSync(file, changedRows(file, 10, 6)), run([kefu, "kb", "ingest", "--json"], { cwd: folder }).stdout),
    ).changed;
    const rows = [
      { name: `${count(n)} entries in ${FILES} csv files: first ingest`, unit: "s", ours: firstRun.seconds },
      { name: `${count(n)} entries in ${FILES} csv files: most memory`, unit: "MB", ours: firstRun.megabytes },
      { name: `${count(n)} entries: entries a second`, unit: "/s", ours: n / firstRun.seconds },
      { name: `${count(n)} entries: size of the index`, unit: "MB", ours: size },
      { name: `… again, ${changed} rows of one file changed (median of 5)`, unit: "s", ours: median(times) },
      { name: "… most memory", unit: "MB", ours: median(peaks) },
    ];
    const book = path.join(folder, "one.xlsx");
    const exported = run([kefu, "kb", "export", "-o", book], { cwd: folder, memory: true });
    rows.push({ name: `\`kb export\` of ${count(n)} entries to xlsx`, unit: "s", ours: exported.seconds });
    return { rows: [...rows, ...oneBook(book, n)], notes: [about] };
  });
}

function oneBook(book, n) {
  return workspace((folder, faq) => {
    const target = path.join(faq, "faq.xlsx");
    copyFileSync(book, target);
    const firstRun = ingestIn(folder);
    rmSync(target);
    copyFileSync(book, target);
    const touched = ingestIn(folder);
    return [
      { name: `${count(n)} entries in one xlsx: first ingest`, unit: "s", ours: firstRun.seconds },
      { name: `${count(n)} entries in one xlsx: most memory`, unit: "MB", ours: firstRun.megabytes },
      { name: "… again, the file written anew with the same content", unit: "s", ours: touched.seconds },
    ];
  });
}

export function ingest() {
  const parts = [...SIZES.map(first), again(LARGEST)];
  return {
    rows: parts.flatMap(({ rows }) => rows),
    notes: [
      ...parts.flatMap(({ notes }) => notes),
      "MiniSearch 7 indexes the same file with characters, character pairs and words as tokens, keeps its index as JSON, and has no vectors, store or record of changes",
      "LangChain.js reads the same file with its csv loader and keeps one vector a row, by kefu's own encoder, in its memory store, written as JSON lines; it has no word index and no record of changes",
    ],
  };
}
