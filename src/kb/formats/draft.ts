import type { Issue, Location } from "../../messages/errors.js";
import type { AnswerVariant, EntrySource } from "../entry.js";
import type { Variant } from "./fields.js";

/** An answer as it was found; links in its text need not be listed. */
export interface AnswerDraft extends Variant {
  readonly text: string;
  readonly format?: AnswerVariant["format"];
  readonly links?: readonly string[];
}

/** An entry as a format finds it: texts as they stand, nothing checked. */
export interface EntryDraft {
  /** A passage of a document without questions. */
  kind?: "passage";
  id?: string;
  category?: string;
  question: string;
  similar: string[];
  answers: AnswerDraft[];
  related: string[];
  negative: string[];
  from?: string;
  until?: string;
  status?: string;
  tags: Record<string, string>;
  source: EntrySource;
}

/** The place of an entry for a message, without the heading that `EntrySource` also knows. */
export function placeOf(source: EntrySource): Location {
  const { file, sheet, row, line, page } = source;
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { row }),
    ...(line === undefined ? {} : { line }),
    ...(page === undefined ? {} : { page }),
  };
}

/** Collects what is said about one source. */
export class IssueLog {
  readonly issues: Issue[] = [];

  add(severity: Issue["severity"], key: Issue["key"], where: Location, params?: Issue["params"]): void {
    this.issues.push({ severity, key, where, ...(params === undefined ? {} : { params }) });
  }
}
