import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSource } from "./format.js";
import type { ParsedSource } from "./source-format.js";

function read(name: string, address?: string): Promise<ParsedSource> {
  const bytes = readFileSync(new URL(`../../../fixtures/formats/web/${name}`, import.meta.url));
  return parseSource(name, bytes, { locale: "zh-CN", ...(address === undefined ? {} : { address }) });
}

function parse(name: string, text: string): Promise<ParsedSource> {
  return parseSource(name, Buffer.from(text), { locale: "zh-CN" });
}

async function pairs(name: string): Promise<string[][]> {
  return (await read(name)).entries.map(({ category, question, answers }) => [category, question, answers[0]!.text]);
}

describe("a web page", () => {
  it("with an accordion, details and headings, without its menus, banner and footer", async () => {
    const { entries, issues } = await read("good.html", "https://shop.example/help/faq.html");
    expect(issues).toEqual([]);
    expect(entries.map(({ category, question, answers }) => [category, question, answers[0]!.text])).toEqual([
      ["配送", "多久发货？", "付款后 24 小时内发货。\n预售除外。\n- 顺丰\n- 中通：见中通说明"],
      ["配送", "发到海外", "暂不支持。\n地区 | 时间\n港澳 | 5 天"],
      ["支付", "能货到付款吗？", "不能。"],
      ["支付", "能开发票吗", "能，点这里。"],
      ["会员", "怎么成为会员？", "注册即是。"],
      ["会员", "会员有什么用？", "积分。\n折扣。"],
    ]);
    expect(entries[0]).toMatchObject({ answers: [{ links: ["https://shop.example/zt"] }], source: { line: 7 } });
  });

  it("with schema.org's marks; what it says twice is one entry, a broken script is named with its line", async () => {
    const { entries, issues } = await read("messy.html", "https://shop.example/help/");
    expect(entries.map(({ question, answers }) => [question, answers[0]!.text])).toEqual([
      ["What's the fee?", "It is 5%. See fees."],
      ["Refund?", "Within 7 days."],
      ["Third?", "line\ntwo"],
      ["Micro question?", "Micro answer.\nMore."],
    ]);
    expect(entries[0]!.answers[0]!.links).toEqual(["https://shop.example/fees"]);
    expect(issues).toMatchObject([{ severity: "warning", key: "kb.web.bad-json-ld", where: { line: 6 } }]);
  });

  it("whose answers are closed at first, known by class names", async () => {
    expect(await pairs("accordion.html")).toEqual([
      ["", "怎么绑定手机？", "设置里绑定。"],
      ["", "怎么解绑？", "联系客服。"],
      ["", "可以退吗？", "可以，七天内。"],
      ["", "怎么退？", "在订单里点退货。"],
    ]);
  });

  it("in the charset it states, with marks in the text", async () => {
    expect((await pairs("gb2312.html")).map(([, question]) => question)).toEqual([
      "怎么办卡？",
      "年费多少？",
      "丢了怎么办？",
    ]);
    const gbk = Buffer.from([0xd4, 0xf5, 0xc3, 0xb4, 0xb0, 0xec, 0xbf, 0xa8]);
    const bytes = Buffer.concat([Buffer.from("<dl><dt>"), gbk, Buffer.from("?</dt><dd>ok</dd></dl>")]);
    const { entries } = await parseSource("https://a.example/faq", bytes, {
      locale: "zh-CN",
      type: "text/html",
      charset: "gbk",
    });
    expect(entries[0]).toMatchObject({ question: "怎么办卡?", answers: [{ text: "ok" }] });
  });

  it("that is cut off, or without end tags", async () => {
    expect((await pairs("broken.html")).map((pair) => pair.slice(1))).toEqual([
      ["怎么退款？", "三天内\n到账。"],
      ["能换货吗？", "能。"],
    ]);
  });

  it("of links only says so; an article becomes passages; an empty one is an error", async () => {
    const links = await read("links.html");
    expect(links.entries).toEqual([]);
    expect(links.issues.map(({ key }) => key)).toEqual(["kb.web.link-list", "kb.format.no-entries"]);
    const article = await parse(
      "a.html",
      `<article><h1>退货政策</h1><p>${"七日内可以退货。".repeat(12)}</p></article>`,
    );
    expect(article.entries).toMatchObject([{ kind: "passage" }]);
    await expect(read("empty.html")).rejects.toMatchObject({ key: "kb.format.empty" });
  });

  it("gives back the pairs it was made of", async () => {
    const word = fc.stringMatching(/^[a-z甲乙丙丁戊己庚辛]{3,12}$/);
    const pair = fc.record({ q: word, a: word });
    const list = fc.uniqueArray(pair, { minLength: 1, maxLength: 6, selector: ({ q }) => q });
    const shapes: ((pairs: { q: string; a: string }[]) => string)[] = [
      (all) => `<dl>${all.map(({ q, a }) => `<dt>怎么${q}？</dt><dd><p>答复${a}。</p></dd>`).join("")}</dl>`,
      (all) => all.map(({ q, a }) => `<details><summary>怎么${q}？</summary>答复${a}。</details>`).join("\n"),
      (all) => {
        const mainEntity = all.map(({ q, a }) => {
          return { "@type": "Question", name: `怎么${q}？`, acceptedAnswer: { "@type": "Answer", text: `答复${a}。` } };
        });
        return `<script type="application/ld+json">${JSON.stringify({ "@type": "FAQPage", mainEntity })}</script>`;
      },
    ];
    await fc.assert(
      fc.asyncProperty(list, fc.constantFrom(...shapes), async (all, shape) => {
        const { entries } = await parse("p.html", `<title>FAQ</title><body>${shape(all)}</body>`);
        const found = entries.map(({ question, answers }) => [question, answers[0]!.text]);
        expect(found).toEqual(all.map(({ q, a }) => [`怎么${q}？`, `答复${a}。`]));
      }),
      { numRuns: 40 },
    );
  });
});

