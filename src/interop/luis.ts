import { entityLists, fromLists, type ListItem } from "./entity-lists.js";
import type { Parsed, SourceFile, WriteOptions, Written } from "./format.js";
import { isRecord, listOf, parseJson, textOf, type JsonRecord } from "./json-value.js";
import type { Loss } from "./loss.js";
import { noteDetails } from "./one-line.js";
import { OUT_OF_SCOPE, type Dataset, type EntitySpan, type RegexRule, type Utterance } from "./training-data.js";

/** The intent of LUIS for what fits none. */
export const NONE = "None";
/** A list or pattern of an entity that is marked in examples, too, needs a name of its own; the entity uses it as a feature. */
export const LIST = "List";
export const PATTERN = "Pattern";

/** True for an exported LUIS app: intents, and a schema version or utterances. */
export function isLuis(value: unknown): boolean {
  return (
    isRecord(value) &&
    Array.isArray(value["intents"]) &&
    ("luis_schema_version" in value || Array.isArray(value["utterances"]))
  );
}

/** Spans with those of sub-entities; LUIS counts the end in. */
function spansOf(list: unknown, text: string, where: Loss["where"], losses: Loss[]): EntitySpan[] {
  return listOf(list).flatMap((one): EntitySpan[] => {
    if (!isRecord(one)) return [];
    const [start, last] = [Number(one["startPos"]), Number(one["endPos"])];
    const [entity, role] = [textOf(one, "entity"), textOf(one, "role")];
    const children = spansOf(one["children"], text, where, losses);
    if (children.length > 0)
      losses.push({ kind: "entity-composite", example: entity, ...(where === undefined ? {} : { where }) });
    const fits = Number.isInteger(start) && Number.isInteger(last) && start >= 0 && last >= start && last < text.length;
    const own = fits && entity !== "" ? [{ start, end: last + 1, entity, ...(role === "" ? {} : { role }) }] : [];
    return [...own, ...children];
  });
}

/** Features that are a list or a pattern under the entity's own name with `List` or `Pattern` behind it. */
export function featureOwner(name: string, ending: string, owners: ReadonlySet<string>): string {
  const owner = name.endsWith(ending) ? name.slice(0, -ending.length) : "";
  return owners.has(owner) ? owner : name;
}

const SETTINGS: readonly (readonly [key: string, kind: Loss["kind"], field: string])[] = [
  ["composites", "entity-composite", "name"],
  ["hierarchicals", "entity-composite", "name"],
  ["patternAnyEntities", "template", "name"],
  ["patterns", "template", "pattern"],
  ["prebuiltEntities", "prebuilt", "name"],
  ["phraselists", "phrase-list", "name"],
  ["model_features", "phrase-list", "name"],
  ["regex_features", "regex", "name"],
];

function noteRest(root: JsonRecord, file: string, losses: Loss[]): void {
  for (const one of listOf(root["entities"])) {
    if (isRecord(one) && listOf(one["children"]).length > 0)
      losses.push({ kind: "entity-composite", example: textOf(one, "name"), where: { file } });
  }
  for (const [key, kind, field] of SETTINGS) {
    for (const one of listOf(root[key])) losses.push({ kind, example: textOf(one, field), where: { file } });
  }
}

/** An app of LUIS (or Conversation Learner) as JSON. Places are numbers of utterances, from 1. */
export function parseLuis({ file, text }: SourceFile): Parsed {
  const parsed = parseJson(text);
  const root = isRecord(parsed) ? parsed : {};
  const losses: Loss[] = [];
  const intentOf = (name: string): string => (name === NONE ? OUT_OF_SCOPE : name);
  const utterances = listOf(root["utterances"]).flatMap((one, i): Utterance[] => {
    const where = { file, row: i + 1 };
    const [raw, intent] = [isRecord(one) ? one["text"] : "", intentOf(textOf(one, "intent"))];
    const words = typeof raw === "string" ? raw : "";
    if (words.trim() === "" || intent === "") {
      losses.push({ kind: "empty-utterance", example: intent, where });
      return [];
    }
    const entities = isRecord(one) ? spansOf(one["entities"], words, where, losses) : [];
    return [{ text: words, intent, entities, where }];
  });
  const used = new Set(utterances.map(({ intent }) => intent));
  for (const one of listOf(root["intents"])) {
    const intent = intentOf(textOf(one, "name"));
    if (!used.has(intent) && intent !== OUT_OF_SCOPE)
      losses.push({ kind: "empty-intent", example: intent, where: { file } });
  }
  const owners = new Set(listOf(root["entities"]).map((one) => textOf(one, "name")));
  const lists = listOf(root["closedLists"]).map((one): [string, ListItem[]] => [
    featureOwner(textOf(one, "name"), LIST, owners),
    (isRecord(one) ? listOf(one["subLists"]) : []).map((item) => ({
      value: textOf(item, "canonicalForm"),
      words: isRecord(item) ? listOf(item["list"]).map(String) : [],
    })),
  ]);
  const regexes = listOf(root["regex_entities"] ?? root["regexEntities"]).map((one): RegexRule => ({
    entity: featureOwner(textOf(one, "name"), PATTERN, owners),
    patterns: [textOf(one, "regexPattern")],
  }));
  noteRest(root, file, losses);
  return { dataset: { utterances, regexes, ...fromLists(lists) }, issues: [], losses };
}

