import type { WordVectors } from "../../embed/word-vectors.js";
import { createRandom } from "../../stats/random.js";
import { candidateFinder } from "./candidates.js";
import { entityRules, type EntityRules } from "./rules.js";
import { isOutOfScope, type Dataset, type Utterance } from "../data/dataset.js";
import { tagFeatures } from "./tag-features.js";
import { NO_TAGGER, type TaggerWeights } from "./tagger.js";
import { fitTagger } from "./tagger-fit.js";
import { tagTokens } from "./tag-tokens.js";
import { labelsOf, spanKinds } from "./tagged-spans.js";
import { tokenMeanings } from "./token-meanings.js";
import { groupMiddles } from "./word-groups.js";

/** Changes whenever the same examples give another tagger. */
export const TAGGER_LEARNER = "perceptron-3";

/** Utterances without a mark that are learnt from, at least; more than as many as there are with marks add time only. */
const UNMARKED = 1000;

/** All utterances with marks, and as many of the others as tell the tagger where nothing is. */
function chooseExamples(utterances: readonly Utterance[]): Utterance[] {
  const marked = utterances.filter(({ entities }) => entities.length > 0);
  const unmarked = utterances.filter(({ entities }) => entities.length === 0);
  const wanted = Math.max(UNMARKED, marked.length);
  return [...marked, ...(unmarked.length <= wanted ? unmarked : createRandom(1).shuffle(unmarked).slice(0, wanted))];
}

/**
 * Learns everything that entities are found by: rules from lists, patterns and annotated words, and, where enough spans of a
 * kind are annotated, a tagger that finds others like them.
 *
 * @param data merged: sorted, each utterance once
 * @param words of the encoder; without them the tagger knows no words but those of the examples
 */
export async function learnEntities(
  data: Dataset,
  onPass?: () => void | Promise<void>,
  words?: WordVectors,
): Promise<{ rules: EntityRules; weights: TaggerWeights }> {
  const kinds = spanKinds(data.utterances);
  const rules = entityRules(data, new Set(kinds.map(({ entity }) => entity)));
  if (kinds.length === 0) return { rules, weights: NO_TAGGER };
  const find = candidateFinder(rules);
  const tagGroups = words === undefined ? NO_TAGGER.tagGroups : groupMiddles(words);
  const meaningsOf = tokenMeanings(words, tagGroups);
  const examples = chooseExamples(data.utterances).map((utterance) => {
    const { text, entities, intent } = utterance;
    const tokens = tagTokens(text);
    const known = find(text).known();
    const meanings = meaningsOf?.(tokens);
    return {
      features: tagFeatures(tokens, known, isOutOfScope(utterance) ? "" : intent, meanings),
      withoutIntent: tagFeatures(tokens, known, "", meanings),
      labels: labelsOf(tokens, entities, kinds),
    };
  });
  const { weights, largest } = await fitTagger(examples, 2 * kinds.length + 1, onPass === undefined ? {} : { onPass });
  return { rules: { ...rules, tagger: { kinds, largest } }, weights: { ...weights, tagGroups } };
}
