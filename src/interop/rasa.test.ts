import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAnnotations } from "./rasa-marks.js";
import { parseRasaNlu } from "./rasa.js";

const found = (text: string) =>
  parseRasaNlu("nlu.yml", text).issues.map(({ severity, key, where }) => `${severity} ${key} ${where?.line}`);

test("intents, entities, synonyms, lookups and regexes are read, each example with its line", () => {
  const { dataset, issues } = parseRasaNlu(
    "nlu/a.yml",
    `version: "3.1"
nlu:
  - intent: refund
    examples: |
      - 我要退[电饭煲](product)

      - [北京](city:beijing)的单子退了吧
  - intent: faq/price
    examples:
      - text: |
          多少钱
        metadata: { sentiment: neutral }
      - 价格
  - synonym: 电饭煲
    examples: |
      - 電鍋
  - lookup: product
    examples: |
      - 电饭煲
  - regex: order_id
    examples: |
      - (?P<id>\\d{16})
`,
  );
  expect(issues).toEqual([]);
  expect(dataset.utterances).toEqual([
    {
      text: "我要退电饭煲",
      intent: "refund",
      entities: [{ start: 3, end: 6, entity: "product" }],
      where: { file: "nlu/a.yml", line: 5 },
    },
    {
      text: "北京的单子退了吧",
      intent: "refund",
      entities: [{ start: 0, end: 2, entity: "city", value: "beijing" }],
      where: { file: "nlu/a.yml", line: 7 },
    },
    { text: "多少钱", intent: "faq/price", entities: [], where: { file: "nlu/a.yml", line: 10 } },
    { text: "价格", intent: "faq/price", entities: [], where: { file: "nlu/a.yml", line: 13 } },
  ]);
  expect(dataset.synonyms).toEqual([{ value: "电饭煲", variants: ["電鍋"] }]);
  expect(dataset.lookups).toEqual([{ entity: "product", words: ["电饭煲"] }]);
  expect(dataset.regexes).toEqual([{ entity: "order_id", patterns: ["(?P<id>\\d{16})"] }]);
});

test("every mistake is reported with its line, all at once", () => {
  expect(
    found(`version: "9.0"
colour: red
nlu:
  - intent: a
    examples: |
      - one
      two
      - see [here](https://example.com/x)
      - [x]{"entity": }
    weight: 3
  - examples: |
      - no name
  - regex: r
    examples: |
      - (unclosed
  - intent: empty
  - just a text
`),
  ).toEqual([
    "error nlu.data.version 1",
    "warning nlu.data.unknown-key 2",
    "warning nlu.data.example-dash 7",
    "warning nlu.data.unknown-key 10",
    "warning nlu.data.link 8",
    "error nlu.data.annotation 9",
    "error nlu.data.item 11",
    "error nlu.data.regex 15",
    "error nlu.data.no-examples 16",
    "error nlu.data.item 17",
  ]);
  expect(found("nlu: [")).toEqual([expect.stringMatching(/^error nlu\.data\.yaml 1/u)]);
  expect(found("")).toEqual(["warning nlu.data.empty 1"]);
  expect(found("- a")).toEqual(["error nlu.data.not-a-map 1"]);
  expect(found("nlu: {}")).toEqual(["warning nlu.data.no-version 1", "error nlu.data.not-a-list 1"]);
});

test("sections that Rasa allows beside nlu are passed over", () => {
  const text = 'version: "2.0"\nstories: []\nresponses: {}\nnlu:\n  - intent: a\n    examples: |\n      - x\n';
  expect(found(text)).toEqual([]);
});

test("a document that multiplies itself by aliases is refused", () => {
  const bomb = `version: "3.1"\na: &a [x]\nnlu:\n${"  - *a\n".repeat(101)}`;
  expect(found(bomb)).toEqual(["error nlu.data.aliases undefined"]);
});

test("a Markdown link stays as text and is no entity", () => {
  for (const link of [
    "[页面](https://a.b/c)",
    "[x](www.a.com)",
    "[x](mailto:a@b.c)",
    "[x](./a.md)",
    "[x](two words)",
  ]) {
    const { text, entities, findings } = parseAnnotations(`打开${link}看看`);
    expect(text).toBe(`打开${link}看看`);
    expect(entities).toEqual([]);
    expect(findings).toMatchObject([{ severity: "warning", key: "nlu.data.link" }]);
  }
});

test("roles and several labels for the same words are read", () => {
  const { text, entities } = parseAnnotations(
    '从[北京]{"entity": "city", "role": "from", "group": "1"}到[上海][{"entity": "city", "role": "to"}, {"entity": "place"}]',
  );
  expect(text).toBe("从北京到上海");
  expect(entities).toEqual([
    { start: 1, end: 3, entity: "city", role: "from", group: "1" },
    { start: 4, end: 6, entity: "city", role: "to" },
    { start: 4, end: 6, entity: "place" },
  ]);
});

const plain = fc.stringMatching(/^[一二三退款a-z ,?]{1,8}$/u);
const name = fc.stringMatching(/^[a-z_][a-z0-9_.-]{0,6}$/u);
const piece = fc.record({
  before: plain,
  words: plain,
  entity: name,
  value: fc.option(fc.stringMatching(/^[a-z0-9\u4e00-\u4e10]{1,5}$/u)),
  json: fc.boolean(),
});

test("any annotated text gives back its words and spans", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), plain, (pieces, tail) => {
      let text = "";
      let marked = "";
      const spans = pieces.map(({ before, words, entity, value, json }) => {
        const label = { entity, ...(value === null ? {} : { value }) };
        marked += `${before}[${words}]${json ? JSON.stringify(label) : `(${entity}${value === null ? "" : `:${value}`})`}`;
        const start = (text += before).length;
        return { start, end: (text += words).length, ...label };
      });
      const result = parseAnnotations(marked + tail);
      expect(result).toEqual({ text: text + tail, entities: spans, findings: [] });
    }),
  );
});

test("no text makes the parser throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc
          .array(fc.constantFrom("nlu:", "- ", "\n", "  ", "intent: a", "|", "[", "](", ")", "{", "}", "*a", "&a", '"'))
          .map((parts) => parts.join("")),
      ),
      (text) => {
        expect(Array.isArray(parseRasaNlu("x.yml", text).issues)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
