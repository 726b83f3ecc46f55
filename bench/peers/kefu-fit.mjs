// One fit of kefu's intents, in a process of its own: features, vectors and weights of all examples, once, without folds, calibration
// and entities. That is what nlp.js does.
//   node kefu-fit.mjs train.json
import { readFileSync } from "node:fs";
import { encoder, program } from "../lib/program.mjs";

const kefu = await program([
  ...[
    "nlu/classifier/classifier.js",
    "nlu/classifier/examples.js",
    "nlu/settings.js",
    "nlu/data/dataset.js",
    "nlu/misheard.js",
  ],
  "embed/static-encoder.js",
]);
const train = JSON.parse(readFileSync(process.argv[2], "utf8"));
const embedder = encoder(kefu);
const utterances = train.map(({ text, intent }) => ({ text, intent, entities: [] }));

const before = process.cpuUsage();
const dataset = kefu.mergeDatasets([{ ...kefu.EMPTY_DATASET, utterances }]);
const chinese = kefu.hasChinese(train.map(({ text }) => text));
const examples = await kefu.examplesOf(dataset, embedder, { sound: chinese });
const rows = ({ grams }) => [...grams.keys()];
await kefu.fitClassifier(examples, rows(examples.texts), rows(examples.outside), kefu.DEFAULT_SETTINGS, {});
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ seconds: (user + system) / 1e6 }));
