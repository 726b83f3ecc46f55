// What running a transformer costs, on a model of realistic size with random weights: its speed is that of a trained one, what its vectors mean is not.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeBertModel } from "../../test/support/bert-model.mjs";
import { makeFaq, toCsv } from "../make-faq.mjs";
import { inTempFolder, kefu, median, medians, run } from "../lib/processes.mjs";

const SHAPE = { hidden: 384, heads: 12, layers: 6, vocab: 21_128, positions: 512 };
const ENTRIES = 80;
const ROUNDS = 2;
const COLD_ROUNDS = 3;
const WAYS = ["kefu", "single", "batch"];
const measure = fileURLToPath(new URL("../lib/models-measure.mjs", import.meta.url));

/** Questions, and one answer in ten texts: batches of mixed length are what sorting by length is for. */
function textsOf(entries) {
  const questions = entries.flatMap(({ question, similar }) => [question, ...similar]);
  return questions.map((text, at) => (at % 10 === 9 ? entries[Math.floor(at / 4) % entries.length].answer : text));
}

/** Each way once a round, in turn, so that a slow minute of the machine touches all alike. */
function measureWays(model, file) {
  const found = Object.fromEntries(WAYS.map((way) => [way, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of WAYS) {
      const { stdout, megabytes } = run([measure, way, model, file], { memory: true });
      found[way].push({ ...JSON.parse(stdout), megabytes });
    }
  }
  const middle = (way, what) => median(found[way].map((each) => each[what]));
  const summary = (way) => ({
    load: middle(way, "load"),
    seconds: middle(way, "seconds"),
    megabytes: middle(way, "megabytes"),
    ...{ first: found[way][0].first, last: found[way][0].last },
  });
  return Object.fromEntries(WAYS.map((way) => [way, summary(way)]));
}

const apart = (a, b) => Math.max(...a.map((value, at) => Math.abs(value - b[at])));

/** A workspace with an FAQ of its own, and the model below models/. */
function workspace(folder, name, entries, model) {
  const target = path.join(folder, name);
  run([kefu, "init", target, "--yes"]);
  const faq = path.join(target, "faq");
  for (const file of readdirSync(faq)) rmSync(path.join(faq, file), { recursive: true });
  writeFileSync(path.join(faq, "faq.csv"), toCsv(entries));
  if (model === undefined) return target;
  cpSync(model, path.join(target, "models", "bert"), { recursive: true });
  run([kefu, "model", "use", "bert", "--quiet"], { cwd: target });
  return target;
}

function measureCommands(folder, entries, model) {
  const own = workspace(folder, "builtin", entries);
  const other = workspace(folder, "transformer", entries, model);
  const ingest = (cwd) => run([kefu, "kb", "ingest", "--quiet"], { cwd }).seconds;
  const built = ingest(own);
  const first = ingest(other);
  rmSync(path.join(other, ".kefu", "index"), { recursive: true });
  const again = ingest(other);
  const search = (cwd) => ({ args: [kefu, "kb", "search", entries[0].question], cwd });
  const [cold, plain] = medians([search(other), search(own)], COLD_ROUNDS);
  return { built, first, again, cold, plain };
}

export function models() {
  return inTempFolder((folder) => {
    const model = path.join(folder, "bert");
    mkdirSync(model);
    writeBertModel(model, SHAPE);
    const entries = makeFaq(ENTRIES, 7);
    const texts = textsOf(entries);
    const file = path.join(folder, "texts.json");
    writeFileSync(file, JSON.stringify(texts));
    const { kefu: ours, single, batch } = measureWays(model, file);
    const rate = ({ seconds }) => texts.length / seconds;
    const commands = measureCommands(folder, entries, model);
    const row = (name, unit, value, peer) => ({ name, unit, ours: value, ...(peer && { peer }) });
    const off = Math.max(apart(ours.first, single.first), apart(ours.last, single.last));
    return {
      rows: [
        row("texts to vectors", "/s", rate(ours), {
          name: "the library's pipeline, one at a time",
          value: rate(single),
        }),
        row("the same", "/s", rate(ours), { name: "the library's pipeline, 32 at a time", value: rate(batch) }),
        row("to the first vector", "s", ours.load, { name: "the library's pipeline", value: single.load }),
        row("memory", "MB", ours.megabytes, { name: "the library's pipeline, 32 at a time", value: batch.megabytes }),
        row("`kefu kb ingest`, first", "s", commands.first, { name: "built-in encoder", value: commands.built }),
        row("`kefu kb ingest`, vectors kept, index anew", "s", commands.again, {
          name: "first",
          value: commands.first,
        }),
        row("`kefu kb search`, whole process", "ms", commands.cold, {
          name: "built-in encoder",
          value: commands.plain,
        }),
      ],
      notes: [
        `a BERT of ${SHAPE.layers} layers × ${SHAPE.hidden} with random weights, fp32, made by the benchmark: speed, load and memory are those of a trained model of that size, ` +
          "how well its vectors tell texts apart is not measured here",
        `${texts.length} texts, ${ENTRIES} made-up entries × 4 questions, every tenth text an answer; the better of ${ROUNDS} processes each, in turn; commands once, search ${COLD_ROUNDS} times`,
        `greatest difference between our vectors and the pipeline's: ${off.toExponential(1)}`,
      ],
    };
  });
}
