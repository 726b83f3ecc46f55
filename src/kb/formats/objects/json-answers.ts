import { ANSWER_LOCALES } from "../../../messages/locale.js";
import { CHANNELS } from "../../entry.js";
import type { AnswerDraft } from "../draft.js";
import type { Variant } from "../fields.js";

const ANSWER_FORMATS = ["text", "markdown", "card"] as const;

function oneOf<T extends string>(names: readonly T[], value: unknown): T | undefined {
  return names.find((name) => name === value);
}

function toAnswer(value: unknown): AnswerDraft | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { text, format, channel, locale, tier, links } = value as Record<string, unknown>;
  if (typeof text !== "string") return undefined;
  const variant: { -readonly [K in keyof Variant]: Variant[K] } = {};
  const known = { channel: oneOf(CHANNELS, channel), locale: oneOf(ANSWER_LOCALES, locale) };
  if (known.channel !== undefined) variant.channel = known.channel;
  if (known.locale !== undefined) variant.locale = known.locale;
  if (typeof tier === "string" && tier !== "") variant.tier = tier;
  const given = Array.isArray(links) && links.every((link) => typeof link === "string") ? { links } : {};
  return { ...variant, text, format: oneOf(ANSWER_FORMATS, format) ?? "text", ...given };
}

/** The answers of a cell that holds them as a JSON list of objects, as an export writes what plain cells cannot hold. */
export function jsonAnswers(cell: string): AnswerDraft[] | undefined {
  if (!/^\[\s*\{/.test(cell) || !cell.endsWith("]")) return undefined;
  try {
    const list = (JSON.parse(cell) as unknown[]).map(toAnswer);
    return list.every((answer) => answer !== undefined) ? list : undefined;
  } catch {
    return undefined;
  }
}
