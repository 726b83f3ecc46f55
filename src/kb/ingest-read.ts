import { createHash } from "node:crypto";
import { KefuError } from "../messages/errors.js";
import type { Issue } from "../messages/errors.js";
import type { Locale } from "../messages/locale.js";
import type { FilePort } from "../workspace/ports.js";
import type { FieldName } from "./formats/fields.js";
import { PARSER_VERSION } from "./formats/format.js";
import type { FormatOptions, ParsedSource } from "./formats/source-format.js";
import type { ReadSource } from "./ingest-plan.js";
import type { FoundSource } from "./source-list.js";
import type { SourceOptions, SourceRecord } from "./store.js";

export interface ReadSettings {
  /** Of kefu.yaml: used where a source has such columns. */
  readonly columns: Readonly<Partial<Record<FieldName, string>>>;
  readonly idField: string | undefined;
  readonly locale: Locale;
  /** Given for this run; a source remembers them. */
  readonly given: SourceOptions;
  /** Read again what had warnings, even if it has not changed. */
  readonly strict: boolean;
}

export interface ReadPorts {
  readonly files: FilePort;
  /** `parseSource`, here or in another thread. */
  parse(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource>;
}

function sortKeys(object: object): [string, unknown][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What makes a source another source: its bytes, the parser, and all that steers the parser. */
function fingerprintOf(bytes: Uint8Array, options: FormatOptions): string {
  const { map = {}, columns = {}, idField, defaultIdField, locale } = options;
  const steering = JSON.stringify([
    PARSER_VERSION,
    sortKeys(map),
    sortKeys(columns),
    idField ?? null,
    defaultIdField ?? null,
    locale,
  ]);
  return createHash("sha256").update(createHash("sha256").update(bytes).digest()).update(steering).digest("hex");
}

/** Nothing found is a mistake where something was promised: in a named file, in a table, or where entries were before. */
function emptyIssue(source: FoundSource, parsed: ParsedSource, known: SourceRecord | undefined): Issue | undefined {
  if (parsed.entries.length > 0) return undefined;
  const where = { file: source.file };
  if (parsed.skipped > 0)
    return { severity: "error", key: "kb.format.none-usable", where, params: { skipped: parsed.skipped } };
  if (!parsed.issues.some(({ key }) => key === "kb.format.no-entries"))
    return { severity: "error", key: "kb.format.empty", where };
  return source.named || (known?.entries ?? 0) > 0
    ? { severity: "error", key: "kb.format.no-entries", where }
    : undefined;
}

async function parse(
  ports: ReadPorts,
  source: FoundSource,
  bytes: Uint8Array,
  options: FormatOptions,
): Promise<Pick<ReadSource, "parsed" | "failure">> {
  try {
    return { parsed: await ports.parse(source.file, bytes, options) };
  } catch (thrown) {
    if (!(thrown instanceof KefuError) || thrown.kind !== "input") throw thrown;
    const { key, params, where = { file: source.file } } = thrown;
    const issue: Issue = { severity: "error", key, params, where };
    return { parsed: { entries: [], issues: [issue, ...thrown.issues], skipped: 0 }, failure: thrown };
  }
}

/**
 * Reads one source if it is new or has changed. What is wrong with it comes back as issues, so that a run tells of all bad
 * files at once.
 * @returns `undefined` for a source that is as it was
 */
export async function readSource(
  ports: ReadPorts,
  source: FoundSource,
  known: SourceRecord | undefined,
  origin: SourceRecord["origin"],
  settings: ReadSettings,
): Promise<ReadSource | undefined> {
  const bytes = await ports.files.read(source.path);
  const remembered: SourceOptions = { ...known?.options, ...settings.given };
  const options: FormatOptions = {
    ...remembered,
    columns: settings.columns,
    ...(settings.idField === undefined ? {} : { defaultIdField: settings.idField }),
    locale: settings.locale,
  };
  const fingerprint = fingerprintOf(bytes, options);
  if (known?.fingerprint === fingerprint && !(settings.strict && known.warnings > 0)) return undefined;
  const { parsed, failure } = await parse(ports, source, bytes, options);
  const empty = failure === undefined ? emptyIssue(source, parsed, known) : undefined;
  const issues = empty === undefined ? parsed.issues : [...parsed.issues, empty];
  const record: SourceRecord = {
    file: source.file,
    fingerprint,
    origin: known?.origin ?? origin,
    options: remembered,
    entries: parsed.entries.length,
    skipped: parsed.skipped,
    warnings: issues.filter(({ severity }) => severity === "warning").length,
  };
  return { record, parsed: { ...parsed, issues }, ...(failure === undefined ? {} : { failure }) };
}
