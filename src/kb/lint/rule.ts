import type { MessageKey, MessageParams } from "../../messages/catalogue.js";
import type { FaqEntry } from "../entry.js";
import type { Candidate } from "../retrieve/retrieve.js";
import type { FetchedState } from "./link-check.js";
import type { LintBase } from "./base.js";
import type { RuleId } from "./rule-ids.js";
import type { AllowList } from "./settings.js";

export const SEVERITIES = ["error", "warning", "info"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** A text of an entry; `at` counts the similar questions or the answers from 0. */
export type Field = { readonly kind: "question" } | { readonly kind: "similar" | "answer"; readonly at: number };

/** What may be set for a rule beside its severity; the defaults say which names and types there are. */
export type RuleOptions = Readonly<Record<string, number | boolean | readonly string[]>>;

/** Something wrong that a rule has seen, before severities, waivers and places. */
export interface Hit {
  readonly entry: FaqEntry;
  readonly key: MessageKey;
  readonly params?: MessageParams;
  /** The text it is about; without it, the entry as a whole. */
  readonly field?: Field;
  /** Where the rule's own severity does not fit this case. */
  readonly severity?: Severity;
  /** Other entries that have a part in it. */
  readonly related?: readonly FaqEntry[];
  /** What the text of the field should be instead; only where nothing but a slip changes. */
  readonly fixed?: string;
}

/** What rules are given. */
export interface LintContext {
  readonly base: LintBase;
  readonly options: RuleOptions;
  readonly allow: AllowList;
  /** Local date or date-time that effective periods are held against. */
  readonly at: string;
  /** Languages and channels that the workspace says it serves. */
  readonly served: { readonly channel: string; readonly locale: string };
  /** How many similar questions are asked of the index at most; 0 for all. */
  readonly askAtMost: number;
  /** Asks the index, as if it did not hold the question of this number; needs an encoder. */
  readonly ask?: (text: string, without: number) => Promise<readonly Candidate[]>;
  /** With `--online`: what came of fetching an address. */
  readonly fetched?: (url: string) => Promise<FetchedState>;
  /** Says how far a long rule has come. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Something to know about the run; `partial` when the rule has not looked at everything. */
  note(key: MessageKey, params: MessageParams, partial?: boolean): void;
}

/** One thing that may be wrong with the knowledge. */
export interface LintRule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** True when `--fix` can put some of its findings right. */
  readonly fixable: boolean;
  readonly options?: RuleOptions;
  /** Hits come in the order of the entries. */
  check(context: LintContext): Iterable<Hit> | Promise<Iterable<Hit>>;
}

/** The texts of an entry, questions first. */
export function* textsOf(
  entry: FaqEntry,
  kinds: readonly Field["kind"][] = ["question", "similar", "answer"],
): Iterable<{ field: Field; text: string }> {
  // The question of a passage is its heading path: nobody wrote it as a question.
  if (kinds.includes("question") && entry.kind !== "passage")
    yield { field: { kind: "question" }, text: entry.question };
  if (kinds.includes("similar")) {
    for (const [at, text] of entry.similar.entries()) yield { field: { kind: "similar", at }, text };
  }
  if (kinds.includes("answer")) {
    for (const [at, { text }] of entry.answers.entries()) yield { field: { kind: "answer", at }, text };
  }
}

/** The text that a finding is about. */
export function textOf(entry: FaqEntry, field: Field): string {
  if (field.kind === "question") return entry.question;
  return field.kind === "similar" ? entry.similar[field.at]! : entry.answers[field.at]!.text;
}

/** A piece of a text to show, on one line, at most `most` characters. */
export function shorten(text: string, most = 40): string {
  const line = [...text.replace(/\s+/g, " ").trim()];
  return line.length <= most ? line.join("") : `${line.slice(0, most - 1).join("")}…`;
}

/** A number among a rule's options; settings were checked when they were read. */
export function numberOption(options: RuleOptions, name: string): number {
  return options[name] as number;
}

/** A list of words among a rule's options; settings were checked when they were read. */
export function listOption(options: RuleOptions, name: string): readonly string[] {
  return options[name] as readonly string[];
}
