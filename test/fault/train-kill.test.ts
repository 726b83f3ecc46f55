import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { copyOf, killPoints, killedAt, makeWorkspace, stepsOf, succeeds, twoAtATime } from "./support.js";

const OLD = {
  refund: ["退款", "我要退钱", "把钱退给我", "退货退款", "怎么退钱"],
  human: ["转人工", "人工客服", "找真人", "接人工服务", "真人客服"],
};
const NEW = { ...OLD, invoice: ["开发票", "发票怎么开", "要一张发票", "补开发票", "电子发票"] };
const TRAIN = ["nlu", "train", "--data", "data.csv"];

const csv = (intents: Readonly<Record<string, readonly string[]>>, turned = false): string => {
  const rows = Object.entries(intents).flatMap(([intent, texts]) => texts.map((text) => `${text},${intent}`));
  return `text,intent\n${(turned ? rows.reverse() : rows).join("\n")}\n`;
};
const modelOf = (folder: string) => readFileSync(path.join(folder, ".kefu", "nlu", "model.kmodel"));

it("a training that is killed leaves the old model or the new one, and completes when it is run again", async () => {
  const prepared = makeWorkspace({ "kefu.yaml": "version: 1\nname: test\n", "data.csv": csv(OLD) });
  await succeeds(prepared, ...TRAIN);
  const before = modelOf(prepared);
  writeFileSync(path.join(prepared, "data.csv"), csv(NEW));
  const reference = copyOf(prepared);
  const steps = await stepsOf(reference, TRAIN);
  const after = modelOf(reference);
  const seen = new Set<string>();
  await twoAtATime(killPoints("training", steps), async (step) => {
    const folder = copyOf(prepared);
    await killedAt(step, folder, TRAIN);
    const model = modelOf(folder);
    const state = model.equals(before) ? "old" : model.equals(after) ? "new" : `broken before step ${steps[step - 1]}`;
    seen.add(state);
    // The other order of lines gives the very same model.
    writeFileSync(path.join(folder, "data.csv"), csv(NEW, true));
    await succeeds(folder, ...TRAIN);
    expect(modelOf(folder).equals(after), `run again after step ${steps[step - 1]}`).toBe(true);
  });
  expect([...seen].sort()).toEqual(["new", "old"]);
}, 300_000);
