// nlp.js on intents: trained in this process on one file, tested on another.
//   node nlpjs-intents.mjs train.json test.json en|zh     both `[{text, intent}]`
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { dockStart } = require("@nlpjs/basic");

const [, , trainFile, testFile, language] = process.argv;
const train = JSON.parse(readFileSync(trainFile, "utf8"));
const test = JSON.parse(readFileSync(testFile, "utf8"));

const log = console.log;
console.log = () => undefined;
const settings = { nlp: { languages: [language], autoSave: false, log: false, threshold: 0 } };
const dock = await dockStart({ settings, use: ["Basic"] });
const name = language === "zh" ? "LangZh" : "LangEn";
dock.getContainer().use(require(`@nlpjs/lang-${language}`)[name]);
const nlp = dock.get("nlp");

const before = process.cpuUsage();
for (const { text, intent } of train) nlp.addDocument(language, text, intent);
await nlp.train();
const used = process.cpuUsage(before);
const answers = [];
for (const { text } of test) {
  const { intent, score } = await nlp.process(language, text);
  answers.push([intent, score]);
}
const seconds = (used.user + used.system) / 1e6;
log(JSON.stringify({ answers, seconds, bytes: nlp.export(false).length, kilobytes: process.resourceUsage().maxRSS }));
