import { normalise } from "../../text/normalise.js";
import { intentsOf, mergeDatasets, type Dataset, type Utterance } from "./dataset.js";
import { compareText } from "../order.js";
import type { Issue } from "../../messages/errors.js";
import { soundsOutOfScope } from "../../interop/training-data.js";

/** Below this an intent is learnt badly. */
const WANTED_EXAMPLES = 10;

function place({ where }: Utterance): Pick<Issue, "where"> {
  return where === undefined ? {} : { where };
}

function byPlace(a: Utterance, b: Utterance): number {
  return compareText(a.where?.file ?? "", b.where?.file ?? "") || (a.where?.line ?? 0) - (b.where?.line ?? 0);
}

/** The same words twice in one intent: they count once. */
function repeated(utterances: readonly Utterance[]): Issue[] {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  for (const utterance of utterances) {
    const key = `${utterance.intent}\u0000${utterance.text}`;
    const { text, intent } = utterance;
    if (seen.has(key)) {
      issues.push({ severity: "warning", key: "nlu.data.duplicate", params: { text, intent }, ...place(utterance) });
    }
    seen.add(key);
  }
  return issues;
}

/** The same words under two intents, after normalisation: whatever is learnt of them is wrong half of the time. */
function contradictory(utterances: readonly Utterance[]): Issue[] {
  const owners = new Map<string, string>();
  const issues: Issue[] = [];
  for (const utterance of utterances) {
    const { text, intent } = utterance;
    const plain = normalise(text);
    const other = owners.get(plain);
    if (other === undefined) owners.set(plain, intent);
    else if (other !== intent && plain !== "") {
      issues.push({
        severity: "warning",
        key: "nlu.data.two-intents",
        params: { text, intent, other },
        ...place(utterance),
      });
    }
  }
  return issues;
}

/** Intents with too little to learn from. */
function meagre(merged: Dataset): Issue[] {
  const issues: Issue[] = [];
  for (const intent of intentsOf(merged)) {
    const examples = merged.utterances.filter((utterance) => utterance.intent === intent);
    const count = examples.length;
    if (count >= WANTED_EXAMPLES) continue;
    issues.push({
      severity: "warning",
      key: "nlu.data.few",
      params: { intent, count, wanted: WANTED_EXAMPLES },
      ...place([...examples].sort(byPlace)[0]!),
    });
  }
  return issues;
}

/** Intents that are probably none: what stands under them is learnt as something that callers ask for. */
function namedOutOfScope(merged: Dataset): Issue[] {
  return intentsOf(merged)
    .filter(soundsOutOfScope)
    .map((intent) => {
      const first = merged.utterances.filter((utterance) => utterance.intent === intent).sort(byPlace)[0]!;
      return { severity: "warning", key: "nlu.data.scope-name", params: { intent }, ...place(first) };
    });
}

/**
 * What is wrong with training data beyond its form, over all files together: utterances that stand twice, utterances under
 * two intents, intents with too few examples or a name that elsewhere means what is out of scope, fewer than two intents. Errors keep a model from being trained.
 */
export function checkDatasets(parts: readonly Dataset[]): Issue[] {
  const all = parts.flatMap((part) => part.utterances).sort(byPlace);
  const merged = mergeDatasets(parts);
  const issues = [...repeated(all), ...contradictory(all), ...meagre(merged), ...namedOutOfScope(merged)];
  if (intentsOf(merged).length < 2) issues.push({ severity: "error", key: "nlu.data.one-intent" });
  return issues;
}
