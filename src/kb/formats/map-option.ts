import { KefuError } from "../../messages/errors.js";
import { FIELDS, headerMeaning } from "./fields.js";
import type { FieldName } from "./fields.js";

type ColumnMap = Partial<Record<FieldName, string>>;

/** Fields that one may name; the others are only ever read from known column names. */
const NAMEABLE: readonly FieldName[] = FIELDS.filter(
  (field) => !["format", "disabled", "period", "group", "prompts"].includes(field),
);

function isField(name: string): name is FieldName {
  return (NAMEABLE as readonly string[]).includes(name);
}

/**
 * Field names of the settings, checked; a name that columns go by (`标准问`) means its field.
 * @throws KefuError `usage` for a field that does not exist, or one that is named twice
 */
export function checkFields(columns: Readonly<Record<string, string>>): ColumnMap {
  return checkPairs(Object.entries(columns));
}

function checkPairs(pairs: readonly (readonly [string, string])[]): ColumnMap {
  const checked: ColumnMap = {};
  for (const [name, column] of pairs) {
    const field = isField(name) ? name : headerMeaning(name)?.field;
    if (field === undefined || !isField(field)) {
      throw new KefuError("usage", "kb.ingest.bad-field", { field: name, known: NAMEABLE.join(", ") });
    }
    if (checked[field] !== undefined) throw new KefuError("usage", "kb.ingest.field-twice", { field });
    checked[field] = column;
  }
  return checked;
}

/**
 * `question=B,answer=C,id=编号`: fields and the columns they stand in, by name, letter or number.
 * @throws KefuError `usage` for anything else, and for one field or one column named twice
 */
export function parseMap(text: string): ColumnMap {
  const pairs = text.split(",").map((part) => /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(part));
  if (pairs.some((pair) => pair === null)) throw new KefuError("usage", "kb.ingest.bad-map", { text });
  const checked = checkPairs(pairs.map((pair) => [pair![1]!, pair![2]!] as const));
  const columns = Object.values(checked);
  const twice = columns.find((column, at) => columns.indexOf(column) < at);
  if (twice !== undefined) throw new KefuError("usage", "kb.ingest.column-twice", { column: twice });
  return checked;
}
