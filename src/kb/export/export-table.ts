import type { Translate } from "../../messages/catalogue.js";
import type { AnswerVariant, FaqEntry } from "../entry.js";
import type { Variant } from "../formats/fields.js";
import { headerMeaning, variantName } from "../formats/fields.js";
import { linksIn, parseTags, splitIds, splitList, splitWords } from "../formats/values.js";
import { answerObjects } from "./export-objects.js";

/** What the sheet writer takes. */
export interface EntrySheet {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

/** One item a line where the reader takes that apart again, else a JSON list. */
export function listCell(items: readonly string[], split: (text: string) => string[]): string {
  const lines = items.join("\n");
  return sameList(split(lines), items) ? lines : JSON.stringify(items);
}

/**
 * Tags as a cell that is read back as the same tags: `name:value` a line, and JSON where a name or value would not survive
 * that.
 */
export function tagsCell(tags: FaqEntry["tags"]): string {
  const names = Object.keys(tags);
  const lines = names.map((name) => (tags[name] === "" ? name : `${name}:${tags[name]}`)).join("\n");
  const read = parseTags(lines);
  const plain = sameList(Object.keys(read), names) && names.every((name) => read[name] === tags[name]);
  return plain ? lines : JSON.stringify(tags);
}

/** Header of the column of a variant: `答案[voice/zh-TW]`. */
export function columnName(base: string, variant: Variant): string {
  const name = variantName(variant);
  return name === "" ? base : `${base}[${name}]`;
}

/** Whether a reader will take the column's name for just this variant: a tier may be called like a channel. */
function isReadable(base: string, variant: Variant): boolean {
  const found = headerMeaning(columnName(base, variant));
  const { channel, locale, tier } = found?.variant ?? {};
  return found?.field === "answer" && channel === variant.channel && locale === variant.locale && tier === variant.tier;
}

/** Whether an entry's answers fit into one cell for each variant and one format for all of them. */
function isPlain(answers: readonly AnswerVariant[], base: string): boolean {
  const names = new Set(answers.map(variantName));
  return (
    names.size === answers.length &&
    answers.every(
      (answer) =>
        answer.format === answers[0]!.format &&
        !answer.text.startsWith("[") &&
        sameList(answer.links, linksIn(answer.text)) &&
        isReadable(base, answer),
    )
  );
}

function variantColumns(entries: readonly FaqEntry[], base: string): string[] {
  const names = new Set<string>();
  for (const { answers } of entries) {
    if (isPlain(answers, base)) for (const answer of answers) names.add(columnName(base, answer));
  }
  names.delete(base);
  return [base, ...[...names].sort()];
}

/**
 * Entries as one sheet, with the columns that the reader of tables knows by name, in the language of `t`. Answers that one
 * cell for each variant cannot hold stand as JSON in the general answer's cell.
 */
export function entrySheet(entries: readonly FaqEntry[], t: Translate): EntrySheet {
  const base = t("kb.export.column.answer");
  const answers = variantColumns(entries, base);
  const header = [
    t("kb.export.column.id"),
    t("kb.export.column.category"),
    t("kb.export.column.question"),
    t("kb.export.column.similar"),
    ...answers,
    t("kb.export.column.format"),
    t("kb.export.column.related"),
    t("kb.export.column.from"),
    t("kb.export.column.until"),
    t("kb.export.column.status"),
    t("kb.export.column.tags"),
    t("kb.export.column.negative"),
  ];
  const rows = entries.map((entry) => {
    const plain = isPlain(entry.answers, base);
    const cells = new Map(entry.answers.map((answer) => [columnName(base, answer), answer.text]));
    return [
      entry.id,
      entry.category,
      entry.question,
      listCell(entry.similar, splitList),
      ...(plain
        ? answers.map((name) => cells.get(name) ?? "")
        : [JSON.stringify(answerObjects(entry.answers)), ...answers.slice(1).map(() => "")]),
      plain ? entry.answers[0]!.format : "",
      listCell(entry.related, splitIds),
      entry.effective.from ?? "",
      entry.effective.until ?? "",
      t(`kb.export.status.${entry.status}`),
      tagsCell(entry.tags),
      listCell(entry.negative, splitWords),
    ];
  });
  return { header, rows };
}
