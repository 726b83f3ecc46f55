import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { MESSAGES_MODULE, messagesText } from "../../scripts/messages-module.mjs";
import { catalogue } from "./all.js";
import type { Locale, Message } from "./locale.js";
import { LOCALES } from "./locale.js";

type TextOf = (locale: Locale, key: string) => string | undefined;

const folder = mkdtempSync(path.join(tmpdir(), "kefu-messages-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function built(name: string, messages: Readonly<Record<string, Message>>): Promise<TextOf> {
  const file = (...parts: string[]): string => path.join(folder, name, ...parts);
  for (const part of ["chunks", "messages"]) mkdirSync(file(part), { recursive: true });
  writeFileSync(file("chunks", "text-of.mjs"), MESSAGES_MODULE);
  for (const locale of LOCALES) writeFileSync(file("messages", `${locale}.json`), messagesText(messages, locale));
  return ((await import(pathToFileURL(file("chunks", "text-of.mjs")).href)) as { textOf: TextOf }).textOf;
}

describe("the messages of the built program", () => {
  it.each(LOCALES)("are those of the catalogue in %s", async (locale) => {
    const textOf = await built("catalogue", catalogue);
    const wrong = Object.entries<Message>(catalogue).filter(
      ([key, message]) => textOf(locale, key) !== message[locale],
    );
    expect(wrong).toEqual([]);
    expect(textOf(locale, "no.such-key")).toBeUndefined();
  });

  it("may hold any characters", async () => {
    const text = 'it\'s "so" \\ `${x}`\n\t\u2028 </script> 😀 \\u0041';
    const textOf = await built("any", { "a.b": { en: text, "zh-CN": `${text}'`, "zh-TW": "" } });
    expect([textOf("en", "a.b"), textOf("zh-CN", "a.b"), textOf("zh-TW", "a.b")]).toEqual([text, `${text}'`, ""]);
  });
});
