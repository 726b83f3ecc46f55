import type { MessageKey, MessageParams } from "./catalogue.js";

/** Why a command ended; each kind has one exit code (docs/exit-codes.md). */
export type ErrorKind = "findings" | "usage" | "input" | "unavailable" | "internal" | "interrupted";

/** Where in a source something was found. Rows and lines count from 1, as spreadsheets and editors show them. */
export interface Location {
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly line?: number;
  readonly column?: number;
  readonly page?: number;
}

/** One finding about an input, not yet put into a language. */
export interface Issue {
  readonly severity: "error" | "warning" | "info";
  readonly key: MessageKey;
  readonly params?: MessageParams;
  readonly where?: Location;
}

/** An expected failure: what is wrong, where, and what to do next. Anything else that is thrown is an internal error. */
export class KefuError extends Error {
  readonly params: MessageParams;
  readonly where: Location | undefined;
  /** What to do next. */
  readonly hint: { key: MessageKey; params?: MessageParams } | undefined;
  /** Further findings, all reported at once. */
  readonly issues: readonly Issue[];

  constructor(
    readonly kind: ErrorKind,
    readonly key: MessageKey,
    params: MessageParams = {},
    more: {
      where?: Location;
      hint?: { key: MessageKey; params?: MessageParams };
      issues?: readonly Issue[];
      cause?: unknown;
    } = {},
  ) {
    super(`${key} ${JSON.stringify(params)}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = "KefuError";
    this.params = params;
    this.where = more.where;
    this.hint = more.hint;
    this.issues = more.issues ?? [];
  }
}

/** `file › sheet:row` or `file:line:column`, as shown in front of a message. */
export function formatLocation(where: Location): string {
  const sheet = where.sheet === undefined ? "" : ` › ${where.sheet}`;
  const first = where.row ?? where.line ?? where.page;
  const column = where.column === undefined ? "" : `:${where.column}`;
  return `${where.file}${sheet}${first === undefined ? "" : `:${first}${column}`}`;
}
