import { describe, expect, it } from "vitest";
import { parseSource } from "../format.js";

const entriesOf = async (body: string) =>
  (await parseSource("a.html", Buffer.from(`<title>帮助</title><body>${body}</body>`), { locale: "zh-CN" })).entries;

describe("a page of a help centre with one article", () => {
  it.each(["h1", "h2"])("is one entry when its %s asks", async (tag) => {
    const entries = await entriesOf(
      `<${tag}>怎么开发票？</${tag}><p>在订单页申请。</p><ul><li>电子</li><li>纸质</li></ul>`,
    );
    expect(entries).toMatchObject([
      { question: "怎么开发票？", answers: [{ text: "在订单页申请。\n- 电子\n- 纸质" }], source: { line: 1 } },
    ]);
    expect(entries[0]!.kind).toBeUndefined();
  });

  it("may stand below the name of the site", async () => {
    expect(await entriesOf("<h1>帮助</h1><h2>怎么开发票？</h2><p>在订单页申请。</p>")).toMatchObject([
      { question: "怎么开发票？" },
    ]);
  });

  it.each([
    ["a heading that asks nothing", "<h1>发票说明</h1><p>在订单页申请发票，三天内开出。</p>"],
    [
      "an article with sections",
      "<h1>怎么选保险？</h1><p>先看需要。</p><h2>重疾险</h2><p>保大病。</p><h2>医疗险</h2><p>报销费用。</p>",
    ],
    ["a long article", `<h1>怎么选保险？</h1><p>${"先看自己需要什么样的保障。".repeat(200)}</p>`],
    [
      "a question at the end of a text",
      `<p>${"今年公司推出了新的保障计划，欢迎了解。".repeat(5)}</p><h2>想了解更多吗？</h2><p>请致电客服。</p>`,
    ],
  ])("becomes passages when it is %s", async (_what, body) => {
    const entries = await entriesOf(body);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every(({ kind }) => kind === "passage")).toBe(true);
  });
});
