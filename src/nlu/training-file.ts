import { KefuError, type Issue } from "../messages/errors.js";
import { EMPTY_DATASET, type Dataset, type Utterance } from "./dataset.js";

/** Endings of files that hold training or test data. */
export const DATA_ENDINGS = [".yml", ".yaml", ".csv", ".tsv", ".xlsx", ".jsonl"] as const;

const TEXT_COLUMNS = ["text", "utterance", "query", "sentence", "例句", "语句", "語句", "问法", "問法", "文本"];
const INTENT_COLUMNS = ["intent", "category", "label", "意图", "意圖"];

interface ParsedData {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
}

/**
 * Training or test data of any form that is read: Rasa's `nlu.yml`; a table with columns `text` and `intent`; lines of
 * JSON with `text` and `intent`. What is wrong is in `issues`, with file and line.
 */
export async function parseTrainingFile(file: string, bytes: Uint8Array): Promise<ParsedData> {
  const name = file.toLowerCase();
  if (/\.(csv|tsv|xlsx)$/u.test(name)) return readTable(file, bytes);
  const { decodeText } = await import("../tables/decode.js");
  const { text } = decodeText(bytes, file);
  if (name.endsWith(".jsonl")) return readLines(file, text);
  const { parseRasaNlu } = await import("./rasa-nlu.js");
  return parseRasaNlu(file, text);
}

function column(header: readonly string[], names: readonly string[]): number {
  return header.findIndex((cell) => names.includes(cell.trim().toLowerCase()));
}

async function readTable(file: string, bytes: Uint8Array): Promise<ParsedData> {
  const { readTables } = await import("../tables/read.js");
  const known = [...TEXT_COLUMNS, ...INTENT_COLUMNS];
  const headerScore = (cells: readonly string[]) =>
    cells.filter((cell) => known.includes(cell.trim().toLowerCase())).length;
  const utterances: Utterance[] = [];
  const issues: Issue[] = [];
  for (const { sheet, header, headerRow, rows } of await readTables(file, bytes, { headerScore })) {
    const place = sheet === undefined ? { file } : { file, sheet };
    const [textAt, intentAt] = [column(header, TEXT_COLUMNS), column(header, INTENT_COLUMNS)];
    if (textAt < 0 || intentAt < 0) {
      const where = { ...place, row: Math.max(1, headerRow) };
      issues.push({ severity: "error", key: "nlu.data.columns", params: { found: header.join(", ") }, where });
      continue;
    }
    for (const { row, cells } of rows) {
      const [text, intent] = [(cells[textAt] ?? "").trim(), (cells[intentAt] ?? "").trim()];
      if (text === "" || intent === "") {
        issues.push({ severity: "warning", key: "nlu.data.row", where: { ...place, row } });
      } else utterances.push({ text, intent, entities: [], where: { ...place, row } });
    }
  }
  return { dataset: { ...EMPTY_DATASET, utterances }, issues };
}

function readLines(file: string, text: string): ParsedData {
  const utterances: Utterance[] = [];
  const issues: Issue[] = [];
  text.split("\n").forEach((raw, i) => {
    if (raw.trim() === "") return;
    const where = { file, line: i + 1 };
    const { text: words, intent } = parseObject(raw);
    if (typeof words !== "string" || typeof intent !== "string" || words.trim() === "" || intent.trim() === "") {
      issues.push({ severity: "error", key: "nlu.data.json", where });
    } else utterances.push({ text: words.trim(), intent: intent.trim(), entities: [], where });
  });
  return { dataset: { ...EMPTY_DATASET, utterances }, issues };
}

function parseObject(line: string): { text?: unknown; intent?: unknown } {
  try {
    return (JSON.parse(line) as object | null) ?? {};
  } catch {
    return {};
  }
}

/**
 * Several files as data sets, their findings together.
 * @throws KefuError `input` when a file cannot be read at all, or when any finding is an error
 */
export async function parseTrainingFiles(
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
): Promise<{ datasets: Dataset[]; issues: Issue[] }> {
  const parsed = await Promise.all(files.map(({ file, bytes }) => parseTrainingFile(file, bytes)));
  const issues = parsed.flatMap((one) => one.issues);
  const errors = issues.filter(({ severity }) => severity === "error").length;
  if (errors > 0) throw new KefuError("input", "nlu.data.unusable", { errors }, { issues });
  return { datasets: parsed.map(({ dataset }) => dataset), issues };
}
