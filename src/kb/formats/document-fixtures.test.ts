import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { KefuError } from "../../messages/errors.js";
import { parseSource } from "./format.js";

const folder = path.resolve(import.meta.dirname, "../../../fixtures/formats");

/** Questions of each file, or why it is refused. */
const EXPECTED: Readonly<Record<string, readonly string[] | string>> = {
  "docx/good.docx": ["怎么取消订单？", "可以修改收货地址吗？", "怎么开电子发票？", "发票抬头写错了怎么办？"],
  "docx/messy.docx": ["如何注册账户？", "忘记密码", "充值多久到账？", "充值有上限吗？"],
  "docx/policy.docx": ["passage: 退换货政策"],
  "docx/broken.docx": "kb.table.cut-off",
  "docx/empty.docx": "kb.format.empty",
  "pdf/good.pdf": [
    "Can I change my delivery address?",
    "Do you deliver on Saturdays?",
    "What does express delivery cost?",
  ],
  "pdf/two-columns.pdf": [
    "怎么修改手机号？",
    "流量用完了会断网吗？",
    "怎么查话费余额？",
    "可以开通国际漫游吗？",
    "宽带坏了找谁修？",
    "发票在哪里打印？",
    "怎么办理销户？",
  ],
  "pdf/broken-xref.pdf": [
    "Can I change my delivery address?",
    "Do you deliver on Saturdays?",
    "What does express delivery cost?",
  ],
  "pdf/cut-off.pdf": "kb.document.pdf-damaged",
  "pdf/scanned.pdf": "kb.document.pdf-scanned",
  "txt/good.txt": ["人工服务几点上班？", "排队太久怎么办？", "能用方言吗？"],
  "txt/outline.txt": ["卡丢了怎么挂失？", "挂失要收费吗？", "如何提高转账限额？", "单笔最多转多少？"],
  "txt/messy.txt": [
    "How do I close my account?",
    "Can I have two accounts?",
    "Which cards do you take?",
    "When am I charged?",
  ],
  "txt/broken.txt": "kb.format.binary",
  "txt/empty.txt": "kb.format.empty",
};

function read(name: string): Promise<string[]> {
  const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
  return parseSource(name, bytes, { locale: "zh-CN" }).then(({ entries }) =>
    entries.map(({ kind, question }) => (kind === undefined ? question : `${kind}: ${question}`)),
  );
}

describe("documents as people send them", () => {
  it.each(Object.entries(EXPECTED))("reads %s", async (name, expected) => {
    const found = await read(name).catch((cause: unknown) => (cause instanceof KefuError ? cause.key : cause));
    expect(found).toEqual(expected);
  });

  it("are all told of here", () => {
    const files = ["docx", "pdf", "txt"].flatMap((kind) =>
      readdirSync(path.join(folder, kind)).map((file) => `${kind}/${file}`),
    );
    expect(files.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it("hold the words that another reader of Word files finds, in the same order", async () => {
    const mammoth = await import("mammoth");
    for (const name of ["docx/good.docx", "docx/messy.docx"]) {
      const buffer = readFileSync(path.join(folder, name));
      const { value } = await mammoth.extractRawText({ buffer });
      const { entries } = await parseSource(name, new Uint8Array(buffer), { locale: "zh-CN" });
      let from = 0;
      for (const { question, answers } of entries) {
        for (const line of [question, ...answers[0]!.text.split("\n")]) {
          // Labels, addresses and notes are written out by us only.
          const words = line
            .replace(/^(?:\d+\.|（.）) ?/, "")
            .split(/ ?\([^)]*\) ?|\[\d+\].*| \| /)
            .filter((part) => part !== "");
          for (const part of words) {
            const at = value.indexOf(part, from);
            expect(at, part).toBeGreaterThanOrEqual(0);
            if (!line.startsWith("[")) from = at;
          }
        }
      }
    }
  });
});
