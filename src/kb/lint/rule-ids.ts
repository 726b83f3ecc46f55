/** The rules, in the order in which they are listed; what the ids mean stands in docs/lint.md. */
export const RULE_IDS = [
  "conflicting-answers",
  "duplicate-question",
  "near-duplicate-question",
  "similar-under-two-entries",
  "identical-answer",
  "similar-too-alike",
  "unreachable-similar",
  "too-few-similar",
  "too-many-similar",
  "too-many-related",
  "related-missing",
  "related-expired",
  "expired",
  "empty-answer",
  "placeholder-answer",
  "question-in-answer",
  "question-too-long",
  "answer-too-long",
  "broken-link",
  "missing-variant",
  "category-once",
  "personal-data",
  "forbidden-promise",
  "mojibake",
  "bidi-control",
  "invisible-character",
  "mixed-script",
  "stray-pinyin",
  "full-width-slip",
  "waiver",
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** Whether there is such a rule. */
export function isRuleId(text: string): text is RuleId {
  return (RULE_IDS as readonly string[]).includes(text);
}
