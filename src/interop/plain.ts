import { writeTable } from "../tables/write.js";
import { noteExtras } from "./botium.js";
import type { Written } from "./format.js";
import { inCell } from "./one-line.js";
import type { Loss } from "./loss.js";
import type { Dataset, EntitySpan } from "./training-data.js";

/** The fields of a span in one order, wherever it was read from: same data, same bytes. */
function inOrder({ start, end, entity, value, role, group }: EntitySpan): EntitySpan {
  return {
    ...{ start, end, entity },
    ...(value !== undefined && { value }),
    ...(role !== undefined && { role }),
    ...(group !== undefined && { group }),
  };
}

/** A table with `text` and `intent`, and with `entities` as JSON where there are any. */
export async function writeTabular(kind: "csv" | "xlsx", dataset: Dataset): Promise<Written> {
  const losses: Loss[] = [];
  noteExtras(dataset, losses);
  const marked = dataset.utterances.some(({ entities }) => entities.length > 0);
  const utterances = dataset.utterances.map((utterance) => inCell(kind, utterance, losses));
  const rows = utterances.map(({ text, intent, entities }) => [
    ...[text, intent],
    ...(marked ? [entities.length > 0 ? JSON.stringify(entities.map(inOrder)) : ""] : []),
  ]);
  const header = ["text", "intent", ...(marked ? ["entities"] : [])];
  return { files: [{ path: "", content: await writeTable(kind, [{ name: "utterances", header, rows }]) }], losses };
}

/** Lines of JSON with `text`, `intent` and, where there are any, `entities`. */
export function writeJsonLines(dataset: Dataset): Written {
  const losses: Loss[] = [];
  noteExtras(dataset, losses);
  const lines = dataset.utterances.map(
    ({ text, intent, entities }) =>
      `${JSON.stringify({ text, intent, ...(entities.length > 0 ? { entities: entities.map(inOrder) } : {}) })}\n`,
  );
  return { files: [{ path: "", content: lines.join("") }], losses };
}
