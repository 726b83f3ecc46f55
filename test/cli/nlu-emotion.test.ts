import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { kefu, tempFolder } from "./support.js";

let workspace: string;

const nlu = (intents: Readonly<Record<string, readonly string[]>>): string =>
  [
    'version: "3.1"',
    "nlu:",
    ...Object.entries(intents).flatMap(([name, examples]) => [
      `  - intent: ${name}`,
      "    examples: |",
      ...examples.map((text) => `      - ${text}`),
    ]),
    "",
  ].join("\n");

const colours = ["red", "green", "blue", "black", "white", "pink"];
const own = nlu({
  neutral: colours.map((colour) => `the lamp is ${colour}`),
  "angry/3": colours.map((colour) => `zorgle ${colour}`),
  "anxious/2": colours.map((colour) => `blibber ${colour}`),
  "happy/1": colours.map((colour) => `frumious ${colour}`),
});
const emotionFile = (): string => path.join(workspace, "nlu", "emotion.yml");

async function emotionOf(text: string): Promise<{ label: string; intensity: number }> {
  const run = await kefu(["nlu", "predict", text, "--json"], { cwd: workspace });
  return (JSON.parse(run.stdout) as { emotion: { label: string; intensity: number } }).emotion;
}

async function train(): Promise<{ intents: number; emotion: { trained: boolean; examples: number } | null }> {
  const run = await kefu(["nlu", "train", "--json"], { cwd: workspace });
  expect(run.stderr).not.toContain("error");
  return JSON.parse(run.stdout) as Awaited<ReturnType<typeof train>>;
}

beforeAll(() => {
  workspace = tempFolder();
  mkdirSync(path.join(workspace, "nlu"));
  writeFileSync(path.join(workspace, "kefu.yaml"), "version: 1\nname: emotions\nnlu:\n  emotion:\n    extend: false\n");
  writeFileSync(
    path.join(workspace, "nlu", "intents.yml"),
    nlu({
      refund: ["I want a refund", "money back please", "return my order"],
      hours: ["when do you open", "opening hours", "are you open today"],
    }),
  );
});

test("emotions come from the default model, from the workspace's data, and from the default model again", async () => {
  expect(await train()).toMatchObject({ intents: 2, emotion: null });
  expect(await emotionOf("zorgle")).not.toMatchObject({ label: "angry", intensity: 3 });
  expect(await emotionOf("气死我了，什么破服务")).toMatchObject({ label: "angry", intensity: 3 });

  writeFileSync(emotionFile(), own);
  // Data of emotions in the folder of intents adds no intent.
  expect(await train()).toMatchObject({ intents: 2, emotion: { trained: true, examples: 24 } });
  expect(await emotionOf("zorgle")).toMatchObject({ label: "angry", intensity: 3 });
  expect(await train()).toMatchObject({ emotion: { trained: false, examples: 24 } });

  rmSync(emotionFile());
  expect(await train()).toMatchObject({ intents: 2, emotion: null });
  expect(existsSync(path.join(workspace, ".kefu", "nlu", "emotion.kemotion"))).toBe(false);
}, 120_000);

test("a label that is no emotion is refused with file and line, and the old model stays", async () => {
  writeFileSync(emotionFile(), own);
  await train();
  appendFileSync(emotionFile(), "  - intent: furious\n    examples: |\n      - grr\n");
  const run = await kefu(["nlu", "train"], { cwd: workspace, env: { KEFU_LOCALE: "en" } });
  expect(run.code).toBe(3);
  expect(run.stderr).toMatch(/emotion\.yml:\d+.*“furious” is no emotion/);
  expect(await emotionOf("zorgle")).toMatchObject({ label: "angry" });
}, 120_000);
