import * as z from "zod";
import { maskPersonalData } from "../guard/mask.js";
import type { Issue } from "../messages/errors.js";
import { LOCALES } from "../messages/locale.js";

/** One turn of a conversation as it is kept: JSON Lines, one record a line, words masked. */
const recordSchema = z
  .object({
    id: z.string().min(1),
    session: z.string().min(1),
    /** Number of the turn in its session, from 1. */
    turn: z.int().min(1),
    /** Local time with offset, ISO 8601. */
    time: z.iso.datetime({ offset: true }),
    channel: z.string().min(1),
    locale: z.enum(LOCALES),
    /** What the caller said, masked. */
    text: z.string(),
    decision: z.enum(["answer", "clarify", "chat", "flow", "fallback", "handover"]),
    /** Id of the entry that was answered. */
    entry: z.string().nullable(),
    intent: z.string().nullable(),
    confidence: z.number().min(0).max(1),
    /** What the bot said, masked. */
    answer: z.string(),
    emotion: z.string().nullable(),
    handover: z.object({ group: z.string(), priority: z.string(), reason: z.string() }).nullable(),
    /** Whether the conversation was judged resolved; null where nobody judged. */
    resolved: z.boolean().nullable(),
  })
  .meta({ description: "One turn of a conversation." });

/** One turn as it is kept: what was said (masked) and decided. */
export type InteractionRecord = z.output<typeof recordSchema>;

/** The records of one JSON Lines file; lines that are none become issues with their line, and the others are kept. */
export function parseRecords(file: string, text: string): { records: InteractionRecord[]; issues: Issue[] } {
  const records: InteractionRecord[] = [];
  const issues: Issue[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    const where = { file, line: index + 1 };
    const wrong = (reason: string): void => {
      issues.push({ severity: "error", key: "report.records.line", params: { reason }, where });
    };
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      wrong(error instanceof Error ? error.message : String(error));
      continue;
    }
    const result = recordSchema.safeParse(value);
    if (result.success) records.push(result.data);
    else wrong(result.error.issues.map((issue) => `${issue.path.join(".") || "."}: ${issue.message}`).join("; "));
  }
  return { records, issues };
}

/** The record as a line, with personal data masked in everything that was said. */
export function formatRecord(record: InteractionRecord): string {
  const said = { text: maskPersonalData(record.text).text, answer: maskPersonalData(record.answer).text };
  return `${JSON.stringify({ ...record, ...said })}\n`;
}
