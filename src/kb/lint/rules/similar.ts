import { normalise } from "../../../text/normalise.js";
import type { FaqEntry } from "../../entry.js";
import { groupBy } from "../base.js";
import { tellingTokens } from "../near-pairs.js";
import type { Field, Hit, LintContext, LintRule } from "../rule.js";
import { numberOption, shorten, textOf, textsOf } from "../rule.js";
import { MOST_NAMED, rivals } from "../rivals.js";

function* similarUnderTwoEntries({ base }: LintContext): Iterable<Hit> {
  const places = [...base.entries].flatMap((entry) =>
    [...textsOf(entry, ["question", "similar"])].map(({ field, text }) => ({ entry, field, form: base.form(text) })),
  );
  for (const group of groupBy(places, ({ form }) => form).values()) {
    const similar = group.find(({ field }) => field.kind === "similar");
    if (group.length < 2 || similar === undefined) continue;
    const found = rivals(base, [...new Set(group.map(({ entry }) => entry))]);
    // Entries with the same standard question are told of as such.
    if (found === undefined || new Set(found.entries.map(({ question }) => base.form(question))).size < 2) continue;
    const { entry, field } = similar;
    const others = found.entries.filter((other) => other !== entry);
    if (others.length === found.entries.length) continue;
    const params = { text: shorten(textOf(entry, field)), id: others[0]!.id, question: shorten(others[0]!.question) };
    yield {
      entry,
      field,
      key: "kb.lint.similar-under-two-entries.found",
      params,
      related: others.slice(0, MOST_NAMED),
    };
  }
}

export const similarUnderTwoEntriesRule: LintRule = {
  id: "similar-under-two-entries",
  severity: "error",
  fixable: false,
  check: similarUnderTwoEntries,
};

/** Shorter answers (yes, no, a number) are the same for many questions. */
const LONG_ENOUGH = 8;

function* identicalAnswer({ base, options }: LintContext): Iterable<Hit> {
  const least = numberOption(options, "least");
  const served = base.entries.filter(({ status, kind }) => status !== "offline" && kind !== "passage");
  const groups = groupBy(served, ({ answers }) => answers.map(({ text }) => text).join("\0"));
  for (const entries of groups.values()) {
    const asked = new Set(entries.map(({ question }) => base.form(question)));
    const [entry, ...others] = entries;
    if (asked.size < least || base.form(entry!.answers[0]!.text).length < LONG_ENOUGH) continue;
    const params = { count: entries.length, text: shorten(entry!.answers[0]!.text) };
    const related = others.slice(0, MOST_NAMED);
    yield { entry: entry!, field: { kind: "answer", at: 0 }, key: "kb.lint.identical-answer.found", params, related };
  }
}

export const identicalAnswerRule: LintRule = {
  id: "identical-answer",
  severity: "info",
  fixable: false,
  options: { least: 3 },
  check: identicalAnswer,
};

function* similarTooAlike({ base }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    const forms = new Map<string, string>();
    const telling = new Map<string, string>();
    for (const { field, text } of textsOf(entry, ["question", "similar"])) {
      const form = base.form(text);
      const words = tellingTokens(normalise(text)).join(" ");
      const [same, alike] = [forms.get(form), telling.get(words)];
      if (field.kind === "similar") yield* alikeHits(entry, field, text, same, alike);
      if (same === undefined) forms.set(form, text);
      if (alike === undefined) telling.set(words, text);
    }
  }
}

function* alikeHits(entry: FaqEntry, field: Field, text: string, same?: string, alike?: string): Iterable<Hit> {
  if (same !== undefined) {
    const params = { text: shorten(text), other: shorten(same) };
    yield { entry, field, key: "kb.lint.similar-too-alike.same", params, fixed: "" };
  } else if (alike !== undefined) {
    const params = { text: shorten(text), other: shorten(alike) };
    yield { entry, field, key: "kb.lint.similar-too-alike.alike", params };
  }
}

export const similarTooAlikeRule: LintRule = {
  id: "similar-too-alike",
  severity: "info",
  fixable: true,
  check: similarTooAlike,
};
