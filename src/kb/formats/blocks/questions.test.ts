import { describe, expect, it } from "vitest";
import { questionsIn } from "./questions.js";
import type { Block } from "./blocks.js";

/** `# ` a heading, `**…**` bold, else a paragraph; blocks by blank lines. */
function blocksOf(text: string): Block[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((part): Block => {
      const lines = part
        .split("\n")
        .map((line) => line.trim())
        .join("\n");
      const heading = /^(#{1,6}) ([\s\S]*)$/.exec(lines);
      if (heading !== null) return { kind: "heading", level: heading[1]!.length, text: heading[2]! };
      const bold = /^\*\*([\s\S]*)\*\*$/.exec(lines);
      return bold === null ? { kind: "paragraph", text: lines } : { kind: "paragraph", text: bold[1]!, bold: true };
    });
}

function pairsIn(text: string): [string, string, string][] | undefined {
  return questionsIn({ blocks: blocksOf(text) })?.pairs.map(({ question, answer, category }) => [
    question,
    answer,
    category,
  ]);
}

describe("questions under headings", () => {
  it("takes asking headings with what is below and the category above", () => {
    const text = `# 帮助中心

      ## 订单

      ### 怎么退款？

      打开订单，点退款。

      三天到账。

      ### 订单取消

      未发货可以取消。

      ### 多久发货？

      当天。

      ## 会员

      ### 如何升级？

      累计消费满 1000 元。`;
    expect(pairsIn(text)).toEqual([
      ["怎么退款？", "打开订单，点退款。\n三天到账。", "订单"],
      ["订单取消", "未发货可以取消。", "订单"],
      ["多久发货？", "当天。", "订单"],
      ["如何升级？", "累计消费满 1000 元。", "会员"],
    ]);
  });

  it("keeps headings inside an answer with the answer", () => {
    const text = `## How do I return an item?

      ### Within 30 days

      Send it back.

      ### Later

      Ask us.

      ## Where is my order?

      See the tracking page.`;
    expect(pairsIn(text)).toEqual([
      ["How do I return an item?", "Within 30 days\nSend it back.\nLater\nAsk us.", ""],
      ["Where is my order?", "See the tracking page.", ""],
    ]);
  });
});

describe("marked questions", () => {
  it.each([
    ["问：怎么开票？\n\n答：在订单页申请。\n\n问：多久寄出？\n\n答：三天。"],
    ["问1：怎么开票？\n答1：在订单页申请。\n\n问2：多久寄出？\n答2：三天。"],
    ["【问】怎么开票？\n【答】在订单页申请。\n\n【问】多久寄出？\n【答】三天。"],
    ["Q1、怎么开票？\n\nA1、在订单页申请。\n\nQ2、多久寄出？\n\nA2、三天。"],
    ["Q1. 怎么开票？\n\nA1. 在订单页申请。\n\nQ2. 多久寄出？\n\nA2. 三天。"],
    ["问题1：怎么开票？\n\n回答：在订单页申请。\n\n问题2：多久寄出？\n\n回答：三天。"],
    ["第一问：怎么开票？\n\n答：在订单页申请。\n\n第二问：多久寄出？\n\n答：三天。"],
    ["问：怎么开票？ 答：在订单页申请。\n问：多久寄出？ 答：三天。"],
    ["Question 3: 怎么开票？\nAnswer: 在订单页申请。\n\nQuestion 4: 多久寄出？\nAnswer: 三天。"],
    ["1. 问：怎么开票？\n答：在订单页申请。\n\n2. 问：多久寄出？\n答：三天。"],
    ["Q. 怎么开票？\nA. 在订单页申请。\n\nQ. 多久寄出？\nA. 三天。"],
    ["怎么开票？\n在订单页申请。\n多久寄出？\n三天。"],
  ])("reads %j", (text) => {
    expect(pairsIn(text)).toEqual([
      ["怎么开票？", "在订单页申请。", ""],
      ["多久寄出？", "三天。", ""],
    ]);
  });

  it("takes fault, cause and fix, and several questions before one answer", () => {
    expect(
      pairsIn("问题：开不了机\n原因：没插电\n解决方法：插电\n\n问题：没声音\n原因：静音\n解决方法：取消静音"),
    ).toEqual([
      ["开不了机", "原因：没插电\n解决方法：插电", ""],
      ["没声音", "原因：静音\n解决方法：取消静音", ""],
    ]);
    const found = questionsIn({
      blocks: blocksOf("问：A 是什么？\n问：A 是干什么的？\n答：工具。\n\n问：收费吗？\n答：不收费。"),
    });
    expect(found?.pairs[0]).toMatchObject({ question: "A 是什么？", similar: ["A 是干什么的？"], answer: "工具。" });
  });

  it("does not split at a question inside an answer", () => {
    const text =
      "问：收不到验证码？\n\n答：请先看：\n\n是不是换了手机号？\n\n是的话改绑。\n\n问：怎么改绑？\n\n答：打开设置。";
    expect(pairsIn(text)).toEqual([
      ["收不到验证码？", "请先看：\n是不是换了手机号？\n是的话改绑。", ""],
      ["怎么改绑？", "打开设置。", ""],
    ]);
  });
});

describe("numbered questions", () => {
  it("does not take the steps of an answer for questions", () => {
    const text = `1. How do I reset my password?

      1. Open the settings.

      2. Press reset.

      2. Can I change my name?

      Yes, once a year.

      3. Closing the account

      Write to us.

      4. Is there a fee?

      No.`;
    expect(pairsIn(text)).toEqual([
      ["How do I reset my password?", "1. Open the settings.\n2. Press reset.", ""],
      ["Can I change my name?", "Yes, once a year.", ""],
      ["Closing the account", "Write to us.", ""],
      ["Is there a fee?", "No.", ""],
    ]);
  });

  it("takes a line before counting begins again for a category", () => {
    const text =
      "账户\n\n1. 如何注册？\n\n用手机号。\n\n2. 如何注销？\n\n写信给我们。\n\n支付\n\n1. 怎么付款？\n\n支付宝。\n\n2. 能分期吗？\n\n能。";
    expect(pairsIn(text)).toEqual([
      ["如何注册？", "用手机号。", "账户"],
      ["如何注销？", "写信给我们。", "账户"],
      ["怎么付款？", "支付宝。", "支付"],
      ["能分期吗？", "能。", "支付"],
    ]);
  });

  it("reads an outline with categories", () => {
    const text = `一、账户

      （一）如何注册？

      用手机号注册。

      （二）忘记密码怎么办

      点“忘记密码”。

      二、支付

      （一）支持哪些方式？

      支付宝、微信。`;
    expect(pairsIn(text)).toEqual([
      ["如何注册？", "用手机号注册。", "账户"],
      ["忘记密码怎么办", "点“忘记密码”。", "账户"],
      ["支持哪些方式？", "支付宝、微信。", "支付"],
    ]);
  });
});

describe("questions without numbers", () => {
  it("takes bold questions", () => {
    const text = `**What is it?**

      A tool.

      **Does it cost anything?**

      No.

      Really not.`;
    expect(pairsIn(text)).toEqual([
      ["What is it?", "A tool.", ""],
      ["Does it cost anything?", "No.\nReally not.", ""],
    ]);
  });

  it("takes alternating paragraphs, and leaves the introduction out", () => {
    const blocks = blocksOf(`以下是常见问题

      怎么退款？

      打开订单，点退款，三个工作日内原路退回。

      超过七天请联系客服，我们会人工处理。

      多久发货？

      付款后当天发货，节假日顺延。

      可以改地址吗？

      发货前可以在订单页修改。`);
    const found = questionsIn({ blocks });
    expect(found?.pairs.map(({ question }) => question)).toEqual(["怎么退款？", "多久发货？", "可以改地址吗？"]);
    expect(found?.pairs[0]?.answer).toBe(
      "打开订单，点退款，三个工作日内原路退回。\n超过七天请联系客服，我们会人工处理。",
    );
    expect(found?.rest.map(({ text }) => text)).toEqual(["以下是常见问题"]);
  });

  it("takes messages with what to do about them", () => {
    const text = `认证失败——多登几次\n\n系统繁忙——过几分钟再试\n\n注销失败——断开网络，刷新重登\n\nerr(2)——运营商选错了`;
    expect(pairsIn(text)?.[3]).toEqual(["err(2)", "运营商选错了", ""]);
  });
});

describe("documents that are no FAQ", () => {
  it("finds nothing in an article, a manual with one question, or a contents list", () => {
    const article = `# 上线总结

      ## 背景

      某银行的呼叫中心排队时间长，为什么？因为坐席少，问题重复。

      ## 结果

      接通率达到 99.5%。人力成本降低 68%。

      ## 下一步是什么？

      推广到分行。`;
    expect(pairsIn(article)).toBeUndefined();
    expect(pairsIn("# Manual\n\n1. Press start.\n\n2. Wait.\n\n3. Take the card.")).toBeUndefined();
    expect(pairsIn("目录\n\n1. 怎么退款？\n\n2. 多久发货？\n\n3. 可以改地址吗？")).toBeUndefined();
  });
});

describe("lists of contents", () => {
  it("are left out, wherever the questions stand again below", () => {
    const blocks = blocksOf(
      "## 目录\n\n1. 怎么退款？\n\n2. 多久发货？\n\n3. 可以改地址吗？\n\n## 怎么退款？\n\n点退款。\n\n## 多久发货？\n\n当天。\n\n## 可以改地址吗？\n\n可以。",
    );
    const found = questionsIn({ blocks });
    expect(found?.pairs.map(({ question, answer }) => `${question} ${answer}`)).toEqual([
      "怎么退款？ 点退款。",
      "多久发货？ 当天。",
      "可以改地址吗？ 可以。",
    ]);
    expect(found?.rest).toEqual([]);
  });
});
