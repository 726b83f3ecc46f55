import { describe, expect, it } from "vitest";
import { IssueLog } from "../draft.js";
import { finishEntries } from "../finish.js";
import { passageDrafts } from "./passages.js";
import { textSize } from "./size.js";

describe("passageDrafts", () => {
  it("puts each section under its heading path", () => {
    const drafts = passageDrafts("manual.docx", {
      title: "手册",
      blocks: [
        { kind: "heading", level: 1, text: "退货", line: 1 },
        {
          kind: "paragraph",
          text: "七天内可以退货，需要保持包装完整，并带上发票，到原来购买的门店办理；网上购买的，在订单页申请后由快递上门取件，运费由我们承担，退款在收到货后三天内退回原来的付款账户，节假日顺延，超过期限请联系客服处理。",
          line: 2,
        },
        { kind: "heading", level: 2, text: "例外", line: 3 },
        {
          kind: "paragraph",
          text: "生鲜、定制商品和已经拆封的软件不能退货，除非商品本身有质量问题；有质量问题的，请在收到货后四十八小时之内拍照并联系客服，我们核实之后全额退款，不需要把商品寄回，赔付在两个工作日之内到账。",
          line: 4,
        },
      ],
    });
    expect(drafts.map(({ question, source }) => [question, source])).toEqual([
      ["手册 / 退货", { file: "manual.docx", line: 1 + 1, heading: "手册/退货" }],
      ["手册 / 退货 / 例外", { file: "manual.docx", line: 4, heading: "手册/退货/例外" }],
    ]);
    const { entries } = finishEntries("manual.docx", drafts, new IssueLog());
    expect(entries.map(({ kind }) => kind)).toEqual(["passage", "passage"]);
  });

  it("cuts a long section at sentences into pieces of like size", () => {
    const sentence = "客服机器人在高峰时段自动接听来电并回答常见问题，人工座席只处理复杂的投诉。";
    const drafts = passageDrafts("a.txt", { blocks: [{ kind: "paragraph", text: sentence.repeat(30) }] });
    expect(drafts.map(({ question }) => question)).toEqual(["a (1/3)", "a (2/3)", "a (3/3)"]);
    for (const { answers } of drafts) {
      expect(answers[0]!.text.endsWith("。")).toBe(true);
      expect(textSize(answers[0]!.text)).toBeLessThanOrEqual(400);
    }
    expect(drafts.map(({ answers }) => answers[0]!.text).join("")).toBe(sentence.repeat(30));
  });
});