/** Several patterns as one. */
export function united(patterns: readonly string[]): string {
  return patterns.length === 1 ? patterns[0]! : patterns.map((pattern) => `(?:${pattern})`).join("|");
}

/** Entities that are marked in examples, with the roles that they have. */
export function markedEntities(dataset: Dataset): Map<string, Set<string>> {
  const roles = new Map<string, Set<string>>();
  for (const { entities } of dataset.utterances) {
    for (const { entity, role } of entities) {
      const some = roles.get(entity) ?? new Set();
      roles.set(entity, some);
      if (role !== undefined) some.add(role);
    }
  }
  return roles;
}

/** An app of LUIS, schema 7. */
export function writeLuis(dataset: Dataset, { name, language }: WriteOptions): Written {
  const losses: Loss[] = [];
  const nameOf = (intent: string): string => (intent === OUT_OF_SCOPE ? NONE : intent);
  const utterances = dataset.utterances.map((utterance) => {
    noteDetails(utterance, utterance.entities, ["group"], losses);
    const entities = utterance.entities.map(({ start, end, entity, role }) => ({
      entity,
      startPos: start,
      endPos: end - 1,
      ...(role === undefined ? {} : { role }),
      children: [],
    }));
    return { text: utterance.text, intent: nameOf(utterance.intent), entities };
  });
  const marked = markedEntities(dataset);
  const lists = entityLists(dataset, true, losses);
  const patterned = new Set(dataset.regexes.map(({ entity }) => entity));
  const features = (entity: string): object[] => [
    ...(lists.has(entity) ? [{ modelName: `${entity}${LIST}`, isRequired: false }] : []),
    ...(patterned.has(entity) ? [{ modelName: `${entity}${PATTERN}`, isRequired: false }] : []),
  ];
  const app = {
    luis_schema_version: "7.0.0",
    intents: intentNames(dataset, nameOf),
    entities: [...marked].map(([entity, roles]) => ({
      name: entity,
      children: [],
      roles: [...roles],
      features: features(entity),
    })),
    hierarchicals: [],
    composites: [],
    closedLists: [...lists].map(([entity, items]) => ({
      name: marked.has(entity) ? `${entity}${LIST}` : entity,
      subLists: items.map(({ value, words }) => ({
        canonicalForm: value,
        list: words.filter((word) => word !== value),
      })),
      roles: [],
    })),
    prebuiltEntities: [],
    utterances,
    patterns: [],
    patternAnyEntities: [],
    regex_entities: dataset.regexes.map(({ entity, patterns }) => ({
      name: marked.has(entity) || lists.has(entity) ? `${entity}${PATTERN}` : entity,
      regexPattern: united(patterns),
      roles: [],
    })),
    phraselists: [],
    regex_features: [],
    versionId: "0.1",
    name,
    desc: "",
    culture: language.toLowerCase(),
    tokenizerVersion: "1.0.0",
  };
  return { files: [{ path: "", content: `${JSON.stringify(app, null, 2)}\n` }], losses };
}

/** LUIS wants its None in any case. */
function intentNames(dataset: Dataset, nameOf: (intent: string) => string): object[] {
  const names = new Set([...dataset.utterances.map(({ intent }) => nameOf(intent)), NONE]);
  return [...names].map((intent) => ({ name: intent, features: [] }));
}
