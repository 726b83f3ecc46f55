import { entityOfType } from "./dialogflow-types.js";
import { fromLists, type ListItem } from "./entity-lists.js";
import type { Parsed, SourceFile } from "./format.js";
import { isRecord, listOf, parseJson, textOf, type JsonRecord } from "./json-value.js";
import type { Loss } from "./loss.js";
import { OUT_OF_SCOPE, type EntitySpan, type RegexRule, type Utterance } from "./training-data.js";

const PHRASES = /(?:^|\/)intents\/([^/]+)_usersays_([A-Za-z-]+)\.json$/u;
const INTENT = /(?:^|\/)intents\/([^/]+)\.json$/u;
const ENTRIES = /(?:^|\/)entities\/([^/]+)_entries_([A-Za-z-]+)\.json$/u;
const ENTITY = /(?:^|\/)entities\/([^/]+)\.json$/u;

/** True for the files of an agent of Dialogflow ES: its intents stand in a folder of that name. */
export function isDialogflow(files: readonly SourceFile[]): boolean {
  return (
    files.some(({ file }) => PHRASES.test(file)) ||
    files.some(({ file, text }) => INTENT.test(file) && /"responses"/u.test(text))
  );
}

/** What an intent's own file says, beside its phrases. */
function noteIntent(intent: JsonRecord, name: string, file: string, losses: Loss[]): void {
  const where = { file };
  const note = (kind: Loss["kind"], example: string): void => void losses.push({ kind, example, where });
  for (const context of listOf(intent["contexts"])) note("context", `${name}: ${String(context)}`);
  if (textOf(intent, "parentId") !== "") note("context", `${name}: parentId`);
  for (const event of listOf(intent["events"])) note("settings", `${name}: ${textOf(event, "name")}`);
  if (intent["webhookUsed"] === true) note("settings", `${name}: webhook`);
  for (const response of listOf(intent["responses"])) {
    if (!isRecord(response)) continue;
    if (listOf(response["messages"]).length > 0) note("answers", name);
    for (const context of listOf(response["affectedContexts"])) note("context", `${name}: ${textOf(context, "name")}`);
    for (const parameter of listOf(response["parameters"])) {
      if (isRecord(parameter) && parameter["required"] === true)
        note("slot-filling", `${name}: ${textOf(parameter, "name")}`);
    }
  }
}

/** The parts of a phrase as one text with its spans. */
function readPhrase(phrase: unknown): { text: string; entities: EntitySpan[] } {
  let text = "";
  const entities: EntitySpan[] = [];
  for (const part of isRecord(phrase) ? listOf(phrase["data"]) : []) {
    const words = isRecord(part) && typeof part["text"] === "string" ? part["text"] : "";
    const [type, alias] = [textOf(part, "meta"), textOf(part, "alias")];
    if (words !== "" && type.startsWith("@") && type !== "@sys.ignore") {
      const entity = entityOfType(type);
      // A second parameter of the same type is numbered: city, city1.
      const own = [entity, type.replace(/^@(sys\.)?/u, "")].includes(alias.replace(/\d+$/u, "")) || alias === "";
      entities.push({ start: text.length, end: text.length + words.length, entity, ...(own ? {} : { role: alias }) });
    }
    text += words;
  }
  return { text, entities };
}

class AgentReader {
  readonly utterances: Utterance[] = [];
  readonly losses: Loss[] = [];
  readonly lists: [string, ListItem[]][] = [];
  readonly regexes: RegexRule[] = [];

  intent({ file, text }: SourceFile, phrases: readonly SourceFile[]): void {
    const parsed = parseJson(text);
    const intent = isRecord(parsed) ? parsed : {};
    const name = textOf(intent, "name");
    noteIntent(intent, name, file, this.losses);
    const before = this.utterances.length;
    for (const source of phrases) this.#phrases(source, intent["fallbackIntent"] === true ? OUT_OF_SCOPE : name);
    if (this.utterances.length === before) this.losses.push({ kind: "empty-intent", example: name, where: { file } });
  }

  #phrases({ file, text }: SourceFile, intent: string): void {
    for (const [i, phrase] of listOf(parseJson(text)).entries()) {
      const where = { file, row: i + 1 };
      const read = readPhrase(phrase);
      if (isRecord(phrase) && phrase["isTemplate"] === true)
        this.losses.push({ kind: "template", example: read.text, where });
      if (read.text.trim() === "") this.losses.push({ kind: "empty-utterance", example: intent, where });
      else this.utterances.push({ ...read, intent, where });
    }
  }

  entity({ file, text }: SourceFile, entries: readonly SourceFile[]): void {
    const parsed = parseJson(text);
    const entity = isRecord(parsed) ? parsed : {};
    const name = textOf(entity, "name");
    const items = entries.flatMap((source) =>
      listOf(parseJson(source.text)).map((one) => ({ one, file: source.file })),
    );
    const values = items.map(({ one }) => ({
      value: textOf(one, "value"),
      words: isRecord(one) ? listOf(one["synonyms"]).map(String) : [],
    }));
    if (entity["isRegexp"] === true) {
      this.regexes.push({
        entity: name,
        patterns: values.flatMap(({ value, words }) => (words.length > 0 ? words : [value])),
      });
    } else if (values.some(({ value }) => value.includes("@"))) {
      this.losses.push({ kind: "entity-composite", example: name, where: { file } });
    } else
      this.lists.push([name, entity["isEnum"] === true ? values.map(({ value }) => ({ value, words: [] })) : values]);
  }
}

function groupByStem(files: readonly SourceFile[], pattern: RegExp): Map<string, SourceFile[]> {
  const groups = new Map<string, SourceFile[]>();
  for (const source of files) {
    const stem = pattern.exec(source.file)?.[1];
    if (stem !== undefined) groups.set(stem, [...(groups.get(stem) ?? []), source]);
  }
  return groups;
}

/** The files of an agent of Dialogflow ES, unpacked; all its languages. Places are numbers of phrases, from 1. */
export function parseDialogflow(files: readonly SourceFile[]): Parsed {
  const reader = new AgentReader();
  const [phrases, entries] = [groupByStem(files, PHRASES), groupByStem(files, ENTRIES)];
  for (const source of files) {
    const [, intent] = INTENT.exec(source.file) ?? [];
    const [, entity] = ENTITY.exec(source.file) ?? [];
    if (intent !== undefined && !PHRASES.test(source.file)) reader.intent(source, phrases.get(intent) ?? []);
    else if (entity !== undefined && !ENTRIES.test(source.file)) reader.entity(source, entries.get(entity) ?? []);
    else if (/(?:^|\/)agent\.json$/u.test(source.file)) {
      reader.losses.push({ kind: "settings", example: "agent.json", where: { file: source.file } });
    }
  }
  const { utterances, regexes, losses } = reader;
  return { dataset: { utterances, regexes, ...fromLists(reader.lists) }, issues: [], losses };
}
