import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { countScripts } from "../text/detect-script.js";
import { catalogue } from "./all.js";
import { translate } from "./catalogue.js";
import type { MessageKey } from "./catalogue.js";
import { LOCALES } from "./locale.js";
import type { Message } from "./locale.js";

const messages = Object.entries(catalogue as Record<string, Message>);

const parametersOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();

const source = fileURLToPath(new URL("..", import.meta.url));

/** All code but the catalogue itself and the tests. */
const code = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith(`messages${path.sep}`))
  .map((file) => readFileSync(path.join(source, file), "utf8"))
  .concat(readFileSync(path.join(source, "messages", "errors.ts"), "utf8"))
  .join("\n");

const literals = new Set([...code.matchAll(/"([a-z-]+(?:\.[\w-]+)+)"/g)].map((match) => match[1]!));

/** Keys put together, such as `cli.${noun}`: what stands before and after the variable part. */
const patterns = [...code.matchAll(/`([a-z-]+(?:\.[\w-]+)*\.)\$\{[^}]+\}([\w.-]*)`/g)].map(
  (match) => [match[1]!, match[2]!] as const,
);

const isUsed = (key: string): boolean =>
  literals.has(key) ||
  patterns.some(([start, end]) => key.startsWith(start) && key.endsWith(end) && key.length > start.length + end.length);

describe("the catalogue", () => {
  it("has every message in every language", () => {
    const missing = messages.filter(([, message]) => LOCALES.some((locale) => (message[locale] ?? "").trim() === ""));
    expect(missing.map(([key]) => key)).toEqual([]);
  });

  it("has the same parameters in every language", () => {
    const uneven = messages.filter(
      ([, message]) => new Set(LOCALES.map((locale) => parametersOf(message[locale]).join())).size > 1,
    );
    expect(uneven.map(([key]) => key)).toEqual([]);
  });

  it("writes zh-TW without Simplified characters and zh-CN without Traditional ones", () => {
    const wrong = messages.filter(
      ([, message]) => countScripts(message["zh-TW"]).hans > 0 || countScripts(message["zh-CN"]).hant > 0,
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it("uses Taiwan's words in zh-TW", () => {
    const mainland =
      /文件夾|軟件|默認|程序員|信息|視頻|網絡|數據庫|字符|服務器|用戶|打印|屏幕|硬件|鏈接|運行|質量|界面/;
    const wrong = messages.filter(([, message]) => mainland.test(message["zh-TW"]));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it("is written in English and not in Chinese punctuation for en", () => {
    const wrong = messages.filter(([, message]) => /[，。；：！？（）]/.test(message.en));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it("holds nothing that the code does not use", () => {
    expect(messages.map(([key]) => key).filter((key) => !isUsed(key))).toEqual([]);
  });

  it("names the room of each message by the file or folder it stands in", () => {
    const folder = path.join(source, "messages");
    const strays = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .flatMap((file) =>
        [...readFileSync(path.join(folder, file), "utf8").matchAll(/^ {2}"([\w.-]+)":/gm)].map((match) => ({
          room: /^[a-z]+/.exec(file)![0],
          key: match[1]!,
        })),
      )
      .filter(({ room, key }) => room !== "floors" && !key.startsWith(`${room}.`));
    expect(strays).toEqual([]);
  });
});

describe("translate", () => {
  it("fills in parameters, a parameter that holds braces too", () => {
    expect(translate("en", "common.file.missing", { path: "{path}.csv" })).toBe("no such file or folder: {path}.csv");
  });

  it("leaves a parameter that was not given as it stands", () => {
    expect(translate("zh-TW", "common.file.missing")).toBe("檔案或資料夾不存在：{path}");
  });

  it("knows every key by its type", () => {
    const key: MessageKey = "common.error";
    expect(LOCALES.map((locale) => translate(locale, key))).toEqual(["错误", "錯誤", "error"]);
  });
});
