import { diffWords } from "../text/word-diff.js";
import type { Piece } from "../text/word-diff.js";
import type { AnswerVariant, EntrySource, FaqEntry } from "./entry.js";
import { variantName } from "./formats/fields.js";

/** What an entry consists of, as a diff names it. */
export type DiffField =
  "category" | "question" | "similar" | "answer" | "related" | "negative" | "from" | "until" | "status" | "tag";

/** What changed in one field; of lists, and of answers, one item. */
export interface FieldDiff {
  readonly field: DiffField;
  /** Channel, locale and tier of an answer, name of a tag. */
  readonly part?: string;
  readonly change: "added" | "removed" | "changed";
  /** All of it: what was and what will be. */
  readonly pieces: readonly Piece[];
}

export type ChangeKind = "added" | "changed" | "removed";

/** What becomes of one entry. */
export interface EntryDiff {
  readonly change: ChangeKind;
  readonly id: string;
  readonly kind?: FaqEntry["kind"];
  /** As it will be; of a removed entry, as it was. */
  readonly question: string;
  readonly source: EntrySource;
  readonly fields: readonly FieldDiff[];
}

function diffText(field: DiffField, before: string, after: string, part?: string): FieldDiff[] {
  if (before === after) return [];
  const change = before === "" ? "added" : after === "" ? "removed" : "changed";
  return [{ field, ...(part === undefined ? {} : { part }), change, pieces: diffWords(before, after) }];
}

/** Items that came and went; their order does not count. */
function diffList(field: DiffField, before: readonly string[], after: readonly string[]): FieldDiff[] {
  const gone = before.filter((item) => !after.includes(item));
  const come = after.filter((item) => !before.includes(item));
  return [...gone.flatMap((item) => diffText(field, item, "")), ...come.flatMap((item) => diffText(field, "", item))];
}

/** Several answers for the same callers are told apart by a number. */
function answersByName(answers: readonly AnswerVariant[]): Map<string, AnswerVariant> {
  const named = new Map<string, AnswerVariant>();
  for (const answer of answers) {
    const name = variantName(answer);
    let unique = name;
    for (let count = 2; named.has(unique); count++) unique = `${name}#${count}`;
    named.set(unique, answer);
  }
  return named;
}

/** The format stands before the text where it is not plain text, so that a change of it alone is seen. */
function answerText(answer: AnswerVariant | undefined): string {
  if (answer === undefined) return "";
  return answer.format === "text" ? answer.text : `(${answer.format}) ${answer.text}`;
}

function diffAnswers(before: readonly AnswerVariant[], after: readonly AnswerVariant[]): FieldDiff[] {
  const [old, fresh] = [answersByName(before), answersByName(after)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names.flatMap((name) =>
    diffText("answer", answerText(old.get(name)), answerText(fresh.get(name)), name === "" ? undefined : name),
  );
}

function diffTags(before: FaqEntry["tags"], after: FaqEntry["tags"]): FieldDiff[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [old, fresh] = [before[name], after[name]];
    if (old === undefined || fresh === undefined) {
      const text = `${name}=${old ?? fresh ?? ""}`;
      return old === undefined ? diffText("tag", "", text) : diffText("tag", text, "");
    }
    return diffText("tag", old, fresh, name);
  });
}

type Content = Pick<
  FaqEntry,
  "category" | "question" | "similar" | "answers" | "related" | "negative" | "effective" | "tags"
> & { readonly status: string };

const NOTHING: Content = {
  category: "",
  question: "",
  similar: [],
  answers: [],
  related: [],
  negative: [],
  effective: {},
  status: "",
  tags: {},
};

function fieldsOf(before: Content, after: Content): FieldDiff[] {
  return [
    ...diffText("category", before.category, after.category),
    ...diffText("question", before.question, after.question),
    ...diffList("similar", before.similar, after.similar),
    ...diffAnswers(before.answers, after.answers),
    ...diffText("status", before.status, after.status),
    ...diffText("from", before.effective.from ?? "", after.effective.from ?? ""),
    ...diffText("until", before.effective.until ?? "", after.effective.until ?? ""),
    ...diffTags(before.tags, after.tags),
    ...diffList("related", before.related, after.related),
    ...diffList("negative", before.negative, after.negative),
  ];
}

/**
 * What changes between two versions of an entry, field by field and word by word. Of an entry that comes or goes every
 * field counts, but for its question, which heads it, and a status of `online`, which goes without saying.
 */
export function diffEntries(before: FaqEntry | undefined, after: FaqEntry | undefined): EntryDiff {
  const entry = after ?? before;
  if (entry === undefined) throw new TypeError("diffEntries takes at least one version of an entry");
  const change = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const { id, kind, question, source } = entry;
  const all = fieldsOf(before ?? NOTHING, after ?? NOTHING);
  const plain = ({ field }: FieldDiff): boolean =>
    field === "question" || (field === "status" && entry.status === "online");
  const fields = change === "changed" ? all : all.filter((one) => !plain(one));
  return { change, id, ...(kind === undefined ? {} : { kind }), question, source, fields };
}
