import path from "node:path";
import { KefuError } from "../../messages/errors.js";
import type { Issue } from "../../messages/errors.js";
import type { FilePort, ListProblem } from "../../workspace/ports.js";
import { isAddress } from "./address-guard.js";
import { isArchiveName, splitMember } from "./archive-members.js";
import type { Archive, ArchivePort } from "./archive-port.js";
import type { FoundSource } from "./found-source.js";
import { isWebSource, shownPath } from "./found-source.js";
import { isSupported } from "../formats/format.js";
import type { AddressLister } from "./source-addresses.js";
import { globBase, globPattern, isGlob } from "../../text/glob.js";

export interface SourceList {
  /** Sorted by file, each once. */
  readonly found: FoundSource[];
  /** Files that were named and do not exist. */
  readonly missing: FoundSource[];
  /** Folders that were named and do not exist. */
  readonly missingFolders: FoundSource[];
  /** Web addresses that were listed and not asked for, as they were written. */
  readonly notFetched: readonly string[];
  /**
   * True for a source that the list would have held if it existed: below a listed folder, matching a pattern, in a listed
   * archive, or of a crawl that found all its pages.
   */
  covers(source: { readonly file: string; readonly via?: string | undefined }): boolean;
  readonly issues: Issue[];
}

export interface ListPorts {
  readonly files: FilePort;
  readonly archives?: ArchivePort | undefined;
  /** Only in a run that may fetch. */
  readonly pages?: AddressLister | undefined;
}

/** Excel keeps `~$name.xlsx` beside a workbook that is open. */
function isLockFile(file: string): boolean {
  return path.basename(file).startsWith("~$");
}

const PROBLEMS = {
  "broken-link": "kb.sources.broken-link",
  "link-loop": "kb.sources.link-loop",
  special: "kb.sources.special",
  unreadable: "kb.sources.unreadable",
} as const satisfies Record<ListProblem["kind"], string>;

class Lister {
  readonly found = new Map<string, FoundSource>();
  readonly missing: FoundSource[] = [];
  readonly missingFolders: FoundSource[] = [];
  readonly notFetched: string[] = [];
  /** Archives, addresses and crawls that are listed as a whole; each as `…!/`, or as the crawl is written. */
  readonly whole = new Set<string>();
  readonly scopes: ((file: string) => boolean)[] = [];
  readonly issues: Issue[] = [];

  constructor(
    private readonly ports: ListPorts,
    private readonly root: string,
  ) {}

  private put(source: FoundSource): void {
    const known = this.found.get(source.file);
    this.found.set(source.file, { ...source, named: source.named || known?.named === true });
  }

  private async add(file: string, named: boolean): Promise<void> {
    const shown = shownPath(this.root, file);
    const archive = isArchiveName(file) ? await this.openArchive(shown, file) : undefined;
    if (archive === undefined) return this.put({ kind: "file", file: shown, path: file, named });
    if (archive !== "failed") this.addMembers(shown, file, archive);
  }

  /** What is wrong with one archive is told together with what is wrong with other files. */
  private async openArchive(shown: string, file: string): Promise<Archive | "failed" | undefined> {
    try {
      return await this.ports.archives?.open(shown, file);
    } catch (thrown) {
      if (!(thrown instanceof KefuError) || thrown.kind !== "input") throw thrown;
      const { key, params, where = { file: shown } } = thrown;
      this.issues.push({ severity: "error", key, params, where });
      return "failed";
    }
  }

  /** @param only a member, or the folder whose members are wanted */
  private addMembers(shown: string, file: string, archive: Archive, only?: string): void {
    const wanted = archive.members.filter(
      (name) => only === undefined || name === only || name.startsWith(only.replace(/\/?$/, "/")),
    );
    const where = { file: only === undefined ? shown : `${shown}!/${only}` };
    if (wanted.length === 0 && only !== undefined)
      throw new KefuError("input", "kb.archive.no-member", { file: shown, name: only }, { where });
    const issues = only === undefined ? archive.issues : [];
    if (wanted.length === 0 && !issues.some(({ severity }) => severity === "error"))
      this.issues.push({ severity: "warning", key: "kb.archive.empty", where });
    this.issues.push(...issues);
    if (only === undefined) this.whole.add(`${shown}!/`);
    for (const name of wanted) {
      this.put({
        kind: "member",
        file: `${shown}!/${name}`,
        path: file,
        named: name === only,
        member: { archive, name },
      });
    }
  }

