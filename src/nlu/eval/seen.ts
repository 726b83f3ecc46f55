import { comparedForms } from "../data/near-duplicates.js";
import type { Utterance } from "../data/dataset.js";

/** How many test utterances stand in the training data, too, but for case, script and punctuation: what they measure is memory. */
export async function countSeen(
  test: readonly Utterance[],
  training: readonly Utterance[],
  pause?: () => Promise<void>,
): Promise<number> {
  const formsOf = (all: readonly Utterance[]) =>
    comparedForms(
      all.map(({ text }) => text),
      { pause },
    );
  const known = new Set(await formsOf(training));
  return (await formsOf(test)).filter((form) => form !== "" && known.has(form)).length;
}
