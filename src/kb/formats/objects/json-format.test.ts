import { describe, expect, it } from "vitest";
import { parseSource } from "../format.js";
import type { ParsedSource } from "../source-format.js";

function json(text: string, name = "faq/a.json"): Promise<ParsedSource> {
  return parseSource(name, Buffer.from(text), { locale: "en" });
}

const entry = {
  id: "SV-1",
  question: "When are you open?",
  answer: "Always.",
  similar: ["Opening hours?", "On holidays?"],
};

describe("a JSON FAQ", () => {
  it("is a list, a list in an object, or a line for each entry", async () => {
    for (const text of [
      JSON.stringify([entry]),
      JSON.stringify({ entries: [entry] }),
      JSON.stringify({ meta: 1, list: [entry] }),
    ]) {
      expect((await json(text)).entries).toMatchObject([
        {
          id: "SV-1",
          question: entry.question,
          similar: entry.similar,
          answers: [{ text: "Always." }],
          source: { line: 1 },
        },
      ]);
    }
    const lines = await json(`${JSON.stringify(entry)}\n\n${JSON.stringify({ ...entry, id: "SV-2" })}\n`, "a.jsonl");
    expect(lines.entries.map(({ id, source }) => [id, source.line])).toEqual([
      ["SV-1", 1],
      ["SV-2", 3],
    ]);
  });

  it("has answers for channels and locales", async () => {
    const answers = [
      { text: "随时。", locale: "zh-CN" },
      { text: "Around the clock.", channel: "voice", locale: "en", tier: "gold" },
    ];
    const { entries } = await json(
      JSON.stringify([{ ...entry, answers, effective: { from: "2026-01-01" }, tags: { level: "1" }, status: "draft" }]),
    );
    expect(entries[0]).toMatchObject({
      answers: [
        { text: "Always." },
        { text: "随时。", locale: "zh-CN" },
        { channel: "voice", locale: "en", tier: "gold" },
      ],
      effective: { from: "2026-01-01" },
      tags: { level: "1" },
      status: "draft",
    });
  });

  it("of WeChat's dialogue platform", async () => {
    const item = {
      skill: "售后",
      intent: "退款",
      disable: true,
      questions: ["怎么退款", "钱呢"],
      answers: ["三天", "五天内"],
    };
    const { entries } = await json(
      JSON.stringify({ mode: 0, data: [item, { ...item, disable: false, questions: ["换货"] }] }),
    );
    expect(entries[0]).toMatchObject({
      category: "售后",
      question: "怎么退款",
      similar: ["钱呢"],
      status: "offline",
      tags: { intent: "退款" },
      answers: [{ text: "三天" }, { text: "五天内" }],
    });
    expect(entries[1]!.status).toBe("online");
  });

  it("takes the last heading of a part of a page as its question, with the path above it and its own id", async () => {
    const part = { passage_id: 7, title: "Travel", headers: ["Visas", "Can I extend my visa?"], content: "Yes." };
    const { entries } = await json(
      `${JSON.stringify(part)}\n${JSON.stringify({ ...part, passage_id: 8, headers: [] })}`,
      "a.jsonl",
    );
    expect(entries).toMatchObject([
      { id: "7", question: "Can I extend my visa?", category: "Travel/Visas", answers: [{ text: "Yes." }] },
      { id: "8", question: "Travel", category: "" },
    ]);
    const asked = await json(JSON.stringify([{ question: "Q?", headers: ["H"], answer: "A." }]));
    expect(asked.entries).toMatchObject([{ question: "Q?", category: "" }]);
  });

  it("takes a file that was written from entries", async () => {
    const first = (await json(JSON.stringify([{ ...entry, category: "A/B", related: ["X"], negative: ["y"] }])))
      .entries;
    const again = (await json(JSON.stringify(first))).entries;
    expect(again.map(({ hash }) => hash)).toEqual(first.map(({ hash }) => hash));
  });

  it("names the place of a mistake", async () => {
    await expect(json('[\n  {"question": "a",}\n]')).rejects.toMatchObject({
      kind: "input",
      key: "kb.format.bad-json",
      where: { file: "faq/a.json", line: 2 },
    });
    await expect(json('{"a":1}\n{"a":}\n', "a.jsonl")).rejects.toMatchObject({ where: { line: 2 } });
  });

  it("without questions and answers lists its keys; without entries it is empty", async () => {
    await expect(json('[{"name": "x", "city": "y"}]')).rejects.toMatchObject({
      key: "kb.format.unknown-columns",
      params: { headers: "name | city" },
    });
    for (const text of ["", "[]", "{}", '{"entries": []}']) {
      await expect(json(text)).rejects.toMatchObject({ kind: "input" });
    }
  });
});
