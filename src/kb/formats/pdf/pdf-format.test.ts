import { describe, expect, it } from "vitest";
import { type PdfText, writePdf } from "../../../../test/support/pdf.js";
import { KefuError } from "../../../messages/errors.js";
import { parseSource } from "../format.js";

async function read(pages: readonly (readonly PdfText[])[]): Promise<[string, string][]> {
  const { entries } = await parseSource("faq.pdf", writePdf(pages), { locale: "en" });
  return entries.map(({ question, answers }) => [question, answers[0]!.text]);
}

/** Lines below each other from a height on. */
function lines(texts: readonly string[], y: number, options: Partial<PdfText> = {}): PdfText[] {
  return texts.map((text, at) => ({ text, x: 60, y: y - 14 * at, ...options }));
}

const LONG = "这是一段写满整行的文字它说明退款需要多少时间以及在哪里可以看到退款的进度";

describe("the text of a PDF", () => {
  it("makes paragraphs of lines and questions of larger ones", async () => {
    const page = [
      ...lines(["怎么退款？"], 780, { size: 14 }),
      ...lines([LONG, "如有疑问请联系客服。"], 750),
      ...lines(["另起一段。"], 700),
      ...lines(["多久发货？"], 660, { size: 14 }),
      ...lines(["付款后当天发货，节假日顺延。"], 640),
    ];
    expect(await read([page])).toEqual([
      ["怎么退款？", `${LONG}如有疑问请联系客服。\n另起一段。`],
      ["多久发货？", "付款后当天发货，节假日顺延。"],
    ]);
  });

  it("joins words parted at the end of a line, and letters set apart", async () => {
    const page = [
      ...lines(["F A Q s"], 800, { size: 20 }),
      ...lines(["退 款 要 多 久 ？"], 770, { size: 14 }),
      ...lines(
        ["Refunds take three working days; the state is shown in your knowl-", "edge base account under orders."],
        740,
      ),
      ...lines(["发 票 在 哪 里 开 ？"], 690, { size: 14, spacing: 3 }),
      ...lines(["在订单页申请。"], 670),
    ];
    expect(await read([page])).toEqual([
      [
        "退款要多久？",
        "Refunds take three working days; the state is shown in your knowledge base account under orders.",
      ],
      ["发票在哪里开？", "在订单页申请。"],
    ]);
  });

  it("reads the left column before the right one, under a title that runs across both", async () => {
    const column = (x: number, n: number) =>
      [1, 2, 3].flatMap((k): PdfText[] => [
        { text: `Q${n + k}: What is number ${n + k} good for in this list?`, x, y: 760 - 90 * k, size: 9 },
        { text: `A: The answer of number ${n + k} goes on over the line`, x, y: 746 - 90 * k, size: 9 },
        { text: `and ends on its second line of number ${n + k}.`, x, y: 732 - 90 * k, size: 9 },
      ]);
    const title = { text: "Questions that everybody asks before they buy something from us", x: 60, y: 800, size: 16 };
    const page = [title, ...column(60, 0), ...column(310, 3)].sort((a, b) => b.y - a.y);
    const found = await read([page]);
    expect(found.map(([question]) => /\d/.exec(question)?.[0])).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(found[3]).toEqual([
      "What is number 4 good for in this list?",
      "The answer of number 4 goes on over the line and ends on its second line of number 4.",
    ]);
  });

  it("reads what a browser printed: characters for radicals, no address below the page", async () => {
    const page = [
      ...lines(["⼀、怎么打开⾸⻚？"], 780, { size: 14 }),
      ...lines(["点左上角的⻔店图标。"], 760),
      ...lines(["⼆、⻓途怎么收费？"], 720, { size: 14 }),
      ...lines(["按公⾥收费。"], 700),
      ...lines(["https://example.com/help 1/1"], 30, { size: 8 }),
    ];
    expect(await read([page])).toEqual([
      ["怎么打开首页？", "点左上角的门店图标。"],
      ["长途怎么收费？", "按公里收费。"],
    ]);
  });

  it("leaves headers, footers and page numbers out, and goes on over the page's end", async () => {
    const page = (n: number, body: PdfText[]) => [
      { text: "客服手册 2026", x: 60, y: 820 },
      ...body,
      { text: `第 ${n} 页`, x: 280, y: 30 },
    ];
    const pages = [
      page(1, [...lines(["1. 怎么退款？"], 780), ...lines([LONG], 760)]),
      page(2, [...lines(["还可以打电话。"], 780), ...lines(["2. 多久发货？"], 740), ...lines(["当天。"], 720)]),
      page(3, [...lines(["3. 可以改地址吗？"], 780), ...lines(["发货前可以。"], 760)]),
    ];
    expect(await read(pages)).toEqual([
      ["怎么退款？", `${LONG}还可以打电话。`],
      ["多久发货？", "当天。"],
      ["可以改地址吗？", "发货前可以。"],
    ]);
  });

  it("tells where an entry stands", async () => {
    const page = (question: string) => [
      ...lines([question], 780, { bold: true }),
      ...lines([`好的，${question.slice(0, -2)}，没有问题。`], 760),
    ];
    const bytes = writePdf([page("可以退款吗？"), page("可以换货吗？"), page("可以改地址吗？")]);
    const { entries } = await parseSource("faq.pdf", bytes, { locale: "en" });
    expect(entries.map(({ source }) => source.page)).toEqual([1, 2, 3]);
  });
});

describe("a PDF without text", () => {
  it("is named as scanned, with what to do", async () => {
    const thrown = await parseSource("scan.pdf", writePdf([[], []]), { locale: "en" }).catch((cause: unknown) => cause);
    expect(thrown).toBeInstanceOf(KefuError);
    expect(thrown).toMatchObject({
      key: "kb.document.pdf-scanned",
      params: { pages: 2 },
      hint: { key: "kb.document.ocr-hint" },
    });
  });

  it("is read as far as it goes when some pages hold text", async () => {
    const page = [...lines(["问：可以退款吗？", "答：可以。"], 780)];
    const { entries, issues } = await parseSource("half.pdf", writePdf([page, [], []]), { locale: "en" });
    expect(entries).toHaveLength(1);
    expect(issues).toMatchObject([
      { severity: "warning", key: "kb.document.pdf-pages-scanned", params: { pages: "2-3" } },
    ]);
  });
});
