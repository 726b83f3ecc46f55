import { fileNames } from "./file-names.js";
import type { Parsed, SourceFile, Written } from "./format.js";
import type { Loss } from "./loss.js";
import { byIntent, oneLine, placeOf, spanName } from "./one-line.js";
import { EMPTY_DATASET, type Dataset, type Utterance } from "./training-data.js";

/** Botium fills in `$name`, takes `*` for anything and a leading `!` for a negation. */
const MARKUP = /\*|^!|\$[A-Za-z_]/u;

/** One intent of Botium: its name, then its phrases, a line each. */
export function parseBotium({ file, text }: SourceFile): Parsed {
  const losses: Loss[] = [];
  const utterances: Utterance[] = [];
  const lines = text.split("\n").map((line) => line.trim());
  const nameAt = lines.findIndex((line) => line !== "");
  const intent = lines[nameAt] ?? "";
  lines.forEach((line, i) => {
    if (i <= nameAt || line === "") return;
    const where = { file, line: i + 1 };
    if (/\$[A-Za-z_]/u.test(line)) losses.push({ kind: "template", example: line, where });
    utterances.push({ text: line, intent, entities: [], where });
  });
  if (utterances.length === 0) losses.push({ kind: "empty-intent", example: intent, where: { file } });
  return { dataset: { ...EMPTY_DATASET, utterances }, issues: [], losses };
}

/** Notes whatever is no utterance. */
export function noteExtras(dataset: Dataset, losses: Loss[]): void {
  for (const { value, variants } of dataset.synonyms) {
    losses.push({ kind: "synonym", example: `${value}: ${variants.slice(0, 3).join(", ")}` });
  }
  for (const { entity, words } of dataset.lookups) {
    losses.push({ kind: "lookup", example: `${entity}: ${words.slice(0, 3).join(", ")}` });
  }
  for (const { entity, patterns } of dataset.regexes) {
    for (const pattern of patterns) losses.push({ kind: "regex", example: `${entity}: ${pattern}` });
  }
}

/** One `.utterances.txt` an intent. */
export function writeBotium(dataset: Dataset): Written {
  const losses: Loss[] = [];
  const groups = byIntent(dataset.utterances);
  const names = fileNames([...groups.keys()]);
  const files = [...groups].map(([intent, utterances]) => {
    const lines = utterances.map((utterance) => lineOf(utterance, losses)).filter((line) => line !== "");
    return { path: `${names.get(intent)!}.utterances.txt`, content: `${[intent, ...lines].join("\n")}\n` };
  });
  noteExtras(dataset, losses);
  return { files, losses };
}

function lineOf(original: Utterance, losses: Loss[]): string {
  const utterance = oneLine(original, losses);
  const place = placeOf(utterance);
  if (utterance.text === "") losses.push({ kind: "empty-utterance", example: utterance.intent, ...place });
  if (MARKUP.test(utterance.text)) losses.push({ kind: "markup", example: utterance.text, ...place });
  for (const span of utterance.entities)
    losses.push({ kind: "entities", example: spanName(utterance, span), ...place });
  return utterance.text;
}
