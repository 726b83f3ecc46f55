import type { LintRule } from "./rule.js";
import { RULE_IDS } from "./rule-ids.js";
import { emptyAnswerRule, forbiddenPromiseRule, placeholderAnswerRule, questionInAnswerRule } from "./rules/answers.js";
import { bidiControlRule, invisibleCharacterRule, mixedScriptRule, mojibakeRule } from "./rules/characters.js";
import { conflictingAnswersRule, duplicateQuestionRule, nearDuplicateQuestionRule } from "./rules/duplicates.js";
import {
  answerTooLongRule,
  categoryOnceRule,
  questionTooLongRule,
  tooFewSimilarRule,
  tooManyRelatedRule,
  tooManySimilarRule,
} from "./rules/limits.js";
import { brokenLinkRule } from "./rules/links.js";
import { personalDataRule } from "./rules/personal.js";
import { expiredRule, missingVariantRule, relatedExpiredRule, relatedMissingRule } from "./rules/references.js";
import { identicalAnswerRule, similarTooAlikeRule, similarUnderTwoEntriesRule } from "./rules/similar.js";
import { fullWidthSlipRule, strayPinyinRule } from "./rules/slips.js";
import { unreachableSimilarRule } from "./rules/unreachable.js";
import { waiverRule } from "./waivers.js";

const ALL: readonly LintRule[] = [
  answerTooLongRule,
  bidiControlRule,
  brokenLinkRule,
  categoryOnceRule,
  conflictingAnswersRule,
  duplicateQuestionRule,
  emptyAnswerRule,
  expiredRule,
  forbiddenPromiseRule,
  fullWidthSlipRule,
  identicalAnswerRule,
  invisibleCharacterRule,
  missingVariantRule,
  mixedScriptRule,
  mojibakeRule,
  nearDuplicateQuestionRule,
  personalDataRule,
  placeholderAnswerRule,
  questionInAnswerRule,
  questionTooLongRule,
  relatedExpiredRule,
  relatedMissingRule,
  similarTooAlikeRule,
  similarUnderTwoEntriesRule,
  strayPinyinRule,
  tooFewSimilarRule,
  tooManyRelatedRule,
  tooManySimilarRule,
  unreachableSimilarRule,
  waiverRule,
];

/** Every rule, in the order of {@link RULE_IDS}. */
export const RULES: readonly LintRule[] = [...ALL].sort((a, b) => RULE_IDS.indexOf(a.id) - RULE_IDS.indexOf(b.id));
