import fc from "fast-check";
import { expect, test } from "vitest";
import { FORMAT_IDS, type FormatId, type SourceFile } from "./format.js";
import { detectFormat, parseFiles, writeFormat } from "./formats.js";
import { EMPTY_DATASET, type Dataset, type EntitySpan, type Utterance } from "./training-data.js";

const encoder = new TextEncoder();
const NAMES: Readonly<Record<FormatId, string>> = {
  rasa: "nlu.yml",
  "rasa-md": "nlu.md",
  "rasa-json": "nlu.json",
  nlpjs: "corpus.json",
  dialogflow: "",
  luis: "app.json",
  lu: "app.lu",
  csv: "data.csv",
  xlsx: "data.xlsx",
  jsonl: "data.jsonl",
  botium: "",
};

async function thereAndBack(format: FormatId, dataset: Dataset) {
  const written = await writeFormat(format, dataset, { name: "bot", language: "zh-CN" });
  const files = written.files.map(({ path, content }): SourceFile => {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    return { file: path === "" ? NAMES[format] : path, bytes, text: typeof content === "string" ? content : "" };
  });
  return { written, files, back: await parseFiles(files, format) };
}

const word = fc.oneof(
  fc.stringMatching(/^[a-zäé0-9]{1,6}$/u),
  fc.constantFrom(
    "退款",
    "北京",
    "上海市",
    "怎么",
    "訂單",
    "=1+1",
    "-x",
    "@x",
    "$100",
    "[a](b)",
    "{c}",
    "#",
    ": ",
    '"',
    "\\",
    "*",
    "!y",
    "a|b",
    "- z",
    "😀",
  ),
);
const text = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .map((words) => words.join(" ").trim().replace(/\s+/gu, " "));
const intent = fc.constantFrom("refund", "faq/price", "查订单", "with space", "oos", "no", "1e3", "a: b");
const entity = fc.constantFrom("city", "产品", "weather/attribute", "color");
const detail = fc.option(fc.constantFrom("from", "beijing", "1", "a)b", "x}y"), { nil: undefined, freq: 3 });

const utterance = fc
  .record({
    text,
    intent,
    at: fc.nat(),
    length: fc.nat(),
    entity,
    value: detail,
    role: detail,
    group: detail,
    marked: fc.boolean(),
  })
  .map(({ text: words, intent: name, at, length, entity: label, marked, ...details }): Utterance => {
    const units = [...words];
    const from = at % units.length;
    const to = from + 1 + (length % (units.length - from));
    const start = units.slice(0, from).join("").length;
    const end = units.slice(0, to).join("").length;
    const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    const span: EntitySpan = { start, end, entity: label, ...given };
    const within = words.slice(start, end).trim() === words.slice(start, end);
    return { text: words, intent: name, entities: marked && within ? [span] : [] };
  });

const term = fc.stringMatching(/^[a-z\u4e00-\u4e20]{1,5}$/u);
const dataset = fc.record({
  utterances: fc.uniqueArray(utterance, {
    minLength: 1,
    maxLength: 8,
    selector: (one) => `${one.intent}\0${one.text}`,
  }),
  lookups: fc.uniqueArray(fc.record({ entity, words: fc.uniqueArray(term, { minLength: 1, maxLength: 3 }) }), {
    maxLength: 2,
    selector: (one) => one.entity,
  }),
  synonyms: fc.uniqueArray(fc.record({ value: term, variants: fc.uniqueArray(term, { minLength: 1, maxLength: 2 }) }), {
    maxLength: 2,
    selector: (one) => one.value,
  }),
  regexes: fc.constantFrom([], [{ entity: "order", patterns: ["\\d{8,}"] }]),
});

const sayings = ({ utterances }: Dataset) =>
  utterances.map(({ intent: name, text: words }) => `${name}\0${words}`).sort();
const spansOf = ({ utterances }: Dataset) =>
  utterances.flatMap((one) =>
    one.entities.map((span) =>
      JSON.stringify([one.intent, one.text, span.start, span.end, span.entity, span.role ?? ""]),
    ),
  );
