import { soundTokens } from "../../text/sound.js";
import { lexicalTokens } from "../../text/tokens.js";

/** The inverted fields of a segment: words of questions, words of answers and categories, and how questions sound. */
export type FieldName = "questions" | "bodies" | "sound";

interface Field {
  readonly name: FieldName;
  /** What its sections' names start with. */
  readonly key: string;
  /** What one document of it is. */
  readonly of: "questions" | "entries";
}

export const FIELDS: readonly Field[] = [
  { name: "questions", key: "q", of: "questions" },
  { name: "bodies", key: "b", of: "entries" },
  { name: "sound", key: "s", of: "questions" },
];

/** The field of an index by its name. */
export function fieldNamed(name: FieldName): Field {
  return FIELDS.find((field) => field.name === name)!;
}

/** One value for each field. */
export function eachField<T>(make: (field: Field) => T): Record<FieldName, T> {
  return Object.fromEntries(FIELDS.map((field) => [field.name, make(field)])) as Record<FieldName, T>;
}

/**
 * Tokens of a text of a field, as the index keeps them.
 * @param normalised by `normalise`
 */
export function fieldTokens(field: FieldName, normalised: string): string[] {
  return field === "sound" ? soundTokens(normalised) : lexicalTokens(normalised);
}
