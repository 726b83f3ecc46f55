import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { kefu, tempFolder } from "./support.js";

/** Files that nobody can learn from, as people have them. */
const FILES: Readonly<Record<string, string>> = {
  "empty.csv": "",
  "header.csv": "text,intent\n",
  "none.jsonl": "",
  "no-header.csv": "hello,greet\nbye,bye\n",
  "no-text.csv": "words,intent\nhello,greet\n",
  "doubled.csv": "id,text,text,intent\n1,hello,hallo,greet\n2,bye,adieu,leave\n",
  "one-each.csv": "text,intent\nhello,greet\nbye,leave\n",
  "long.jsonl": `${JSON.stringify({ text: "hello ".repeat(200_000), intent: "greet" })}\n`,
  "lines.md": `## intent:a\n${"- x\n".repeat(1_048_577)}`,
  "broken.jsonl": '{"text": "hello"\n',
};

let folder: string;
beforeAll(() => {
  folder = tempFolder();
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  mkdirSync(path.join(folder, "folder"));
  writeFileSync(path.join(folder, "kefu.yaml"), "version: 1\nname: test\n");
});

const NO_UTTERANCES = [
  "a table needs a row each with text and intent",
  "表格每行应有 text 和 intent",
  "表格每列應有 text 和 intent",
] as const;

/** What is run, and what a person reads of it in English, zh-CN and zh-TW. */
const CASES: readonly (readonly [command: string, said: readonly [en: string, cn: string, tw: string]])[] = [
  ["lint empty.csv", ["empty.csv: error: the file is empty", "文件是空的", "檔案是空的"]],
  ["train header.csv", NO_UTTERANCES],
  ["lint header.csv", NO_UTTERANCES],
  ["split header.csv -o out", NO_UTTERANCES],
  ["eval header.csv", NO_UTTERANCES],
  ["eval one-each.csv --test none.jsonl", NO_UTTERANCES],
  ["convert header.csv -o out.yml", ["no training data in header.csv", "header.csv 中没有", "header.csv 中沒有"]],
  [
    "train no-header.csv",
    ["no-header.csv:1: error: no columns named text and intent", "没有名为 text", "沒有名為 text"],
  ],
  ["lint no-text.csv", ["found: words, intent", "找到：words, intent", "找到：words, intent"]],
  [
    "train doubled.csv",
    ["doubled.csv:1: error: columns B, C are all called “text”", "B, C 列的列名都是", "B, C 欄的欄名"],
  ],
  ["eval one-each.csv --test doubled.csv", ["columns B, C", "B, C 列的列名都是“text”", "B, C 欄"]],
  ["convert doubled.csv -o x.yml", ["columns B, C", "B, C 列", "B, C 欄的欄名都是「text」"]],
  ["eval one-each.csv", ["two intents with two different examples", "各有两条不同的例句", "各有兩條不同的例句"]],
  ["convert long.jsonl -o out.yml", ["long.jsonl:1: error: the text has more than", "文字超过", "文字超過"]],
  ["lint lines.md", ["lines.md: error: the file has more than 1048576 lines", "文件超过", "檔案超過"]],
  ["train broken.jsonl", ["broken.jsonl:1: error: the line is not valid JSON", "不是有效的 JSON", "不是有效的 JSON"]],
  ["train folder", ["no training data in folder", "在 folder 中没有找到", "在 folder 中沒有找到"]],
  ["lint missing.csv", ["no such file or folder: missing.csv", "missing.csv", "missing.csv"]],
];

const LOCALES = ["en", "zh-CN", "zh-TW"] as const;

/** Each in one language, in turn: a process takes its time to start. */
describe.each(CASES.map(([command, said], at) => [command, LOCALES[at % 3]!, said[at % 3]!] as const))(
  "kefu nlu %s (%s)",
  (command, locale, said) => {
    it("ends with 3, says what is wrong and where, and writes nothing", async () => {
      const before = readdirSync(folder, { recursive: true }).sort();
      const { code, stdout, stderr } = await kefu(["nlu", ...command.split(" "), "--locale", locale], { cwd: folder });
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toContain(said);
      expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
    });
  },
);
