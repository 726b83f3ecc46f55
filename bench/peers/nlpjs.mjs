// nlp.js on the intents of a folder of Rasa nlu.yml files: train and save.
//   node nlpjs.mjs nlu/ model.nlp
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parse } from "yaml";

const require = createRequire(import.meta.url);
const { dockStart } = require("@nlpjs/basic");
const { LangZh } = require("@nlpjs/lang-zh");

const [, , folder, output] = process.argv;
const intents = readdirSync(folder)
  .filter((file) => file.endsWith(".yml"))
  .sort()
  .flatMap((file) => parse(readFileSync(path.join(folder, file), "utf8")).nlu)
  .filter((item) => item.intent !== undefined);

const settings = { nlp: { languages: ["zh"], autoSave: false, log: false } };
const dock = await dockStart({ settings, use: ["Basic"] });
dock.getContainer().use(LangZh);
const nlp = dock.get("nlp");
for (const { intent, examples } of intents) {
  for (const line of examples.split("\n").filter((text) => text.startsWith("- "))) {
    nlp.addDocument("zh", line.slice(2).replace(/\[([^\]]*)\](\([^)]*\)|\{[^}]*\})/g, "$1"), intent);
  }
}
await nlp.train();
writeFileSync(output, nlp.export(true));
console.log(JSON.stringify(await nlp.process("zh", "密码忘了怎么办").then(({ intent, score }) => ({ intent, score }))));
