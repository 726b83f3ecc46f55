import path from "node:path";
import { KefuError } from "../../messages/errors.js";
import type { Issue } from "../../messages/errors.js";
import { mappingOf } from "../formats/mappings.js";
import type { IngestOptions, IngestPorts } from "./ports.js";
import { isComparable } from "./read.js";
import { splitMember } from "../sources/archive-members.js";
import { AddressLister, sourceName } from "../sources/source-addresses.js";
import type { FoundSource } from "../sources/found-source.js";
import { isWebSource } from "../sources/found-source.js";
import type { SourceList } from "../sources/source-list.js";
import { listSources } from "../sources/source-list.js";
import type { SourceRecord } from "../store.js";

/** The sources that a run is about. */
export interface ChosenSources {
  readonly found: readonly FoundSource[];
  /** Known sources that were looked for and are gone. */
  readonly vanished: readonly string[];
  readonly issues: readonly Issue[];
}

/** What a known source is to be looked for by: its crawl, its archive, or itself. */
function outerSource({ file, options }: SourceRecord): string {
  return options.via ?? splitMember(file)?.archive ?? file;
}

function pagesOf(
  ports: IngestPorts,
  options: IngestOptions,
  known: readonly SourceRecord[],
): AddressLister | undefined {
  if (ports.online === undefined) return undefined;
  const settings = {
    ...options.settings,
    idField: options.settings.idField,
    given: options.given,
    strict: options.strict,
  };
  const pages = known.map((record) => ({
    file: record.file,
    etag: record.etag,
    modified: record.modified,
    comparable: isComparable(record, settings),
  }));
  return new AddressLister(ports.online, ports.archives, pages);
}

/** Those named on the command line; with none, those of the settings and those that were ever named. */
async function listAll(
  ports: IngestPorts,
  options: IngestOptions,
  known: readonly SourceRecord[],
): Promise<SourceList> {
  const { sources, cwd, layout, settings } = options;
  const { files, archives } = ports;
  const listing = { files, archives, pages: pagesOf(ports, options, known) };
  if (sources.length > 0) return listSources(listing, layout.root, [{ sources, from: cwd }]);
  const listed = new Set(settings.sources.map(sourceName));
  const given = new Set<string>();
  for (const record of known) {
    const source = outerSource(record);
    if (record.origin !== "given" || listed.has(source)) continue;
    if (isWebSource(source) || (await files.stat(path.resolve(layout.root, source))) !== undefined) given.add(source);
  }
  return listSources(listing, layout.root, [
    { sources: [...new Set(settings.sources)], from: layout.root },
    { sources: [...given], from: layout.root },
  ]);
}

/** Whether a run without named sources would have found a known source, if it were still there. */
function isLookedFor(record: SourceRecord, list: SourceList, { settings }: IngestOptions): boolean {
  const { file, options, origin } = record;
  if (!isWebSource(file) || list.covers({ file, via: options.via })) return true;
  // A page is asked for only in a run that may fetch, but one that kefu.yaml no longer lists is out in any case.
  const names = [outerSource(record), outerSource(record).replace(/^(?:crawl|sitemap)\+/, "")];
  return origin === "config" && !settings.sources.some((source) => names.includes(sourceName(source)));
}

/**
 * A file that is missing and was never known is a mistake. So is a folder, where entries came from it or there is nothing
 * else: taking out all that it held would be a worse one.
 */
function checkMissing(list: SourceList, known: readonly string[], named: boolean): void {
  const file = list.missing.find((missing) => named || !known.includes(missing.file));
  const held = (folder: string): boolean => known.some((name) => name.startsWith(`${folder}/`));
  const folder = list.missingFolders.find((missing) => named || list.found.length === 0 || held(missing.file));
  const missing = file ?? folder;
  if (missing !== undefined) throw new KefuError("input", "common.file.missing", { path: missing.file });
  const failed = list.issues.some(({ severity }) => severity === "error");
  if (list.found.length > 0 || list.notFetched.length > 0 || failed) return;
  throw new KefuError("input", "kb.ingest.no-sources", {}, { hint: { key: "kb.ingest.no-sources-hint" } });
}

/**
 * @throws KefuError `input` for sources that do not exist, and where there are none at all
 */
export async function chooseSources(
  ports: IngestPorts,
  options: IngestOptions,
  known: readonly SourceRecord[],
): Promise<ChosenSources> {
  const list = await listAll(ports, options, known);
  const names = known.map(({ file }) => file);
  const named = options.sources.length > 0;
  const [unasked] = list.notFetched;
  if (named && unasked !== undefined) throw new KefuError("input", "kb.fetch.offline", { address: unasked });
  checkMissing(list, names, named);
  const { mappings = [] } = options.settings;
  const leftOut = new Set(list.found.flatMap(({ file }) => (mappingOf(file, mappings).skip ? [file] : [])));
  const found = list.found.filter(({ file }) => !leftOut.has(file));
  const there = new Set(found.map(({ file }) => file));
  const lookedFor = (record: SourceRecord): boolean => {
    const { file, options: how } = record;
    return leftOut.has(file) || (named ? list.covers({ file, via: how.via }) : isLookedFor(record, list, options));
  };
  const gone = known.filter((record) => !there.has(record.file) && lookedFor(record));
  const vanished = gone.map(({ file }) => file);
  const warnings = [
    ...list.missingFolders.map(({ file }) => ({ key: "kb.ingest.no-folder", file }) as const),
    ...gone
      .filter(({ file }) => !leftOut.has(file))
      .map(({ file, options: { via } }) => {
        const key = via === undefined ? "kb.ingest.vanished" : "kb.crawl.no-longer";
        return { key, file } as const;
      }),
  ].map(({ key, file }): Issue => ({ severity: "warning", key, where: { file } }));
  const notes = [...leftOut].map((file): Issue => ({ severity: "info", key: "kb.mapping.left-out", where: { file } }));
  if (list.notFetched.length > 0) {
    const params = { count: new Set(list.notFetched).size };
    notes.push({ severity: "info", key: "kb.sources.not-fetched", params });
  }
  return { found, vanished, issues: [...warnings, ...notes, ...list.issues] };
}
