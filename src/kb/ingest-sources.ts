import path from "node:path";
import { KefuError } from "../messages/errors.js";
import type { Issue } from "../messages/errors.js";
import type { FilePort } from "../workspace/ports.js";
import type { IngestOptions } from "./ingest-ports.js";
import type { FoundSource, SourceList } from "./source-list.js";
import { listSources } from "./source-list.js";
import type { SourceRecord } from "./store.js";

/** The sources that a run is about. */
export interface ChosenSources {
  readonly found: readonly FoundSource[];
  /** Known sources that were looked for and are gone. */
  readonly vanished: readonly string[];
  readonly issues: readonly Issue[];
}

/** Those named on the command line; with none, those of the settings and those that were ever named. */
async function listAll(files: FilePort, options: IngestOptions, known: readonly SourceRecord[]): Promise<SourceList> {
  const { sources, cwd, layout, settings } = options;
  if (sources.length > 0) return listSources(files, layout.root, [{ sources, from: cwd }]);
  const given: string[] = [];
  for (const { origin, file } of known) {
    const exists = origin === "given" && (await files.stat(path.resolve(layout.root, file))) !== undefined;
    if (exists) given.push(file);
  }
  return listSources(files, layout.root, [
    { sources: settings.sources, from: layout.root },
    { sources: given, from: layout.root },
  ]);
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
  if (list.found.length > 0) return;
  throw new KefuError("input", "kb.ingest.no-sources", {}, { hint: { key: "kb.ingest.no-sources-hint" } });
}

/**
 * @throws KefuError `input` for sources that do not exist, and where there are none at all
 */
export async function chooseSources(
  files: FilePort,
  options: IngestOptions,
  known: readonly SourceRecord[],
): Promise<ChosenSources> {
  const list = await listAll(files, options, known);
  const names = known.map(({ file }) => file);
  const named = options.sources.length > 0;
  checkMissing(list, names, named);
  const found = new Set(list.found.map(({ file }) => file));
  const lookedFor = (file: string): boolean => !named || list.covers(path.resolve(options.layout.root, file));
  const vanished = names.filter((file) => !found.has(file) && lookedFor(file));
  const warnings = [
    ...list.missingFolders.map(({ file }) => ({ key: "kb.ingest.no-folder", file }) as const),
    ...vanished.map((file) => ({ key: "kb.ingest.vanished", file }) as const),
  ].map(({ key, file }): Issue => ({ severity: "warning", key, where: { file } }));
  return { found: list.found, vanished, issues: [...warnings, ...list.issues] };
}
