import { normalise } from "../../../text/normalise.js";
import { groupBy, type LintBase } from "../base.js";
import { type NearPair, nearPairs } from "../near-pairs.js";
import type { Hit, LintContext, LintRule } from "../rule.js";
import { shorten } from "../rule.js";
import { MOST_NAMED, rivals, sameAnswers, servedTogether, type Rivals } from "../rivals.js";

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
