import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { parseSource } from "../format.js";
import { guessedMap, mapOption, mappingSnippet, proposeMapping } from "./proposal.js";
import type { TableProposal } from "./proposal.js";

const csv = (text: string): Uint8Array => new TextEncoder().encode(text);

async function propose(text: string): Promise<TableProposal> {
  return (await proposeMapping("faq/旧.csv", csv(text), { locale: "zh-CN" }))!;
}

const UNKNOWN = "甲,乙,丙\n1,怎么退款,请在订单里申请\n2,怎么开票,请联系客服\n3,多久到账,三天之内\n4,x,y\n";

describe("a proposal for a table", () => {
  it("shows the columns, three rows and the best guess", async () => {
    const proposal = await propose(UNKNOWN);
    expect(proposal.columns.map(({ shown }) => shown)).toEqual(["A 甲", "B 乙", "C 丙"]);
    expect(proposal.samples).toEqual([
      ["1", "怎么退款", "请在订单里申请"],
      ["2", "怎么开票", "请联系客服"],
      ["3", "多久到账", "三天之内"],
    ]);
    expect(guessedMap(proposal)).toEqual({ question: "乙", answer: "丙" });
  });

  it("names by letters a column whose own name is missing, twice there, or could be a letter", async () => {
    const proposal = await propose("C,名,名,\n1,怎么退款,请在订单里申请退款,x\n2,怎么开票,请联系客服开票即可,y\n");
    expect(proposal.columns.map(({ name }) => name)).toEqual(["A", "B", "C", "D"]);
  });

  it("leaves open what nothing tells", async () => {
    const proposal = await propose("甲,乙\n一,二\n三,四\n");
    expect(proposal.guess).toEqual({});
    expect(mapOption(proposal)).toBe("question=?,answer=?");
    expect(parse(mappingSnippet(proposal))).toEqual({
      kb: { mappings: [{ files: "faq/旧.csv", columns: { question: null, answer: null } }] },
    });
  });

  it("is written as YAML that means what it says, and reads the table when it is used", async () => {
    const text =
      "编号,话术: 客户,回复 #1\n1,怎么退款,请在订单里申请退款，三天到账\n2,怎么开票,请联系客服开票，当天开出\n";
    const proposal = await propose(text);
    const written = parse(mappingSnippet(proposal)) as { kb: { mappings: { columns: Record<string, string> }[] } };
    const { columns } = written.kb.mappings[0]!;
    expect(columns).toEqual({ question: "话术: 客户", answer: "回复 #1", id: "编号" });
    const { entries } = await parseSource("faq/旧.csv", csv(text), { locale: "zh-CN", map: columns });
    expect(entries.map(({ id, question }) => [id, question])).toEqual([
      ["1", "怎么退款"],
      ["2", "怎么开票"],
    ]);
  });

  it("does not put a name with a comma into --map", async () => {
    expect(mapOption(await propose('"甲,乙",丙,丁\n怎么退款,x,请在订单里申请退款，三天到账\n'))).toBe(
      "question=A,answer=丁",
    );
  });

  it("is none for a file without rows", async () => {
    expect(await proposeMapping("a.csv", csv("甲,乙\n"), { locale: "zh-CN" })).toBeUndefined();
  });
});

describe("mappings of single sheets", () => {
  it("leave a sheet out, and name the columns of another", async () => {
    const { writeTable } = await import("../../../tables/write.js");
    const bytes = await writeTable("xlsx", [
      { name: "旧", header: ["问题", "答案"], rows: [["旧问题怎么办", "旧答案"]] },
      { name: "新", header: ["甲", "乙"], rows: [["新问题怎么办", "新答案"]] },
    ]);
    const { entries } = await parseSource("a.xlsx", bytes, {
      locale: "zh-CN",
      sheets: [
        { sheet: "旧", columns: {}, skip: true },
        { sheet: "新", columns: { question: "甲", answer: "乙" }, skip: false },
      ],
    });
    expect(entries.map(({ question }) => question)).toEqual(["新问题怎么办"]);
  });
});
