import { LineCounter, parseDocument, parse as parseYaml, isNode, isMap, isScalar } from "yaml";
import type { Document } from "yaml";
import * as z from "zod";
import { KefuError } from "../messages/errors.js";
import type { MessageKey } from "../messages/catalogue.js";
import type { Issue, Location } from "../messages/errors.js";
import type { Locale } from "../messages/locale.js";
import { nearest } from "../text/nearest.js";
import { workspaceSchema } from "./config.js";
import type { WorkspaceConfig } from "./config.js";
import { environmentOverrides, unknownVariables } from "./overrides.js";

/** One settings file: its path as shown to people, and its text. */
export interface SettingsFile {
  readonly file: string;
  readonly text: string;
}

interface ParsedFile {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly value: unknown;
}

type Path = readonly (string | number)[];

const MAX_ALIASES = 100;

function parseFile({ file, text }: SettingsFile, issues: Issue[]): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    issues.push({
      severity: "error",
      key: "workspace.config.yaml",
      params: { reason: error.message },
      where: { file, line, column: col },
    });
  }
  let value: unknown = {};
  try {
    value = document.errors.length > 0 ? {} : (document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {});
  } catch (cause) {
    issues.push({
      severity: "error",
      key: "workspace.config.yaml",
      params: { reason: (cause as Error).message },
      where: { file, line: 1 },
    });
  }
  return { file, document, lines, value };
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Objects are merged key by key; anything else is replaced by the later value. */
function merge(below: unknown, above: unknown): unknown {
  if (!isPlainObject(below) || !isPlainObject(above)) return above;
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    merged[key] = key in below ? merge(below[key], value) : value;
  }
  return merged;
}

function nodeOffset(document: Document, path: Path): number | undefined {
  const parent = path.length === 0 ? document.contents : document.getIn(path.slice(0, -1), true);
  const container = path.length === 1 ? document.contents : parent;
  if (isMap(container)) {
    const pair = container.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1));
    if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0];
  }
  const node = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

/** The place of a setting in the last file that has it, or of the nearest setting around it. */
function locate(files: readonly ParsedFile[], path: Path): Location {
  for (let depth = path.length; depth > 0; depth--) {
    for (const { file, document, lines } of [...files].reverse()) {
      const offset = nodeOffset(document, path.slice(0, depth));
      if (offset !== undefined) {
        const { line, col } = lines.linePos(offset);
        return { file, line, column: col };
      }
    }
  }
  return { file: files[0]!.file, line: 1 };
}

function knownKeys(path: Path): string[] {
  let schema: unknown = z.toJSONSchema(workspaceSchema, { io: "input" });
  for (const step of path) {
    const { properties, additionalProperties, items } = schema as {
      properties?: Record<string, unknown>;
      additionalProperties?: unknown;
      items?: unknown;
    };
    schema = typeof step === "number" ? items : (properties?.[step] ?? additionalProperties);
    if (!isPlainObject(schema)) return [];
  }
  return Object.keys((schema as { properties?: Record<string, unknown> }).properties ?? {});
}

/** The types that settings have, by zod's name, and what is said of a value of another. */
const WRONG_TYPE: Readonly<Record<string, MessageKey>> = {
  string: "workspace.config.not-text",
  number: "workspace.config.not-number",
  int: "workspace.config.not-number",
  array: "workspace.config.not-list",
  object: "workspace.config.not-mapping",
  record: "workspace.config.not-mapping",
};

