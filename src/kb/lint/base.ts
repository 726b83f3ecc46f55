import { normalise } from "../../text/normalise.js";
import type { FaqEntry } from "../entry.js";
import type { KbIndex } from "../index/kb-index.js";
import { compactForm } from "../index/question-hash.js";

/** Longer texts are not kept in their compared form: there may be a hundred thousand answers. */
const KEPT = 120;

/** Items by what they have in common, groups and items in the order in which they come. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The entries that rules look at, and what several rules need to know of them, made when it is first asked for. */
export class LintBase {
  readonly entries: readonly FaqEntry[];
  private ids: Map<string, FaqEntry> | undefined;
  private questions: Map<string, FaqEntry> | undefined;
  private readonly forms = new Map<string, string>();

  /** @param index what the entries come from; rules that ask it do nothing without */
  constructor(
    entries: Iterable<FaqEntry>,
    readonly index?: KbIndex,
  ) {
    this.entries = [...entries];
  }

  byId(id: string): FaqEntry | undefined {
    this.ids ??= new Map(this.entries.map((entry) => [entry.id, entry]));
    return this.ids.get(id);
  }

  /** The first entry with this standard question, but for punctuation, case and script. */
  byQuestion(question: string): FaqEntry | undefined {
    if (this.questions === undefined) {
      this.questions = new Map();
      for (const entry of this.entries) {
        const form = this.form(entry.question);
        if (!this.questions.has(form)) this.questions.set(form, entry);
      }
    }
    return this.questions.get(this.form(question));
  }

  /** What makes two texts the same but for punctuation, case, script and spaces. */
  form(text: string): string {
    let form = this.forms.get(text);
    if (form === undefined) {
      form = compactForm(normalise(text));
      if (text.length <= KEPT) this.forms.set(text, form);
    }
    return form;
  }
}
