import { RANGE_KINDS, recognise, type SpanKind } from "../../recognise/recognise.js";
import { compareText } from "../order.js";
import { fold } from "../fold.js";
import type { Dataset, Synonym, Utterance } from "../data/dataset.js";
import { TAG_FEATURES_VERSION } from "./tag-features.js";
import type { SpanKindOfData } from "./tagger.js";

/** A word that is an entity wherever it occurs. */
export interface WordRule {
  /** As written by the author. */
  readonly word: string;
  readonly entity: string;
  readonly value: string;
  readonly from: "lookup" | "annotated";
}

/** What entities are found by; a part of the model, as JSON. */
export interface EntityRules {
  /** Version of the tagger's features. */
  readonly features: string;
  readonly words: readonly WordRule[];
  readonly patterns: readonly { readonly entity: string; readonly pattern: string }[];
  /** Built-in kinds and the entity that each is called. */
  readonly builtins: readonly { readonly kind: SpanKind; readonly entity: string }[];
  /** Folded words, and the value that they stand for whatever entity they are. */
  readonly synonyms: readonly (readonly [word: string, value: string])[];
  /** What the tagger tells apart, and the largest of its weights; absent where too little is annotated to learn from. */
  readonly tagger?: { readonly kinds: readonly SpanKindOfData[]; readonly largest: number };
}

const KINDS: readonly SpanKind[] = ["phone", "email", "id_card", "bank_card", "order_id", "url", "money", "date"];
/** Looked for only where the data has an entity of that name: any 三 is a number, and many texts have a city or a time. */
const NAMED_KINDS: readonly SpanKind[] = [
  ...(["tracking", "time", "datetime", "percent", "duration", "city", "number"] as const),
  ...RANGE_KINDS,
];

/** A telephone number is one whoever marks it; of the others the data shows what counts. */
const CERTAIN_KINDS: ReadonlySet<SpanKind> = new Set(["phone", "email", "id_card", "bank_card", "url"]);
/** The share of a built-in's finds in the annotated texts that must be marked there, for it to count beside a tagger. */
const LEAST_AGREEMENT = 0.5;

/** Names of entities that the data itself uses. */
function namesOf(dataset: Dataset): Set<string> {
  const annotated = dataset.utterances.flatMap(({ entities }) => entities.map(({ entity }) => entity));
  return new Set([
    ...annotated,
    ...dataset.lookups.map(({ entity }) => entity),
    ...dataset.regexes.map(({ entity }) => entity),
  ]);
}

/** Money is called `amount` unless the data calls it `money`; some kinds count only where the data names them. */
function builtinsFor(names: ReadonlySet<string>): EntityRules["builtins"] {
  return [...KINDS, ...NAMED_KINDS.filter((kind) => names.has(kind))].map((kind) => ({
    kind,
    entity: kind === "money" && !names.has("money") ? "amount" : kind,
  }));
}

/** Whether authors mark what a built-in finds, where they mark its entity often enough for a tagger to learn it. */
function isWanted({ kind, entity }: EntityRules["builtins"][number], utterances: readonly Utterance[]): boolean {
  if (CERTAIN_KINDS.has(kind)) return true;
  const found = utterances.flatMap(({ text, entities }) =>
    recognise(text, [kind]).map(({ start, end }) =>
      entities.some((span) => span.entity === entity && span.start === start && span.end === end),
    ),
  );
  return found.filter(Boolean).length >= LEAST_AGREEMENT * found.length;
}

function valuesOf(synonyms: readonly Synonym[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { value, variants } of synonyms) {
    for (const variant of variants) if (!values.has(fold(variant).text)) values.set(fold(variant).text, value);
  }
  return values;
}

/**
 * Annotated words that would do harm as a dictionary: a single character, a number (a caller's phone or order has no
 * place in a model), and what a built-in finds by itself with a normalised value.
 */
function isGeneral(word: string, entity: string, builtins: EntityRules["builtins"]): boolean {
  const digits = word.replace(/\P{Nd}/gu, "").length;
  if ([...word].length < 2 || digits > 4 || digits === [...word].length) return false;
  const kinds = builtins.filter((builtin) => builtin.entity === entity).map(({ kind }) => kind);
  const spans = kinds.length === 0 ? [] : recognise(word, kinds);
  return !spans.some(({ start, end }) => start === 0 && end === word.length);
}

/** Words marked in training, each under its most frequent entity and value. */
function annotatedWords(
  dataset: Dataset,
  synonyms: Map<string, string>,
  builtins: EntityRules["builtins"],
): WordRule[] {
  const counts = new Map<string, { rule: WordRule; count: number }>();
  for (const { text, entities } of dataset.utterances) {
    for (const { start, end, entity, value } of entities) {
      const word = text.slice(start, end);
      if (!isGeneral(word, entity, builtins)) continue;
      const meaning = value ?? synonyms.get(fold(word).text) ?? word;
      const rule: WordRule = { word, entity, value: meaning, from: "annotated" };
      const key = JSON.stringify([word, entity, meaning]);
      const known = counts.get(key);
      counts.set(key, { rule, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()]
    .sort(
      (a, b) =>
        b.count - a.count ||
        compareText(a.rule.word, b.rule.word) ||
        compareText(a.rule.entity, b.rule.entity) ||
        compareText(a.rule.value, b.rule.value),
    )
    .map(({ rule }) => rule);
}

/** Lookup words, and the synonyms that stand for one of them. */
function lookupWords(dataset: Dataset, synonyms: Map<string, string>): WordRule[] {
  const rules: WordRule[] = [];
  const from = "lookup";
  for (const { entity, words } of dataset.lookups) {
    const values = new Set<string>();
    for (const word of words) {
      const value = synonyms.get(fold(word).text) ?? word;
      values.add(value);
      rules.push({ word, entity, value, from });
    }
    for (const { value, variants } of dataset.synonyms) {
      if (values.has(value))
        rules.push(...[value, ...variants].map((word): WordRule => ({ word, entity, value, from })));
    }
  }
  return rules;
}

/**
 * Everything in a data set that entities are found by at prediction: lookups, synonyms, annotated words, patterns and
 * built-ins. A word that is given twice keeps the first meaning: lookups go before annotations, frequent annotations
 * before rare ones.
 *
 * @param learnt entities that a tagger finds: their annotated words are no dictionary, as it knows where they are meant;
 *   built-ins of their name count where authors mark what they find
 */
export function entityRules(dataset: Dataset, learnt: ReadonlySet<string> = new Set()): EntityRules {
  const builtins = builtinsFor(namesOf(dataset)).filter(
    (builtin) => !learnt.has(builtin.entity) || isWanted(builtin, dataset.utterances),
  );
  const synonyms = valuesOf(dataset.synonyms);
  const annotated = annotatedWords(dataset, synonyms, builtins);
  const words = new Map<string, WordRule>();
  for (const rule of [...lookupWords(dataset, synonyms), ...annotated.filter(({ entity }) => !learnt.has(entity))]) {
    const key = fold(rule.word).text;
    if (key !== "" && !words.has(key)) words.set(key, rule);
  }
  for (const { word, value } of annotated) {
    if (value !== word && !synonyms.has(fold(word).text)) synonyms.set(fold(word).text, value);
  }
  return {
    features: TAG_FEATURES_VERSION,
    words: [...words.values()].sort((a, b) => compareText(a.word, b.word)),
    patterns: dataset.regexes.flatMap(({ entity, patterns }) => patterns.map((pattern) => ({ entity, pattern }))),
    builtins,
    synonyms: [...synonyms].sort(([a], [b]) => compareText(a, b)),
  };
}
