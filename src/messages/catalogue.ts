import type { catalogue } from "./all.js";
import type { Locale } from "./locale.js";
import { textOf } from "./text-of.js";

export type MessageKey = keyof typeof catalogue;

export type MessageParams = Readonly<Record<string, string | number>>;

/** A message that is not yet put into a language. */
export interface MessageRef {
  readonly key: MessageKey;
  readonly params?: MessageParams;
}

export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** The message in a language, with `{name}` replaced by the parameter; an unknown name is left as it stands. */
export function translate(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  return textOf(locale, key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** {@link translate} in one language. */
export function translator(locale: Locale): Translate {
  return (key, params) => translate(locale, key, params);
}
