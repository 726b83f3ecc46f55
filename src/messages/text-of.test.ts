import { describe, expect, it } from "vitest";
import { messagesModule } from "../../scripts/messages-module.mjs";
import { catalogue } from "./all.js";
import type { Locale, Message } from "./locale.js";
import { LOCALES } from "./locale.js";

type TextOf = (locale: Locale, key: string) => string | undefined;

async function built(messages: Readonly<Record<string, Message>>): Promise<TextOf> {
  const code = encodeURIComponent(messagesModule(messages, LOCALES));
  return ((await import(/* @vite-ignore */ `data:text/javascript,${code}`)) as { textOf: TextOf }).textOf;
}

describe("the messages of the built program", () => {
  it.each(LOCALES)("are those of the catalogue in %s", async (locale) => {
    const textOf = await built(catalogue);
    const wrong = Object.entries<Message>(catalogue).filter(
      ([key, message]) => textOf(locale, key) !== message[locale],
    );
    expect(wrong).toEqual([]);
    expect(textOf(locale, "no.such-key")).toBeUndefined();
  });

  it("may hold any characters", async () => {
    const text = 'it\'s "so" \\ `${x}`\n\t\u2028 </script> 😀 \\u0041';
    const textOf = await built({ "a.b": { en: text, "zh-CN": `${text}'`, "zh-TW": "" } });
    expect([textOf("en", "a.b"), textOf("zh-CN", "a.b"), textOf("zh-TW", "a.b")]).toEqual([text, `${text}'`, ""]);
  });
});
