import { isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import type { Issue, Location } from "../messages/errors.js";
import { nearest } from "../text/nearest.js";

/** Characters; a flow or suite file above this is not one. */
const MAX_LENGTH = 4_000_000;

/** A YAML text with the way back from a path in its value to a line. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** The place of the deepest part of the path that exists; a key's own place when the path ends at a map's key. */
  locate(path: readonly PropertyKey[]): Location;
}

/** Parses one YAML document. Aliases are limited, so that a small file cannot unfold into a huge value. */
export function parseYaml(file: string, text: string): { source?: YamlSource; issues: Issue[] } {
  if (text.length > MAX_LENGTH) {
    return {
      issues: [{ severity: "error", key: "bot.yaml.too-long", params: { limit: MAX_LENGTH }, where: { file } }],
    };
  }
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (doc.errors.length > 0) {
    const issues = doc.errors.map((error): Issue => ({
      severity: "error",
      key: "bot.yaml.syntax",
      params: { reason: error.message.split("\n")[0]! },
      where: place(error.pos[0]),
    }));
    return { issues };
  }
  try {
    const value: unknown = doc.toJS({ maxAliasCount: 100 });
    return { source: { file, value, locate: (path) => locate(doc, path, place) ?? { file, line: 1 } }, issues: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { issues: [{ severity: "error", key: "bot.yaml.syntax", params: { reason }, where: { file } }] };
  }
}

function locate(
  doc: Document,
  path: readonly PropertyKey[],
  place: (offset: number) => Location,
): Location | undefined {
  let node: unknown = doc.contents;
  let found = startOf(node);
  for (const step of path) {
    if (!isCollection(node)) break;
    const item: unknown = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))
      : node.items[Number(step)];
    if (item === undefined) break;
    found = startOf(isPair(item) ? item.key : item) ?? found;
    node = isPair(item) ? item.value : item;
  }
  return found === undefined ? undefined : place(found);
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] } | null | undefined)?.range?.[0];
}

type ZodIssue = z.core.$ZodIssue;

/**
 * Checks a source against a schema: the value, or everything that is wrong with it, with lines.
 * `known` are the keys of the format, for suggestions when one is misspelt.
 */
export function checkSource<T>(
  schema: z.ZodType<T>,
  source: YamlSource,
  known: readonly string[],
): { value?: T; issues: Issue[] } {
  const result = schema.safeParse(source.value, { reportInput: true });
  if (result.success) return { value: result.data, issues: [] };
  const issues = withoutEchoes(result.error.issues).flatMap((issue) => toIssues(issue, [], source, known));
  const place = ({ where }: Issue): number => (where?.line ?? 0) * 1e6 + (where?.column ?? 0);
  return { issues: issues.sort((a, b) => place(a) - place(b)) };
}

/** A misspelt key makes its object incomplete as well; saying so once is enough. */
function withoutEchoes(issues: readonly ZodIssue[]): ZodIssue[] {
  const misspelt = new Set(
    issues.filter((issue) => issue.code === "unrecognized_keys").map((issue) => issue.path.join("/")),
  );
  return issues.filter((issue) => issue.code !== "custom" || !misspelt.has(issue.path.join("/")));
}

function toIssues(
  issue: ZodIssue,
  base: readonly PropertyKey[],
  source: YamlSource,
  known: readonly string[],
): Issue[] {
  const path = [...base, ...issue.path];
  const at = (more: readonly PropertyKey[] = []): Location => source.locate([...path, ...more]);
  const name = path.length === 0 ? "." : path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key): Issue => {
      const meant = nearest(key, known);
      if (meant === undefined)
        return { severity: "error", key: "bot.config.unknown-key", params: { key }, where: at([key]) };
      return { severity: "error", key: "bot.config.unknown-key-meant", params: { key, meant }, where: at([key]) };
    });
  }
  if (issue.code === "invalid_union" && issue.input !== undefined) {
    // The branch that fits the kind of the value says best what is wrong with it.
    const branch = issue.errors.find((errors) => !errors.some(isWrongKind));
    if (branch !== undefined) return withoutEchoes(branch).flatMap((inner) => toIssues(inner, path, source, known));
  }
  return [{ severity: "error", ...describe(issue, name), where: at() }];
}

const isWrongKind = ({ path, code }: ZodIssue): boolean =>
  path.length === 0 && (code === "invalid_type" || code === "invalid_value");

/** The kinds of value that an issue would have accepted: `string | object`. */
function expectedKinds(issue: ZodIssue): string {
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_value") return issue.values.join(" | ");
  if (issue.code !== "invalid_union") return "";
  return [...new Set(issue.errors.flatMap((errors) => errors.filter(isWrongKind).map(expectedKinds)))].join(" | ");
}

function describe(issue: ZodIssue, name: string): Pick<Issue, "key" | "params"> {
  if (issue.code === "invalid_type" || issue.code === "invalid_union") {
    const key = issue.input === undefined ? "bot.config.missing" : "bot.config.type";
    return { key, params: { name, expected: expectedKinds(issue) } };
  }
  if (issue.code === "invalid_value")
    return { key: "bot.config.value", params: { name, allowed: issue.values.join(", ") } };
  if (issue.code === "custom" && typeof issue.params?.["key"] === "string") {
    const { key, ...params } = issue.params as { key: Issue["key"] } & Record<string, string | number>;
    return { key, params: { name, ...params } };
  }
  return { key: "bot.config.invalid", params: { name, reason: issue.message } };
}
