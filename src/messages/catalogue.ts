import type { catalogue } from "./all.js";
import type { Locale } from "./locale.js";
import { textOf } from "./text-of.js";

/** The name of a message; a key that is not in the catalogue does not compile. */
export type MessageKey = keyof typeof catalogue;

/** What stands in place of `{name}` in a message. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** A message that is not yet put into a language. */
export interface MessageRef {
  readonly key: MessageKey;
  readonly params?: MessageParams;
}

/** Puts a message into the words of the chosen language. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** The message in a language, with `{name}` replaced by the parameter; an unknown name is left as it stands. */
export function translate(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  return textOf(locale, key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** {@link translate} in one language. */
export function translator(locale: Locale): Translate {
  return (key, params) => translate(locale, key, params);
}
