import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { kefu, tempFolder } from "./support.js";

const DOCUMENT = `# 退货说明

自签收之日起七天内可以申请无理由退货。退货运费由买家承担，质量问题除外。生鲜食品不支持无理由退货。
`;

describe("kefu kb ask about a passage", () => {
  it("prints on the telephone what the JSON document says, the sentence alone, and elsewhere the passage, too", async () => {
    const cwd = tempFolder();
    writeFileSync(path.join(cwd, "kefu.yaml"), "version: 1\nname: t\nlocale: zh-CN\nkb:\n  sources: [a.md]\n");
    writeFileSync(path.join(cwd, "a.md"), DOCUMENT);
    const ingest = await kefu(["kb", "ingest"], { cwd });
    expect(ingest.code, ingest.stderr).toBe(0);
    const ask = ["kb", "ask", "生鲜食品支持无理由退货吗"];
    for (const channel of ["voice", "keypad"]) {
      const { stdout } = await kefu([...ask, "--channel", channel], { cwd });
      const { answer } = JSON.parse((await kefu([...ask, "--channel", channel, "--json"], { cwd })).stdout) as {
        answer: { text: string };
      };
      expect(answer.text).toBe("生鲜食品不支持无理由退货。");
      expect(stdout.trim()).toBe(answer.text);
    }
    const { stdout } = await kefu([...ask, "--channel", "web"], { cwd });
    expect(stdout).toContain("“生鲜食品不支持无理由退货。”\n\n自签收之日起");
  });
});
