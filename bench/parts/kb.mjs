// Which entry comes first: kefu and plain searches on labelled questions of others, one configuration for all sets.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bm25, byVector, pairsAndWords, tfidf } from "../lib/baselines.mjs";
import { hasPeers } from "../lib/peers.mjs";
import { inTempFolder, kefu, run } from "../lib/processes.mjs";
import { encoder, program } from "../lib/program.mjs";
import { questionSets } from "../lib/question-sets.mjs";

const SEED = "bench-kb";
/** As deep as `kefu kb eval` looks. */
const DEPTH = 50;

const whole = ({ question, category, answer }) => `${question}\n${category}\n${answer}`;

function minisearch(entries) {
  const MiniSearch = createRequire(import.meta.url)("minisearch");
  const index = new MiniSearch({ fields: ["question", "category", "answer"], tokenize: pairsAndWords });
  index.addAll(entries.map((entry, at) => ({ ...entry, id: at })));
  return (query) => index.search(query).map(({ id }) => id);
}

function encoderAlone(entries, parts) {
  const { encode } = encoder(parts);
  const vectors = entries.map(({ question }) => encode(question));
  return byVector(vectors, encode);
}

/** Systems by name: each makes of the entries a function from a query to their numbers, best first. */
const SYSTEMS = {
  "TF-IDF, pairs, questions": (entries) => tfidf(entries.map(({ question }) => question)),
  "TF-IDF, pairs, all": (entries) => tfidf(entries.map(whole)),
  "BM25, questions": (entries) => bm25(entries.map(({ question }) => question)),
  "BM25, all": (entries) => bm25(entries.map(whole)),
  ...(hasPeers ? { MiniSearch: minisearch } : {}),
  "encoder alone": encoderAlone,
};

/** Ranks of the first right entry by a plain search; Infinity when it is not found. */
function ranksOf({ entries, queries }, make, parts) {
  const search = make(entries, parts);
  return queries.map(({ q, ids }) => {
    const found = search(q)
      .slice(0, DEPTH)
      .findIndex((at) => ids.includes(entries[at].id));
    return found < 0 ? Infinity : found + 1;
  });
}

const jsonl = (rows) => `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;

/** What a user does: init, ingest, eval; nothing else set. */
function kefuRanks({ name, faq, queries }, folder) {
  const workspace = path.join(folder, name.replaceAll(" ", "-"));
  mkdirSync(workspace);
  const asked = path.join(workspace, "queries.jsonl");
  writeFileSync(asked, jsonl(queries));
  run([kefu, "init", "--yes", "--quiet"], { cwd: workspace });
  run([kefu, "kb", "ingest", "--quiet", faq], { cwd: workspace });
  const { stdout } = run([kefu, "kb", "eval", asked, "--json", "--quiet"], { cwd: workspace });
  return JSON.parse(stdout).queries.map(({ rank }) => rank ?? Infinity);
}

const recall = (depth) => (rank) => (rank <= depth ? 1 : 0);
const FIGURES = { "recall@1": recall(1), "recall@5": recall(5), MRR: (rank) => 1 / rank };
const show = (value) => value.toFixed(3);

function cell(ranks, figure, { bootstrapMean, createRandom }) {
  const { mean, low, high } = bootstrapMean(ranks.map(FIGURES[figure]), createRandom(SEED));
  return `${show(mean)} (${show(low)}–${show(high)})`;
}

function systemTable(title, some, names, parts) {
  const rows = names.map((name) => [
    name,
    ...Object.keys(FIGURES).map((figure) =>
      cell(
        some.map(({ ranks }) => ranks[name]),
        figure,
        parts,
      ),
    ),
  ]);
  return { title: `${title}: ${some.length} questions`, header: ["", ...Object.keys(FIGURES)], rows };
}

/** Recall@1 by kind, of the systems that matter most. */
function kindTable(title, some, names, parts) {
  const kinds = [...new Set(some.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) => {
    const own = some.filter((one) => one.kind === kind);
    return [
      kind,
      String(own.length),
      ...names.map((name) =>
        cell(
          own.map(({ ranks }) => ranks[name]),
          "recall@1",
          parts,
        ),
      ),
    ];
  });
  return { title: `${title}: recall@1 by kind`, header: ["kind", "n", ...names], rows };
}

/** Every question in scope of every set, with its rank in each system. */
function measure(sets, parts) {
  return inTempFolder((folder) =>
    sets.flatMap((all) => {
      const set = { ...all, queries: all.queries.filter(({ ids }) => ids.length > 0) };
      const ranks = Object.entries(SYSTEMS).map(([name, make]) => [name, ranksOf(set, make, parts)]);
      ranks.push(["kefu", kefuRanks(set, folder)]);
      return set.queries.map(({ kind, split }, at) => ({
        ...{ group: set.group, kind, split },
        ranks: Object.fromEntries(ranks.map(([name, list]) => [name, list[at]])),
      }));
    }),
  );
}

export async function kb() {
  const data = process.env.KEFU_DATA;
  if (data === undefined || data === "") {
    console.log("KEFU_DATA is not set: no labelled questions to measure, left out");
    return undefined;
  }
  const parts = await program(["embed/static-encoder.js", "stats/intervals.js", "stats/random.js"]);
  const rows = measure(questionSets(data), parts);
  const names = [...Object.keys(SYSTEMS), "kefu"];
  const best = ["BM25, questions", "BM25, all", "kefu"];
  const zh = rows.filter(({ group }) => group === "zh_faq_queries");
  const test = zh.filter(({ split }) => split === "test");
  const english = [...new Set(rows.map(({ group }) => group))].filter((group) => group !== "zh_faq_queries");
  return {
    rows: [],
    tables: [
      ...(zh.length === 0
        ? []
        : [
            systemTable("zh_faq_queries, three bases pooled, test", test, names, parts),
            systemTable("zh_faq_queries, three bases pooled, all", zh, names, parts),
            kindTable("zh_faq_queries, test", test, best, parts),
            kindTable("zh_faq_queries, all", zh, best, parts),
          ]),
      ...english.map((group) =>
        systemTable(
          group,
          rows.filter((row) => row.group === group),
          names,
          parts,
        ),
      ),
    ],
    notes: [
      "recall: any of the entries marked right; MRR to rank 50; in brackets 95%, bootstrap over the questions",
      "kefu: `init --yes`, `kb ingest` of the set's FAQ file, `kb eval`; nothing set, one configuration for all; its weights were fitted on the dev parts of the Chinese bases, on covidfaq_deepset and on the valid parts of feedbackqa, among others (models/fusion/default.json)",
      "BM25: k1 1.2, b 0.75, pairs of Han characters and words, Traditional as Simplified; “all”: question, category and answer as one field",
      "TF-IDF: cosine, pairs of characters; MiniSearch: its defaults over the three fields, tokens as BM25; encoder: cosine with the question",
    ],
  };
}
