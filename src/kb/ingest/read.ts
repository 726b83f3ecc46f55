import { createHash } from "node:crypto";
import { KefuError } from "../../messages/errors.js";
import type { Issue } from "../../messages/errors.js";
import type { Locale } from "../../messages/locale.js";
import type { FieldName } from "../formats/fields.js";
import { PARSER_VERSION, parseSource } from "../formats/format.js";
import { mappingOf } from "../formats/mappings.js";
import type { TableMapping } from "../formats/mappings.js";
import type { EntrySink, FormatOptions, ParsedSource } from "../formats/source-format.js";
import type { ReadSource } from "./plan.js";
import { readContent } from "../sources/source-content.js";
import type { Content, ContentPorts } from "../sources/source-content.js";
import type { FoundSource } from "../sources/found-source.js";
import type { SourceOptions, SourceRecord } from "../store.js";

export interface ReadSettings {
  /** Of kefu.yaml: used where a source has such columns. */
  readonly columns: Readonly<Partial<Record<FieldName, string>>>;
  readonly idField: string | undefined;
  /** Of kefu.yaml: columns of single sources. */
  readonly mappings?: readonly TableMapping[] | undefined;
  readonly locale: Locale;
  /** Given for this run; a source remembers them. */
  readonly given: SourceOptions;
  /** Read again what had warnings, even if it has not changed. */
  readonly strict: boolean;
}

/** How the sources of a run are read. */
export interface Reading {
  readonly content: ContentPorts;
  readonly settings: ReadSettings;
  /** Of a source that is new. */
  readonly origin: SourceRecord["origin"];
}

