/** An object of a parsed JSON or YAML file, of which nothing is known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** True for an object that is neither null nor a list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The list, or an empty one where the value is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A field that is a text or number, as text without the spaces around it; empty for anything else. */
export function textOf(value: unknown, name: string): string {
  const found = isRecord(value) ? value[name] : undefined;
  return typeof found === "string" ? found.trim() : typeof found === "number" ? String(found) : "";
}

/** `undefined` for what is not valid JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