describe("XML", () => {
  it("of any shape: groups, attributes, CDATA, HTML in fields, stray marks", async () => {
    const { entries } = await read("good.xml");
    expect(
      entries.map(({ id, category, question, answers }) => [id.slice(0, 2), category, question, answers[0]!.text]),
    ).toEqual([
      ["1", "账户", "怎么注册？", "点注册 & 填手机号。"],
      ["2", "账户", "怎么注销？", "联系客服。"],
      ["k-", "订单", "怎么查？", "一\n二 <3"],
    ]);
    expect(entries[1]!.answers[0]!.links).toEqual(["https://k.example/c"]);
    expect(entries[2]!.source.line).toBe(3);
    expect((await pairs("feed.xml")).map(([, ...pair]) => pair)).toEqual([
      ["How to pay?", "By card."],
      ["How to send?", "By post & bike."],
    ]);
  });

  it("names the line of a mistake, refuses entities, passes over what is no knowledge", async () => {
    await expect(read("broken.xml")).rejects.toMatchObject({ key: "kb.web.bad-xml", where: { line: 2 } });
    await expect(read("hostile.xml")).rejects.toMatchObject({ key: "kb.web.xml-entities" });
    await expect(read("empty.xml")).rejects.toMatchObject({ key: "kb.format.empty" });
    const other = await parse("sitemap.xml", "<urlset><url><loc>https://a.example/</loc></url></urlset>");
    expect(other.issues.map(({ key }) => key)).toEqual(["kb.web.not-faq", "kb.format.no-entries"]);
  });

  it("tells of answers that are only a link", async () => {
    const { entries, issues } = await parse(
      "a.xml",
      `<l><r><title>怎么办？</title><content>&lt;a href="http://x.example/a"&gt;看这里&lt;/a&gt;</content></r></l>`,
    );
    expect(entries[0]!.answers[0]).toMatchObject({ text: "看这里 http://x.example/a", links: ["http://x.example/a"] });
    expect(issues.map(({ key }) => key)).toEqual(["kb.web.link-only"]);
  });
});

