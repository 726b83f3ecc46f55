import { normalise } from "../../../text/normalise.js";
import type { FaqEntry } from "../../entry.js";
import { wallClock } from "../../index/filter.js";
import { groupBy, type LintBase } from "../base.js";
import { type NearPair, nearPairs, tellingTokens } from "../near-pairs.js";
import type { Field, Hit, LintContext, LintRule } from "../rule.js";
import { numberOption, shorten, textOf, textsOf } from "../rule.js";

/** Of very many entries with one question, so many are compared with each other. */
const MOST_COMPARED = 200;
/** Other entries that a finding names. */
const MOST_NAMED = 10;

function overlaps(a: FaqEntry, b: FaqEntry): boolean {
  const from = ({ effective }: FaqEntry): number =>
    effective.from === undefined ? -Infinity : wallClock(effective.from);
  const until = ({ effective }: FaqEntry): number =>
    effective.until === undefined ? Infinity : wallClock(effective.until, true);
  return from(a) <= until(b) && from(b) <= until(a);
}

/** Answers for different channels, or for different tiers, do not get into each other's way. */
function audienceShared(a: FaqEntry, b: FaqEntry): boolean {
  return a.answers.some((one) =>
    b.answers.some(
      (other) =>
        (one.channel ?? other.channel) === (other.channel ?? one.channel) &&
        (one.tier ?? other.tier) === (other.tier ?? one.tier),
    ),
  );
}

/** True when one caller could be given either. */
function servedTogether(a: FaqEntry, b: FaqEntry): boolean {
  return a !== b && a.status !== "offline" && b.status !== "offline" && overlaps(a, b) && audienceShared(a, b);
}

/** One says nothing that the other does not say. */
function sameAnswers(base: LintBase, a: FaqEntry, b: FaqEntry): boolean {
  const [one, other] = [a, b].map(({ answers }) => new Set(answers.map(({ text }) => base.form(text)))) as [
    Set<string>,
    Set<string>,
  ];
  return [...one].every((form) => other.has(form)) || [...other].every((form) => one.has(form));
}

interface Rivals {
  readonly entries: readonly FaqEntry[];
  readonly differ: boolean;
}

/** Those of some entries that one caller could be given alike; `undefined` when there are not two. */
function rivals(base: LintBase, candidates: readonly FaqEntry[]): Rivals | undefined {
  const some = candidates.slice(0, MOST_COMPARED);
  const entries = some.filter((one) => some.some((other) => servedTogether(one, other)));
  if (entries.length < 2) return undefined;
  const differ = entries.some((a, at) =>
    entries.slice(at + 1).some((b) => servedTogether(a, b) && !sameAnswers(base, a, b)),
  );
  return { entries, differ };
}

/** Entries with the same standard question but for punctuation, case, width and script. */
function sameQuestions(base: LintBase): Rivals[] {
  const asked = base.entries.filter(({ kind }) => kind !== "passage");
  return [...groupBy(asked, ({ question }) => base.form(question)).values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => rivals(base, group) ?? []);
}

function groupHit({ entries }: Rivals, key: Hit["key"]): Hit {
  const [entry, ...others] = entries;
  const params = { count: others.length, question: shorten(entry!.question) };
  return { entry: entry!, field: { kind: "question" }, key, params, related: others.slice(0, MOST_NAMED) };
}

function isExact({ entries }: Rivals): boolean {
  return entries.every(({ question }) => question === entries[0]!.question);
}

function* duplicateQuestion({ base }: LintContext): Iterable<Hit> {
  for (const group of sameQuestions(base)) {
    if (group.differ) continue;
    yield groupHit(
      group,
      isExact(group) ? "kb.lint.duplicate-question.exact" : "kb.lint.duplicate-question.normalised",
    );
  }
}

export const duplicateQuestionRule: LintRule = {
  id: "duplicate-question",
  severity: "warning",
  fixable: false,
  check: duplicateQuestion,
};

