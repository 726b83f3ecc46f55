import { isOutOfScope } from "../data/dataset.js";
import { groupBy, shorten, type Hit, type LintData, type NluRule } from "./rule.js";

const WANTED = 10;
/** An intent with so many times the examples of the one in the middle draws the others' requests to itself. */
const IMBALANCE = 10;
/** In UTF-16 code units; of 33,957 training examples of BANKING77, CLINC150 and HWU64 fifty are longer. */
const LONGEST = 250;

const URL = /(?:https?:\/\/|www\.)\S+/giu;

function inScope({ utterances, training }: LintData): (typeof utterances)[number][] {
  return utterances.slice(0, training).filter((utterance) => !isOutOfScope(utterance));
}

export const tooFew: NluRule = {
  id: "too-few",
  severity: "warning",
  *check(data): Iterable<Hit> {
    for (const [intent, some] of groupBy(inScope(data), (one) => one.intent)) {
      const count = new Set(some.map(({ text }) => text)).size;
      if (count < WANTED)
        yield { utterance: some[0]!, key: "nlu.lint.too-few", params: { intent, count, wanted: WANTED } };
    }
  },
};

export const imbalance: NluRule = {
  id: "imbalance",
  severity: "warning",
  *check(data): Iterable<Hit> {
    const groups = [...groupBy(inScope(data), (one) => one.intent)];
    const sizes = groups.map(([, some]) => some.length).sort((a, b) => a - b);
    const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
    for (const [intent, some] of groups) {
      if (some.length < IMBALANCE * median || sizes.length < 3) continue;
      yield { utterance: some[0]!, key: "nlu.lint.imbalance", params: { intent, count: some.length, median } };
    }
  },
};

export const tooLong: NluRule = {
  id: "too-long",
  severity: "info",
  *check({ utterances, training }): Iterable<Hit> {
    for (const utterance of utterances.slice(0, training)) {
      const { length } = utterance.text;
      if (length <= LONGEST) continue;
      yield { utterance, key: "nlu.lint.too-long", params: { text: shorten(utterance.text), length, most: LONGEST } };
    }
  },
};

export const noWords: NluRule = {
  id: "no-words",
  severity: "warning",
  *check({ utterances, training }): Iterable<Hit> {
    for (const utterance of utterances.slice(0, training)) {
      const { text, intent, entities } = utterance;
      const rest = text.replace(URL, "");
      if (/\p{L}/u.test(rest) || entities.length > 0) continue;
      // A number alone may be what a caller answers to a question.
      const severity = /\p{N}/u.test(rest) ? "info" : "warning";
      yield { utterance, key: "nlu.lint.no-words", params: { text: shorten(text), intent }, severity };
    }
  },
};
