import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { parseSource } from "../format.js";

async function read(text: string | Uint8Array): Promise<[string, string, string, number | undefined][]> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const { entries } = await parseSource("faq.txt", bytes, { locale: "zh-CN" });
  return entries.map(({ question, answers, category, source }) => [question, answers[0]!.text, category, source.line]);
}

describe("plain text", () => {
  it("reads marks line by line", async () => {
    expect(await read("问：怎么退款？\n答：点退款。\n三天到账。\n问：多久发货？\n答：当天。\n")).toEqual([
      ["怎么退款？", "点退款。\n三天到账。", "", 1],
      ["多久发货？", "当天。", "", 4],
    ]);
  });

  it("reads outlines", async () => {
    const text =
      "一、账户\n（一）如何注册？\n用手机号注册。\n（二）如何注销？\n1. 打开设置\n2. 点注销\n二、支付\n（一）怎么付款？\n支付宝。\n";
    expect(await read(text)).toEqual([
      ["如何注册？", "用手机号注册。", "账户", 2],
      ["如何注销？", "1. 打开设置\n2. 点注销", "账户", 4],
      ["怎么付款？", "支付宝。", "支付", 8],
    ]);
  });

  it("takes underlined lines for titles, and joins lines that were wrapped", async () => {
    const text = `Orders
======

How can I cancel an order that has not been sent yet?

Open the order in your account and press cancel; the amount that you
have paid goes back to the card that you have used within three days.

Why was my order cancelled without my having asked for it?

An order is cancelled when it is not paid within half an hour, or when
the article is no longer in stock; you are told by mail in both cases.

Returns
=======

How long may I keep an article before I have to send it back?

Thirty days, counted from the day on which the parcel was delivered to
you or to a neighbour; afterwards only faulty articles are taken back.
`;
    const found = await read(text);
    expect(found.map(([, , category]) => category)).toEqual(["Orders", "Orders", "Returns"]);
    expect(found[0]![1]).toBe(
      "Open the order in your account and press cancel; the amount that you have paid goes back to the card that you have used within three days.",
    );
  });

  it("reads UTF-16", async () => {
    const text = "问：怎么退款？\n答：点退款，三个工作日内到账。\n问：多久发货？\n答：付款后当天发货。\n";
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    expect((await read(utf16)).map(([question]) => question)).toEqual(["怎么退款？", "多久发货？"]);
  });

  it("says where the only line is too long, and what is empty", async () => {
    await expect(parseSource("a.txt", Buffer.alloc(2_000_000, "a"), { locale: "en" })).rejects.toMatchObject({
      key: "kb.document.line-too-long",
      where: { file: "a.txt", line: 1 },
    });
    await expect(parseSource("a.txt", Buffer.from(" \n"), { locale: "en" })).rejects.toMatchObject({
      key: "kb.format.empty",
    });
  });
});
