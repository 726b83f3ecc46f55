import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { para, run, writeDocx } from "../../../../test/support/docx.js";
import { makeZip } from "../../../../test/support/zip.js";
import { KefuError } from "../../../messages/errors.js";
import { parseSource } from "../format.js";

async function read(bytes: Uint8Array, file = "faq.docx"): Promise<[string, string, string][]> {
  const { entries } = await parseSource(file, bytes, { locale: "en" });
  return entries.map(({ question, answers, category }) => [question, answers[0]!.text, category]);
}

async function refusal(bytes: Uint8Array, file = "faq.docx"): Promise<string> {
  const thrown = await parseSource(file, bytes, { locale: "en" }).catch((cause: unknown) => cause);
  expect(thrown).toBeInstanceOf(KefuError);
  return (thrown as KefuError).key;
}

describe("a Word document", () => {
  it("tells questions by heading styles, also ones based on them, and leaves the contents out", async () => {
    const body = [
      para("怎么退款？\t1", { style: "T1" }),
      para("售后", { style: "1" }),
      para("怎么退款？", { style: "2" }),
      para("打开订单。"),
      para("点退款", { num: "3" }),
      para("多久到账？", { style: "own" }),
      para("三天。"),
    ].join("");
    expect(await read(writeDocx({ body }))).toEqual([
      ["怎么退款？", "打开订单。\n• 点退款", "售后"],
      ["多久到账？", "三天。", "售后"],
    ]);
  });

  it("numbers lists as Word does: levels, Chinese numbers, lists begun again", async () => {
    const body = [
      para("账户", { num: "2" }),
      para("如何注册？", { num: "2", depth: 1 }),
      para("第一步", { num: "1" }),
      para("打开应用", { num: "1", depth: 1 }),
      para("输入号码", { num: "1", depth: 1 }),
      para("第二步", { num: "1" }),
      para("如何注销？", { num: "2", depth: 1 }),
      para("写信", { num: "4" }),
      para("支付", { num: "2" }),
      para("怎么付款？", { num: "2", depth: 1 }),
      para("用支付宝。"),
    ].join("");
    expect(await read(writeDocx({ body }))).toEqual([
      ["如何注册？", "1. 第一步\na) 打开应用\nb) 输入号码\n2. 第二步", "账户"],
      ["如何注销？", "1. 写信", "账户"],
      ["怎么付款？", "用支付宝。", "支付"],
    ]);
  });

  it("takes a label of the list for a mark, and parts a bold question from its answer in one paragraph", async () => {
    const marked = [
      para("如何开票", { num: "5" }),
      para("A: 在订单页。"),
      para("多久寄出", { num: "5" }),
      para("A: 三天。"),
    ];
    expect(await read(writeDocx({ body: marked.join("") }))).toEqual([
      ["如何开票", "在订单页。", ""],
      ["多久寄出", "三天。", ""],
    ]);
    const pair = (question: string, answer: string) => `<w:p>${run(question, true)}${run(answer)}</w:p>`;
    const bold = [
      pair("Can I pay later?", " Yes, within 30 days."),
      pair("Is it safe?", "\nIt is."),
      pair("Who pays?", "\nYou."),
    ];
    expect(await read(writeDocx({ body: bold.join("") }))).toEqual([
      ["Can I pay later?", "Yes, within 30 days.", ""],
      ["Is it safe?", "It is.", ""],
      ["Who pays?", "You.", ""],
    ]);
  });

  it("keeps links, notes and words of pictures, and drops deletions, repeats for old programs and codes of fields", async () => {
    const answer = `<w:p><w:hyperlink r:id="rId9">${run("see here")}</w:hyperlink>${run(" now")}
      <w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>${run(" new")}</w:ins>
      <w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>
      <mc:AlternateContent><mc:Choice>${run(" once")}</mc:Choice><mc:Fallback>${run(" twice")}</mc:Fallback></mc:AlternateContent>
      <w:r><w:drawing><wp:inline><wp:docPr id="1" descr="the blue button"/></wp:inline></w:drawing></w:r></w:p>`;
    const body = `${para("How do I start?", { style: "2" })}${answer}${para("How do I stop?", { style: "2" })}${para("Press red.")}`;
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${para("---")}</w:footnote><w:footnote w:id="2">${para("Only on weekdays.")}</w:footnote>`;
    const { entries } = await parseSource(
      "a.docx",
      writeDocx({ body, footnotes, links: { rId9: "https://example.org/start" } }),
      {
        locale: "en",
      },
    );
    expect(entries[0]!.answers[0]!.text).toBe(
      "see here (https://example.org/start) now new[1] once[the blue button]\n[1] Only on weekdays.",
    );
    expect(entries[0]!.answers[0]!.links).toEqual(["https://example.org/start"]);
  });

  it("reads a table in an answer by rows", async () => {
    const cell = (text: string) => `<w:tc>${para(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell("城市")}${cell("运费")}</w:tr><w:tr>${cell("上海")}${cell("10 元")}</w:tr></w:tbl>`;
    const body = `${para("运费多少？", { style: "2" })}${table}${para("多久送到？", { style: "2" })}${para("三天。")}`;
    expect((await read(writeDocx({ body })))[0]).toEqual(["运费多少？", "城市 | 运费\n上海 | 10 元", ""]);
  });

  it("gives passages when nothing asks", async () => {
    const body = `${para("办法", { style: "1" })}${para("第一条　为了规范退款，制定本办法。")}${para("第二条　退款在三个工作日内办理。")}`;
    const { entries } = await parseSource("rules.docx", writeDocx({ body }), { locale: "zh-CN" });
    expect(entries.map(({ kind, question }) => [kind, question])).toEqual([["passage", "办法"]]);
  });
});

describe("a file that is no readable Word document", () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);

  it.each<[string, string, Uint8Array]>([
    ["kb.document.old-word", "old.doc", ole],
    ["kb.document.docx-password", "secret.docx", Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")])],
    ["kb.document.not-docx", "picture.docx", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])],
    ["kb.format.empty", "empty.docx", new Uint8Array()],
    ["kb.document.docx-damaged", "zip.docx", makeZip([{ name: "a.txt", data: "x" }])],
    ["kb.document.docx-damaged", "xml.docx", writeDocx({ body: "<w:p><w:r>" })],
    ["kb.format.empty", "blank.docx", writeDocx({ body: "<w:p/>" })],
    [
      "kb.document.only-pictures",
      "scan.docx",
      writeDocx({ body: '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1"/></wp:inline></w:drawing></w:r></w:p>' }),
    ],
    ["kb.table.cut-off", "cut.docx", writeDocx({ body: para("a".repeat(500)) }).subarray(0, 900)],
  ])("says %s of %s", async (key, file, bytes) => {
    expect(await refusal(bytes, file)).toBe(key);
  });
});
