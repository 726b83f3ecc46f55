import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { faqEntry, indexOf } from "../../../test/support/kb.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import { workspaceSchema } from "../../workspace/config.js";
import type { FaqEntry } from "../entry.js";
import { parseSource } from "../formats/format.js";
import { LintBase } from "./base.js";
import type { WorkspaceLintConfig } from "./config.js";
import { RULE_IDS, type RuleId } from "./rule-ids.js";
import { RULES } from "./registry.js";
import { type Finding, type LintOptions, type LintResult, runLint } from "./run.js";
import { lintSettings } from "./settings.js";
import { commentWaivers, tagWaivers } from "./waivers.js";

const folder = new URL("../../../fixtures/lint/mistakes/", import.meta.url);
const embedder = wordEmbedder();

async function sampleEntries(): Promise<{ entries: FaqEntry[]; config: WorkspaceLintConfig }> {
  const entries: FaqEntry[] = [];
  for (const name of readdirSync(new URL("faq/", folder)).sort()) {
    const file = `faq/${name}`;
    const bytes = readFileSync(new URL(file, folder));
    entries.push(...(await parseSource(file, bytes, { locale: "zh-CN" })).entries);
  }
  const config = workspaceSchema.parse(parse(readFileSync(new URL("kefu.yaml", folder), "utf8")));
  return { entries, config: config.kb.lint };
}

const plain: LintOptions = {
  at: "2026-06-01",
  served: { channel: "web", locale: "zh-CN" },
  askAtMost: 0,
  configFile: "kefu.yaml",
};

async function lintOf(
  entries: readonly FaqEntry[],
  config: WorkspaceLintConfig = {},
  only?: readonly RuleId[],
  more: Partial<LintOptions> = {},
): Promise<LintResult> {
  const base = new LintBase(entries, await indexOf(entries, embedder));
  return runLint(base, lintSettings(config, only), { ...plain, ...more });
}

const idsOf = (findings: readonly Finding[], rule: RuleId): string[] =>
  findings
    .filter((finding) => finding.rule === rule)
    .map(({ entry }) => (entry?.id.startsWith("k-") === true ? entry.question : (entry?.id ?? "")));

/** Which entries of the sample each rule is to find, and no others. */
const EXPECTED: Readonly<Partial<Record<RuleId, readonly string[]>>> = {
  "conflicting-answers": ["C-1"],
  "duplicate-question": ["D-1"],
  "near-duplicate-question": ["N-2"],
  "similar-under-two-entries": ["S-1"],
  "identical-answer": ["I-1"],
  "similar-too-alike": ["A-1", "会议室怎么预订？"],
  "too-few-similar": ["F-1"],
  "too-many-similar": ["M-1"],
  "too-many-related": ["R-1"],
  "related-missing": ["R-2"],
  "related-expired": ["R-3"],
  expired: ["X-1", "X-2", "X-3"],
  "empty-answer": ["E-1"],
  "placeholder-answer": ["EN-2", "P-1", "P-2"],
  "question-in-answer": ["Q-1", "Q-2"],
  "question-too-long": ["L-1"],
  "answer-too-long": ["L-2"],
  "broken-link": ["K-1", "K-2"],
  "missing-variant": ["V-1"],
  "category-once": ["G-1"],
  "personal-data": ["H-1", "W-2", "W-4"],
  "forbidden-promise": ["B-1", "B-3"],
  mojibake: ["J-1", "J-2"],
  "invisible-character": ["EN-1", "Y-2"],
  "mixed-script": ["T-1"],
  "stray-pinyin": ["Z-1"],
  "full-width-slip": ["U-1", "会议室怎么预订？", "空调太冷怎么调？"],
};

