import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../formats/format.js";
import { LintBase } from "../base.js";
import { runLint } from "../run.js";
import { lintSettings } from "../settings.js";
import { fixSource, type SourceFix } from "./fix-source.js";

const settings = lintSettings({}, ["full-width-slip", "invisible-character", "stray-pinyin", "similar-too-alike"]);

async function fix(file: string, content: string | Uint8Array): Promise<SourceFix> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return fixSource(file, bytes, {
    parse: async (some) => (await parseSource(file, some, { locale: "zh-CN" })).entries,
    changes: async (entries) => {
      const { findings } = await runLint(new LintBase(entries), settings, {
        at: "2026-06-01",
        served: { channel: "web", locale: "zh-CN" },
        askAtMost: 1,
        configFile: "kefu.yaml",
      });
      return findings.flatMap(({ entry, field, fix: wanted }) =>
        entry === undefined || field === undefined || wanted === undefined ? [] : [{ entry, field, ...wanted }],
      );
    },
  });
}

describe("a csv file", () => {
  it("keeps its mark, line ends, quotes and every other byte", async () => {
    const before =
      '\ufeff知识ID,标准问,相似问,答案,备注\r\n1,"几点,开门？",开门时间,"９点,请带""身份证""\r\n第二行 ９ 楼",９不是答案\r\n2,换货,"怎么换\n怎么换？\n换一个","统(tǒng)计\u200b好了" ,x\r\n';
    const { after, fixed, refused } = await fix("faq/a.csv", before);
    expect(after).toBe(
      '\ufeff知识ID,标准问,相似问,答案,备注\r\n1,"几点，开门？",开门时间,"9点，请带""身份证""\r\n第二行 9 楼",９不是答案\r\n2,换货,"怎么换\n换一个","统计好了" ,x\r\n',
    );
    expect(fixed).toBeGreaterThanOrEqual(4);
    expect(refused).toEqual({});
  });

  it("is left alone where it is not UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from("id,question,answer\n1,"), Buffer.from([0xce, 0xca, 0xcc, 0xe2])]);
    const gbk = Buffer.concat([bytes, Buffer.from([0x2c, 0xa3, 0xb9, 0xb5, 0xe3, 0xbf, 0xaa, 0xc3, 0xc5, 0x0a])]);
    const { refused, fixed } = await fix("faq/a.csv", gbk);
    expect({ refused, fixed }).toEqual({ refused: { encoding: 1 }, fixed: 0 });
  });

  it("has only the text of the entry replaced, not the same text elsewhere", async () => {
    const before = "知识ID,备注,标准问,答案\n1,９点,几点开？,九点\n2,９点,几点关？,９点\n";
    const { after } = await fix("faq/a.csv", before);
    expect(after).toBe("知识ID,备注,标准问,答案\n1,９点,几点开？,九点\n2,９点,几点关？,9点\n");
  });
});

describe("other files", () => {
  it("Markdown keeps its layout, and loses the whole line of a repeated question", async () => {
    const before =
      "# 说明\n\n## 怎么退款？\n\n相似问：\n\n- 退钱\n- 退钱。\n- 退款流程\n\n*  第１步,申请\n\n\n<!-- 留着 -->\n";
    const { after, refused } = await fix("faq/a.md", before);
    expect(refused).toEqual({});
    expect(after).toBe(before.replace("- 退钱。\n", "").replace("第１步,申请", "第1步，申请"));
  });

  it("JSON keeps its form", async () => {
    const before = '[\n  {"question": "退款", "similar": ["退钱", "退钱！", "还钱"],   "answer": "３天\\n到账"}\n]\n';
    const { after } = await fix("faq/a.json", before);
    expect(after).toBe('[\n  {"question": "退款", "similar": ["退钱", "还钱"],   "answer": "3天\\n到账"}\n]\n');
  });

  it("without anything to fix stay as they are", async () => {
    const { before, after, fixed } = await fix("faq/a.md", "## 怎么退款？\n\n三天。\n");
    expect([after, fixed]).toEqual([before, 0]);
  });
});
