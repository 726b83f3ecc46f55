import { sentencesOf } from "../../text/sentences.js";
import type { AnswerVariant, FaqEntry } from "../entry.js";

/** JSON of an entry with its keys in one order, whatever order the object had them in: same entry, same bytes. */
export function encodeEntry(entry: FaqEntry): string {
  const { source, effective } = entry;
  return JSON.stringify({
    kind: entry.kind,
    id: entry.id,
    category: entry.category,
    question: entry.question,
    similar: entry.similar,
    answers: entry.answers.map(orderVariant),
    related: entry.related,
    negative: entry.negative,
    effective: { from: effective.from, until: effective.until },
    status: entry.status,
    tags: Object.fromEntries(Object.entries(entry.tags).sort(([a], [b]) => (a < b ? -1 : 1))),
    source: {
      file: source.file,
      sheet: source.sheet,
      row: source.row,
      line: source.line,
      page: source.page,
      heading: source.heading,
    },
    hash: entry.hash,
  });
}

function orderVariant({ text, format, channel, locale, tier, links }: AnswerVariant): AnswerVariant {
  return { text, format, ...{ channel, locale, tier }, links };
}

/** @throws SyntaxError on damaged bytes */
export function decodeEntry(json: string): FaqEntry {
  return JSON.parse(json) as FaqEntry;
}

/**
 * What an entry is found by, one row of the index each: all wordings of its question, the standard one first. A passage is found
 * by its heading path and by each of its sentences, so that a question about one of them meets that sentence and its meaning.
 */
export function questionsOf(entry: FaqEntry): string[] {
  const wordings = [entry.question, ...entry.similar];
  if (entry.kind !== "passage") return wordings;
  const sentences = entry.answers.flatMap(({ text }) => sentencesOf(text).map((sentence) => sentence.text));
  return [...new Set([...wordings, ...sentences])];
}

/** Order of entries in an index: by file, sheet, place in it, id. */
export function compareEntries(a: FaqEntry, b: FaqEntry): number {
  return (
    compareText(a.source.file, b.source.file) ||
    compareText(a.source.sheet ?? "", b.source.sheet ?? "") ||
    position(a) - position(b) ||
    compareText(a.id, b.id)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const position = ({ source }: FaqEntry): number => source.row ?? source.line ?? source.page ?? 0;
