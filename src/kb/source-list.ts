import path from "node:path";
import { KefuError } from "../messages/errors.js";
import type { Issue } from "../messages/errors.js";
import type { FilePort } from "../workspace/ports.js";
import type { Archive } from "./archive-port.js";
import type { Fetched } from "./fetch-port.js";
import { isSupported } from "./formats/format.js";
import { globBase, globPattern, isGlob } from "./source-glob.js";

export interface FoundSource {
  readonly kind: "file" | "member" | "address";
  /**
   * As shown and stored: relative to the workspace with `/`; absolute for a file outside it; `faq.zip!/inner/a.csv` for a
   * member of an archive; the address of a page.
   */
  readonly file: string;
  /** Absolute path of the file, or of the archive that holds the member; the address of a page. */
  readonly path: string;
  /** True when the source itself was named: not a folder, a pattern, an archive or a crawl that led to it. */
  readonly named: boolean;
  readonly member?: { readonly archive: Archive; readonly name: string };
  /** Of a page, and of a member of an archive that was fetched. */
  readonly page?: FoundPage;
  /** The crawl that led to it, as `crawl+https://…` or `sitemap+https://…`. */
  readonly via?: string;
}

export interface FoundPage {
  /** What came when the sources were listed. */
  readonly held?: Fetched;
  /** The server said, when the sources were listed, that it is as known. */
  readonly unchanged?: boolean;
  /** Whether a crawl may follow a redirect there. */
  mayVisit?(url: string): boolean;
}

export interface SourceList {
  /** Sorted by file, each once. */
  readonly found: FoundSource[];
  /** Files that were named and do not exist. */
  readonly missing: FoundSource[];
  /** Folders that were named and do not exist. */
  readonly missingFolders: FoundSource[];
  /** True for a path that the list would have held if it existed: below a listed folder, or matching a pattern. */
  covers(path: string): boolean;
  readonly issues: Issue[];
}

/** Path of a file as it is shown and kept in entries. */
export function shownPath(root: string, file: string): string {
  const relative = path.relative(root, file);
  const outside = /^\.\.(?:[\\/]|$)/.test(relative) || path.isAbsolute(relative);
  return (outside ? file : relative).split(path.sep).join("/");
}

/** Excel keeps `~$name.xlsx` beside a workbook that is open. */
function isLockFile(file: string): boolean {
  return path.basename(file).startsWith("~$");
}

class Lister {
  readonly found = new Map<string, FoundSource>();
  readonly missing: FoundSource[] = [];
  readonly missingFolders: FoundSource[] = [];
  readonly scopes: ((file: string) => boolean)[] = [];
  readonly issues: Issue[] = [];

  constructor(
    private readonly files: FilePort,
    private readonly root: string,
  ) {}

  private add(file: string, named: boolean): void {
    const known = this.found.get(file);
    const shown = shownPath(this.root, file);
    this.found.set(file, { kind: "file", file: shown, path: file, named: named || known?.named === true });
  }

  private addListed(listed: readonly string[]): void {
    for (const file of listed.filter((name) => !isLockFile(name))) {
      if (isSupported(file)) this.add(file, false);
      else
        this.issues.push({
          severity: "info",
          key: "kb.ingest.other-file",
          where: { file: shownPath(this.root, file) },
        });
    }
  }

  private async addFolder(folder: string): Promise<void> {
    this.scopes.push((file) => file.startsWith(folder + path.sep));
    this.addListed(await this.files.list(folder));
  }

  private async addPattern(pattern: string): Promise<void> {
    const full = pattern.split(path.sep).join("/");
    const base = globBase(full) || "/";
    const regex = globPattern(full);
    const matches = (file: string): boolean => regex.test(file.split(path.sep).join("/"));
    const listed =
      (await this.files.stat(base))?.kind === "folder" ? (await this.files.list(base)).filter(matches) : [];
    if (listed.length === 0) {
      throw new KefuError(
        "input",
        "kb.ingest.no-match",
        { pattern: shownPath(this.root, pattern) },
        { hint: { key: "kb.ingest.no-match-hint" } },
      );
    }
    this.scopes.push(matches);
    this.addListed(listed);
  }

  async addSource(source: string, from: string): Promise<void> {
    if (/^[a-z][a-z\d+.-]+:\/\//i.test(source)) {
      const hint = { key: "kb.ingest.address-hint" } as const;
      throw new KefuError("input", "kb.ingest.address", { address: source }, { hint });
    }
    const full = path.resolve(from, source);
    const stat = await this.files.stat(full);
    if (stat === undefined && isGlob(source)) return this.addPattern(full);
    if (stat?.kind === "folder") return this.addFolder(full);
    if (stat !== undefined) return this.add(full, true);
    const missing: FoundSource = { kind: "file", file: shownPath(this.root, full), path: full, named: true };
    if (/[\\/]$/.test(source) || path.extname(source) === "") this.missingFolders.push(missing);
    else this.missing.push(missing);
  }
}

/**
 * The files behind a list of files, folders (with all below them) and patterns (`*`, `**`, `?`).
 * @param from folder that relative sources start at; always absolute
 * @throws KefuError `input` for a pattern that matches nothing, and for a web address
 */
export async function listSources(
  files: FilePort,
  root: string,
  lists: readonly { readonly sources: readonly string[]; readonly from: string }[],
): Promise<SourceList> {
  const lister = new Lister(files, root);
  for (const { sources, from } of lists) for (const source of sources) await lister.addSource(source, from);
  const found = [...lister.found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  const covers = (file: string): boolean => lister.scopes.some((matches) => matches(file));
  const { missing, missingFolders, issues } = lister;
  return { found, missing, missingFolders, covers, issues };
}
