import type { Issue } from "../messages/errors.js";
import type { Parsed, SourceFile } from "./format.js";
import { parseJson } from "./json-value.js";
import { isRecord, listOf, textOf } from "./json-value.js";
import type { Loss } from "./loss.js";
import { compilePattern } from "./pattern.js";
import { parseAnnotations } from "./rasa-marks.js";
import { readSpans } from "./record.js";
import type { Lookup, RegexRule, Synonym, Utterance } from "./training-data.js";

const HEADING = /^#{1,3}\s*(intent|synonym|regex|lookup)\s*:\s*(.+?)\s*$/iu;

/** `## intent:name` at the beginning of some line; people write it with one `#`, too. */
export function isRasaMarkdown(text: string): boolean {
  return /^#{1,3}\s*(intent|synonym|regex|lookup)\s*:/imu.test(text);
}

/** The Markdown of Rasa 1.x. Lines within comments are passed over. */
export function parseRasaMarkdown({ file, text }: SourceFile): Parsed {
  const utterances: Utterance[] = [];
  const lists: { kind: string; name: string; lines: string[] }[] = [];
  const issues: Issue[] = [];
  const losses: Loss[] = [];
  let section: { kind: string; name: string; lines: string[] } | undefined;
  const plain = text.replace(/<!--.*?-->/gsu, (comment) => comment.replace(/[^\n]/gu, ""));
  plain.split("\n").forEach((raw, i) => {
    const where = { file, line: i + 1 };
    const heading = HEADING.exec(raw);
    if (heading !== null) {
      section = { kind: heading[1]!.toLowerCase(), name: heading[2]!, lines: [] };
      lists.push(section);
      return;
    }
    const line = /^\s*[-*+]\s+(.*?)\s*$/u.exec(raw)?.[1] ?? "";
    if (section === undefined || (line === "" && !/\S/u.test(raw))) return;
    if (line === "") {
      if (section.kind === "lookup") losses.push({ kind: "lookup-file", example: raw.trim(), where });
      else issues.push({ severity: "warning", key: "nlu.data.example-dash", params: { text: raw.trim() }, where });
    } else if (section.kind === "intent") {
      const { text: words, entities, findings } = parseAnnotations(line.replace(/\s+/gu, " "));
      for (const { severity, key, params } of findings) issues.push({ severity, key, params: params ?? {}, where });
      utterances.push({ text: words, intent: section.name, entities, where });
    } else if (section.kind === "regex" && compilePattern(line).reason !== undefined) {
      issues.push({
        severity: "error",
        key: "nlu.data.regex",
        params: { pattern: line, reason: compilePattern(line).reason ?? "" },
        where,
      });
    } else section.lines.push(line);
  });
  const of = (kind: string) => lists.filter((one) => one.kind === kind && one.lines.length > 0);
  return {
    dataset: {
      utterances,
      synonyms: of("synonym").map(({ name, lines }) => ({ value: name, variants: lines })),
      lookups: of("lookup").map(({ name, lines }) => ({ entity: name, words: lines })),
      regexes: of("regex").map(({ name, lines }) => ({ entity: name, patterns: lines })),
    },
    issues,
    losses,
  };
}

/** The JSON of Rasa 1.x. */
export function parseRasaJson({ file, text }: SourceFile): Parsed {
  const issues: Issue[] = [];
  const losses: Loss[] = [];
  const root = parseJson(text);
  const data = isRecord(root) && isRecord(root["rasa_nlu_data"]) ? root["rasa_nlu_data"] : {};
  const utterances = ["common_examples", "intent_examples", "entity_examples"]
    .flatMap((key) => listOf(data[key]))
    .flatMap((one, i): Utterance[] => {
      const where = { file, row: i + 1 };
      const [words, intent] = [textOf(one, "text"), textOf(one, "intent")];
      const entities = isRecord(one) ? readSpans(one["entities"] ?? [], words) : undefined;
      if (words === "" || intent === "" || entities === undefined) {
        issues.push({
          severity: "error",
          key: entities === undefined ? "nlu.data.spans" : "nlu.data.json",
          params: { text: words },
          where,
        });
        return [];
      }
      const spans = entities.map(({ value, ...span }) =>
        value === undefined || value === words.slice(span.start, span.end) ? span : { ...span, value },
      );
      return [{ text: words, intent, entities: spans, where }];
    });
  const lookups: Lookup[] = [];
  for (const table of listOf(data["lookup_tables"])) {
    const elements = isRecord(table) ? table["elements"] : undefined;
    if (typeof elements === "string") losses.push({ kind: "lookup-file", example: elements, where: { file } });
    else lookups.push({ entity: textOf(table, "name"), words: listOf(elements).map(String) });
  }
  const synonyms = listOf(data["entity_synonyms"]).map((one): Synonym => ({
    value: textOf(one, "value"),
    variants: isRecord(one) ? listOf(one["synonyms"]).map(String) : [],
  }));
  const patterns = new Map<string, string[]>();
  for (const one of listOf(data["regex_features"])) {
    const name = textOf(one, "name");
    patterns.set(name, [...(patterns.get(name) ?? []), textOf(one, "pattern")]);
  }
  const regexes = [...patterns].map(([entity, some]): RegexRule => ({ entity, patterns: some }));
  return { dataset: { utterances, synonyms, lookups, regexes }, issues, losses };
}
