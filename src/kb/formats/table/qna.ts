import type { Column } from "./columns.js";
import { hasField } from "./columns.js";
import type { EntryDraft } from "../draft.js";
import type { RowReader } from "./rows.js";

/** QnA Maker's tsv: it has ids of its own, or, in older exports, a source and metadata beside question and answer. */
export function isQna(columns: readonly Column[]): boolean {
  if (hasField(columns, "group")) return true;
  const named = (name: string): boolean => columns.some(({ header }) => header.trim().toLowerCase() === name);
  return ["question", "answer", "source", "metadata"].every(named);
}

/** Follow-up prompts: `[{"displayOrder":0,"qnaId":2,"displayText":"Returns"}]`. */
function promptsIn(text: string): { readonly group: string; readonly shown: string }[] {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return [];
    return (list as unknown[]).flatMap((item) => {
      if (typeof item !== "object" || item === null) return [];
      const { qnaId, QnaId, displayText, DisplayText } = item as Record<string, unknown>;
      const [id, shown] = [qnaId ?? QnaId, displayText ?? DisplayText];
      const group = typeof id === "number" || typeof id === "string" ? String(id) : "";
      return [{ group, shown: typeof shown === "string" ? shown : "" }];
    });
  } catch {
    return [];
  }
}

/** QnA Maker writes line breaks as `\n`, and answers in Markdown. */
function unescapeBreaks(draft: EntryDraft): void {
  draft.answers = draft.answers.map((answer) => ({
    ...answer,
    format: "markdown",
    text: answer.text.replaceAll("\\n", "\n"),
  }));
}

/** Puts rows together: QnA Maker exports one row a phrasing; rows with one id (or source) and one answer are one entry. */
export class QnaGroups {
  private readonly drafts: EntryDraft[] = [];
  private readonly byKey = new Map<string, EntryDraft>();
  private readonly byGroup = new Map<string, EntryDraft>();
  private readonly prompts: { readonly draft: EntryDraft; readonly group: string; readonly shown: string }[] = [];

  /** The entry that a row adds to; `undefined` when it begins one, which is kept. */
  find(row: RowReader, draft: EntryDraft): EntryDraft | undefined {
    unescapeBreaks(draft);
    const group = row.first("group");
    const key = `${group === "" ? row.tagTexts() : group}\0${row.first("answer")}`;
    const known = row.first("answer") === "" ? undefined : this.byKey.get(key);
    const into = known ?? draft;
    for (const prompt of promptsIn(row.first("prompts"))) this.prompts.push({ draft: into, ...prompt });
    if (known !== undefined) return known;
    this.drafts.push(draft);
    this.byKey.set(key, draft);
    if (group !== "" && !this.byGroup.has(group)) this.byGroup.set(group, draft);
    return undefined;
  }

  /** All entries, with the questions that their prompts lead to as related ones. */
  resolved(): readonly EntryDraft[] {
    for (const { draft, group, shown } of this.prompts) {
      const name = this.byGroup.get(group)?.question ?? shown;
      if (name !== "" && name !== draft.question && !draft.related.includes(name)) draft.related.push(name);
    }
    return this.drafts;
  }
}