function sortKeys(object: object): [string, unknown][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** All that steers the parser, besides the bytes. */
function steeringOf(options: FormatOptions): string {
  const { map = {}, columns = {}, sheets = [], idField, defaultIdField, locale } = options;
  return JSON.stringify([
    PARSER_VERSION,
    sortKeys(map),
    sortKeys(columns),
    idField ?? null,
    defaultIdField ?? null,
    locale,
    ...sheets.map(({ sheet, columns: ofSheet, skip }) => [sheet, sortKeys(ofSheet), skip]),
  ]);
}

const digestOf = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex");

/** A source that was read, one that is as it was, or a page that could not be had. */
export type ReadOutcome = ReadSource | "same" | Extract<Content, { state: "gone" | "failed" }>;

/** Nothing found is a mistake where something was promised: in a named file, in a table, or where entries were before. */
function emptyIssue(
  source: FoundSource,
  entries: number,
  parsed: ParsedSource,
  known: SourceRecord | undefined,
): Issue | undefined {
  if (entries > 0) return undefined;
  const where = { file: source.file };
  if (parsed.skipped > 0)
    return { severity: "error", key: "kb.format.none-usable", where, params: { skipped: parsed.skipped } };
  if (!parsed.issues.some(({ key }) => key === "kb.format.no-entries"))
    return { severity: "error", key: "kb.format.empty", where };
  return source.named || (known?.entries ?? 0) > 0
    ? { severity: "error", key: "kb.format.no-entries", where }
    : undefined;
}

type Parsed = Pick<ReadSource, "parsed" | "failure">;

async function parse(source: FoundSource, bytes: Uint8Array, options: FormatOptions, sink: EntrySink): Promise<Parsed> {
  try {
    // What a page of a crawl holds only counts once all of it has been read.
    return { parsed: await parseSource(source.file, bytes, options, source.via === undefined ? sink : undefined) };
  } catch (thrown) {
    if (!(thrown instanceof KefuError) || thrown.kind !== "input") throw thrown;
    const { key, params, where = { file: source.file } } = thrown;
    const issue: Issue = { severity: "error", key, params, where };
    return { parsed: { entries: [], issues: [issue, ...thrown.issues], skipped: 0 }, failure: thrown };
  }
}

/** How a source is to be parsed; what is said of it on a command line goes before what is written down. */
function formatOptions(file: string, remembered: SourceOptions, settings: ReadSettings): FormatOptions {
  const mapping = mappingOf(file, settings.mappings ?? []);
  return {
    map: { ...mapping.columns, ...remembered.map },
    ...(remembered.idField === undefined ? {} : { idField: remembered.idField }),
    ...(mapping.sheets.length === 0 ? {} : { sheets: mapping.sheets }),
    columns: settings.columns,
    ...(settings.idField === undefined ? {} : { defaultIdField: settings.idField }),
    locale: settings.locale,
  };
}

/** Whether a known source would be parsed today as it was: then it is enough to know that its content is the same. */
export function isComparable(known: SourceRecord, settings: ReadSettings): boolean {
  const options = formatOptions(known.file, { ...known.options, ...settings.given }, settings);
  return known.reading === digestOf(steeringOf(options)) && !(settings.strict && known.warnings > 0);
}

/** A file in a folder that holds nothing, and never did, keeps nobody from the others: it may be one that is yet to be filled. */
function emptyFile(source: FoundSource, known: SourceRecord | undefined, issues: readonly Issue[]): Issue | undefined {
  const errors = issues.filter(({ severity }) => severity === "error");
  const empty = errors.length > 0 && errors.every(({ key }) => key === "kb.format.empty");
  if (!empty || source.named || source.kind === "address" || (known?.entries ?? 0) > 0) return undefined;
  return { severity: "warning", key: "kb.format.empty-file", where: { file: source.file } };
}

/** What is said of a source in the end, and why it counts as failed. */
function judge(
  source: FoundSource,
  known: SourceRecord | undefined,
  { parsed, failure }: Parsed,
  entries: number,
): { issues: Issue[]; failure: KefuError | undefined } {
  const empty = failure === undefined ? emptyIssue(source, entries, parsed, known) : undefined;
  const all = empty === undefined ? parsed.issues : [...parsed.issues, empty];
  const nothing = emptyFile(source, known, all);
  const told = nothing === undefined ? all : [...all.filter(({ severity }) => severity !== "error"), nothing];
  return {
    issues: source.via === undefined ? told : told.map(expectedOfCrawl),
    failure: nothing === undefined ? failure : undefined,
  };
}

type ReadBytes = Extract<Content, { state: "read" }>;

/** What a server said of a page, for its parser and for the next run. */
function pageFacts(
  source: FoundSource,
  content: ReadBytes,
): { options: Partial<FormatOptions>; record: Partial<SourceRecord> } {
  const { type, charset, etag, modified, finalUrl } = content;
  return {
    options: {
      ...(type === undefined ? {} : { type }),
      ...(charset === undefined ? {} : { charset }),
      ...(source.kind === "address" ? { address: finalUrl ?? source.path } : {}),
    },
    record: { ...(etag === undefined ? {} : { etag }), ...(modified === undefined ? {} : { modified }) },
  };
}

/** A page that is named by itself no longer depends on the crawl that found it. */
function rememberedOptions(
  { named, via }: FoundSource,
  known: SourceRecord | undefined,
  given: SourceOptions,
): SourceOptions {
  const { via: before, ...rest } = known?.options ?? {};
  const crawl = via ?? (named ? undefined : before);
  return { ...rest, ...given, ...(crawl === undefined ? {} : { via: crawl }) };
}

/** That some pages of a site only lead to others, or hold no questions, is what crawls are for. */
function expectedOfCrawl(issue: Issue): Issue {
  const usual = issue.key === "kb.web.link-list" || issue.key === "kb.format.no-entries";
  return usual && issue.severity === "warning" ? { ...issue, severity: "info" } : issue;
}

/**
 * Reads one source if it is new or has changed. What is wrong with it comes back as issues, so that a run tells of all bad
 * files at once.
 * @param sink given entries of a long source while it is being read; what it throws ends the reading
 */
export async function readSource(
  { content: ports, settings, origin }: Reading,
  source: FoundSource,
  known: SourceRecord | undefined,
  sink: EntrySink,
): Promise<ReadOutcome> {
  const comparable = known !== undefined && isComparable(known, settings);
  const content = await readContent(ports, source, comparable ? known : {});
  if (content.state === "not-modified") return "same";
  if (content.state === "gone" && (known?.entries ?? 0) === 0)
    return { ...content, issue: { ...content.issue, severity: "info", key: "kb.crawl.dead-link" } };
  if (content.state !== "read") return content;
  const remembered = rememberedOptions(source, known, settings.given);
  const plain = formatOptions(source.file, remembered, settings);
  const reading = digestOf(steeringOf(plain));
  const fingerprint = digestOf(digestOf(content.bytes) + reading);
  if (comparable && known.fingerprint === fingerprint && known.options.via === remembered.via) return "same";
  const facts = pageFacts(source, content);
  let entries = 0;
  const counting: EntrySink = (some) => {
    entries += some.length;
    return sink(some);
  };
  const got = await parse(source, content.bytes, { ...plain, ...facts.options }, counting);
  const { parsed } = got;
  entries += parsed.entries.length;
  const { issues, failure } = judge(source, known, got, entries);
  const error = issues.find(({ severity }) => severity === "error");
  // One bad page must not keep a crawl from the others; what is known of it stays.
  if (error !== undefined && source.via !== undefined)
    return { state: "failed", issue: { ...error, severity: "warning" } };
  const record: SourceRecord = {
    file: source.file,
    fingerprint,
    reading,
    origin: known?.origin ?? origin,
    options: remembered,
    entries,
    skipped: parsed.skipped,
    warnings: issues.filter(({ severity }) => severity === "warning").length,
    ...facts.record,
  };
  return { record, parsed: { ...parsed, issues }, ...(failure === undefined ? {} : { failure }) };
}