const wordsIn = ({ lookups }: Dataset) =>
  lookups.flatMap(({ entity: name, words }) => words.map((one) => `${name}\0${one}`));

test.each(FORMAT_IDS)("what %s does not report as lost comes back", async (format) => {
  await fc.assert(
    fc.asyncProperty(dataset, async (before) => {
      const { written, back } = await thereAndBack(format, before);
      const lost = new Set(written.losses.map(({ kind }) => kind));
      expect(back.issues.filter(({ severity }) => severity === "error")).toEqual([]);
      if (!lost.has("markup") && !lost.has("whitespace")) expect(sayings(back.dataset)).toEqual(sayings(before));
      if (![...lost].some((kind) => kind.startsWith("entit") || kind === "markup")) {
        expect(spansOf(back.dataset).sort()).toEqual(spansOf(before).sort());
      }
      if (!lost.has("lookup")) expect(wordsIn(back.dataset)).toEqual(expect.arrayContaining(wordsIn(before)));
      if (!lost.has("regex")) expect(back.dataset.regexes).toEqual(before.regexes);
      if (!lost.has("synonym")) {
        const known = back.dataset.synonyms.flatMap(({ value, variants }) => variants.map((one) => `${value}\0${one}`));
        const wanted = before.synonyms.flatMap(({ value, variants }) =>
          variants.filter((one) => one !== value).map((one) => `${value}\0${one}`),
        );
        expect(known).toEqual(expect.arrayContaining(wanted));
      }
    }),
    { numRuns: format === "xlsx" ? 10 : 120 },
  );
});

test.each(FORMAT_IDS.filter((format) => !["dialogflow", "xlsx"].includes(format)))(
  "%s is known by what is in it",
  async (format) => {
    const plain: Dataset = {
      utterances: [
        { text: "怎么退款", intent: "refund", entities: [] },
        { text: "hello there", intent: "greet", entities: [] },
      ],
      synonyms: [],
      lookups: [],
      regexes: [],
    };
    const { files } = await thereAndBack(format, plain);
    for (const source of files) expect(detectFormat(source)).toBe(format);
    const named = ["rasa-md", "rasa-json", "nlpjs", "luis", "lu", "rasa"].includes(format) ? "some.file" : undefined;
    if (named !== undefined) expect(detectFormat({ ...files[0]!, file: named })).toBe(format);
  },
);

test.each(FORMAT_IDS)("no text makes the reader of %s throw anything unexpected", async (format) => {
  const pieces = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    '"data"',
    ":",
    ",",
    "# a\n",
    "- b\n",
    "## intent:x\n",
    "@ list c =\n",
    "{@d=",
    "$e:",
    "text,intent\n",
    "\n",
    "null",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (parts) => {
      const body = parts.join("");
      const source = { file: NAMES[format] || "intents/a.json", bytes: encoder.encode(body), text: body };
      try {
        await parseFiles([source], format);
      } catch (error) {
        expect((error as Error).name).toBe("KefuError");
      }
    }),
    { numRuns: 60 },
  );
});

test.each(["csv", "xlsx"] as const)(
  "what a cell of %s cannot hold is a loss, and entities stay where they are",
  async (format) => {
    const before = "go\u0000 \u001b[31m to\r\n";
    const hard: Utterance = {
      ...{ text: `${before}北京\ud800`, intent: "go", where: { file: "a.jsonl", line: 3 } },
      entities: [{ start: before.length, end: before.length + 2, entity: "city" }],
    };
    const plain: Utterance = { text: "tabs\tand\nlines stay", intent: "go", entities: [] };
    const { written, back } = await thereAndBack(format, { ...EMPTY_DATASET, utterances: [hard, plain] });
    expect(written.losses).toMatchObject([{ kind: "control", where: { line: 3 } }]);
    const [first, second] = back.dataset.utterances;
    expect(first!.text).toBe(format === "csv" ? "go \u001b[31m to\n北京\ufffd" : "go [31m to\n北京\ufffd");
    expect(first!.entities.map(({ start, end }) => first!.text.slice(start, end))).toEqual(["北京"]);
    expect(second!.text).toBe(plain.text);
  },
);
