// Public sets of intents: what is trained on, what is tested, and what is out of scope.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./processes.mjs";

const pairs = (rows) => rows.map(([text, intent]) => ({ text: text.trim(), intent }));

/** Fields of a csv file, quotes and all. */
function csv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

/** @param data folder of the sets */
export function intentSets(data) {
  const text = (file) => readFileSync(path.join(data, file), "utf8");
  const lines = (file) =>
    pairs(
      text(file)
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
        .map((line) => [line.text, line.intent]),
    );
  const banking = (file) => pairs(csv(text(`banking77/${file}`)).slice(1));
  const clinc = (name) => {
    const set = JSON.parse(text(`clinc150/data_${name}.json`));
    return { train: pairs([...set.train, ...set.oos_train]), test: pairs(set.test), outside: pairs(set.oos_test) };
  };
  const hwu = (size, part) =>
    pairs(csv(text(`hwu64/saas_benchmark_split/hwu_${size}_${part}.csv`)).map(([intent, , words]) => [words, intent]));
  const braun = (name) => {
    const { sentences } = JSON.parse(text(`braun_nlu_corpora/${name}Corpus.json`));
    const part = (training) =>
      pairs(sentences.filter((one) => one.training === training).map((s) => [s.text, s.intent]));
    return { train: part(true), test: part(false) };
  };
  const xsid = (language) => ({
    train: lines(`xsid/${language}.valid.jsonl`),
    test: lines(`xsid/${language}.test.jsonl`),
  });
  return {
    BANKING77: () => ({ train: banking("train.csv"), test: banking("test.csv") }),
    "BANKING77, 10-shot": () => ({
      train: lines("banking77/fewshot_split/train_10.jsonl"),
      test: lines("banking77/fewshot_split/test.jsonl"),
    }),
    "CLINC150 full": () => clinc("full"),
    "CLINC150 small": () => clinc("small"),
    "HWU64 small": () => ({ train: hwu("small", "train"), test: hwu("small", "test") }),
    "HWU64 large": () => ({ train: hwu("large", "train"), test: hwu("large", "test") }),
    AskUbuntu: () => braun("AskUbuntu"),
    WebApplications: () => braun("WebApplications"),
    Chatbot: () => braun("Chatbot"),
    "xsid zh": () => ({ ...xsid("zh"), language: "zh" }),
    "xsid en": () => xsid("en"),
  };
}

/** Our own sample: a fifth of each intent's examples is tested, the rest trained on; both scripts of a text on one side. */
export async function sampleSet({ parseRasaNlu, mergeDatasets, stratifiedFolds }) {
  const folder = path.join(root, "fixtures/hotline-demo/nlu");
  const files = readdirSync(folder).filter((file) => file.endsWith(".yml"));
  const parsed = files.sort().map((file) => parseRasaNlu(file, readFileSync(path.join(folder, file), "utf8")).dataset);
  const { utterances } = mergeDatasets(parsed);
  const folds = stratifiedFolds(utterances, 5, 1);
  const part = (tested) => utterances.filter((_, at) => (folds[at] === 0) === tested);
  return { train: part(false), test: part(true), language: "zh" };
}
