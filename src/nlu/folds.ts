import { normalise } from "../text/normalise.js";
import { createRandom } from "../stats/random.js";
import type { Utterance } from "./data/dataset.js";

/**
 * The fold (0 … folds−1) of every utterance. Stratified: each intent is spread evenly. Utterances of one intent that
 * are the same after normalisation (转人工, 轉人工) stay in one fold, so that a test never holds what was trained on.
 *
 * @param utterances in a fixed order, as `mergeDatasets` gives them: the result depends on it and on the seed
 */
export function stratifiedFolds(utterances: readonly Utterance[], folds: number, seed: number): Int32Array {
  const groups = new Map<string, Map<string, number[]>>();
  utterances.forEach(({ intent, text }, i) => {
    const group = groups.get(intent) ?? new Map<string, number[]>();
    groups.set(intent, group);
    const plain = normalise(text);
    const twins = group.get(plain);
    if (twins === undefined) group.set(plain, [i]);
    else twins.push(i);
  });
  const assigned = new Int32Array(utterances.length);
  const random = createRandom(seed).fork("folds");
  // Each intent goes on where the last one ended, so that the folds are of one size over all intents.
  let next = 0;
  for (const [intent, group] of groups) {
    for (const twins of random.fork(intent).shuffle([...group.values()])) {
      for (const i of twins) assigned[i] = next;
      next = (next + 1) % folds;
    }
  }
  return assigned;
}
