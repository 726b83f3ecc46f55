// Makes a FAQ table of any size out of the sample's own sentences. The same --n and --seed give the same bytes.
//   node bench/make-faq.mjs --n 10000 --seed 1 [--questions 4] [--files 100] -o faq.csv
//   node bench/make-faq.mjs --n 10000 --seed 1 --queries 200 -o queries.jsonl
// With --files, -o names a folder of that many csv files. With --queries, callers' wordings of its questions are made: other
// words around them, then typos, homophones, another script or fillers. The statistics go to stderr.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const sample = fileURLToPath(new URL("../fixtures/hotline-demo/", import.meta.url));

/** mulberry32: 32 bits of state are enough to shuffle sentences. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Utterances of the training data, without the marks of entities. */
function utterances() {
  const folder = path.join(sample, "nlu");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yml") && file !== "entities.yml")
    .sort()
    .flatMap((file) => readFileSync(path.join(folder, file), "utf8").split("\n"))
    .filter((line) => line.startsWith("      - "))
    .map((line) => line.slice(8).replace(/\[([^\]]*)\](\([^)]*\)|\{[^}]*\})/g, "$1"));
}

/** Sentences of the answers in the Markdown and JSON sources. */
function sentences() {
  const text = ["政务.md", "教育.md"].map((file) => readFileSync(path.join(sample, "faq", file), "utf8")).join("\n");
  return text
    .split("\n")
    .filter((line) => /^[^#|\-：]{16,}$/u.test(line))
    .flatMap((line) => line.match(/[^。！？]+[。！？]/gu) ?? [])
    .filter((sentence) => sentence.length > 8);
}

/** Numbers 0…size-1, the r-th drawn with a chance in proportion to 1/(r+1): how words come up in real questions. */
function zipf(size, next) {
  const sums = [];
  let sum = 0;
  for (let rank = 1; rank <= size; rank++) sums.push((sum += 1 / rank));
  return () => {
    const wanted = next() * sum;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Names of things that questions are about: two characters of the sample and a kind. */
function nameThings(size, texts, next) {
  const characters = [...new Set(texts.join("").match(/\p{Script=Han}/gu) ?? [])];
  const kinds = [
    "套餐",
    "会员",
    "订单",
    "账户",
    "课程",
    "贷款",
    "路由器",
    "手机",
    "耳机",
    "保险",
    "优惠券",
    "宽带",
    "社保",
    "信用卡",
  ];
  const pick = (items) => items[Math.floor(next() * items.length)];
  return Array.from({ length: size }, () => `${pick(characters)}${pick(characters)}${pick(kinds)}`);
}

/**
 * @param questions of each entry, the standard one with them
 * @returns entries `{id, category, question, similar, answer}`; every question and similar question is there once
 */
export function makeFaq(n, seed, questions = 4) {
  const next = seeded(seed);
  const pick = (items) => items[Math.floor(next() * items.length)];
  const asked = utterances();
  const told = sentences();
  const things = nameThings(Math.max(200, Math.ceil(n / 10)), asked, next);
  const rank = zipf(things.length, next);
  const clauses = asked.flatMap((text) => text.split(/[，。？！；,?!]/u)).filter((clause) => clause.length > 2);
  const seen = new Set();
  const unseen = (make) => {
    for (let tries = 0; ; tries++) {
      const text = tries < 20 ? make() : `${make()}${tries}`;
      if (!seen.has(text)) return seen.add(text) && text;
    }
  };
  return Array.from({ length: n }, (_, index) => {
    const thing = things[rank()];
    return {
      id: `G-${String(index + 1).padStart(7, "0")}`,
      category: `生成/${thing.slice(2)}`,
      question: unseen(() => `${thing}，${pick(asked)}`),
      similar: Array.from({ length: questions - 1 }, () => unseen(() => `${pick(clauses)}，${pick(clauses)}${thing}`)),
      answer: Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(told))
        .join("")
        .replace(/^/, `${thing}：`),
    };
  });
}

const quote = (cell) => `"${cell.replaceAll('"', '""')}"`;

/** The entries as a csv with the usual Chinese columns. */
export function toCsv(entries) {
  const rows = entries.map(({ id, category, question, similar, answer }) => [
    id,
    category,
    question,
    similar.join("\n"),
    answer,
  ]);
  return (
    [["知识ID", "类目", "标准问", "相似问", "答案"], ...rows].map((row) => row.map(quote).join(",")).join("\r\n") +
    "\r\n"
  );
}

/** Entries shared out over so many tables, in order. */
export function shareOut(entries, files) {
  const size = Math.ceil(entries.length / files);
  return Array.from({ length: files }, (_, at) => entries.slice(at * size, (at + 1) * size)).filter(
    (part) => part.length > 0,
  );
}

const KINDS = ["typo", "homophone", "script", "filler"];

/**
 * Queries as callers would word them: a question of the table without its punctuation and with one clause changed for
 * another's, then noise of one kind (none for each fifth).
 * @returns `{q, ids, kind}` a query
 */
export async function makeQueries(entries, n, seed) {
  const [{ perturb }, { createRandom }] = await Promise.all([
    import("../dist/noise/perturb.js"),
    import("../dist/stats/random.js"),
  ]);
  const random = createRandom(`queries ${seed}`);
  return Array.from({ length: n }, (_, at) => {
    const entry = random.pick(entries);
    const question = random.pick([entry.question, ...entry.similar]);
    const clauses = question.split(/[，。？！；,?!]/u).filter((clause) => clause !== "");
    const words = random.shuffle(clauses).join(random.pick(["", " ", "，"]));
    const kind = ["plain", ...KINDS][at % 5];
    return { q: kind === "plain" ? words : perturb(words, kind, random), ids: [entry.id], kind };
  });
}

const USAGE = `node bench/make-faq.mjs --n 10000 --seed 1 [--questions 4] [--files 100] -o faq.csv
node bench/make-faq.mjs --n 10000 --seed 1 --queries 200 -o queries.jsonl
With --files, -o names a folder of that many csv files; with --queries, callers' wordings of the questions are made.`;

async function main() {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h" },
      n: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      questions: { type: "string", default: "4" },
      files: { type: "string" },
      queries: { type: "string" },
      output: { type: "string", short: "o" },
    },
  });
  if (values.help === true) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const entries = makeFaq(Number(values.n), Number(values.seed), Number(values.questions));
  const { statistics, statisticsLine } = await import("./lib/faq-statistics.mjs");
  process.stderr.write(`${statisticsLine(statistics(entries), values.seed)}\n`);
  if (values.files !== undefined) {
    if (values.output === undefined) throw new Error("--files needs -o FOLDER");
    mkdirSync(values.output, { recursive: true });
    for (const [at, part] of shareOut(entries, Number(values.files)).entries())
      writeFileSync(path.join(values.output, `faq-${String(at + 1).padStart(3, "0")}.csv`), toCsv(part));
    return;
  }
  const queries = values.queries === undefined ? [] : await makeQueries(entries, Number(values.queries), values.seed);
  const text =
    values.queries === undefined ? toCsv(entries) : queries.map((query) => `${JSON.stringify(query)}\n`).join("");
  if (values.output === undefined) process.stdout.write(text);
  else writeFileSync(values.output, text);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
