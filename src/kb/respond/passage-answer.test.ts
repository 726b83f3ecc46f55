import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { faqEntry, indexOf } from "../../../test/support/kb.js";
import { createStaticEncoder, type StaticEncoder } from "../../embed/static-encoder.js";
import { localeOf } from "../../text/language.js";
import { detectScript } from "../../text/script.js";
import { chooseSettings, decide, type Decision } from "./decide.js";
import type { FaqEntry } from "../entry.js";
import { strayPinyin } from "../formats/clean/text.js";
import { parseSource } from "../formats/format.js";
import { answerFromPassage } from "./passage-answer.js";
import { retrieve, tokenWorth } from "../retrieve/retrieve.js";
import type { KbIndex } from "../index/kb-index.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const articles = path.join(root, "fixtures/formats/articles");
let embedder: StaticEncoder;
let entries: FaqEntry[];
let index: KbIndex;

beforeAll(async () => {
  const file = (name: string): string => path.join(root, "models/bilingual-static", name);
  embedder = createStaticEncoder({
    model: readFileSync(file("model.bin")),
    vocab: readFileSync(file("vocab.txt"), "utf8"),
    config: readFileSync(file("config.json"), "utf8"),
  });
  const names = ["kettle-manual.txt", "parcel-lockers.txt"];
  const parsed = await Promise.all(
    names.map((name) => parseSource(name, readFileSync(path.join(articles, name)), { locale: "zh-CN" })),
  );
  entries = parsed.flatMap((source) => source.entries);
  index = await indexOf(entries, embedder);
});

async function ask(query: string): Promise<Decision> {
  return decide(await retrieve(index, embedder, query), chooseSettings(0.08));
}

function said(decision: Decision, query: string): ReturnType<typeof answerFromPassage> {
  if (decision.kind !== "answer") throw new Error(`${query}: ${decision.kind} ${decision.confidence}`);
  const locale = localeOf(query) ?? "zh-CN";
  return answerFromPassage(decision.candidate.entry, query, { locale }, tokenWorth(index));
}

const ANSWERED: [query: string, part: string, heading: string][] = [
  ["翠湖社区第一次投递成功率是多少", "97.2%", "等人的时间最贵"],
  ["第一次投递失败的包裹占百分之几", "38%", "为什么要装快递柜"],
  ["快递员每人每天可以多送多少件", "65 件", "等人的时间最贵"],
  ["物业公司每年赔付降到多少", "3000 元", "物业也省心"],
  ["生鲜柜免费保管多久", "12 小时", "免费保管多久"],
  ["超过 7 天没有取走的包裹怎么处理", "退回寄件人", "免费保管多久"],
  ["取件码连续输错会锁定多久", "10 分钟", "开柜失败怎么办"],
  ["停电了备用电池能撑多久", "8 小时", "开柜失败怎么办"],
  ["监控录像保存多少天", "30 天", "隐私保护"],
  ["老旧小区每组最多补贴多少钱", "8000 元", "成本和回报"],
  ["一组柜子的采购价多少", "2.2 万元", "成本和回报"],
  ["how many litres of cold water may I fill in up to the MAX mark", "MAX mark", "Before first use"],
  ["how long does a full kettle take to boil one litre", "4 minutes 30 seconds", "Boiling water"],
  ["what temperature for green tea", "75 degrees", "Boiling water"],
  ["how often must it be descaled in areas with hard water", "every four weeks", "Cleaning and descaling"],
  ["how long does the guarantee last from the date of purchase", "24 months", "Guarantee and repair"],
  ["how many working days do repairs take", "10 working days", "Guarantee and repair"],
  ["what are the white flakes in the water", "limescale", "Troubleshooting"],
];

describe("passages of documents", () => {
  it("hold no readings in pinyin and nothing of the page around the text", () => {
    expect(entries.every(({ kind }) => kind === "passage")).toBe(true);
    const text = entries.map(({ question, answers }) => `${question}\n${answers[0]!.text}`).join("\n");
    expect(strayPinyin(text)).toEqual([]);
    expect(text).not.toMatch(/首页|人氣|發布時間|发布时间|返回列表|上一篇|林城物流观察|Page 4/);
  });

  it.each(ANSWERED)("%s → %s", async (query, part, heading) => {
    const [best] = await retrieve(index, embedder, query);
    expect(best!.entry.kind).toBe("passage");
    expect(best!.excerpt?.text).toContain(part);
    const answer = said(await ask(query), query);
    expect(answer.sentence?.text).toContain(part);
    expect(answer.passage.slice(answer.sentence!.start, answer.sentence!.end)).toBe(answer.sentence!.text);
    expect(answer.heading).toContain(heading);
    expect(answer.reply.startsWith(`“${answer.sentence!.text}”\n\n`)).toBe(true);
    expect(answer.reply).toContain(answer.heading);
  });

  it.each([
    "今天天气怎么样",
    "怎么退货",
    "你们公司地址在哪",
    "信用卡怎么还款",
    "how do I reset my password",
    "what is the exchange rate of the dollar",
    "can I bring my dog on the train",
  ])("%s is not answered", async (query) => {
    expect((await ask(query)).kind).not.toBe("answer");
  });

  it("answers in the script of the caller", async () => {
    const query = "監控錄影保存多少天";
    const answer = said(await ask(query), query);
    expect(answer.sentence!.text).toContain("30 天");
    expect([detectScript(answer.passage), detectScript(answer.heading)]).toEqual(["hant", "hant"]);
    expect(answer.reply).toMatch(/^「.*」\n/);
    const simplified = said(await ask("监控录像保存多少天"), "监控录像保存多少天");
    expect(detectScript(simplified.passage)).toBe("hans");
  });

  it("says the sentence alone on the telephone", async () => {
    const decision = await ask("监控录像保存多少天");
    if (decision.kind !== "answer") throw new Error(decision.kind);
    const want = { locale: "zh-CN", channel: "voice" } as const;
    const { reply, sentence } = answerFromPassage(decision.candidate.entry, "监控录像保存多少天", want);
    expect(reply).toBe(sentence!.text);
  });

  it("asks back between headings only where there are two", () => {
    const candidate = (id: string, score: number) => ({
      ...{ entry: faqEntry(id, id, { kind: "passage" }), matched: id, score, exact: false, coverage: 1 },
      ...{ contributions: [], channels: { lexical: 0, body: 0, vector: 0, sound: 0 } },
    });
    const settings = { answerThreshold: 0.7, clarifyThreshold: 0.35, margin: 0.05 };
    expect(decide([candidate("a", 0.6), candidate("b", 0.01)], settings).kind).toBe("abstain");
    expect(decide([candidate("a", 0.6), candidate("b", 0.4)], settings).kind).toBe("clarify");
  });
});