  private async addListed(listed: readonly string[]): Promise<void> {
    for (const file of listed.filter((name) => !isLockFile(name))) {
      if (isSupported(file) || (isArchiveName(file) && this.ports.archives !== undefined)) await this.add(file, false);
      else
        this.issues.push({
          severity: "info",
          key: "kb.ingest.other-file",
          where: { file: shownPath(this.root, file) },
        });
    }
  }

  private async listFolder(folder: string, matches: (file: string) => boolean): Promise<string[]> {
    const listed = await this.ports.files.list(folder, ({ path: place, kind, reason }) => {
      if (!matches(place)) return;
      const where = { file: shownPath(this.root, place) };
      this.issues.push({ severity: "warning", key: PROBLEMS[kind], params: { reason }, where });
    });
    return listed.filter(matches);
  }

  private async addFolder(folder: string): Promise<void> {
    this.scopes.push((file) => file.startsWith(folder + path.sep));
    await this.addListed(await this.listFolder(folder, () => true));
  }

  private async addPattern(pattern: string): Promise<void> {
    const full = pattern.split(path.sep).join("/");
    const base = globBase(full) || "/";
    const regex = globPattern(full);
    const matches = (file: string): boolean => regex.test(file.split(path.sep).join("/"));
    const isFolder = (await this.ports.files.stat(base))?.kind === "folder";
    const listed = isFolder ? await this.listFolder(base, matches) : [];
    if (listed.length === 0) {
      throw new KefuError(
        "input",
        "kb.ingest.no-match",
        { pattern: shownPath(this.root, pattern) },
        { hint: { key: "kb.ingest.no-match-hint" } },
      );
    }
    this.scopes.push(matches);
    await this.addListed(listed);
  }

  private async addAddress(source: string): Promise<void> {
    if (this.ports.pages === undefined) {
      this.notFetched.push(source);
      return;
    }
    const { found, issues, whole } = await this.ports.pages.find(source);
    if (whole !== undefined) this.whole.add(whole);
    this.issues.push(...issues);
    for (const each of found) this.put(each);
  }

  /** `faq.zip!/inner/a.csv`, where the archive exists. */
  private async addMember(source: string, from: string): Promise<boolean> {
    const { archive: name, member } = splitMember(source) ?? {};
    if (name === undefined || this.ports.archives === undefined) return false;
    const file = path.resolve(from, name);
    if ((await this.ports.files.stat(file))?.kind !== "file") return false;
    const shown = shownPath(this.root, file);
    const archive = await this.ports.archives.open(shown, file);
    if (archive === undefined) throw new KefuError("input", "kb.archive.no-archive", { file: shown });
    this.addMembers(shown, file, archive, member);
    return true;
  }

  async addSource(source: string, from: string): Promise<void> {
    if (isWebSource(source)) return this.addAddress(source);
    const full = path.resolve(from, source);
    const stat = await this.ports.files.stat(full);
    if (stat === undefined && (await this.addMember(source, from))) return;
    if (stat === undefined && isGlob(source)) return this.addPattern(full);
    if (stat?.kind === "folder") return this.addFolder(full);
    if (stat !== undefined) return this.add(full, true);
    const missing: FoundSource = { kind: "file", file: shownPath(this.root, full), path: full, named: true };
    if (/[\\/]$/.test(source) || path.extname(source) === "") this.missingFolders.push(missing);
    else this.missing.push(missing);
  }

  covers({ file, via }: { readonly file: string; readonly via?: string | undefined }): boolean {
    if (via !== undefined) return this.whole.has(via);
    const container = splitMember(file)?.archive;
    if (container !== undefined && this.whole.has(`${container}!/`)) return true;
    if (isAddress(file)) return false;
    const full = path.resolve(this.root, container ?? file);
    return this.scopes.some((matches) => matches(full));
  }
}

/**
 * The sources behind a list of files, folders (with all below them), patterns (`*`, `**`, `?`), archives and addresses.
 * @param from folder that relative sources start at; always absolute
 * @throws KefuError `input` for a pattern that matches nothing, and for an address that must not or cannot be fetched
 */
export async function listSources(
  ports: ListPorts,
  root: string,
  lists: readonly { readonly sources: readonly string[]; readonly from: string }[],
): Promise<SourceList> {
  const lister = new Lister(ports, root);
  for (const { sources, from } of lists) for (const source of sources) await lister.addSource(source, from);
  const found = [...lister.found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  const { missing, missingFolders, notFetched, issues } = lister;
  return { found, missing, missingFolders, notFetched, covers: (source) => lister.covers(source), issues };
}