describe("YAML and JSON of any shape", () => {
  it("maps, groups and several documents, ids as they are written", async () => {
    const { entries, issues } = await read("good.yaml");
    expect(entries.map(({ category, question, source }) => [category, question, source.line])).toEqual([
      ["充值", "怎么充值？", 3],
      ["充值", "多久到账？", 4],
      ["退款", "怎么退款", 8],
    ]);
    expect(entries[2]!.id).toBe("007");
    expect(issues).toMatchObject([{ key: "kb.format.no-answer" }]);
    expect(await pairs("messy.yaml")).toEqual([
      ["账户", "忘记密码怎么办？", "点忘记密码。"],
      ["", "发货时间", "每天 16:00 前下单\n当天发。\n- 顺丰\n- 中通"],
    ]);
    expect((await pairs("messy.json")).map(([category, question]) => [category, question])).toEqual([
      ["", "Can I?"],
      ["充值", "a?"],
      ["other", "怎么办呢？"],
      ["", "问题一是什么？"],
      ["", "问题二是什么？"],
    ]);
  });

  it("guesses keys nobody knows by their texts, and shows the guess", async () => {
    const { entries, mapping } = await read("unnamed.json");
    expect(entries).toHaveLength(3);
    expect(mapping?.columns).toEqual([
      { field: "question", header: "aaa" },
      { field: "answer", header: "bbb" },
    ]);
  });

  it("names the line of a mistake, and refuses aliases without end", async () => {
    await expect(read("broken.yaml")).rejects.toMatchObject({ key: "kb.web.bad-yaml", where: { line: 3 } });
    await expect(read("hostile.yaml")).rejects.toMatchObject({ key: "kb.web.yaml-aliases" });
    await expect(read("broken.json")).rejects.toMatchObject({
      key: "kb.format.bad-json",
      where: { line: 2, column: 35 },
    });
    for (const name of ["empty.yaml", "empty.json"]) {
      await expect(read(name)).rejects.toMatchObject({ key: "kb.format.empty" });
    }
    const settings = await parse(
      "_metadata.yaml",
      "course: x\nsections:\n  - {id: a, name: Module one}\n  - {id: b, name: Two}\n",
    );
    expect(settings.issues.map(({ key }) => key)).toEqual(["kb.web.not-faq", "kb.format.no-entries"]);
  });

  it("takes signs that turn the direction of writing out of a text, and says so", async () => {
    const { entries, issues } = await parse(
      "a.json",
      JSON.stringify([{ question: "怎么\u202e退\u202c款？", answer: "a\u2066b" }]),
    );
    expect(entries[0]).toMatchObject({ question: "怎么退款？", answers: [{ text: "ab" }] });
    expect(issues.map(({ key }) => key)).toEqual(["kb.web.direction"]);
  });
});

describe("Markdown of other tools", () => {
  it("with numbers, marks, definitions, details and tables", async () => {
    expect(await pairs("good.md")).toEqual([
      ["会员", "怎么成为会员？", "注册即是会员。"],
      ["积分", "积分多久到期？", "两年。"],
      ["积分", "积分能换什么？", "换优惠券。\n也能换礼品。"],
      ["积分", "积分能转给别人吗？", "不能，积分**只属于本人**。"],
      ["积分", "生日有礼吗？", "有，双倍积分。"],
      ["积分", "怎么注销？", "联系客服。"],
    ]);
  });

  it("without questions becomes passages; broken front matter is an error", async () => {
    const long = await parse(
      "handbook.md",
      `# 手册\n\n## 充值\n\n${"可以在充值页选择金额。".repeat(20)}\n\n## 开票\n\n${"联系客服办理。".repeat(20)}\n`,
    );
    expect(long.entries.every(({ kind }) => kind === "passage")).toBe(true);
    expect(long.entries.length).toBeGreaterThan(1);
    await expect(read("broken.md")).rejects.toMatchObject({ key: "kb.format.bad-front-matter" });
    await expect(read("empty.md")).rejects.toMatchObject({ key: "kb.format.empty" });
    expect((await read("messy.md")).issues.at(-1)).toMatchObject({ key: "kb.format.no-entries" });
  });
});
