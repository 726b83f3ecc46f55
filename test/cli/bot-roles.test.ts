import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { kefu, tempFolder, type Run } from "./support.js";

const CITIES = ["北京", "上海", "广州", "成都", "西安", "杭州", "武汉", "南京"];
const mark = (city: string, role: string): string => `[${city}]{"entity": "city", "role": "${role}"}`;

/** The same sentences about other cities. */
const EXAMPLES = CITIES.flatMap((city, i) => {
  const from = mark(city, "from");
  const to = mark(CITIES[(i + 3) % CITIES.length]!, "to");
  return [`从${from}到${to}的车票`, `我要去${to}，从${from}出发`, `买一张去${to}的票`, `${from}出发的车票有吗`];
});

const NLU = `version: "3.1"
nlu:
  - intent: book_ticket
    examples: |
${EXAMPLES.map((line) => `      - ${line}\n`).join("")}`;

const FLOW = `flows:
  - id: ticket
    intents: [book_ticket]
    slots:
      origin: { entity: city, role: from, ask: 从哪里出发？ }
      target: { entity: city, role: to, ask: 到哪里去？ }
    steps:
      - collect: origin
      - collect: target
      - say: 从{origin}到{target}，好的。
`;

const SUITE = `suite: 车票
cases:
  - name: 一句话里的两个城市各归其位
    turns:
      - user: 我要去深圳，从天津出发
        expect: { decision: flow, text: { equals: 从天津到深圳，好的。 } }
  - name: 只说了去哪里，就问从哪里
    turns:
      - user: 买一张去重庆的票
        expect: { decision: flow, text: { equals: 从哪里出发？ } }
      - user: 天津
        expect: { decision: flow, text: { equals: 从天津到重庆，好的。 } }
`;

describe("slots that ask for a role", () => {
  const folder = tempFolder();
  const run = (args: string[], input = ""): Promise<Run> =>
    kefu(["--locale", "zh-CN", ...args], { cwd: folder, input });
  const write = (file: string, text: string): void => writeFileSync(path.join(folder, file), text);

  beforeAll(async () => {
    expect((await run(["init", "--yes"])).code).toBe(0);
    mkdirSync(path.join(folder, "tests"), { recursive: true });
    write("nlu/ticket.yml", NLU);
    write("flows/ticket.yaml", FLOW);
    write("tests/ticket.yaml", SUITE);
    for (const args of [
      ["kb", "ingest"],
      ["nlu", "train"],
    ]) {
      expect((await run(args)).code, args.join(" ")).toBe(0);
    }
  }, 60_000);

  it("are filled by it in a suite", async () => {
    const { code, stdout, stderr } = await run(["bot", "test"]);
    expect(code, stdout + stderr).toBe(0);
  });

  it("are filled by it in a conversation, also one of a bundle", async () => {
    const input = "有从厦门到长沙的车票吗\n";
    expect((await run(["bot", "chat"], input)).stdout).toBe("从厦门到长沙，好的。\n");
    expect((await run(["bot", "export", "-o", "b.kefu"])).code).toBe(0);
    expect((await run(["bot", "chat", "--bundle", "b.kefu"], input)).stdout).toBe("从厦门到长沙，好的。\n");
  });

  it("take part in a simulation", async () => {
    const { code, stderr } = await run(["bot", "simulate", "--conversations", "20"]);
    expect(code, stderr).toBe(0);
  });

  it("must ask for a role that examples mark", async () => {
    write("flows/ticket.yaml", FLOW.replace("role: from", "role: form"));
    const { code, stderr } = await run(["bot", "test"]);
    expect(code).toBe(3);
    expect(stderr).toContain("ticket.yaml:5");
    expect(stderr).toContain("没有例句把 city 标为角色 form");
    expect(stderr).toContain("from");
  });
});
