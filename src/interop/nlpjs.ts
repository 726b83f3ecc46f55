import { entityLists, fromLists, type ListItem } from "./entity-lists.js";
import type { Parsed, SourceFile, WriteOptions, Written } from "./format.js";
import { isRecord, listOf, parseJson, textOf } from "./json-value.js";
import type { Loss } from "./loss.js";
import { byIntent, noteDetails, placeOf, spanName } from "./one-line.js";
import { OUT_OF_SCOPE, type Dataset, type RegexRule, type Utterance } from "./training-data.js";

/** The intent that nlp.js gives to what it does not know. */
const NONE = "None";
/** A word that begins with `@` is an entity to nlp.js; an address is none. */
const REFERENCE = /(?:^|[\s,.!?;:([\]'"¡¿)/])@[^\s,.!?;:([\]'"¡¿)/]/u;

/** True for an nlp.js corpus: `data` of intents with utterances. */
export function isNlpjs(value: unknown): boolean {
  const intents = isRecord(value) ? listOf(value["data"]) : [];
  return (
    intents.length > 0 && intents.every((one) => isRecord(one) && "intent" in one && Array.isArray(one["utterances"]))
  );
}

/** `/\d{8}/g` without its slashes and flags. */
function bare(pattern: string): string {
  return /^\/(.*)\/[a-z]*$/su.exec(pattern)?.[1] ?? pattern;
}

function readEntities(
  value: unknown,
  file: string,
  losses: Loss[],
): { lists: [string, ListItem[]][]; regexes: RegexRule[] } {
  const lists: [string, ListItem[]][] = [];
  const regexes: RegexRule[] = [];
  for (const [entity, given] of Object.entries(isRecord(value) ? value : {})) {
    // A text, or a list, alone is a pattern.
    const rule = isRecord(given) ? given : { regex: given };
    const { options, regex } = rule;
    for (const name of Object.keys(rule).filter((key) => /^trim$/iu.test(key)))
      losses.push({ kind: "template", example: `${entity}: ${name}`, where: { file } });
    const patterns = (typeof regex === "string" ? [regex] : listOf(regex)).map((one) => bare(String(one)));
    if (patterns.length > 0) regexes.push({ entity, patterns });
    if (isRecord(options)) {
      lists.push([
        entity,
        Object.entries(options).map(([value, words]) => ({ value, words: listOf(words).map(String) })),
      ]);
    }
  }
  return { lists, regexes };
}

function noteIntent(one: unknown, intent: string, losses: Loss[], file: string): void {
  if (!isRecord(one)) return;
  const where = { file };
  if (listOf(one["answers"]).length > 0) losses.push({ kind: "answers", example: intent, where });
  for (const slot of Object.keys(isRecord(one["slotFilling"]) ? one["slotFilling"] : {})) {
    losses.push({ kind: "slot-filling", example: `${intent}: ${slot}`, where });
  }
}

/** A corpus of nlp.js. Places are numbers of intents, from 1. */
export function parseNlpjs({ file, text }: SourceFile): Parsed {
  const root = parseJson(text);
  const corpus = isRecord(root) ? root : {};
  const losses: Loss[] = [];
  const utterances: Utterance[] = [];
  for (const [i, one] of listOf(corpus["data"]).entries()) {
    const name = textOf(one, "intent");
    const intent = name === NONE ? OUT_OF_SCOPE : name;
    const where = { file, row: i + 1 };
    const phrases = isRecord(one) ? listOf(one["utterances"]).map((phrase) => String(phrase).trim()) : [];
    if (phrases.length === 0) losses.push({ kind: "empty-intent", example: intent, where });
    noteIntent(one, intent, losses, file);
    for (const words of phrases) {
      if (REFERENCE.test(words)) losses.push({ kind: "template", example: words, where });
      if (words !== "") utterances.push({ text: words, intent, entities: [], where });
    }
  }
  if (corpus["contextData"] !== undefined) losses.push({ kind: "context", example: "contextData", where: { file } });
  const { lists, regexes } = readEntities(corpus["entities"], file, losses);
  return { dataset: { utterances, regexes, ...fromLists(lists) }, issues: [], losses };
}

/** Words that are marked in examples become values of the entity: nlp.js has no marks. */
function withMarkedWords(dataset: Dataset): Dataset {
  const words = new Map<string, Set<string>>();
  for (const { text, entities } of dataset.utterances) {
    for (const { start, end, entity, value } of entities) {
      if (value === undefined) words.set(entity, (words.get(entity) ?? new Set()).add(text.slice(start, end)));
    }
  }
  const patterned = new Set(dataset.regexes.map(({ entity }) => entity));
  const marked = [...words]
    .filter(([entity]) => !patterned.has(entity))
    .map(([entity, some]) => ({ entity, words: [...some] }));
  return { ...dataset, lookups: [...dataset.lookups, ...marked] };
}

/** A corpus of nlp.js. */
export function writeNlpjs(dataset: Dataset, { name, language }: WriteOptions): Written {
  const losses: Loss[] = [];
  for (const utterance of dataset.utterances) {
    for (const span of utterance.entities) {
      losses.push({ kind: "entities", example: spanName(utterance, span), ...placeOf(utterance) });
    }
    noteDetails(utterance, utterance.entities, ["role", "group"], losses);
    if (REFERENCE.test(utterance.text)) losses.push({ kind: "markup", example: utterance.text, ...placeOf(utterance) });
  }
  const entities: Record<string, { options?: Record<string, string[]>; regex?: string[] }> = {};
  for (const [entity, items] of entityLists(withMarkedWords(dataset), true, losses)) {
    entities[entity] = { options: Object.fromEntries(items.map(({ value, words }) => [value, [...words]])) };
  }
  for (const { entity, patterns } of dataset.regexes) {
    entities[entity] = {
      ...entities[entity],
      regex: patterns.map((pattern) => `/${pattern.replace(/^\(\?i\)/u, "")}/gi`),
    };
  }
  const data = [...byIntent(dataset.utterances)].map(([intent, utterances]) => ({
    intent: intent === OUT_OF_SCOPE ? NONE : intent,
    utterances: utterances.map(({ text }) => text),
  }));
  const corpus = { name, locale: language, ...(Object.keys(entities).length > 0 ? { entities } : {}), data };
  return { files: [{ path: "", content: `${JSON.stringify(corpus, null, 2)}\n` }], losses };
}