describe("the sample of mistakes", async () => {
  const { entries, config } = await sampleEntries();
  const text = readFileSync(new URL("faq/说明.md", folder), "utf8");
  const own = entries.filter(({ source }) => source.file === "faq/说明.md");
  const inline = [tagWaivers(entries), commentWaivers("faq/说明.md", text, own)];
  const result = await lintOf(entries, config, undefined, {
    inline: {
      waivers: inline.flatMap(({ waivers }) => waivers),
      faults: inline.flatMap(({ faults }) => faults),
    },
  });

  it.each(Object.entries(EXPECTED) as [RuleId, string[]][])("shows %s where it is and nowhere else", (rule, ids) => {
    expect(idsOf(result.findings, rule).sort()).toEqual([...ids].sort());
  });

  it("has a mistake for every rule but those that need an encoder or signs that an ingest takes out", () => {
    const rest = RULE_IDS.filter((id) => !(id in EXPECTED));
    expect(rest).toEqual(["unreachable-similar", "bidi-control", "waiver"]);
  });

  it("holds waivers of the settings, of tags and of comments, with their reasons", () => {
    const reasons = result.waived.map(({ reason, inSource }) => [reason, inSource]).sort();
    expect(reasons).toEqual([
      ["值班电话经过批准", true],
      ["店长同意公布", true],
      ["投诉专线经过批准，可以公布", false],
    ]);
  });

  it("tells of waivers that are over, that nothing needs, that have no reason, or name no rule", () => {
    const faults = result.findings
      .filter(({ rule }) => rule === "waiver")
      .map(({ key, params }) => [key, params["rule"]]);
    expect(faults.sort()).toEqual([
      ["kb.lint.waiver.no-reason", "personal-data"],
      ["kb.lint.waiver.over", "personal-data"],
      ["kb.lint.waiver.unknown", "no-such-rule"],
      ["kb.lint.waiver.unused", "full-width-slip"],
      ["kb.lint.waiver.unused", "mojibake"],
    ]);
  });

  it("names the place, and keeps a fingerprint when entries move", async () => {
    const moved = entries.map((entry) => ({ ...entry, source: { ...entry.source, row: 900 } }));
    const again = await lintOf(moved, config, ["placeholder-answer"]);
    const before = result.findings.filter(({ rule }) => rule === "placeholder-answer");
    expect(before.find(({ entry }) => entry?.id === "P-1")?.where).toEqual({
      file: "faq/售后.csv",
      row: expect.any(Number) as number,
    });
    expect(again.findings.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      before.map(({ fingerprint }) => fingerprint).sort(),
    );
  });
});

const good = (id: string, question: string, answer: string, more: Partial<FaqEntry> = {}): FaqEntry =>
  faqEntry(id, question, { answers: [{ text: answer, format: "text", links: [] }], ...more });

describe("texts that are right", () => {
  const texts = [
    "表情 👨‍👩‍👧 和 e\u0301 都可以。",
    "请拨打 400-800-1234 或写信给 service@yunchuan.com。",
    "文号：字第0930003797号，第 0912345678 号函。",
    "请在 1800 266 1999 查询。",
    "我们不保证收益，零风险的产品不存在。",
    "姓名 电话 地址都要写。Size: M, L。",
    "导航(IVR)里按 1，应用(app)里点“我的”。",
    "[帮助](https://example.com/a_(b)?x=1#y) https://例子.中国/路径",
    "如果没有收到，可以问：是否签收？签收后三天内联系我们。",
    "他們在台灣玩耍，雇主追踪過胜肽與貪污。",
    "尺寸 XL、XXL 都有；编号 ABCxxx。",
  ];
  it.each(texts)("give no finding: %s", async (text) => {
    const rules = RULE_IDS.filter((id) => id !== "too-few-similar" && id !== "category-once");
    const { findings } = await lintOf([good("A-1", "怎么联系你们？", text)], {}, rules);
    expect(findings.map(({ rule, params }) => [rule, params])).toEqual([]);
  });
});

describe("signs that an ingest takes out", () => {
  it("are told of in entries made otherwise", async () => {
    const { findings } = await lintOf([good("A-1", "怎么\u202e退", "三天")], {}, ["bidi-control"]);
    expect(findings).toMatchObject([{ severity: "error", params: { code: "U+202E" }, field: { kind: "question" } }]);
  });
});

describe("entries that cannot be served to one caller", () => {
  const same = (id: string, more: Partial<FaqEntry>): FaqEntry => good(id, "定金可以退吗？", `答案${id}`, more);
  it.each([
    ["one is offline", {}, { status: "offline" }],
    ["their periods follow each other", { effective: { until: "2026-01-31" } }, { effective: { from: "2026-02-01" } }],
    [
      "their answers are for other channels",
      { answers: [{ text: "甲", format: "text", links: [], channel: "web" }] },
      { answers: [{ text: "乙", format: "text", links: [], channel: "voice" }] },
    ],
  ] as [string, Partial<FaqEntry>, Partial<FaqEntry>][])("do not conflict: %s", async (_, one, other) => {
    const rules: RuleId[] = ["conflicting-answers", "duplicate-question", "near-duplicate-question"];
    expect((await lintOf([same("1", {}), same("2", {})], {}, rules)).findings).toHaveLength(1);
    expect((await lintOf([same("1", one), same("2", other)], {}, rules)).findings).toEqual([]);
  });
});

