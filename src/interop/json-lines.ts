import type { Issue } from "../messages/errors.js";
import { readRecord } from "./record.js";
import { EMPTY_DATASET, type ParsedData, type Utterance } from "./training-data.js";

/** Lines of JSON, each an object with `text`, `intent` and perhaps `entities`. */
export function parseJsonLines(file: string, text: string): ParsedData {
  const utterances: Utterance[] = [];
  const issues: Issue[] = [];
  text.split("\n").forEach((raw, i) => {
    if (raw.trim() === "") return;
    const where = { file, line: i + 1 };
    let value: unknown;
    try {
      value = JSON.parse(raw);
    } catch (error) {
      const reason = (error as Error).message;
      issues.push({ severity: "error", key: "nlu.data.not-json", params: { reason }, where });
      return;
    }
    const read = readRecord(value, where);
    if ("severity" in read) issues.push(read);
    else utterances.push(read);
  });
  return { dataset: { ...EMPTY_DATASET, utterances }, issues };
}

/** One JSON list of the same objects, or of pairs `[text, intent]`; places are numbers in the list, from 1. */
export function parseJsonList(file: string, list: readonly unknown[]): ParsedData {
  const utterances: Utterance[] = [];
  const issues: Issue[] = [];
  for (const [i, value] of list.entries()) {
    const read = readRecord(value, { file, row: i + 1 });
    if ("severity" in read) issues.push(read);
    else utterances.push(read);
  }
  return { dataset: { ...EMPTY_DATASET, utterances }, issues };
}
