import { recognise, type SpanKind } from "../recognise/recognise.js";
import { compareText } from "./order.js";
import { fold } from "./fold.js";
import type { Dataset, Synonym } from "./dataset.js";

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
  readonly words: readonly WordRule[];
  readonly patterns: readonly { readonly entity: string; readonly pattern: string }[];
  /** Built-in kinds and the entity that each is called. */
  readonly builtins: readonly { readonly kind: SpanKind; readonly entity: string }[];
}

const KINDS: readonly SpanKind[] = ["phone", "email", "id_card", "bank_card", "order_id", "url", "money", "date"];
/** Looked for only where the data has an entity of that name: any 三 is a number, and many texts have a city or a time. */
const NAMED_KINDS: readonly SpanKind[] = ["tracking", "time", "datetime", "duration", "city", "number"];

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
 */
export function entityRules(dataset: Dataset): EntityRules {
  const builtins = builtinsFor(namesOf(dataset));
  const synonyms = valuesOf(dataset.synonyms);
  const words = new Map<string, WordRule>();
  for (const rule of [...lookupWords(dataset, synonyms), ...annotatedWords(dataset, synonyms, builtins)]) {
    const key = fold(rule.word).text;
    if (key !== "" && !words.has(key)) words.set(key, rule);
  }
  return {
    words: [...words.values()].sort((a, b) => compareText(a.word, b.word)),
    patterns: dataset.regexes.flatMap(({ entity, patterns }) => patterns.map((pattern) => ({ entity, pattern }))),
    builtins,
  };
}
