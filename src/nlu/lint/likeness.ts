import { isOutOfScope, type Utterance } from "../data/dataset.js";
import { groupBy, shorten, type Hit, type LintData, type NluRule } from "./rule.js";

/** Numbers of training utterances by their compared form; texts without one are another rule's. */
function byForm({ forms, training }: LintData): Map<string, number[]> {
  const numbers = Array.from({ length: training }, (_, at) => at).filter((at) => forms[at] !== "");
  return groupBy(numbers, (at) => forms[at]!);
}

export const twoIntents: NluRule = {
  id: "two-intents",
  severity: "error",
  *check(data): Iterable<Hit> {
    for (const numbers of byForm(data).values()) {
      const all = numbers.map((at) => data.utterances[at]!);
      const [first] = all;
      const second = all.findIndex(({ intent }) => intent !== first?.intent);
      if (first === undefined || second < 0) continue;
      for (const utterance of all.slice(second)) {
        const other = utterance.intent === first.intent ? all[second]! : first;
        const { text, intent } = utterance;
        const params = { text: shorten(text), intent, other: other.intent };
        yield { utterance, key: "nlu.lint.two-intents", params, related: [other] };
      }
    }
  },
};

export const repeated: NluRule = {
  id: "repeated",
  severity: "info",
  *check(data): Iterable<Hit> {
    for (const numbers of byForm(data).values()) {
      if (numbers.length < 2) continue;
      const seen = new Map<string, Utterance>();
      for (const at of numbers) {
        const utterance = data.utterances[at]!;
        const before = seen.get(utterance.intent);
        if (before === undefined) seen.set(utterance.intent, utterance);
        else {
          const params = { text: shorten(utterance.text), intent: utterance.intent };
          yield { utterance, key: "nlu.lint.repeated", params, related: [before] };
        }
      }
    }
  },
};

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

export const nearDuplicate: NluRule = {
  id: "near-duplicate",
  severity: "warning",
  asksNear: true,
  *check(data): Iterable<Hit> {
    const { utterances, forms, training } = data;
    for (const { a, b, characters } of data.near) {
      const [one, utterance] = [utterances[a]!, utterances[b]!];
      if (b >= training || one.intent === utterance.intent || forms[a] === forms[b]) continue;
      const params = {
        ...{ text: shorten(utterance.text), intent: utterance.intent },
        ...{ twin: shorten(one.text), other: one.intent, likeness: percent(characters) },
      };
      yield { utterance, key: "nlu.lint.near-duplicate", params, related: [one] };
    }
  },
};

export const leakage: NluRule = {
  id: "leakage",
  severity: "error",
  *check(data): Iterable<Hit> {
    const known = byForm(data);
    for (let at = data.training; at < data.utterances.length; at++) {
      const twin = known.get(data.forms[at]!)?.[0];
      if (twin === undefined) continue;
      const [utterance, one] = [data.utterances[at]!, data.utterances[twin]!];
      yield { utterance, key: "nlu.lint.leakage", params: { text: shorten(utterance.text) }, related: [one] };
    }
  },
};

export const nearLeakage: NluRule = {
  id: "near-leakage",
  severity: "warning",
  asksNear: true,
  *check(data): Iterable<Hit> {
    const { utterances, forms, training } = data;
    const told = new Set<number>();
    const known = new Set(forms.slice(0, training));
    for (const { a, b } of data.near) {
      if (a >= training || b < training || told.has(b) || known.has(forms[b]!)) continue;
      told.add(b);
      const [one, utterance] = [utterances[a]!, utterances[b]!];
      const params = { text: shorten(utterance.text), twin: shorten(one.text) };
      yield { utterance, key: "nlu.lint.near-leakage", params, related: [one] };
    }
  },
};

/** With so many examples an intent can be judged. */
const JUDGED_FROM = 5;
/** Of the 291 intents of the training parts of BANKING77, CLINC150 and HWU64 two have such a share of near duplicates. */
const UNIFORM = 0.5;

export const tooUniform: NluRule = {
  id: "too-uniform",
  severity: "warning",
  asksNear: true,
  *check(data): Iterable<Hit> {
    const { utterances, training } = data;
    const twins = new Set<number>();
    for (const { a, b } of data.near) {
      if (b < training && utterances[a]!.intent === utterances[b]!.intent) twins.add(a).add(b);
    }
    const numbers = Array.from({ length: training }, (_, at) => at).filter((at) => !isOutOfScope(utterances[at]!));
    for (const [intent, some] of groupBy(numbers, (at) => utterances[at]!.intent)) {
      const alike = some.filter((at) => twins.has(at));
      if (some.length < JUDGED_FROM || alike.length < UNIFORM * some.length) continue;
      const params = { intent, count: some.length, alike: alike.length };
      yield { utterance: utterances[some[0]!]!, key: "nlu.lint.too-uniform", params };
    }
  },
};
