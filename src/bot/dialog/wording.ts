import { type AnswerLocale, type LocalisedText, messageLocale, pickText } from "../../messages/locale.js";
import { inReplyScript } from "../../text/reply-script.js";
import type { Json } from "./state.js";

const PLACEHOLDER = /\{([\p{L}\p{N}_-]+)((?:\.[\p{L}\p{N}_-]+)*)\}/gu;

/** First parts of the paths between braces in a text of any language, each once. */
export function placeholders(text: LocalisedText | undefined): string[] {
  if (text === undefined) return [];
  const texts = typeof text === "string" ? [text] : Object.values(text);
  return [...new Set(texts.flatMap((one) => [...one.matchAll(PLACEHOLDER)].map((match) => match[1]!)))];
}

/** The value at a dotted path, own properties only; undefined when the path leads nowhere. */
export function valueAt(values: Readonly<Record<string, Json>>, path: string): Json | undefined {
  let value: Json | undefined = values;
  for (const part of path.split(".")) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, Json>)[part];
  }
  return value;
}

/** A value as words: nothing for null and what is missing, JSON for lists and objects. */
export function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** `{a.b}` replaced by the value at that path; what a value itself holds is never read as a placeholder. */
export function fill(template: string, values: Readonly<Record<string, Json>>): string {
  return template.replace(PLACEHOLDER, (_, head: string, rest: string) => asText(valueAt(values, head + rest)));
}

/** The text for a locale; put into the caller's script where the author wrote only the other Chinese. */
export function inLocale(text: LocalisedText, locale: AnswerLocale): string {
  const reader = messageLocale(locale);
  const picked = pickText(text, reader);
  const written = typeof text !== "string" && text[reader] !== undefined;
  return written ? picked : inReplyScript(picked, locale);
}
