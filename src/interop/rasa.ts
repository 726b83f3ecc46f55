import { isMap, isScalar, isSeq } from "yaml";
import type { Node, YAMLMap } from "yaml";
import { parseAnnotations } from "./rasa-marks.js";
import {
  EMPTY_DATASET,
  type Dataset,
  type Lookup,
  type RegexRule,
  type Synonym,
  type Utterance,
} from "./training-data.js";
import { compilePattern } from "./pattern.js";
import { YamlSource, type Line } from "./yaml-source.js";
import type { Issue } from "../messages/errors.js";
import type { Loss } from "./loss.js";

const KINDS = ["intent", "synonym", "regex", "lookup"] as const;

type Kind = (typeof KINDS)[number];

/** Other sections that Rasa allows beside `nlu:`; they are not for us. */
const OTHER_SECTIONS = new Set(
  (
    "stories rules e2e_tests intents entities slots responses templates actions forms e2e_actions session_config " +
    "config language pipeline policies recipe assistant_id importers metadata"
  ).split(" "),
);

interface Parts {
  readonly utterances: Utterance[];
  readonly synonyms: Synonym[];
  readonly lookups: Lookup[];
  readonly regexes: RegexRule[];
}

/**
 * Training data in Rasa's `nlu.yml` form, versions 2.x and 3.x: intents with annotated examples, synonyms, lookups and
 * regexes. Nothing is thrown: what is wrong is in `issues`, with file and line.
 */
export function parseRasaNlu(file: string, text: string): { dataset: Dataset; issues: Issue[]; losses: Loss[] } {
  const source = new YamlSource(file, text);
  const { root, issues, losses } = source;
  if (root === undefined) {
    const others = otherSections(text);
    if (others !== undefined && issues.length > 0) {
      return {
        dataset: EMPTY_DATASET,
        issues: [],
        losses: others.map((name) => ({ kind: "section", example: name, where: { file } })),
      };
    }
    if (issues.length === 0) source.report("warning", "nlu.data.empty", 1);
    return { dataset: EMPTY_DATASET, issues, losses };
  }
  const parts: Parts = { utterances: [], synonyms: [], lookups: [], regexes: [] };
  if (isMap(root)) readSections(source, root, parts);
  else source.report("error", "nlu.data.not-a-map", source.lineOf(root));
  return { dataset: parts, issues, losses };
}

/** The sections of a file of stories, answers or settings, told without understanding it: what is wrong in it is not our concern. */
function otherSections(text: string): string[] | undefined {
  const names = [...text.matchAll(/^([a-z_]+):/gmu)].map(([, name]) => name!).filter((name) => name !== "version");
  return names.length > 0 && names.every((name) => OTHER_SECTIONS.has(name)) ? names : undefined;
}

function readSections(source: YamlSource, root: YAMLMap, parts: Parts): void {
  const sections = source.pairs(root);
  const version = sections.find(({ name }) => name === "version");
  if (version === undefined) {
    if (sections.some(({ name }) => name === "nlu")) source.report("warning", "nlu.data.no-version", 1);
  } else {
    const found = isScalar(version.value) ? String(version.value.value) : "";
    if (!/^[23](\.\d+)*$/u.test(found)) source.report("error", "nlu.data.version", version.line, { version: found });
  }
  for (const { name, line, value } of sections) {
    if (name === "nlu") readItems(source, value, line, parts);
    else if (OTHER_SECTIONS.has(name)) source.lose("section", line, name);
    else if (name !== "version") source.report("warning", "nlu.data.unknown-key", line, { name });
  }
  // Stories and domains stand beside the data in a bot's folder.
  if (!sections.some(({ name }) => name === "nlu" || OTHER_SECTIONS.has(name)))
    source.report("warning", "nlu.data.empty", 1);
}

function readItems(source: YamlSource, node: Node | undefined, line: number, parts: Parts): void {
  if (!isSeq(node)) {
    source.report("error", "nlu.data.not-a-list", line);
    return;
  }
  for (const item of node.items) {
    const resolved = source.resolve(item);
    if (isMap(resolved)) readItem(source, resolved, parts);
    else source.report("error", "nlu.data.item", source.lineOf(item));
  }
}

function readItem(source: YamlSource, item: YAMLMap, parts: Parts): void {
  let kind: Kind | undefined;
  let name = "";
  let examples: Line[] | undefined;
  for (const pair of source.pairs(item)) {
    const known = KINDS.find((candidate) => candidate === pair.name);
    if (known !== undefined) {
      if (kind !== undefined) source.report("error", "nlu.data.item", pair.line);
      kind = known;
      name = isScalar(pair.value) ? String(pair.value.value ?? "").trim() : "";
    } else if (pair.name === "examples") examples = source.examples(pair.value);
    else if (pair.name === "metadata") source.lose("metadata", pair.line, name);
    else source.report("warning", "nlu.data.unknown-key", pair.line, { name: pair.name });
  }
  const line = source.lineOf(item);
  if (kind === undefined || name === "") source.report("error", "nlu.data.item", line);
  else if (examples === undefined || examples.length === 0) {
    source.report(kind === "intent" ? "error" : "warning", "nlu.data.no-examples", line, { name });
  } else addItem(source, parts, kind, name, examples);
}

function addItem(source: YamlSource, parts: Parts, kind: Kind, name: string, examples: readonly Line[]): void {
  const texts = examples.map(({ text }) => text);
  switch (kind) {
    case "intent":
      for (const example of examples) parts.utterances.push(readUtterance(source, name, example));
      break;
    case "synonym":
      parts.synonyms.push({ value: name, variants: texts });
      break;
    case "lookup":
      parts.lookups.push({ entity: name, words: texts });
      break;
    case "regex":
      parts.regexes.push({ entity: name, patterns: readPatterns(source, examples) });
      break;
  }
}

function readUtterance(source: YamlSource, intent: string, { text: marked, line }: Line): Utterance {
  const { text, entities, findings } = parseAnnotations(marked);
  for (const { severity, key, params } of findings) source.report(severity, key, line, params);
  return { text, intent, entities, where: { file: source.file, line } };
}

function readPatterns(source: YamlSource, examples: readonly Line[]): string[] {
  return examples.flatMap(({ text, line }) => {
    const { reason } = compilePattern(text);
    if (reason === undefined) return [text];
    source.report("error", "nlu.data.regex", line, { pattern: text, reason });
    return [];
  });
}
