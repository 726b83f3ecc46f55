// What slips of hand and ear cost: questions asked as they were written, and again with one kind of noise.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../lib/processes.mjs";
import { encoder, entryOf, indexOf, program } from "../lib/program.mjs";
import { questionSets } from "../lib/question-sets.mjs";

const { Converter } = createRequire(import.meta.url)("opencc-js");

const SEED = "noise";
/** Variants of each kind, over all questions; every question gets as many as any other. */
const LEAST = 500;
const KINDS = {
  typo: "one typo",
  homophone: "two homophones",
  script: "another script",
  filler: "politeness and filler",
  pinyin: "whole question in pinyin",
};
const SPLIT = process.env.NOISE_SPLIT ?? "test";

const MODULES = [
  ...["kb/retrieve/retrieve.js", "kb/index/kb-index.js", "kb/index/segment-writer.js", "kb/formats/format.js"],
  ...["stats/intervals.js", "stats/random.js", "noise/perturb.js", "embed/static-encoder.js", "text/tokens.js"],
];

function chinese(data) {
  return questionSets(data)
    .filter(({ group }) => group === "zh_faq_queries")
    .map(({ name, entries, queries }) => ({
      ...{ name, label: "zh bases", entries: entries.map(entryOf), all: queries.map(({ q }) => q) },
      queries: queries.filter(({ ids, split }) => ids.length > 0 && split === SPLIT),
    }));
}

/** The sample workspace: a quarter of the similar questions is taken out of the base and asked, four times over. */
async function sample({ parseSource }) {
  const folder = path.join(root, "fixtures/hotline-demo/faq");
  const all = [];
  for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const { entries } = await parseSource(`faq/${file}`, readFileSync(path.join(folder, file)), { locale: "zh-CN" });
    all.push(...entries.map((entry) => ({ ...entry, status: "online", effective: {} })));
  }
  return [0, 1, 2, 3].map((fold) => {
    const isOut = (at) => at % 4 === fold;
    const queries = all.flatMap((entry) =>
      entry.similar.filter((_, at) => isOut(at)).map((q) => ({ q, ids: [entry.id] })),
    );
    const entries = all.map((entry) => ({ ...entry, similar: entry.similar.filter((_, at) => !isOut(at)) }));
    return { name: `sample ${fold + 1}/4`, label: "sample", entries, queries, all: queries.map(({ q }) => q) };
  });
}

/** For every question and kind: is the first entry right, as it was written and as a share of its variants? */
async function measure(kefu, top, { name, label, queries }, rounds) {
  const rows = [];
  for (const { q, ids } of queries) {
    const right = async (text) => (ids.includes(await top(text)) ? 1 : 0);
    const clean = await right(q);
    for (const kind of Object.keys(KINDS)) {
      const random = kefu.createRandom(`${SEED}/${kind}/${name}/${q}`);
      const noisy = [];
      for (let round = 0; round < rounds; round++) {
        const text = kefu.perturb(q, kind, random.fork(String(round)));
        // Where a kind cannot apply (no Chinese to convert), the question is none of its variants.
        if (text === q) continue;
        noisy.push(await right(text));
        if (process.env.NOISE_SHOW === kind && clean > noisy.at(-1)) console.log(`${name}\t${q}\t${text}`);
      }
      if (noisy.length > 0) rows.push({ kind, label, clean, noisy });
    }
  }
  return rows;
}

const toSimplified = Converter({ from: "twp", to: "cn" });
const conversions = [
  ["Simplified", toSimplified],
  ["Taiwan", Converter({ from: "cn", to: "twp" })],
  ["Hong Kong", Converter({ from: "cn", to: "hk" })],
];

/** Whether each question finds the same first entry when it is converted, and converted back. */
async function sameTop(top, { all }) {
  const rows = [];
  for (const q of all) {
    const first = await top(q);
    const simplified = toSimplified(q);
    for (const [name, convert] of conversions) {
      const text = name === "Simplified" ? simplified : convert(simplified);
      for (const variant of name === "Hong Kong"
        ? [text, Converter({ from: "hk", to: "cn" })(text)]
        : [text, toSimplified(text)]) {
        const same = (await top(variant)) === first;
        if (!same && process.env.NOISE_SHOW === "invariance") console.log(`${q}\t${variant}`);
        rows.push(same ? 1 : 0);
      }
    }
  }
  return rows;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Loss of recall@1, question by question, with the bootstrap over questions. */
function lossRows(kefu, rows, notes) {
  return ["all", ...new Set(rows.map(({ label }) => label))].flatMap((label) =>
    Object.entries(KINDS).flatMap(([kind, words]) => {
      const some = rows.filter((row) => row.kind === kind && (label === "all" || row.label === label));
      const losses = some.map(({ clean, noisy }) => clean - mean(noisy));
      const { mean: loss, low, high } = kefu.bootstrapMean(losses, kefu.createRandom(`${SEED}/${label}/${kind}`));
      const variants = some.reduce((sum, { noisy }) => sum + noisy.length, 0);
      const percent = (value) => (100 * value).toFixed(1);
      notes.push(
        `${label}, ${words}: ${variants} variants of ${some.length} questions; recall@1 lost ${percent(loss)} points (95%: ${percent(low)} to ${percent(high)})`,
      );
      return [
        { name: `${label}, ${words}: recall@1, as written`, unit: "%", ours: mean(some.map(({ clean }) => clean)) },
        { name: `${label}, ${words}: recall@1 lost`, unit: "%", ours: loss },
      ];
    }),
  );
}

export async function noise() {
  const data = process.env.KEFU_DATA;
  if (data === undefined) {
    console.log("\nnoise: KEFU_DATA is not set; left out");
    return undefined;
  }
  const kefu = await program(MODULES);
  const embedder = encoder(kefu);
  const sets = [...chinese(data), ...(await sample(kefu))];
  const questions = (label) =>
    sets.filter((set) => set.label === label).reduce((sum, set) => sum + set.queries.length, 0);
  const rows = [];
  const same = [];
  for (const set of sets) {
    const index = await indexOf(kefu, embedder, set.entries);
    const top = async (text) => (await kefu.retrieve(index, embedder, text, { limit: 1 }))[0]?.entry.id;
    rows.push(...(await measure(kefu, top, set, Math.ceil((1.2 * LEAST) / questions(set.label)))));
    if (set.label === "zh bases") same.push(...(await sameTop(top, set)));
    console.error(`noise: ${set.name}`);
  }
  const notes = [
    `questions in scope of split ${SPLIT} of three Chinese bases, and similar questions of the sample asked of a base without them`,
  ];
  const table = lossRows(kefu, rows, notes);
  const { mean: share, low, high } = kefu.bootstrapMean(same, kefu.createRandom(`${SEED}/invariance`));
  notes.push(
    `every question of the Chinese bases in Simplified, Taiwan's and Hong Kong's writing and back: ${same.length} variants, same first entry ${(100 * share).toFixed(2)}% (95%: ${(100 * low).toFixed(2)} to ${(100 * high).toFixed(2)})`,
  );
  return { rows: [...table, { name: "same first entry in every script", unit: "%", ours: share }], notes };
}
