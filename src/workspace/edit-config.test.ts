import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { withMapping, withSetting } from "./edit-config.js";

const item = { files: "faq/旧.csv", columns: { question: "话术", answer: "回复: 全文" } };

const CONFIG = `# the hotline
version: 1
name: "demo" # shown to callers
kb:
  # what is read
  sources: [faq/, "more/"]

  # the end
bot:
  channel: web
  handover: { group: "a", priority: normal }
`;

describe("withMapping", () => {
  it("adds a mapping and keeps comments, order and all else", () => {
    const text = withMapping("kefu.yaml", CONFIG, item);
    for (const line of CONFIG.split("\n")) expect(text).toContain(line);
    expect(text.indexOf("mappings:")).toBeLessThan(text.indexOf("bot:"));
    const added = text.split("\n").filter((line) => !CONFIG.split("\n").includes(line));
    expect(added).toEqual([
      "  mappings:",
      "    - files: faq/旧.csv",
      "      columns:",
      "        question: 话术",
      '        answer: "回复: 全文"',
    ]);
    expect(parse(text)).toEqual({
      version: 1,
      name: "demo",
      bot: { channel: "web", handover: { group: "a", priority: "normal" } },
      kb: { sources: ["faq/", "more/"], mappings: [item] },
    });
  });

  it("adds to the mappings that are there, and replaces one for the same files and sheet", () => {
    const other = { files: "faq/旧.csv", sheet: "甲", skip: true } as const;
    const two = withMapping("kefu.yaml", withMapping("kefu.yaml", CONFIG, item), other);
    expect(parse(two)).toMatchObject({ kb: { mappings: [item, other] } });
    const changed = { ...item, columns: { question: "A", answer: "B" } };
    expect(parse(withMapping("kefu.yaml", two, changed))).toMatchObject({ kb: { mappings: [changed, other] } });
  });

  it.each(["version: 1\n", "version: 1\nkb:\n", "version: 1\nkb: {mappings: []}\n"])("works on %j", (text) => {
    expect(parse(withMapping("kefu.yaml", text, item))).toMatchObject({ version: 1, kb: { mappings: [item] } });
  });

  it("keeps the line ends of Windows", () => {
    expect(withMapping("kefu.yaml", "version: 1\r\nname: a\r\n", item)).not.toMatch(/[^\r]\n/);
  });

  it.each(["version: 1\nkb: [a\n", "- 1\n", "kb: text\n"])("leaves %j to its owner", (text) => {
    expect(() => withMapping("kefu.yaml", text, item)).toThrow(expect.objectContaining({ kind: "usage" }));
  });
});

describe("withSetting", () => {
  const at = ["index", "embedder"] as const;
  const model = "transformers:models/模型 一";
  const setIn = (text: string): string => withSetting("kefu.yaml", text, at, model);

  it.each([
    ["no such section", CONFIG],
    ["no end of line", "version: 1"],
    ["an empty file", ""],
    ["a section without the setting", `${CONFIG}index: # encoders\n  # of words\n  backend: local\n`],
    ["the setting", `${CONFIG}index:\n  embedder: 'builtin:bilingual-static' # ours\n  backend: local\n`],
    ["a section in one line", `${CONFIG}index: { backend: local, embedder: x }\n`],
  ])("changes one setting and no other line: %s", (_, text) => {
    const changed = setIn(text);
    const index = (parse(text) as { index?: object } | null)?.index;
    expect(parse(changed)).toEqual({ ...(parse(text) as object), index: { ...index, embedder: model } });
    const kept = text.split("\n").filter((line) => !line.includes("embedder"));
    for (const line of kept) expect(changed).toContain(line);
    expect(setIn(changed)).toBe(changed);
    expect([...changed.matchAll(/#.*/g)].map(([comment]) => comment)).toEqual(
      [...text.matchAll(/#.*/g)].map(([comment]) => comment),
    );
  });

  it("keeps a section that holds nothing, and the ends of lines", () => {
    expect(parse(setIn("version: 1\nindex:\n"))).toEqual({ version: 1, index: { embedder: model } });
    expect(setIn("version: 1\r\nname: a\r\n")).not.toMatch(/[^\r]\n/);
  });

  it.each(["a: [", "index: builtin\n", "- a\n"])("leaves alone what it does not understand: %j", (text) => {
    expect(() => setIn(text)).toThrow(expect.objectContaining({ key: "workspace.setting.bad-config" }) as Error);
  });
});