describe("questions that differ in one telling word", () => {
  it.each([
    ["上架幣種介紹 - ETH", "上架幣種介紹 - BTC"],
    ["Can I load the card in cash at a branch", "Can I load the Platinum card in cash at a branch"],
    ["世衛組織是否建議公眾使用醫用織物口罩？", "世衛組織是否建議公眾使用非醫用織物口罩？"],
    ["套餐 5G 畅享版每月多少钱？", "套餐 4G 畅享版每月多少钱？"],
  ])("are not near: %s | %s", async (one, other) => {
    const { findings } = await lintOf([good("1", one, "甲的答案"), good("2", other, "乙的答案")], {}, [
      "near-duplicate-question",
      "conflicting-answers",
    ]);
    expect(findings).toEqual([]);
  });
});

describe("leave-one-out", () => {
  const entries = [
    good("A-1", "怎么退款？", "在订单里申请。", { similar: ["如何退款", "钱包里的钱很难要回来"] }),
    good("B-1", "钱包丢了怎么办？", "请报警，要回来很难。", { similar: ["钱包不见了"] }),
  ];

  it("tells which wordings the index would miss, and what it would answer instead", async () => {
    const { findings, notes } = await lintOf(entries, {}, ["unreachable-similar"], { embedder });
    expect(findings.map(({ entry, field, related }) => [entry?.id, field, related[0]?.id])).toEqual([
      ["A-1", { kind: "similar", at: 1 }, "B-1"],
    ]);
    expect(notes).toEqual([
      { key: "kb.lint.unreachable-similar.share", params: { asked: 3, missed: 1, share: "66.7" } },
    ]);
  });

  it("lets an interrupt be heard before each question, and before each rule", async () => {
    let pauses = 0;
    const pause = async (): Promise<void> => void (await Promise.resolve(pauses++));
    await lintOf(entries, {}, ["unreachable-similar", "duplicate-question"], { embedder, pause });
    expect(pauses).toBe(2 + 3);
  });

  it("asks a part, evenly spread, where there are many, and says so", async () => {
    const { notes } = await lintOf(entries, {}, ["unreachable-similar"], { embedder, askAtMost: 2 });
    expect(notes[0]).toEqual({ key: "kb.lint.unreachable-similar.sampled", params: { asked: 2, of: 3 } });
  });
});

describe("with addresses fetched", () => {
  it("tells gone ones from those that could not be checked, and fetches each once", async () => {
    const asked: string[] = [];
    const fetched: LintOptions["fetched"] = (url) => {
      asked.push(url);
      const reason = "503";
      return Promise.resolve(
        url.endsWith("/gone")
          ? { state: "gone", reason: "404" }
          : url.endsWith("/ok")
            ? { state: "ok" }
            : { state: "unclear", reason },
      );
    };
    const text = "https://a.example/gone https://a.example/ok https://a.example/slow";
    const { findings } = await lintOf([good("1", "甲？", text), good("2", "乙？", text)], {}, ["broken-link"], {
      fetched,
    });
    expect(asked).toHaveLength(3);
    expect(findings.map(({ severity, key }) => [severity, key]).slice(0, 2)).toEqual([
      ["error", "kb.lint.broken-link.gone"],
      ["warning", "kb.lint.broken-link.unclear"],
    ]);
  });
});

describe("settings", () => {
  it("turn rules off, change their level and their limits", async () => {
    const entries = [good("1", "甲？", "待补充"), good("2", "一二三四五六？", "可以。")];
    const rules: WorkspaceLintConfig["rules"] = {
      "placeholder-answer": "info",
      "question-too-long": { severity: "error", most: 5 },
      "too-few-similar": "off",
    };
    const { findings } = await lintOf(entries, { rules });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["placeholder-answer", "info"],
      ["question-too-long", "error"],
    ]);
  });

  it.each([
    [{ rules: { "no-such": "off" } }, "kb.lint.unknown-rule"],
    [{ rules: { "question-too-long": { least: 3 } } }, "kb.lint.unknown-option"],
    [{ rules: { "question-too-long": { most: "many" } } }, "kb.lint.bad-option"],
    [{ waivers: [{ rule: "nothing", entry: "1", reason: "x" }] }, "kb.lint.unknown-rule"],
  ] as [WorkspaceLintConfig, string][])("that are wrong are refused: %j", (config, key) => {
    expect(() => lintSettings(config)).toThrow(expect.objectContaining({ kind: "usage", key }) as Error);
  });

  it("know every rule by one id", () => {
    expect(RULES.map(({ id }) => id)).toEqual(RULE_IDS);
  });
});
