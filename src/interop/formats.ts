import { countScripts, detectScript } from "../text/detect-script.js";
import { isDialogflow, parseDialogflow } from "./dialogflow-read.js";
import type { Issue } from "../messages/errors.js";
import type { FormatId, Parsed, SourceFile, WriteOptions, Written } from "./format.js";
import { parseJsonLines } from "./json-lines.js";
import { parseJsonParts, partsOf } from "./json-parts.js";
import { isRecord, parseJson } from "./json-value.js";
import { isLu, parseLu } from "./lu.js";
import { isLuis, parseLuis } from "./luis.js";
import { isNlpjs, parseNlpjs } from "./nlpjs.js";
import { parseBotium } from "./botium.js";
import { isRasaMarkdown, parseRasaJson, parseRasaMarkdown } from "./rasa-old.js";
import { parseRasaNlu } from "./rasa.js";
import { parseTabular } from "./tabular.js";
import { isOutOfScope, OUT_OF_SCOPE, type Dataset, type ParsedData, type Utterance } from "./training-data.js";

const ENDINGS: readonly (readonly [RegExp, FormatId])[] = [
  [/\.utterances\.txt$/u, "botium"],
  [/\.ya?ml$/u, "rasa"],
  [/\.md$/u, "rasa-md"],
  [/\.lu$/u, "lu"],
  [/\.(csv|tsv)$/u, "csv"],
  [/\.xlsx$/u, "xlsx"],
  [/\.(jsonl|ndjson)$/u, "jsonl"],
  [/\.zip$/u, "dialogflow"],
];

/** The form that the name of a file to be written stands for; `.json` may be several. */
export function formatOfName(name: string): FormatId | undefined {
  return ENDINGS.find(([ending]) => ending.test(name.toLowerCase()))?.[1];
}

function formOfJson(text: string): FormatId | undefined {
  const value = parseJson(text);
  if (isRecord(value) && "rasa_nlu_data" in value) return "rasa-json";
  if (isNlpjs(value)) return "nlpjs";
  if (isLuis(value)) return "luis";
  if (Array.isArray(value) || partsOf(value) !== undefined) return "jsonl";
  return undefined;
}

