import { readFileSync } from "node:fs";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import type { FaqEntry } from "../../entry.js";
import { parseSource } from "../format.js";
import type { FormatOptions, ParsedSource } from "../source-format.js";

function csv(text: string, options: Partial<FormatOptions> = {}): Promise<ParsedSource> {
  return parseSource("faq/a.csv", Buffer.from(text), { locale: "zh-CN", ...options });
}

function keysOf({ issues }: ParsedSource): string[] {
  return issues.map(({ severity, key }) => `${severity} ${key}`);
}

describe("a table with the columns of Chinese vendors", () => {
  const header =
    "知识ID,类目,标准问,相似问1,相似问2,答案,答案[语音],答案[en],关联问,生效时间,失效时间,状态,标签,否定关键词";

  it("is read whole", async () => {
    const row =
      '007,售后>退款,退款多久到账？,钱呢,"退款\n还没到",三天。,三天内到。,In three days.,008,2026/1/1,2026年12月31日,上线,级别:高,"换货,维修"';
    const { entries, issues } = await csv(`${header}\n${row}\n`);
    expect(issues).toEqual([]);
    expect(entries).toMatchObject([
      {
        id: "007",
        category: "售后/退款",
        question: "退款多久到账？",
        similar: ["钱呢", "退款", "还没到"],
        answers: [
          { text: "三天。", format: "text", links: [] },
          { text: "In three days.", locale: "en" },
          { text: "三天内到。", channel: "voice" },
        ],
        related: ["008"],
        negative: ["换货", "维修"],
        effective: { from: "2026-01-01", until: "2026-12-31" },
        status: "online",
        tags: { 级别: "高" },
        source: { file: "faq/a.csv", row: 2 },
      },
    ]);
    expect(entries[0]!.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("warns with the row of what it cannot use, and leaves nothing out silently", async () => {
    const parsed = await csv(
      [
        "标准问,答案,生效时间,失效时间,状态",
        "甲问题？,甲,某天,,上线",
        "乙问题？,乙,2026-02-01,2026-01-01,不明",
        "丙问题？,,,,",
        ",丁,,,",
        "戊问题？,有逗号,的答案,,上线,多",
        ",,2026-01-01,,",
      ].join("\n"),
    );
    expect(parsed.entries.map(({ question, status, effective }) => [question, status, effective])).toEqual([
      ["甲问题？", "online", {}],
      ["乙问题？", "draft", { from: "2026-02-01", until: "2026-01-01" }],
    ]);
    expect(parsed.skipped).toBe(4);
    expect(parsed.issues.map(({ severity, key, where }) => [severity, key, where?.row])).toEqual([
      ["warning", "kb.format.bad-date", 2],
      ["warning", "kb.format.period-backwards", 3],
      ["warning", "kb.format.bad-status", 3],
      ["warning", "kb.format.no-answer", 4],
      ["warning", "kb.format.no-question", 5],
      ["warning", "kb.format.too-many-cells", 6],
      ["info", "kb.format.blank-rows", 7],
    ]);
  });

  it.each([
    ["faq.gb18030.csv", ["007", "008"]],
    ["faq.big5.csv", ["A-1", "A-2"]],
  ])("is read in the encodings of Excel: %s", async (name, ids) => {
    const bytes = readFileSync(new URL(`../../../../fixtures/formats/${name}`, import.meta.url));
    const { entries } = await parseSource(name, bytes, { locale: "zh-CN" });
    expect(entries.map(({ id }) => id)).toEqual(ids);
  });
});

describe("ids", () => {
  const rows = "问题,答案\n怎么退款？,三天\n怎么换货？,联系客服\n怎么退款,五天\n怎么退款？,三天\n";

  it("that are given stay to the letter, but for spaces at the ends", async () => {
    const { entries } = await csv("编号,问题,答案\n 00 7 ,甲问题,甲\nA/b-é,乙问题,乙\n");
    expect(entries.map(({ id }) => id)).toEqual(["00 7", "A/b-é"]);
  });

  it("that are not given come from file and question: other rows around change nothing", async () => {
    const [all, one] = [await csv(rows), await csv("答案,问题\n另一个,怎么换货？\n")];
    expect(one.entries[0]!.id).toBe(all.entries[1]!.id);
    expect(one.entries[0]!.id).toMatch(/^k-[0-9a-f]{12}$/);
    const other = await parseSource("faq/b.csv", Buffer.from(rows), { locale: "zh-CN" });
    expect(other.entries[1]!.id).not.toBe(all.entries[1]!.id);
  });

  it("of one question asked twice differ, with a warning, and nothing is lost", async () => {
    const parsed = await csv(rows);
    const [first, , second, third] = parsed.entries.map(({ id }) => id);
    expect([second, third]).toEqual([`${first}-2`, `${first}-3`]);
    expect(parsed.issues.map(({ key, where, params }) => [key, where?.row, params?.["first"]])).toEqual([
      ["kb.format.same-question", 4, "2"],
      ["kb.format.same-question", 5, "2"],
    ]);
  });

  it("may stand in a column of one's own naming", async () => {
    const { entries } = await csv("案号,问题,答案\nX1,甲问题,甲\n", { idField: "案号" });
    expect(entries[0]!.id).toBe("X1");
  });
});

describe("issues", () => {
  it("of one file come by row", async () => {
    const { issues } = await csv("标准问,答案\n甲问题？,\n乙问题？,二,多\n丙问题？,\n丁问题？,四,多\n戊问题？,五\n");
    expect(issues.map(({ where }) => where?.row)).toEqual([2, 3, 4, 5]);
  });
});

describe("a NUL character", () => {
  it("is left out with a warning that names the row, and leaves the other rows as they are", async () => {
    const { entries, issues } = await csv(
      "标准问,答案\n怎么退款？,三天\0内到账，节假日顺延，请耐心等待。\n怎么换货？,请联系客服。\n",
    );
    expect(entries.map(({ answers }) => answers[0]!.text)).toEqual([
      "三天内到账，节假日顺延，请耐心等待。",
      "请联系客服。",
    ]);
    expect(issues).toEqual([{ severity: "warning", key: "kb.format.zeros", where: { file: "faq/a.csv", row: 2 } }]);
  });
});

describe("columns", () => {
  it("of a sheet without a header that are not read are named by their letters", async () => {
    const rows = "怎么退款？,三天内到账,内部\n怎么换货？,请联系客服人员,外部\n";
    const { entries, issues } = await csv(rows, { map: { question: "A", answer: "B" } });
    expect(entries).toHaveLength(2);
    expect(issues).toEqual([expect.objectContaining({ key: "kb.format.unused-columns", params: { columns: "C" } })]);
  });

  it("in two languages, or called title and context, are known", async () => {
    const both = await csv("分類Category,問題Question,答案Answer,圖片\n甲,怎么退,三天,p1\n");
    expect(both.entries[0]).toMatchObject({ category: "甲", question: "怎么退" });
    expect(keysOf(both)).toEqual(["info kb.format.unused-columns"]);
    const weak = await csv("category,title,context,contact,url\n甲,停車,請洽總務處,王小姐,https://a.example\n");
    expect(weak.entries[0]).toMatchObject({
      question: "停車",
      answers: [{ text: "請洽總務處" }],
      tags: { contact: "王小姐", url: "https://a.example" },
    });
  });

  it("of QnA Maker fold the phrasings of one answer into one entry", async () => {
    const { entries } = await parseSource(
      "qna.tsv",
      Buffer.from(
        "Question\tAnswer\tSource\tMetadata\tQnaId\nHow to pay?\tBy card.\\nOr cash.\tsite\tarea:shop | lang:en\t1\nPayment?\tBy card.\\nOr cash.\tsite\t\t1\nHours?\tNine to five.\tsite\t\t2\n",
      ),
      { locale: "en" },
    );
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      question: "How to pay?",
      similar: ["Payment?"],
      answers: [{ text: "By card.\nOr cash.", format: "markdown" }],
      tags: { area: "shop", lang: "en", source: "site" },
    });
  });

  const unknown =
    "甲,乙,丙\n1,订单什么时候发货？,现货在付款后四十八小时内发出，节假日顺延。\n2,怎么修改地址？,未发货时可以在订单详情里自助修改一次。\n3,能开发票吗？,可以，确认收货后在订单里申请电子发票。\n";

  it("of unknown names are told by their content, and that is said", async () => {
    const parsed = await csv(unknown);
    expect(parsed.entries.map(({ question }) => question)).toEqual([
      "订单什么时候发货？",
      "怎么修改地址？",
      "能开发票吗？",
    ]);
    expect(parsed.mapping?.columns).toEqual([
      { field: "question", header: "B 乙" },
      { field: "answer", header: "C 丙" },
    ]);
    expect(keysOf(parsed)[0]).toBe("info kb.format.guessed");
  });

  it("without any header row lose no row", async () => {
    const { entries } = await csv(unknown.split("\n").slice(1).join("\n"));
    expect(entries.map(({ source }) => source.row)).toEqual([1, 2, 3]);
  });

  it.each([
    { question: "乙", answer: "丙" },
    { question: "B", answer: "3" },
  ])("are taken as told: %j", async (map) => {
    const { entries, mapping } = await csv(unknown, { map });
    expect(entries).toHaveLength(3);
    expect(mapping).toBeUndefined();
  });

  it("that cannot be told are listed, with the option to write", async () => {
    const hint = { key: "kb.format.map-hint" };
    await expect(csv("甲,乙\n一,二\n三,四\n")).rejects.toMatchObject({
      kind: "input",
      key: "kb.format.unknown-columns",
      params: { headers: "A 甲 | B 乙" },
      hint: { key: "kb.mapping.hint", params: { map: "question=?,answer=?" } },
    });
    await expect(csv("问题,答案,c\n甲问题,甲,乙\n", { map: { question: "Q" } })).rejects.toMatchObject({
      key: "kb.format.no-such-column",
      params: { name: "Q", headers: "A 问题 | B 答案 | C c" },
    });
    await expect(csv("问题,答案\n甲问题,甲\n", { map: { question: "Z9" } })).rejects.toMatchObject({
      kind: "input",
      key: "kb.format.no-such-column",
      params: { name: "Z9" },
      hint,
    });
  });

  it("of the workspace's settings hold only where a table has them", async () => {
    expect((await csv("问题,答案\n甲问题,甲\n", { columns: { question: "我方问法" } })).entries).toHaveLength(1);
    const mapped = await csv("我方问法,答案,问题\n甲问题,甲,别的\n", { columns: { question: "我方问法" } });
    expect(mapped.entries[0]!.question).toBe("甲问题");
  });

  it.each(["", "问题,答案\n", "\n\n"])("without rows are an empty file: %j", async (text) => {
    const parsed = await csv(text).catch((error: unknown) => error);
    if (text.includes("答案")) expect(parsed).toMatchObject({ entries: [], skipped: 0 });
    else expect(parsed).toMatchObject({ kind: "input", key: "kb.format.empty" });
  });
});

describe("a workbook", () => {
  async function book(fill: (workbook: exceljs.Workbook) => void): Promise<ParsedSource> {
    const workbook = new exceljs.Workbook();
    fill(workbook);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    return parseSource("faq/a.xlsx", bytes, { locale: "zh-CN" });
  }

  it("with a title above the header, several sheets and one that is no FAQ", async () => {
    const parsed = await book((workbook) => {
      const first = workbook.addWorksheet("订单");
      first.addRow(["云川客服知识库"]);
      first.mergeCells("A1:C1");
      first.addRow([]);
      first.addRow(["问题", "答案", "生效时间"]);
      first.addRow(["怎么发货？", "两天内", new Date(Date.UTC(2026, 0, 1))]);
      const second = workbook.addWorksheet("售后");
      second.addRow(["答案", "问题"]);
      second.addRow(["三天", "怎么退款？"]);
      const help = workbook.addWorksheet("说明");
      help.addRow(["字段", "含义"]);
      help.addRow(["question", "必填"]);
    });
    expect(
      parsed.entries.map(({ question, source, effective }) => [question, source.sheet, source.row, effective.from]),
    ).toEqual([
      ["怎么发货？", "订单", 4, "2026-01-01"],
      ["怎么退款？", "售后", 2, undefined],
    ]);
    expect(parsed.issues).toEqual([
      { severity: "info", key: "kb.format.other-sheet", where: { file: "faq/a.xlsx", sheet: "说明" } },
    ]);
  });

  it("whose question is merged over several rows has one entry for them", async () => {
    const parsed = await book((workbook) => {
      const sheet = workbook.addWorksheet("faq");
      sheet.addRow(["编号", "问题", "相似问", "答案"]);
      sheet.addRow(["A1", "怎么退款？", "钱呢", "三天"]);
      sheet.addRow([null, null, "没到账", null]);
      sheet.addRow(["A2", "怎么换货？", "", "联系客服"]);
      for (const column of ["A", "B", "D"]) sheet.mergeCells(`${column}2:${column}3`);
    });
    expect(parsed.entries).toMatchObject([
      { id: "A1", similar: ["钱呢", "没到账"], answers: [{ text: "三天" }] },
      { id: "A2", similar: [] },
    ]);
  });
});

describe("a long table", () => {
  it("hands its entries on while it is read, the same that it gives at once", async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `Q${n},第${n}问,答${n},${n % 100 === 7 ? "第4999问" : ""}`);
    const bytes = Buffer.from(`知识ID,标准问,答案,关联问\n${rows.join("\n")}\n`);
    const whole = await parseSource("long.csv", bytes, { locale: "zh-CN" });
    const batches: number[] = [];
    const came: FaqEntry[] = [];
    const rest = await parseSource("long.csv", bytes, { locale: "zh-CN" }, async (entries) => {
      batches.push(entries.length);
      came.push(...entries);
    });
    expect(batches.length).toBeGreaterThan(3);
    expect(Math.max(...batches)).toBeLessThan(1500);
    const byId = (entries: readonly FaqEntry[]) => new Map(entries.map((entry) => [entry.id, entry]));
    expect(byId([...came, ...rest.entries])).toEqual(byId(whole.entries));
    expect(came.length + rest.entries.length).toBe(5000);
    expect(rest.entries[0]!.related).toEqual(["Q4999"]);
  });
});
