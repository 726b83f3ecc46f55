import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { nodeFiles } from "../adapters/files.js";
import { keepSettings } from "./kept-settings.js";
import { openWorkspace } from "./workspace.js";
import type { Workspace } from "./workspace.js";

const SETTINGS = `version: 1
name: 客服
kb:
  mappings:
    - files: faq/old.csv
      columns: { question: 问题, "2": answer }
decide: { max_wrong_answer_rate: 0.02 }
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kefu-settings-"));
  writeFileSync(path.join(folder, "kefu.yaml"), SETTINGS);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const kept = (): string => path.join(folder, ".kefu", "settings.json");

function open({
  env = {},
  program = "1.0.0",
}: { env?: Record<string, string>; program?: string } = {}): Promise<Workspace> {
  return openWorkspace(nodeFiles, folder, { exact: true, env, locale: "en", program });
}

/** Puts another name into what is kept, rightly signed: whoever reads it is told by the name. */
async function keepMarked(): Promise<void> {
  const workspace = await open();
  await keepSettings(nodeFiles, { ...workspace, config: { ...workspace.config, name: "kept" } });
}

describe("kept settings", () => {
  it("are the settings that were checked", async () => {
    const read = await open();
    await keepSettings(nodeFiles, read);
    const again = await open();
    expect(again).toEqual(read);
    expect(Object.keys(again.config.kb.mappings[0]!.columns)).toEqual(Object.keys(read.config.kb.mappings[0]!.columns));
  });

  it("spare reading kefu.yaml", async () => {
    await keepMarked();
    expect((await open()).config.name).toBe("kept");
  });

  it.each([
    ["kefu.yaml changes", () => writeFileSync(path.join(folder, "kefu.yaml"), `${SETTINGS}# a word more\n`)],
    ["kefu.local.yaml comes", () => writeFileSync(path.join(folder, "kefu.local.yaml"), "bot: { channel: voice }\n")],
    ["they are cut", () => writeFileSync(kept(), readFileSync(kept(), "utf8").slice(0, -9))],
    ["they are edited", () => writeFileSync(kept(), readFileSync(kept(), "utf8").replace("kept", "Kept"))],
    ["they are empty", () => writeFileSync(kept(), "")],
    ["they are gone", () => rmSync(kept())],
  ])("do not count when %s", async (_, change) => {
    await keepMarked();
    change();
    expect((await open()).config.name).toBe("客服");
  });

  it("do not count for another build, or beside settings of the environment", async () => {
    await keepMarked();
    expect((await open({ program: "1.0.1" })).config.name).toBe("客服");
    expect((await open({ env: { KEFU_NAME: "env" } })).config.name).toBe("env");
    expect((await open({ env: { KEFU_NMAE: "x" } })).warnings).toHaveLength(1);
    expect((await open({ env: { KEFU_LOCALE: "zh-CN" } })).config.name).toBe("kept");
  });

  it("do not hide mistakes in kefu.yaml", async () => {
    await keepMarked();
    writeFileSync(path.join(folder, "kefu.yaml"), "version: 1\nname: ''\n");
    await expect(open()).rejects.toMatchObject({ kind: "usage", key: "workspace.config.bad" });
  });

  it("are not written beside settings of the environment", async () => {
    await keepSettings(nodeFiles, await open({ env: { KEFU_NAME: "env" } }));
    expect(await nodeFiles.stat(kept())).toBeUndefined();
  });

  it("may fail to be written", async () => {
    const workspace = await open();
    const blocked = { ...nodeFiles, writeAtomic: () => nodeFiles.writeAtomic(path.join(folder, "kefu.yaml", "x"), "") };
    await expect(keepSettings(blocked, workspace)).resolves.toBeUndefined();
  });
});
