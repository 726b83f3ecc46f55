// kefu on intents, in the form of nlpjs-intents.mjs: a process of its own, so that time and memory are its own.
import { readFileSync } from "node:fs";
import { encoder, program } from "../lib/program.mjs";

const [, , trainFile, testFile] = process.argv;
const kefu = await program(["nlu/train.js", "nlu/model.js", "nlu/data/dataset.js", "embed/static-encoder.js"]);
const train = JSON.parse(readFileSync(trainFile, "utf8"));
const test = JSON.parse(readFileSync(testFile, "utf8"));
const embedder = encoder(kefu);
const utterances = train.map(({ text, intent }) => ({ text, intent, entities: [] }));

const before = process.cpuUsage();
const bytes = await kefu.trainModel({ ...kefu.EMPTY_DATASET, utterances }, embedder);
const used = process.cpuUsage(before);
const kilobytes = process.resourceUsage().maxRSS;
const model = kefu.loadModel(bytes, embedder);
const answers = [];
const times = [];
for (const { text } of test) {
  const start = performance.now();
  const { intent, scope } = await model.predict(text);
  times.push(performance.now() - start);
  answers.push([intent?.name, scope.score, intent?.confidence ?? 0]);
}
times.sort((a, b) => a - b);
const median = times[Math.floor(times.length / 2)];
const seconds = (used.user + used.system) / 1e6;
console.log(JSON.stringify({ answers, seconds, bytes: bytes.length, kilobytes, median }));
