import * as z from "zod";
import { nearest } from "../text/nearest.js";
import { OTHER_VARIABLES } from "./kept-settings.js";

type Path = readonly string[];

/** Takes the wrappers (default, optional, prefault) off a schema. */
function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodOptional) {
    inner = inner.unwrap();
  }
  return inner;
}

/** Every setting that one environment variable can hold, with its path; records and objects within arrays are not. */
function settingPaths(schema: unknown, path: Path = []): Path[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([name, child]) => settingPaths(child, [...path, name]));
  }
  return inner instanceof z.ZodRecord ? [] : [path];
}

/** `decide.max_wrong_answer_rate` → `KEFU_DECIDE_MAX_WRONG_ANSWER_RATE`. */
function environmentName(path: Path): string {
  return `KEFU_${path.join("_").toUpperCase()}`;
}

/**
 * The values that `KEFU_*` variables set, as one override for each, read as YAML scalars or flow sequences
 * (`KEFU_KB_SOURCES=[faq/, more.csv]`). `KEFU_LOCALE` is the language of messages and not the workspace's locale.
 */
export function environmentOverrides(
  schema: unknown,
  env: Readonly<Record<string, string | undefined>>,
  parseValue: (text: string) => unknown,
): { path: Path; name: string; value: unknown }[] {
  return settingPaths(schema).flatMap((path) => {
    const name = environmentName(path);
    const text = env[name];
    if (text === undefined || text === "" || name === "KEFU_LOCALE") return [];
    return [{ path, name, value: parseValue(text) }];
  });
}

/** The `KEFU_*` variables that mean nothing here, sorted, each with the name that was probably meant. */
export function unknownVariables(
  schema: unknown,
  env: Readonly<Record<string, string | undefined>>,
): { name: string; suggestion: string | undefined }[] {
  const known = new Set([...settingPaths(schema).map(environmentName), ...OTHER_VARIABLES]);
  return Object.keys(env)
    .filter((name) => name.startsWith("KEFU_") && !known.has(name))
    .sort()
    .map((name) => ({ name, suggestion: nearest(name, known) }));
}
