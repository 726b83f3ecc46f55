import { entityLists, fromLists, type ListItem } from "./entity-lists.js";
import type { Parsed, SourceFile, WriteOptions, Written } from "./format.js";
import type { Loss } from "./loss.js";
import { LIST, NONE, PATTERN, featureOwner, markedEntities, united } from "./luis.js";
import { readLuLine, writeLuLine } from "./lu-line.js";
import { byIntent, flatSpans, noteDetails, oneLine, placeOf, spanName } from "./one-line.js";
import { OUT_OF_SCOPE, type Dataset, type RegexRule, type Utterance } from "./training-data.js";

const ENTITY = /^@\s*(\w+)\s+(?:"([^"]+)"|'([^']+)'|([^\s=]+))\s*(.*)$/u;
const OLD_ENTITY = /^\$([^:]+):(.*)$/u;
const SKIPPED: Readonly<Record<string, Loss["kind"]>> = {
  composite: "entity-composite",
  prebuilt: "prebuilt",
  phraselist: "phrase-list",
  patternany: "template",
};

/** Says things that only `.lu` says: any Markdown has headings and lists. */
export function isLu(text: string): boolean {
  return /^>\s*!#\s*@|^@\s*(ml|list|regex|prebuilt|phraselist|patternany|composite)\s|^[-*+]\s.*\{@?[^{}=]+=[^{}]+\}/mu.test(
    text,
  );
}

class LuReader {
  readonly utterances: Utterance[] = [];
  readonly losses: Loss[] = [];
  readonly lists = new Map<string, { value: string; words: string[] }[]>();
  readonly regexes: RegexRule[] = [];
  readonly machineLearned = new Set<string>();
  #intent: string | undefined;
  #items: { value: string; words: string[] }[] | undefined;
  #skipping: { kind: Loss["kind"]; name: string } | undefined;

  constructor(readonly file: string) {}

  line(raw: string, at: number): void {
    const where = { file: this.file, line: at };
    const text = raw.trim();
    if (text === "" || text.startsWith(">")) return;
    const heading = /^#+\s*(.*)$/u.exec(text)?.[1];
    if (heading !== undefined) this.#heading(heading, where);
    else if (text.startsWith("@")) this.#entity(text, where);
    else if (text.startsWith("$")) this.#oldEntity(text, where);
    else if (/^[-*+]\s/u.test(text)) this.#item(text.slice(1).trim(), where);
    else if (this.#skipping !== undefined || this.#intent === undefined) return;
    else this.losses.push({ kind: "section", example: text, where });
  }

  #heading(name: string, where: Loss["where"] & object): void {
    this.#items = undefined;
    this.#skipping = undefined;
    this.#intent = name === NONE ? OUT_OF_SCOPE : name;
    if (!name.startsWith("?") && name !== "") return;
    this.#skipping = { kind: "answers", name };
    this.losses.push({ kind: "answers", example: name.replace(/^\?\s*/u, ""), where });
  }

