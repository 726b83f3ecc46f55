// Entities that are learnt from annotated examples: span F1 beside a dictionary with patterns from the same examples.
import { encoder, program } from "../lib/program.mjs";
import { dictionaryAndPatterns, spanSets } from "../lib/span-sets.mjs";

const FILES = [
  "nlu/train.js",
  "nlu/model.js",
  "nlu/data/dataset.js",
  "nlu/entities/tagger-train.js",
  "nlu/entities/evaluate.js",
];
const MODULES = [...FILES, "embed/static-encoder.js"];

const cpu = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function measure({ name, train, test }, kefu, embedder) {
  const data = { ...kefu.EMPTY_DATASET, utterances: train };
  const before = process.cpuUsage();
  const { weights } = await kefu.learnEntities(kefu.mergeDatasets([data]));
  const seconds = cpu(before);
  const model = kefu.loadModel(await kefu.trainModel(data, embedder), embedder);
  const outcomes = [];
  for (const { text, entities } of test) {
    outcomes.push({ text, expected: entities, found: (await model.predict(text)).entities });
  }
  const times = [];
  for (const { text } of test) {
    const start = performance.now();
    await model.predict(text);
    times.push((performance.now() - start) / 1000);
  }
  const look = dictionaryAndPatterns(train);
  const plain = test.map(({ text, entities }) => ({ text, expected: entities, found: look(text) }));
  const [ours, theirs] = [kefu.evaluateEntities(outcomes), kefu.evaluateEntities(plain)];
  const bytes = Object.values(weights).reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { name, train, test, outcomes, plain, ours, theirs, seconds, bytes, time: median(times) };
}

/** The two domains of NLU++ as one: their first folds are small. */
function together(name, parts, kefu) {
  const all = (key) => parts.flatMap((part) => part[key]);
  const [ours, theirs] = [kefu.evaluateEntities(all("outcomes")), kefu.evaluateEntities(all("plain"))];
  return { name, train: all("train"), test: all("test"), ours, theirs };
}

const percent = (share) => (100 * share).toFixed(1);

function row({ name, train, test, ours, theirs }) {
  const gain = ours.micro.exact.f1 - theirs.micro.exact.f1;
  return [
    ...[name, String(train.length), String(test.length), String(ours.micro.exact.expected)],
    ...[percent(theirs.micro.exact.f1), percent(ours.micro.exact.f1), `+${percent(gain)}`],
    ...[percent(ours.macro.exactF1), percent(theirs.micro.overlap.f1), percent(ours.micro.overlap.f1)],
  ];
}

const HEADER = [
  ...["set", "examples", "tested", "spans", "dictionary, exact F1", "kefu, exact F1", "gain"],
  ...["kefu, macro F1", "dictionary, overlap F1", "kefu, overlap F1"],
];

export async function spans() {
  const base = process.env.KEFU_DATA;
  const sets = base === undefined || base === "" ? [] : spanSets(base);
  if (sets.length === 0) {
    console.log("no xsid or nlupp below KEFU_DATA: no annotated utterances of others to measure, left out");
    return undefined;
  }
  const kefu = await program(MODULES);
  const embedder = encoder(kefu);
  const measured = [];
  for (const set of sets) measured.push(await measure(set, kefu, embedder));
  const folds = measured.filter(({ name }) => name.endsWith("first fold"));
  const pooled = folds.length > 1 ? [together("nlupp, first folds of both", folds, kefu)] : [];
  return {
    rows: measured.flatMap(({ name, seconds, bytes, time }) => [
      { name: `${name}: learning the spans, CPU`, unit: "s", ours: seconds },
      { name: `${name}: tagger in the model file`, unit: "MB", ours: bytes / 2 ** 20 },
      { name: `${name}: a prediction, intent and entities, warm, p50`, unit: "µs", ours: time },
    ]),
    tables: [{ title: "Span F1, %", header: HEADER, rows: [...measured, ...pooled].map(row) }],
    notes: [
      "the dictionary holds all annotated words of the same examples, each under its most frequent name, and patterns with any digits for theirs; the longest match at a place counts",
      "intents are trained in the same run and predicted, not given; of NLU++'s several intents an utterance the first is taken",
      "features and settings were chosen by cross-validation on xsid's valid part and on nlupp's folds 1–19; for what is learnt from the first fold alone these are the test",
      "exact: entity, start and end are right; overlap: the entity and at least one character; macro: mean of the entities",
    ],
  };
}
