import { compareText } from "../order.js";
import { isOutOfScope, type Dataset, type Utterance } from "../../interop/training-data.js";

export { EMPTY_DATASET, isOutOfScope, OUT_OF_SCOPE } from "../../interop/training-data.js";
export type { Dataset, Lookup, RegexRule, Synonym, Utterance } from "../../interop/training-data.js";

/** Same name → one list of distinct members, all sorted. */
function gather(pairs: Iterable<readonly [name: string, members: readonly string[]]>): [string, string[]][] {
  const found = new Map<string, Set<string>>();
  for (const [name, members] of pairs) {
    const set = found.get(name) ?? new Set();
    found.set(name, set);
    for (const member of members) set.add(member);
  }
  return [...found]
    .map(([name, set]): [string, string[]] => [name, [...set].sort(compareText)])
    .sort(([a], [b]) => compareText(a, b));
}

function compareUtterances(a: Utterance, b: Utterance): number {
  return (
    compareText(a.intent, b.intent) ||
    compareText(a.text, b.text) ||
    // The richer annotation of the same words wins; then any fixed order will do.
    b.entities.length - a.entities.length ||
    compareText(JSON.stringify(a.entities), JSON.stringify(b.entities)) ||
    compareText(a.where?.file ?? "", b.where?.file ?? "") ||
    (a.where?.line ?? 0) - (b.where?.line ?? 0)
  );
}

/**
 * One data set of several, sorted by intent and text, each utterance once in an intent: the order of files, intents and
 * lines does not matter. What is found twice is reported by `checkDatasets`.
 */
export function mergeDatasets(parts: readonly Dataset[]): Dataset {
  const sorted = parts.flatMap((part) => part.utterances).sort(compareUtterances);
  return {
    utterances: sorted.filter(
      ({ intent, text }, i) => sorted[i - 1]?.intent !== intent || sorted[i - 1]?.text !== text,
    ),
    synonyms: gather(
      parts.flatMap((part) => part.synonyms.map(({ value, variants }) => [value, variants] as const)),
    ).map(([value, variants]) => ({ value, variants })),
    lookups: gather(parts.flatMap((part) => part.lookups.map(({ entity, words }) => [entity, words] as const))).map(
      ([entity, words]) => ({ entity, words }),
    ),
    regexes: gather(
      parts.flatMap((part) => part.regexes.map(({ entity, patterns }) => [entity, patterns] as const)),
    ).map(([entity, patterns]) => ({ entity, patterns })),
  };
}

/** The names of all intents, sorted; what is out of scope is none. */
export function intentsOf(dataset: Dataset): string[] {
  const inScope = dataset.utterances.filter((utterance) => !isOutOfScope(utterance));
  return [...new Set(inScope.map(({ intent }) => intent))].sort(compareText);
}