// Chosen by reading the pairs of six public FAQ collections in Chinese and English: below, most pairs ask about two
// things (of another card, another coin, another kind of staff); above, nearly all ask the same.
const NEAR = { overlap: 0.85, cosine: 0.93 };
/** The telling words are the same: a caller's words reach both alike. */
const ALIKE = 0.97;
const NEGATION = /[不非未无勿别]|\b(?:not|no|non|without|cannot|cant|dont|un\w+)\b/g;

function negations(question: string): string {
  return (normalise(question).match(NEGATION) ?? []).sort().join(" ");
}

/** Names within a sentence (the Platinum card) that the other question does not have at all. */
function ownNames(question: string, other: string): boolean {
  const words = new Set(other.toLowerCase().match(/[a-z]+/g));
  return (question.match(/(?<=[a-z,] )[A-Z][A-Za-z]+/g) ?? []).some((name) => !words.has(name.toLowerCase()));
}

/** A number or a name with a number that only one of two questions has tells them apart. */
function specifiers(question: string): string {
  const words = normalise(question).match(/[a-z]*\d[a-z\d.]*/g) ?? [];
  return words.sort().join(" ");
}

type QuestionPair = NearPair & { readonly differ: boolean };

/** Two rules ask for the pairs of one base. */
const pairsOf = new WeakMap<LintBase, readonly QuestionPair[]>();

function nearQuestions({ base }: LintContext): readonly QuestionPair[] {
  const pairs = pairsOf.get(base) ?? findNearQuestions(base);
  pairsOf.set(base, pairs);
  return pairs;
}

/** Pairs that ask nearly the same; of the entries with one wording only the first is compared. */
function findNearQuestions(base: LintBase): QuestionPair[] {
  const seen = new Set<string>();
  const unlike = base.entries.filter(({ kind, status, question }) => {
    const form = base.form(question);
    if (kind === "passage" || status === "offline" || seen.has(form)) return false;
    seen.add(form);
    return true;
  });
  return nearPairs(unlike, base.index, NEAR.overlap)
    .filter(({ a, b, cosine, overlap }) => {
      if (overlap < ALIKE && cosine < NEAR.cosine) return false;
      if (negations(a.question) !== negations(b.question)) return false;
      if (ownNames(a.question, b.question) || ownNames(b.question, a.question)) return false;
      return specifiers(a.question) === specifiers(b.question) && servedTogether(a, b);
    })
    .map((pair) => ({ ...pair, differ: !sameAnswers(base, pair.a, pair.b) }));
}

const conflictsByWords = ({ overlap, differ }: { overlap: number; differ: boolean }): boolean =>
  differ && overlap >= ALIKE;

function nearHit({ a, b }: NearPair, key: Hit["key"]): Hit {
  const params = { question: shorten(a.question), id: a.id };
  return { entry: b, field: { kind: "question" }, key, params, related: [a], severity: "warning" };
}

function* nearDuplicateQuestion(context: LintContext): Iterable<Hit> {
  for (const pair of nearQuestions(context)) {
    if (conflictsByWords(pair)) continue;
    yield nearHit(
      pair,
      pair.differ ? "kb.lint.near-duplicate-question.differ" : "kb.lint.near-duplicate-question.same",
    );
  }
}

export const nearDuplicateQuestionRule: LintRule = {
  id: "near-duplicate-question",
  severity: "warning",
  fixable: false,
  check: nearDuplicateQuestion,
};

function* conflictingAnswers(context: LintContext): Iterable<Hit> {
  for (const group of sameQuestions(context.base)) {
    if (group.differ) yield groupHit(group, "kb.lint.conflicting-answers.same");
  }
  for (const pair of nearQuestions(context)) {
    if (conflictsByWords(pair)) yield nearHit(pair, "kb.lint.conflicting-answers.near");
  }
}

export const conflictingAnswersRule: LintRule = {
  id: "conflicting-answers",
  severity: "error",
  fixable: false,
  check: conflictingAnswers,
};

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