/** What is wrong with a value, in words of our own where there are some; zod's text is the reason of the rest. */
function complaint(issue: z.core.$ZodIssue): { key: MessageKey; params: Record<string, string> } {
  const rest = { key: "workspace.config.invalid", params: { reason: issue.message } } as const;
  const isMissing = issue.input === undefined || issue.input === null;
  if (isMissing && issue.path.length > 0) return { key: "workspace.config.missing", params: {} };
  switch (issue.code) {
    case "invalid_type": {
      const key = WRONG_TYPE[issue.expected];
      return key === undefined ? rest : { key, params: {} };
    }
    case "invalid_value":
      return { key: "workspace.config.choices", params: { choices: issue.values.map(String).join(", ") } };
    case "invalid_format":
      // Of all patterns the one that people meet: the name of a model without its kind.
      return issue.path.join(".") === "index.embedder"
        ? { key: "workspace.config.choices", params: { choices: "builtin:bilingual-static, transformers:<folder>" } }
        : rest;
    case "too_small":
    case "too_big": {
      const bound = issue.code === "too_small" ? `≥ ${issue.minimum}` : `≤ ${issue.maximum}`;
      const isNumber = issue.origin === "number" || issue.origin === "int";
      return { key: isNumber ? "workspace.config.range" : "workspace.config.length", params: { bound } };
    }
    default:
      return rest;
  }
}

function toIssues(error: z.ZodError, locate: (path: Path) => Location): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const path = issue.path as (string | number)[];
    if (issue.code !== "unrecognized_keys") {
      const { key, params } = complaint(issue);
      return [{ severity: "error", key, params: { path: path.join("."), ...params }, where: locate(path) }];
    }
    return issue.keys.map((name) => {
      const suggestion = nearest(name, knownKeys(path));
      const where = locate([...path, name]);
      const params = { path: [...path, name].join("."), suggestion: suggestion ?? "" };
      return suggestion === undefined
        ? { severity: "error", key: "workspace.config.unknown", params, where }
        : { severity: "error", key: "workspace.config.unknown-near", params, where };
    });
  });
}

function setIn(target: unknown, path: readonly string[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const base = isPlainObject(target) ? target : {};
  return { ...base, [first]: setIn(base[first], rest, value) };
}

/**
 * Reads the settings: environment > kefu.local.yaml > kefu.yaml > defaults.
 * @param files kefu.yaml first, then kefu.local.yaml where there is one
 * @param locale language of the reasons that the schema gives
 * @throws KefuError `usage` that holds every mistake in every file, each with its line
 */
export function loadConfig(
  files: readonly SettingsFile[],
  env: Readonly<Record<string, string | undefined>>,
  locale: Locale,
): WorkspaceConfig {
  const issues: Issue[] = [];
  const parsed = files.map((file) => parseFile(file, issues));
  const overrides = environmentOverrides(workspaceSchema, env, (text) => parseYaml(text) as unknown);
  let value = parsed.map((file) => file.value).reduce(merge);
  for (const { path, value: override } of overrides) value = setIn(value, path, override);

  const where = (path: Path): Location => {
    const fromEnvironment = overrides.find((override) => override.path.join(".") === path.join("."));
    return fromEnvironment === undefined ? locate(parsed, path) : { file: `$${fromEnvironment.name}` };
  };
  const names = { "zh-CN": z.locales.zhCN, "zh-TW": z.locales.zhTW, en: z.locales.en };
  if (issues.length === 0) {
    const result = workspaceSchema.safeParse(value, { error: names[locale]().localeError, reportInput: true });
    if (result.success) return result.data;
    const byLine = (a: Issue, b: Issue): number => (a.where?.line ?? 0) - (b.where?.line ?? 0);
    issues.push(...toIssues(result.error, where).sort(byLine));
  }
  const wrong = [...new Set(issues.map((issue) => issue.where?.file ?? files[0]!.file))];
  throw new KefuError(
    "usage",
    "workspace.config.bad",
    { file: wrong.join(", "), n: issues.length },
    { issues, hint: { key: "workspace.config.hint" } },
  );
}

/** One warning for each `KEFU_*` variable that sets nothing. */
export function environmentWarnings(env: Readonly<Record<string, string | undefined>>): Issue[] {
  return unknownVariables(workspaceSchema, env).map(({ name, suggestion }): Issue =>
    suggestion === undefined
      ? { severity: "warning", key: "workspace.variable.unknown", params: { name } }
      : { severity: "warning", key: "workspace.variable.unknown-near", params: { name, suggestion } },
  );
}
