// What one query costs at four sizes: time and memory of the warm engine, the whole process from cold, bytes on disk.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inTempFolder, kefu, median, run } from "../lib/processes.mjs";
import { hasPeers } from "../lib/peers.mjs";

/** Entries; each has four questions. */
const SIZES = [250, 2_500, 25_000, 100_000];
const QUESTIONS = 4;
const QUERIES = 300;
/** Rounds of whole processes. */
const ROUNDS = 5;
const SEED = 1;
/** Questions beyond which a peer takes minutes to build, or gigabytes; and how many queries it gets. */
const PEERS = {
  inverted: { most: 100_000, queries: 300 },
  minisearch: { most: 10_000, queries: 40 },
  hnsw: { most: 10_000, queries: 300 },
};

const script = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const count = (n) => n.toLocaleString("en");
const ms = (value) => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
const times = (value, of) => `${(value / of).toFixed(value / of < 10 ? 2 : 1)}×`;

function makeWorkspace(folder, entries) {
  writeFileSync(path.join(folder, "kefu.yaml"), "version: 1\nname: bench\n");
  mkdirSync(path.join(folder, "faq"));
  const made = ["--n", String(entries), "--seed", String(SEED)];
  run([script("make-faq.mjs"), ...made, "-o", path.join(folder, "faq", "faq.csv")]);
  run([script("make-faq.mjs"), ...made, "--queries", String(QUERIES), "-o", path.join(folder, "queries.jsonl")]);
  return run([kefu, "kb", "ingest", "--quiet"], { cwd: folder }).seconds;
}

function indexBytes(folder) {
  const index = path.join(folder, ".kefu", "index");
  return readdirSync(index).reduce((sum, name) => sum + statSync(path.join(index, name)).size, 0);
}

function measure(engine, folder, queries) {
  const queryFile = path.join(folder, "queries.jsonl");
  const args = ["--expose-gc", script("lib/search-latency.mjs"), engine, folder, queryFile, String(queries)];
  return JSON.parse(run(args, { cwd: folder }).stdout);
}

/** Whole processes, each with another query. */
function coldStart(folder) {
  const lines = readFileSync(path.join(folder, "queries.jsonl"), "utf8").trim().split("\n");
  const texts = lines.slice(0, ROUNDS + 1).map((line) => JSON.parse(line).q);
  return median(texts.map((text) => run([kefu, "kb", "search", text], { cwd: folder }).seconds).slice(1));
}

function sizeOf(entries) {
  return inTempFolder((folder) => {
    const questions = entries * QUESTIONS;
    const ingested = makeWorkspace(folder, entries);
    const ours = measure("kefu", folder, QUERIES);
    const peers = {};
    for (const [name, { most, queries }] of Object.entries(PEERS)) {
      if (questions <= most && (name !== "minisearch" || hasPeers)) peers[name] = measure(name, folder, queries);
    }
    return { questions, ingested, ours, peers, cold: coldStart(folder), bytes: indexBytes(folder) / questions };
  });
}

const NAMES = { inverted: "plain inverted index", minisearch: "MiniSearch", hnsw: "hnswlib-node, vectors alone" };

function peerRows({ questions, ours, peers }) {
  return [
    [count(questions), "kefu, everything", ms(ours.p50), ms(ours.p99), `${ours.megabytes.toFixed(0)} MB`, "", ""],
    ...Object.entries(peers).map(([name, { p50, p99, megabytes }]) => [
      count(questions),
      NAMES[name],
      ms(p50),
      ms(p99),
      `${megabytes.toFixed(0)} MB`,
      times(ours.p50, p50),
      times(ours.p99, p99),
    ]),
  ];
}

export function search() {
  const sizes = SIZES.map(sizeOf);
  const empty = median(Array.from({ length: ROUNDS }, () => run(["-e", "0"]).seconds));
  return {
    rows: [],
    tables: [
      {
        title: "A warm query",
        header: ["questions", "engine", "p50", "p99", "memory", "kefu : peer, p50", "kefu : peer, p99"],
        rows: sizes.flatMap(peerRows),
      },
      {
        title: "From cold, on disk, and the vectors",
        header: [
          "questions",
          "`kb search`, whole process",
          "index",
          "ingest",
          "vectors by",
          "recall@10",
          "p50",
          "compared with all",
        ],
        rows: sizes.map(({ questions, cold, bytes, ingested, ours: { vectors } }) => [
          count(questions),
          ms(cold * 1000),
          `${bytes.toFixed(0)} B a question`,
          `${ingested.toFixed(1)} s`,
          vectors.name,
          vectors.recall.toFixed(3),
          ms(vectors.p50),
          ms(vectors.exact),
        ]),
      },
    ],
    notes: [
      `entries of four questions each, made by bench/make-faq.mjs; ${QUERIES} queries with other words around, typos, homophones, fillers; one thread`,
      "every query was asked once before the clock ran: what is read and made of the texts of entries is in memory then; the first time, a query takes two to three times as long",
      "kefu's figure is all of `retrieve`: embedding, words, sounds, answers, vectors, ranking and probabilities. The plain inverted index (term at a time) and MiniSearch have the questions alone, with kefu's tokens; hnswlib-node has the vectors alone, M 16, ef 200",
      "MiniSearch and hnswlib-node are left out above 10,000 questions, where the one takes gigabytes and the other minutes to build; the plain index above 100,000",
      `whole processes: median of ${ROUNDS}, each with another query; an empty Node process takes ${ms(empty * 1000)}`,
    ],
  };
}
