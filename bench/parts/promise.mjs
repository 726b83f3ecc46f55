// The promise of decide.max_wrong_answer_rate: thresholds chosen on one half of a set's questions, measured on the other.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { bm25 } from "../lib/baselines.mjs";
import { encoder, entryOf, indexOf, program } from "../lib/program.mjs";
import { questionSets } from "../lib/question-sets.mjs";

const RATES = [0.02, 0.05, 0.1];
const SPLITS = 200;
const SEED = "promise";
/** Questions of others among those of an English set, which has none out of scope of its own. */
const FOREIGN_SHARE = 0.1;

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const MODULES = [
  ...["kb/retrieve/retrieve.js", "kb/respond/decide.js", "kb/index/kb-index.js", "kb/index/segment-writer.js"],
  ...["stats/conformal.js", "stats/calibration.js", "stats/intervals.js", "stats/random.js"],
  ...["embed/static-encoder.js", "text/tokens.js"],
];

/** English sets get questions of bank customers, which none of their entries answers. */
function withForeign(sets, data, random) {
  const rows = parse(readFileSync(path.join(data, "banking77", "test.csv")), { columns: true });
  return sets.map((set) => {
    if (set.group === "zh_faq_queries") return set;
    const count = Math.round(FOREIGN_SHARE * set.queries.length);
    const foreign = random.fork(set.name).shuffle(rows).slice(0, count);
    const queries = foreign.map(({ text }) => ({ q: text, ids: [], kind: "foreign", split: "test" }));
    return { ...set, queries: [...set.queries, ...queries] };
  });
}

/** Every question of a set asked once: what kefu and BM25 (of questions; of questions, categories and answers) make of it. */
async function judge(kefu, embedder, { name, group, entries, queries }) {
  const index = await indexOf(kefu, embedder, entries.map(entryOf));
  const baselines = [
    bm25(entries.map(({ question }) => question)),
    bm25(entries.map(({ question, category, answer }) => `${question} ${category} ${answer}`)),
  ];
  const rows = [];
  for (const { q, ids, split } of queries) {
    const found = await kefu.retrieve(index, embedder, q, { limit: 3 });
    const inScope = ids.length > 0;
    const plain = baselines.map((search) => {
      const scores = search.scores(q);
      const best = scores.reduce((top, score, at) => (score > scores[top] ? at : top), 0);
      return { score: scores[best] > 0 ? scores[best] : -Infinity, right: ids.includes(entries[best].id), inScope };
    });
    const right = found.length > 0 && ids.includes(found[0].entry.id);
    rows.push({
      set: name,
      group,
      split,
      score: kefu.answerScore(found),
      sure: found[0]?.score ?? 0,
      right,
      inScope,
      plain,
    });
  }
  return rows;
}

/**
 * Mean rate, its 95th percentile and mean coverage of thresholds that each promise `rate`, over many splits. Each halving is
 * used both ways, which takes most of the chance out of the mean.
 */
function keepPromise(kefu, rows, rate) {
  const random = kefu.createRandom(`${SEED}/${rate}`);
  const outcomes = Array.from({ length: SPLITS / 2 }, (_, split) => {
    const shuffled = random.fork(String(split)).shuffle(rows);
    const half = Math.ceil(rows.length / 2);
    const halves = [shuffled.slice(0, half), shuffled.slice(half)];
    return [halves, halves.toReversed()].map(([calibration, test]) => {
      const control = kefu.controlRisk(calibration, rate);
      return kefu.measureThreshold(test, control.promised ? control.threshold : Infinity);
    });
  }).flat();
  const rates = outcomes.map(({ wrongAnswerRate }) => wrongAnswerRate).sort((a, b) => a - b);
  return {
    rate: mean(rates),
    p95: kefu.quantile(rates, 0.95),
    coverage: mean(outcomes.map(({ coverage }) => coverage)),
  };
}

/** The most that a plain threshold covers at a measured rate, chosen with every label in hand. */
function plainCoverage(kefu, rows, rate) {
  return Math.max(
    ...[0, 1].map((which) => {
      const own = rows.map(({ plain }) => plain[which]);
      const thresholds = [...new Set(own.map(({ score }) => score))].map((score) => kefu.measureThreshold(own, score));
      return Math.max(0, ...thresholds.filter((one) => one.wrongAnswerRate <= rate).map(({ coverage }) => coverage));
    }),
  );
}

const GROUPS = [
  ["zh", "three Chinese bases, all questions", (row) => row.group === "zh_faq_queries"],
  [
    "zh test",
    "three Chinese bases, questions of split test",
    (row) => row.group === "zh_faq_queries" && row.split === "test",
  ],
  ["jhu", "covidfaq_jhu", (row) => row.group === "covidfaq_jhu"],
  ["feedbackqa", "feedbackqa, three sites", (row) => row.group.startsWith("feedbackqa")],
];

function tableOf(kefu, label, rows) {
  const table = RATES.flatMap((asked) => {
    const { rate, p95, coverage } = keepPromise(kefu, rows, asked);
    const name = `${label}, ${100 * asked}% asked for`;
    return [
      { name: `${name}: wrong answers, mean`, unit: "%", ours: rate },
      { name: `${name}: wrong answers, 95th percentile`, unit: "%", ours: p95 },
      {
        name: `${name}: coverage`,
        unit: "%",
        ours: coverage,
        peer: { name: "BM25", value: plainCoverage(kefu, rows, rate) },
      },
    ];
  });
  const forecasts = rows.map(({ sure, right }) => ({ confidence: sure, correct: right }));
  const error = kefu.expectedCalibrationError(forecasts);
  return [...table, { name: `${label}: expected calibration error`, unit: "%", ours: error }];
}

export async function promise() {
  const data = process.env.KEFU_DATA;
  if (data === undefined) {
    console.log("\npromise: KEFU_DATA is not set; left out");
    return undefined;
  }
  const kefu = await program(MODULES);
  const embedder = encoder(kefu);
  const rows = [];
  for (const set of withForeign(questionSets(data), data, kefu.createRandom(SEED))) {
    rows.push(...(await judge(kefu, embedder, set)));
  }
  const notes = [
    `${SPLITS} splits (${SPLITS / 2} random halvings, each both ways): the threshold by conformal risk control on one half, measured on the other; wrong answers over all questions, coverage over those in scope`,
    "BM25: the most that any threshold on its score (of questions, or of questions, categories and answers: the better) covers with as many wrong answers on all questions, chosen with every label in hand",
  ];
  const table = GROUPS.flatMap(([label, words, fits]) => {
    const some = rows.filter(fits);
    if (some.length === 0) return [];
    const out = some.filter(({ inScope }) => !inScope).length;
    notes.push(`${label}: ${words}; ${some.length} questions, ${out} of them out of scope`);
    return tableOf(kefu, label, some);
  });
  notes.push("out of scope in the English sets: questions of banking77, a tenth as many as the set's own");
  return { rows: table, notes };
}
