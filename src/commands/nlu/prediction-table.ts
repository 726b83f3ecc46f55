import type { SheetCell } from "../../tables/write.js";
import type { NluPredictOutput } from "./schemas.js";

/** What predictions write; a column of the same name in the file that was read is kept under another one. */
const OWN = ["text", "intent", "confidence", "inScope", "emotion", "intensity", "entities"] as const;

/** A cell for what a line of JSON held: a list or object as JSON. */
function cellOf(value: unknown): SheetCell {
  if (value === undefined || value === null) return null;
  if (typeof value === "number" || typeof value === "string") return value;
  return JSON.stringify(value);
}

function ownCells({ text, intent, scope, emotion, entities }: NluPredictOutput): SheetCell[] {
  const spans = entities.map(({ start, end, entity, value, role, group }) => ({
    ...{ start, end, entity, value },
    ...(role !== undefined && { role }),
    ...(group !== undefined && { group }),
  }));
  return [
    ...[text, intent?.name ?? null, intent === null ? null : Number(intent.confidence.toFixed(4))],
    ...[scope.accepted ? "yes" : "no", emotion.label, emotion.intensity],
    spans.length === 0 ? null : JSON.stringify(spans),
  ];
}

/**
 * Predictions as a table that can be looked through in a spreadsheet and, put right, be trained on: text, intent and entities under the
 * names that training data has, then what the lines held beside their texts (`given.intent` where a name is taken).
 */
export function predictionTable(all: readonly NluPredictOutput[]): { header: string[]; rows: SheetCell[][] } {
  const extra = new Set<string>();
  for (const { text, input } of all) {
    for (const [name, value] of Object.entries(input ?? {})) if (value !== text) extra.add(name);
  }
  const names = [...extra];
  const taken = new Set<string>(OWN);
  return {
    header: [...OWN, ...names.map((name) => (taken.has(name.trim().toLowerCase()) ? `given.${name}` : name))],
    rows: all.map((one) => [...ownCells(one), ...names.map((name) => cellOf(one.input?.[name]))]),
  };
}
