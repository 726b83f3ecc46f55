import { KefuError } from "../../messages/errors.js";
import { FIELDS, headerMeaning } from "./fields.js";
import type { FieldName } from "./fields.js";

type ColumnMap = Partial<Record<FieldName, string>>;

/** Fields that one may name; the others are only ever read from known column names. */
const NAMEABLE: readonly FieldName[] = FIELDS.filter(
  (field) => !["format", "disabled", "period", "group"].includes(field),
);

function isField(name: string): name is FieldName {
  return (NAMEABLE as readonly string[]).includes(name);
}

/**
 * Field names of the settings, checked; a name that columns go by (`标准问`) means its field.
 * @throws KefuError `usage` for a field that does not exist
 */
export function checkFields(columns: Readonly<Record<string, string>>): ColumnMap {
  const checked: ColumnMap = {};
  for (const [name, column] of Object.entries(columns)) {
    const field = isField(name) ? name : headerMeaning(name)?.field;
    if (field === undefined || !isField(field)) {
      throw new KefuError("usage", "kb.ingest.bad-field", { field: name, known: NAMEABLE.join(", ") });
    }
    checked[field] = column;
  }
  return checked;
}

/**
 * `question=B,answer=C,id=编号`: fields and the columns they stand in, by name, letter or number.
 * @throws KefuError `usage` for anything else
 */
export function parseMap(text: string): ColumnMap {
  const pairs = text.split(",").map((part) => /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(part));
  if (pairs.some((pair) => pair === null)) throw new KefuError("usage", "kb.ingest.bad-map", { text });
  return checkFields(Object.fromEntries(pairs.map((pair) => [pair![1]!, pair![2]!])));
}
