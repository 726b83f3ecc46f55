import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { KbAskOutput } from "../../src/commands/kb/ask-schemas.js";
import type { KbSearchOutput } from "../../src/commands/kb/search-schemas.js";
import { kbAskOutput } from "../../src/commands/kb/ask-schemas.js";
import { kbSearchOutput } from "../../src/commands/kb/search-schemas.js";
import { kefu, tempFolder } from "./support.js";

const FAQ = `知识ID,类目,标准问,答案,答案[英文],状态,否定关键词
R,电商/售后,怎么退货,在订单页申请退货,Open the order page,上线,
F,电商/售后,退货的运费谁出,质量问题由商家承担,,上线,
T,电商/退款,退款多久到账,三个工作日到账，详见[说明](https://a.example/退款/说明),,上线,
C,教育/课程,课程退款怎么办理,在课程页申请退款,,上线,
P,电商/会员,积分可以换话费吗,可以,,下线,
G,电商/会员,礼品卡怎么用,结账时选礼品卡,,上线,充值
`;

let cwd: string;

beforeAll(async () => {
  cwd = tempFolder();
  writeFileSync(path.join(cwd, "kefu.yaml"), "version: 1\nname: t\nlocale: zh-CN\nkb:\n  sources: [a.csv]\n");
  writeFileSync(path.join(cwd, "a.csv"), FAQ);
  const ingest = await kefu(["kb", "ingest"], { cwd });
  expect(ingest.code, ingest.stderr).toBe(0);
});

const ask = async (text: string, ...more: string[]): Promise<KbAskOutput> =>
  kbAskOutput.parse(JSON.parse((await kefu(["kb", "ask", text, ...more, "--json"], { cwd })).stdout));

describe("kefu kb ask", () => {
  it("answers two questions in order", async () => {
    const document = await ask("怎么退货，退款多久到账？");
    expect(document.parts?.map(({ text, answer }) => [text, answer?.id])).toEqual([
      ["怎么退货", "R"],
      ["退款多久到账", "T"],
    ]);
    expect(document.answer?.id).toBe("R");
    const { stdout } = await kefu(["kb", "ask", "怎么退货，退款多久到账？"], { cwd });
    expect(stdout).toMatch(/1\. 怎么退货[\s\S]*在订单页申请退货[\s\S]*2\. 退款多久到账[\s\S]*三个工作日到账/);
  });

  it("offers a numbered menu of questions for a keyword", async () => {
    expect(await ask("退款")).toMatchObject({ decision: "clarify", reason: "keyword" });
    const { stdout } = await kefu(["kb", "ask", "退款"], { cwd });
    expect(stdout).toMatch(/关于“退款”，您想了解什么？\n1\. .+\n2\. /);
  });

  it("says why there is no answer", async () => {
    expect(await ask("谢谢")).toMatchObject({ decision: "abstain", reason: "small-talk", talk: "thanks" });
    expect(await ask("？？？")).toMatchObject({ decision: "abstain", reason: "empty" });
    const { stdout } = await kefu(["kb", "ask", "are you human?"], { cwd });
    expect(stdout).toContain("automatic assistant");
  });

  it("answers in the caller's writing, and leaves links as they are", async () => {
    expect((await ask("退款幾多日先到賬㗎")).asker.locale).toBe("zh-HK");
    const { answer, asker } = await ask("退款多久到账", "--answer-locale", "zh-HK");
    expect(asker.locale).toBe("zh-HK");
    expect(answer?.text).toBe("三個工作日到賬，詳見[説明](https://a.example/退款/说明)");
    expect((await ask("怎么退货", "--answer-locale", "en")).answer?.text).toBe("Open the order page");
  });
});

describe("kefu kb search --explain", () => {
  it("tells how the query was read, what the bot would do and what was left out, in 80 columns", async () => {
    const run = await kefu(["kb", "search", "积分可以换话费吗", "--explain"], { cwd });
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout).toMatch(/left out +P 积分可以换话费吗 would be no\. 1 .*is\s+offline/s);
    const wide = run.stdout.split("\n").filter((line) => line.replace(/\p{Script=Han}|[，。：？]/gu, "xx").length > 80);
    expect(wide).toEqual([]);
    const { stdout } = await kefu(["kb", "search", "礼品卡怎么充值", "--explain", "--json"], { cwd });
    const document: KbSearchOutput = kbSearchOutput.parse(JSON.parse(stdout));
    expect(document.explain?.leftOut).toMatchObject([{ id: "G", because: [{ why: "negative", value: "充值" }] }]);
    expect(document.explain?.words.map(({ id }) => id)).toEqual(document.results.map(({ id }) => id));
  });

  it("filters by channel and time", async () => {
    const { code, stderr } = await kefu(["kb", "search", "退货", "--channel", "web", "--at", "2026-06-01"], { cwd });
    expect(code, stderr).toBe(0);
    expect((await kefu(["kb", "search", "退货", "--at", "soon"], { cwd })).code).toBe(2);
  });
});