  #entity(text: string, where: Loss["where"] & object): void {
    const [, kind = "", quoted, single, plain, rest = ""] = ENTITY.exec(text) ?? [];
    const name = quoted ?? single ?? plain ?? "";
    this.#items = undefined;
    this.#skipping = undefined;
    if (kind === "list") this.#items = this.#listOf(name);
    else if (kind === "regex") this.#regex(name, rest.replace(/^.*?=/su, ""));
    else if (kind === "ml" || kind === "simple") {
      this.machineLearned.add(name);
      // What a composite consists of follows in lines of its own.
      this.#skipping = { kind: "entity-composite", name };
    } else if (SKIPPED[kind] !== undefined) {
      this.#skipping = { kind: SKIPPED[kind], name };
      this.losses.push({ kind: SKIPPED[kind], example: name, where });
    }
  }

  /** `$color:red=` opens a list of words for red, `$order:/\d+/` is a pattern, `$name:simple` an entity of marks. */
  #oldEntity(text: string, where: Loss["where"] & object): void {
    const [, name = "", rest = ""] = OLD_ENTITY.exec(text) ?? [];
    this.#items = undefined;
    this.#skipping = undefined;
    const value = rest.trim();
    if (value.endsWith("=")) this.#items = [this.#listItem(name.trim(), value.slice(0, -1).trim())];
    else if (value.startsWith("/")) this.#regex(name.trim(), value);
    else if (/^simple\b/iu.test(value)) this.machineLearned.add(name.trim());
    else {
      const kind = name === "PREBUILT" ? "prebuilt" : /phraselist/iu.test(value) ? "phrase-list" : "entity-composite";
      this.#skipping = { kind, name: name === "PREBUILT" ? value : name };
      this.losses.push({ kind, example: this.#skipping.name, where });
    }
  }

  #regex(name: string, given: string): void {
    const pattern = /^\s*\/(.*)\/\s*$/su.exec(given)?.[1];
    if (pattern !== undefined) this.regexes.push({ entity: name, patterns: [pattern] });
  }

  #listOf(name: string): { value: string; words: string[] }[] {
    const items = this.lists.get(name) ?? [];
    this.lists.set(name, items);
    return items;
  }

  #listItem(name: string, value: string): { value: string; words: string[] } {
    const items = this.#listOf(name);
    const item = { value, words: [] };
    items.push(item);
    return item;
  }

  #item(text: string, where: Loss["where"] & object): void {
    if (this.#items !== undefined) {
      const opened = /^(.*\S)\s*:$/u.exec(text)?.[1];
      if (opened !== undefined) this.#items.push({ value: opened, words: [] });
      else
        this.#items.at(-1)?.words.push(
          ...text
            .split(/[;,]/u)
            .map((word) => word.trim())
            .filter((word) => word !== ""),
        );
    } else if (this.#skipping !== undefined) {
      if (this.#skipping.kind === "entity-composite")
        this.losses.push({ ...this.#skipping, example: `${this.#skipping.name}: ${text}`, where });
    } else if (this.#intent !== undefined) {
      const { text: words, entities, losses } = readLuLine(text);
      for (const loss of losses) this.losses.push({ ...loss, where });
      if (words !== "") this.utterances.push({ text: words, intent: this.#intent, entities, where });
    }
  }
}

/** Microsoft's `.lu`: intents as headings, examples as lines, entities defined by `@` or, as in older files, by `$`. */
export function parseLu({ file, text }: SourceFile): Parsed {
  const reader = new LuReader(file);
  text.split("\n").forEach((line, i) => reader.line(line, i + 1));
  const owners = new Set([
    ...reader.machineLearned,
    ...reader.utterances.flatMap(({ entities }) => entities.map(({ entity }) => entity)),
  ]);
  const lists = [...reader.lists].map(([name, items]): [string, ListItem[]] => [
    featureOwner(name, LIST, owners),
    items,
  ]);
  const regexes = reader.regexes.map(({ entity, patterns }) => ({
    entity: featureOwner(entity, PATTERN, owners),
    patterns,
  }));
  return {
    dataset: { utterances: reader.utterances, regexes, ...fromLists(lists) },
    issues: [],
    losses: reader.losses,
  };
}

function exampleOf(original: Utterance, losses: Loss[]): string | undefined {
  const utterance = oneLine(original, losses);
  if (utterance.text === "") {
    losses.push({ kind: "empty-utterance", example: original.intent, ...placeOf(original) });
    return undefined;
  }
  const spans = flatSpans(utterance, losses);
  noteDetails(utterance, spans, ["group"], losses);
  const line = writeLuLine(utterance.text, spans);
  const again = readLuLine(line);
  if (again.text === utterance.text && again.entities.length === spans.length) return line;
  for (const span of spans)
    losses.push({ kind: "entities", example: spanName(utterance, span), ...placeOf(utterance) });
  return writeLuLine(utterance.text, []);
}

const quoted = (name: string): string => (/[\s=,]/u.test(name) ? `"${name}"` : name);

/** Microsoft's `.lu`, in the form with `@`. */
export function writeLu(dataset: Dataset, { name, language }: WriteOptions): Written {
  const losses: Loss[] = [];
  const marked = markedEntities(dataset);
  const lists = entityLists(dataset, true, losses);
  const patterned = new Set(dataset.regexes.map(({ entity }) => entity));
  const blocks = [`> !# @app.name = ${name}\n> !# @app.culture = ${language.toLowerCase()}\n`];
  for (const [intent, utterances] of byIntent(dataset.utterances)) {
    const lines = utterances.map((utterance) => exampleOf(utterance, losses)).filter((line) => line !== undefined);
    blocks.push(`# ${intent === OUT_OF_SCOPE ? NONE : intent}\n${lines.map((line) => `- ${line}\n`).join("")}`);
  }
  for (const [entity, roles] of marked) {
    const features = [
      ...(lists.has(entity) ? [`${entity}${LIST}`] : []),
      ...(patterned.has(entity) ? [`${entity}${PATTERN}`] : []),
    ];
    const withRoles = roles.size > 0 ? ` hasRoles ${[...roles].join(",")}` : "";
    const using = features.length > 0 ? ` usesFeatures ${features.map(quoted).join(",")}` : "";
    blocks.push(`@ ml ${quoted(entity)}${withRoles}${using}\n`);
  }
  for (const [entity, items] of lists) {
    const lines = items.map(({ value, words }) => {
      const others = words.filter((word) => word !== value);
      return `\t- ${value} :\n${others.map((word) => `\t\t- ${word}\n`).join("")}`;
    });
    blocks.push(`@ list ${quoted(marked.has(entity) ? `${entity}${LIST}` : entity)} =\n${lines.join("")}`);
  }
  for (const { entity, patterns } of dataset.regexes) {
    const own = marked.has(entity) || lists.has(entity) ? `${entity}${PATTERN}` : entity;
    blocks.push(`@ regex ${quoted(own)} = /${united(patterns)}/\n`);
  }
  return { files: [{ path: "", content: blocks.join("\n") }], losses };
}