/** The form of one file, by what is in it and else by its name; undefined for what is no training data. */
export function detectFormat({ file, text }: SourceFile): FormatId | undefined {
  const name = file.toLowerCase().replace(/#[^#/]*$/u, "");
  const named = formatOfName(name);
  if (named === "csv" || named === "xlsx" || named === "botium" || named === "jsonl" || named === "dialogflow")
    return named;
  const start = text.trimStart()[0];
  if (start === "{" || start === "[") {
    const form = formOfJson(text);
    if (form !== undefined || name.endsWith(".json")) return form;
    if (isRecord(parseJson(text.trimStart().split("\n", 1)[0]!))) return "jsonl";
  }
  if (isRasaMarkdown(text)) return "rasa-md";
  if (named === "rasa" || /^nlu\s*:/mu.test(text)) return "rasa";
  if (named === "lu" || isLu(text)) return "lu";
  return undefined;
}

const plain = async (parsed: ParsedData | Promise<ParsedData>): Promise<Parsed> => ({ losses: [], ...(await parsed) });

/** One file of a known form. */
async function parseOne(source: SourceFile, format: FormatId): Promise<Parsed> {
  const { file, text, bytes } = source;
  switch (format) {
    case "rasa":
      return parseRasaNlu(file, text);
    case "rasa-md":
      return parseRasaMarkdown(source);
    case "rasa-json":
      return parseRasaJson(source);
    case "nlpjs":
      return parseNlpjs(source);
    case "luis":
      return parseLuis(source);
    case "lu":
      return parseLu(source);
    case "csv":
    case "xlsx":
      return plain(parseTabular(file, bytes));
    case "jsonl":
      return plain(/\.json(#[^#/]*)?$/iu.test(file) ? parseJsonParts(file, text) : parseJsonLines(file, text));
    case "botium":
      return parseBotium(source);
    case "dialogflow":
      return parseDialogflow([source]);
  }
}

/** A file without any utterance is named, where nothing else is said of it. */
function notEmpty(file: string, parsed: Parsed): Parsed {
  const { utterances, synonyms, lookups, regexes } = parsed.dataset;
  if (parsed.issues.length + utterances.length + synonyms.length + lookups.length + regexes.length > 0) return parsed;
  return { ...parsed, issues: [{ severity: "warning", key: "kb.format.empty", where: { file } }] };
}

/** Training data of several files together. */
export interface ParsedFiles extends Parsed {
  /** Forms that were found, each once. */
  readonly formats: readonly FormatId[];
  /** Files that are no training data. */
  readonly skipped: readonly string[];
}

/**
 * Files of one bot, each in its own form, as one data set in their order. The intent `oos` is spelt one way, however it is
 * written.
 * @param from the form of all of them; otherwise it is told by what they hold
 */
export async function parseFiles(files: readonly SourceFile[], from?: FormatId): Promise<ParsedFiles> {
  const agent = from === "dialogflow" || (from === undefined && isDialogflow(files));
  if (agent) return { ...together([parseDialogflow(files)]), formats: ["dialogflow"], skipped: [] };
  const parts: Parsed[] = [];
  const formats = new Set<FormatId>();
  const skipped: string[] = [];
  for (const source of files) {
    const format = from ?? detectFormat(source);
    if (format === undefined) skipped.push(source.file);
    else {
      formats.add(format);
      parts.push(notEmpty(source.file, await parseOne(source, format)));
    }
  }
  return { ...together(parts), formats: [...formats], skipped };
}

function spelt(utterance: Utterance): Utterance {
  if (!isOutOfScope(utterance) || utterance.intent === OUT_OF_SCOPE) return utterance;
  return { ...utterance, intent: OUT_OF_SCOPE };
}

/** Characters of one text, as of one cell of a csv; nobody has said so much. */
const MAX_TEXT = 1_000_000;

function tooLong(utterances: readonly Utterance[]): Issue[] {
  const params = { most: MAX_TEXT };
  return utterances
    .filter(({ text }) => text.length > MAX_TEXT)
    .map(({ where }) => ({ severity: "error", key: "nlu.data.too-long", params, ...(where && { where }) }));
}

function together(parts: readonly Parsed[]): Parsed {
  const utterances = parts.flatMap(({ dataset }) => dataset.utterances.map(spelt));
  return {
    dataset: {
      utterances,
      synonyms: parts.flatMap(({ dataset }) => dataset.synonyms),
      lookups: parts.flatMap(({ dataset }) => dataset.lookups),
      regexes: parts.flatMap(({ dataset }) => dataset.regexes),
    },
    issues: [...parts.flatMap(({ issues }) => issues), ...tooLong(utterances)],
    losses: parts.flatMap(({ losses }) => losses),
  };
}

/** Writes a data set in a form. Same data, same bytes. */
export async function writeFormat(format: FormatId, dataset: Dataset, options: WriteOptions): Promise<Written> {
  switch (format) {
    case "rasa":
      return (await import("./rasa-write.js")).writeRasaYaml(dataset);
    case "rasa-md":
      return (await import("./rasa-write.js")).writeRasaMarkdown(dataset);
    case "rasa-json":
      return (await import("./rasa-write.js")).writeRasaJson(dataset);
    case "nlpjs":
      return (await import("./nlpjs.js")).writeNlpjs(dataset, options);
    case "luis":
      return (await import("./luis.js")).writeLuis(dataset, options);
    case "lu":
      return (await import("./lu.js")).writeLu(dataset, options);
    case "csv":
    case "xlsx":
      return (await import("./plain.js")).writeTabular(format, dataset);
    case "jsonl":
      return (await import("./plain.js")).writeJsonLines(dataset);
    case "botium":
      return (await import("./botium.js")).writeBotium(dataset);
    case "dialogflow":
      return (await import("./dialogflow-write.js")).writeDialogflow(dataset, options);
  }
}

/** The language that most utterances are in, as `zh-CN`, `zh-TW` or `en`. */
export function languageOf({ utterances }: Dataset): string {
  const chinese = utterances.filter(({ text }) => !["latin", "none"].includes(detectScript(text)));
  if (2 * chinese.length < utterances.length || utterances.length === 0) return "en";
  const counts = chinese.map(({ text }) => countScripts(text));
  const sum = (script: "hans" | "hant"): number => counts.reduce((total, count) => total + count[script], 0);
  return sum("hant") > sum("hans") ? "zh-TW" : "zh-CN";
}
