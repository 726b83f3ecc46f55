import { createHash } from "node:crypto";
import { isSystemEntity, typeOfEntity } from "./dialogflow-types.js";
import { entityLists, type ListItem } from "./entity-lists.js";
import { fileNames } from "./file-names.js";
import type { WriteOptions, Written } from "./format.js";
import type { Loss } from "./loss.js";
import { byIntent, flatSpans, noteDetails, placeOf } from "./one-line.js";
import { OUT_OF_SCOPE, type Dataset, type EntitySpan, type Utterance } from "./training-data.js";

/** An id that stays the same as long as the name does. */
function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

type Files = { path: string; content: string }[];

const FALLBACK = "Default Fallback Intent";

function addJson(files: Files, path: string, value: unknown): void {
  files.push({ path, content: `${JSON.stringify(value, null, 2)}\n` });
}

/** Words as one part each; a span is a part with its type and the parameter that takes it. */
function phraseOf(utterance: Utterance, own: ReadonlySet<string>, losses: Loss[]): object {
  const spans = flatSpans(utterance, losses);
  noteDetails(utterance, spans, ["group"], losses);
  noteDetails(
    utterance,
    spans.filter(({ entity }) => !own.has(entity)),
    ["value"],
    losses,
  );
  const data: object[] = [];
  let from = 0;
  const plain = (to: number): void => {
    if (to > from) data.push({ text: utterance.text.slice(from, to), userDefined: false });
  };
  for (const { start, end, entity, role } of spans) {
    plain(start);
    const meta = typeOfEntity(entity, own);
    data.push({ text: utterance.text.slice(start, end), alias: role ?? entity, meta, userDefined: true });
    from = end;
  }
  plain(utterance.text.length);
  const id = idOf(`${utterance.intent}\0${utterance.text}`);
  return { id, data, isTemplate: false, count: 0, updated: 0 };
}

function parametersOf(utterances: readonly Utterance[], own: ReadonlySet<string>): object[] {
  const spans = new Map<string, EntitySpan>();
  for (const { entities } of utterances) for (const span of entities) spans.set(span.role ?? span.entity, span);
  return [...spans].map(([name, { entity }]) => ({
    id: idOf(name),
    required: false,
    dataType: typeOfEntity(entity, own),
    name,
    value: `$${name}`,
    isList: false,
  }));
}

/** Values of each entity that needs a definition: listed ones, and the marked words of those that have no list or pattern. */
function definitions(dataset: Dataset, losses: Loss[]): Map<string, ListItem[]> {
  const lists = entityLists(dataset, true, losses);
  const patterned = new Set(dataset.regexes.map(({ entity }) => entity));
  const bare = new Map<string, Set<string>>();
  for (const { text, entities } of dataset.utterances) {
    for (const { start, end, entity } of entities) {
      if (lists.has(entity) || patterned.has(entity) || isSystemEntity(entity)) continue;
      bare.set(entity, (bare.get(entity) ?? new Set()).add(text.slice(start, end)));
    }
  }
  const marked = [...bare].map(
    ([entity, words]) => [entity, [...words].map((word) => ({ value: word, words: [word] }))] as const,
  );
  return new Map([...lists, ...marked]);
}

function addEntities(files: Files, dataset: Dataset, lists: Map<string, ListItem[]>, language: string): void {
  const patterns = new Map(dataset.regexes.map(({ entity, patterns: some }) => [entity, some]));
  const names = fileNames([...new Set([...lists.keys(), ...patterns.keys()])]);
  const entity = (name: string, isRegexp: boolean, entries: object[], id = name): void => {
    const stem = `entities/${names.get(id)!}${isRegexp && lists.has(id) ? "_pattern" : ""}`;
    addJson(files, `${stem}.json`, {
      id: idOf(stem),
      name,
      isOverridable: true,
      isEnum: false,
      isRegexp,
      automatedExpansion: false,
      allowFuzzyExtraction: false,
    });
    addJson(files, `${stem}_entries_${language}.json`, entries);
  };
  for (const [name, items] of lists)
    entity(
      name,
      false,
      items.map(({ value, words }) => ({ value, synonyms: words })),
    );
  for (const [name, some] of patterns) {
    const entries = some.map((pattern) => ({ value: pattern, synonyms: [pattern] }));
    entity(lists.has(name) ? `${name}_pattern` : name, true, entries, name);
  }
}

/** The files of an agent of Dialogflow ES; out-of-scope lines are phrases of its fallback intent. */
export function writeDialogflow(dataset: Dataset, { name, language }: WriteOptions): Written {
  const losses: Loss[] = [];
  const files: Files = [];
  const code = language.toLowerCase();
  addJson(files, "package.json", { version: "1.0.0" });
  addJson(files, "agent.json", {
    description: "",
    language: code,
    shortDescription: "",
    displayName: name,
    isPrivate: true,
    defaultTimezone: "UTC",
    supportedLanguages: [],
    enableOnePlatformApi: true,
  });
  const lists = definitions(dataset, losses);
  const own = new Set([...lists.keys(), ...dataset.regexes.map(({ entity }) => entity)]);
  const groups = byIntent(dataset.utterances);
  const names = fileNames([...groups.keys()].map((intent) => (intent === OUT_OF_SCOPE ? FALLBACK : intent)));
  for (const [intent, all] of groups) {
    const utterances = all.filter((utterance) => {
      if (utterance.text.trim() !== "") return true;
      losses.push({ kind: "empty-utterance", example: intent, ...placeOf(utterance) });
      return false;
    });
    const fallback = intent === OUT_OF_SCOPE;
    const shown = fallback ? FALLBACK : intent;
    const stem = `intents/${names.get(shown)!}`;
    addJson(files, `${stem}.json`, {
      id: idOf(intent),
      name: shown,
      auto: true,
      contexts: [],
      responses: [
        {
          resetContexts: false,
          affectedContexts: [],
          parameters: parametersOf(utterances, own),
          messages: [],
          speech: [],
        },
      ],
      priority: 500000,
      webhookUsed: false,
      webhookForSlotFilling: false,
      fallbackIntent: fallback,
      events: [],
    });
    addJson(
      files,
      `${stem}_usersays_${code}.json`,
      utterances.map((utterance) => phraseOf(utterance, own, losses)),
    );
  }
  addEntities(files, dataset, lists, code);
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), losses };
}
