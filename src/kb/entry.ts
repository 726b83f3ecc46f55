import type { AnswerLocale } from "../messages/locale.js";

/** The channels an answer variant may be written for. */
export const CHANNELS = ["web", "voice", "keypad", "wechat"] as const;

/** Where an answer is given; `keypad` and `voice` are telephones. */
export type Channel = (typeof CHANNELS)[number];

/** Whether what is said on a channel is heard and not read. */
export function isSpoken(channel: Channel | undefined): boolean {
  return channel === "voice" || channel === "keypad";
}

export const STATUSES = ["draft", "online", "offline"] as const;

export type EntryStatus = (typeof STATUSES)[number];

/** One wording of an answer; without channel, locale and tier it is the general one. */
export interface AnswerVariant {
  readonly text: string;
  readonly format: "text" | "markdown" | "card";
  readonly channel?: Channel;
  readonly locale?: AnswerLocale;
  readonly tier?: string;
  readonly links: readonly string[];
}

/** Where an entry stands in its source. Rows, lines and pages count from 1. */
export interface EntrySource {
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly line?: number;
  readonly page?: number;
  /** Heading path, `A/B/C`. */
  readonly heading?: string;
}

/** One unit of knowledge (知识点): a standard question, its similar questions, its answers. */
export interface FaqEntry {
  /** A passage of a document without questions: its question is its heading path, its one answer the passage. Absent: a question with answers. */
  readonly kind?: "passage";
  /** The id given in the source, to the letter; else derived from the source file and the standard question. */
  readonly id: string;
  /** Slash-separated path; empty when none was given. */
  readonly category: string;
  /** Standard question (标准问). */
  readonly question: string;
  /** Similar questions (相似问), without the standard question, without repeats, in source order. */
  readonly similar: readonly string[];
  /** At least one. */
  readonly answers: readonly AnswerVariant[];
  /** Ids of related entries (关联问). */
  readonly related: readonly string[];
  /** Negative keywords (否定关键词): a query that contains one does not mean this entry. */
  readonly negative: readonly string[];
  /** ISO 8601 dates or local date-times; an entry outside `[from, until]` is never served. A date in `until` counts to its end. */
  readonly effective: { readonly from?: string; readonly until?: string };
  readonly status: EntryStatus;
  readonly tags: Readonly<Record<string, string>>;
  readonly source: EntrySource;
  /** SHA-256 (hex) of the content, without `source`. */
  readonly hash: string;
}
