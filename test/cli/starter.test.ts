import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../../src/messages/locale.js";
import { kefu, tempFolder } from "./support.js";

const FURIOUS = {
  en: "You are useless, I am furious!!",
  "zh-CN": "气死我了，你们这是什么破服务！",
  "zh-TW": "氣死我了，你們這是什麼爛服務！",
} as const;

describe("kefu init --yes", () => {
  it.each(LOCALES)("makes a workspace that works at once, in %s", async (locale) => {
    const folder = path.join(tempFolder(), "help desk: 客服");
    const run = (...args: string[]) => kefu(["--locale", locale, ...args], { cwd: folder });
    expect((await kefu(["init", folder, "--yes", "--locale", locale])).code).toBe(0);
    for (const args of [
      ["kb", "ingest", "--strict"],
      ["nlu", "train"],
      ["bot", "test"],
    ]) {
      const { code, stdout, stderr } = await run(...args);
      expect(code, `${args.join(" ")}\n${stdout}${stderr}`).toBe(0);
    }
    expect(readFileSync(path.join(folder, "kefu.yaml"), "utf8")).toContain('name: "help desk: 客服"');
    const input = `${FURIOUS[locale]}\n`;
    const chat = await kefu(["--locale", locale, "bot", "chat", "--json"], { cwd: folder, input });
    const [turn] = (JSON.parse(chat.stdout) as { turns: { text: string; handover: unknown }[] }).turns;
    expect(turn?.handover).toMatchObject({ reason: "anger", priority: "high" });
    expect(turn?.text).toMatch(/sorry|抱歉/);
  });

  it("overwrites nothing without --force", async () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, "nlu"));
    writeFileSync(path.join(folder, "nlu", "nlu.yml"), "mine");
    expect((await kefu(["init", "--yes"], { cwd: folder })).code).toBe(0);
    expect(readFileSync(path.join(folder, "nlu", "nlu.yml"), "utf8")).toBe("mine");
    const again = await kefu(["init", "--yes"], { cwd: folder });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("--force");
    expect((await kefu(["init", "--yes", "--force"], { cwd: folder })).code).toBe(0);
    expect(readFileSync(path.join(folder, "nlu", "nlu.yml"), "utf8")).not.toBe("mine");
  });
});
