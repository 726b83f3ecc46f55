import { EMPTY_DATASET, type ParsedData } from "./training-data.js";
import { parseJsonList } from "./json-lines.js";
import { isRecord } from "./json-value.js";
import type { Issue } from "../messages/errors.js";

function refused(file: string, issue: Omit<Issue, "severity" | "where">): ParsedData {
  return { dataset: EMPTY_DATASET, issues: [{ severity: "error", ...issue, where: { file } }] };
}

/** The lists of an object that holds nothing else, as benchmark sets come: `{"train": [["hi", "greet"], …], "test": …}`. */
export function partsOf(value: unknown): Map<string, readonly unknown[]> | undefined {
  if (!isRecord(value)) return undefined;
  const parts = Object.entries(value);
  const isExample = (one: unknown): boolean => typeof one === "object" && one !== null;
  const lists = parts.filter(([, list]) => Array.isArray(list) && list.every(isExample));
  return parts.length > 0 && lists.length === parts.length ? new Map(lists as [string, unknown[]][]) : undefined;
}

/**
 * JSON that holds a list of examples, or several by name. Training and test lines are never read together unasked.
 * @param file as shown; `#train+val` at its end names the parts
 */
export function parseJsonParts(file: string, text: string): ParsedData {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused(file, { key: "nlu.data.not-json", params: { reason: (error as Error).message } });
  }
  if (Array.isArray(value)) return parseJsonList(file, value);
  const parts = partsOf(value);
  if (parts === undefined) return refused(file, { key: "nlu.data.form" });
  const [, plain = file, asked] = /^(.*)#([^#]*)$/su.exec(file) ?? [];
  const known = [...parts.keys()].join(", ");
  if (asked === undefined && parts.size > 1) {
    const example = `${plain}#${parts.has("train") ? "train" : [...parts.keys()][0]!}`;
    return refused(plain, { key: "nlu.data.parts", params: { parts: known, example } });
  }
  const names = asked === undefined ? [...parts.keys()] : asked.split("+");
  const missing = names.find((name) => !parts.has(name));
  if (missing !== undefined)
    return refused(plain, { key: "nlu.data.no-part", params: { part: missing, parts: known } });
  const read = names.map((name) => parseJsonList(`${plain}#${name}`, parts.get(name)!));
  return {
    dataset: { ...EMPTY_DATASET, utterances: read.flatMap(({ dataset }) => dataset.utterances) },
    issues: read.flatMap(({ issues }) => issues),
  };
}
