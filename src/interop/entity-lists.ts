import type { Loss } from "./loss.js";
import { wordsOf } from "./one-line.js";
import type { Dataset } from "./training-data.js";

/** One value of a list entity and all words for it, the value itself among them. */
export interface ListItem {
  readonly value: string;
  readonly words: readonly string[];
}

/** Value to words, in the order in which they come. */
type Items = Map<string, Set<string>>;

function add(items: Items, value: string, words: Iterable<string>): void {
  const set = items.get(value) ?? new Set([value]);
  items.set(value, set);
  for (const word of words) set.add(word);
}

/** Entities whose marked words or given values a synonym is about. */
function ownersOf(dataset: Dataset): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  const own = (word: string, entity: string): void =>
    void owners.set(word, (owners.get(word) ?? new Set()).add(entity));
  for (const { entity, words } of dataset.lookups) for (const word of words) own(word, entity);
  for (const utterance of dataset.utterances) {
    for (const span of utterance.entities) {
      own(wordsOf(utterance, span), span.entity);
      if (span.value !== undefined) own(span.value, span.entity);
    }
  }
  return owners;
}

/**
 * Lookups and synonyms as lists of values by entity, for the forms that keep them so. A synonym goes to the entities of which
 * its value or one of its wordings is known; one that belongs to none is noted as lost.
 * @param marked take values that are given at marked words along
 */
export function entityLists(dataset: Dataset, marked: boolean, losses: Loss[]): Map<string, ListItem[]> {
  const lists = new Map<string, Items>();
  const listOf = (entity: string): Items => {
    const items = lists.get(entity) ?? new Map<string, Set<string>>();
    lists.set(entity, items);
    return items;
  };
  const owners = ownersOf(dataset);
  for (const { value, variants } of dataset.synonyms) {
    const entities = new Set([value, ...variants].flatMap((word) => [...(owners.get(word) ?? [])]));
    for (const entity of entities) add(listOf(entity), value, variants);
    if (entities.size === 0) losses.push({ kind: "synonym", example: `${value}: ${variants.join(", ")}` });
  }
  if (marked) {
    for (const utterance of dataset.utterances) {
      for (const span of utterance.entities) {
        if (span.value !== undefined) add(listOf(span.entity), span.value, [wordsOf(utterance, span)]);
      }
    }
  }
  for (const { entity, words } of dataset.lookups) {
    const items = listOf(entity);
    const known = new Set([...items.values()].flatMap((set) => [...set]));
    for (const word of words) if (!known.has(word)) add(items, word, []);
  }
  return new Map([...lists].map(([entity, items]) => [entity, listItems(items)]));
}

function listItems(items: Items): ListItem[] {
  return [...items].map(([value, words]) => ({ value, words: [...words] }));
}

/** List entities as lookups and synonyms. */
export function fromLists(
  lists: Iterable<readonly [entity: string, items: readonly ListItem[]]>,
): Pick<Dataset, "lookups" | "synonyms"> {
  const lookups: { entity: string; words: string[] }[] = [];
  const synonyms: { value: string; variants: string[] }[] = [];
  for (const [entity, items] of lists) {
    const words = [...new Set(items.flatMap((item) => [item.value, ...item.words]))].filter((word) => word !== "");
    if (words.length > 0) lookups.push({ entity, words });
    for (const { value, words: variants } of items) {
      const others = [...new Set(variants)].filter((word) => word !== value && word !== "");
      if (others.length > 0) synonyms.push({ value, variants: others });
    }
  }
  return { lookups, synonyms };
}
