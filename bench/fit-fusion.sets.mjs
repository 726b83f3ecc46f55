// The question sets that the default weights are fitted and measured on.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";

const lines = (file) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const entryOf = (set, row, { id, question, answer, category = "" }) => ({
  ...{
    id: String(id),
    category,
    question,
    similar: [],
    related: [],
    negative: [],
    effective: {},
    status: "online",
    tags: {},
  },
  ...{ answers: [{ text: answer, format: "text", links: [] }], source: { file: set, row }, hash: "" },
});

/** Each: name, group, split, entries, queries [{q, ids, kind}]. */
export async function loadSets({ data, root, parseSource, perturb, random }) {
  const zh = chineseSets(data);
  const sample = await sampleSets(root, parseSource);
  const sets = [...zh, ...sample, ...englishSets(data)];
  // Questions of other bases are out of scope: a tenth as many as a development set has of its own.
  const dev = zh.filter(({ split }) => split === "dev");
  for (const set of [...dev, ...sample]) {
    const foreign = dev
      .filter(({ name }) => name !== set.name && name !== "taipei_gov_faq")
      .flatMap(({ queries }) => queries);
    const some = random
      .fork(set.name)
      .shuffle(foreign)
      .slice(0, Math.round(set.queries.length / 10));
    set.queries = [...set.queries, ...some.map(({ q }) => ({ q, ids: [], kind: "foreign" }))];
  }
  const noisy = [...dev, ...sample].map((set) => withNoise(set, perturb, random.fork(`${set.name} noise`)));
  return [...sets, ...noisy].map((set) => ({ ...set, weight: WEIGHTS[set.split] * (set.group === "zh" ? 2 : 1) }));
}

/** What a question of a split counts when ranks are fitted; there are few Chinese ones, which count twice. */
const WEIGHTS = { dev: 1, train: 0.5, noise: 0.4, test: 0 };
const NOISE = ["typo", "homophone", "pinyin"];

function withNoise(set, perturb, random) {
  const queries = set.queries
    .filter(({ ids }) => ids.length > 0)
    .map(({ q, ids }, at) => ({
      q: perturb(q, NOISE[at % NOISE.length], random),
      ids,
      kind: NOISE[at % NOISE.length],
    }));
  return { ...set, split: "noise", queries };
}

function chineseSets(data) {
  return ["as_faq", "maicoin", "taipei_gov_faq"].flatMap((name) => {
    const folder = path.join(data, "zh_faq_queries", name);
    const entries = lines(path.join(folder, "faq.jsonl")).map((item, at) => entryOf(name, at + 1, item));
    const queries = lines(path.join(folder, "queries.jsonl"));
    return ["dev", "test"].map((split) => ({
      name,
      group: "zh",
      split,
      entries,
      queries: queries.filter((query) => query.split === split),
    }));
  });
}

/** The sample workspace: a quarter of the similar questions is taken out of the base and asked, four times over. */
async function sampleSets(root, parseSource) {
  const folder = path.join(root, "fixtures/hotline-demo/faq");
  const all = [];
  for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const { entries } = await parseSource(`faq/${file}`, readFileSync(path.join(folder, file)), { locale: "zh-CN" });
    all.push(...entries.map((entry) => ({ ...entry, status: "online", effective: {} })));
  }
  const isOut = (at, fold) => at % 4 === fold;
  const folds = [0, 1, 2, 3].map((fold) => ({
    ...{ name: `hotline-demo ${fold + 1}/4`, group: "sample", split: "dev" },
    entries: all.map((entry) => ({ ...entry, similar: entry.similar.filter((_, at) => !isOut(at, fold)) })),
    queries: all.flatMap((entry) =>
      entry.similar.filter((_, at) => isOut(at, fold)).map((q) => ({ q, ids: [entry.id], kind: "similar" })),
    ),
  }));
  const short = lines(path.join(root, "fixtures/questions/short.jsonl")).map((query) => ({ ...query, kind: "short" }));
  const foreign = lines(path.join(root, "fixtures/questions/foreign.jsonl")).map((query) => ({
    ...query,
    kind: "foreign",
  }));
  const online = all.filter(({ id }) => !UNSEEN.has(id));
  return [
    ...folds,
    { name: "short questions", group: "sample", split: "dev", entries: online, queries: short },
    { name: "foreign questions", group: "sample", split: "dev", entries: online, queries: foreign },
  ];
}

/** Offline, and a draft. */
const UNSEEN = new Set(["EC-036", "EC-037"]);

function englishSets(data) {
  return [deepset(data), ...["australia", "cdc", "who"].flatMap((site) => feedbackQa(data, site)), jhu(data)];
}

function deepset(data) {
  const folder = path.join(data, "covidfaq_deepset");
  const read = (file) =>
    parse(readFileSync(path.join(folder, file)), { columns: true, bom: true, skip_empty_lines: true });
  const entries = read("faq_covidbert.csv").map((item, at) =>
    entryOf("deepset", at + 1, { ...item, id: at, category: "" }),
  );
  const key = (text) => text.trim().toLowerCase();
  const queries = read("eval_question_similarity_en.csv")
    .filter(({ similar }) => similar === "1")
    .map(({ question_1, question_2 }) => ({
      ...{ q: question_2, kind: "similar" },
      ids: entries.filter(({ question }) => key(question) === key(question_1)).map(({ id }) => id),
    }))
    .filter(({ ids }) => ids.length > 0);
  return { name: "covidfaq_deepset", group: "en", split: "dev", entries, queries };
}

function feedbackQa(data, site) {
  const folder = path.join(data, "feedbackqa", site);
  const entries = lines(path.join(folder, "passages.jsonl")).map(({ passage_id, title, headers = [], content }, at) =>
    entryOf(site, at + 1, {
      ...{ id: passage_id, question: headers.at(-1) || title, answer: content },
      category: [title, ...headers.slice(0, -1)].join("/"),
    }),
  );
  return [
    ["train", "train"],
    ["valid", "dev"],
    ["test", "test"],
  ].map(([file, split]) => ({
    ...{ name: `feedbackqa ${site}`, group: "en", split, entries },
    queries: lines(path.join(folder, `${file}.queries.jsonl`))
      .filter((_, at) => file !== "train" || at % 3 === 0)
      .map(({ query, passage_id }) => ({
        q: query,
        ids: [String(passage_id)],
        kind: "question",
      })),
  }));
}

function jhu(data) {
  const folder = path.join(data, "covidfaq_jhu");
  const entries = lines(path.join(folder, "faq.jsonl")).map((item, at) =>
    entryOf("jhu", at + 1, { ...item, id: item.faq_id }),
  );
  const queries = lines(path.join(folder, "queries_dedup.jsonl")).map(({ query, faq_ids }) => ({
    q: query,
    ids: faq_ids.map(String),
    kind: "question",
  }));
  return { name: "covidfaq_jhu", group: "en", split: "test", entries, queries };
}
