import { promises as fs } from "node:fs";
import type { Dirent } from "node:fs";
import path from "node:path";
import type { ListProblem } from "../workspace/ports.js";

type Report = (problem: ListProblem) => void;

/** Files are found by way of links, too; the folders above, by their real paths, tell a link that leads round in a circle. */
class Walk {
  readonly found: string[] = [];

  constructor(private readonly report: Report | undefined) {}

  private problem(file: string, kind: ListProblem["kind"], cause?: unknown): void {
    this.report?.({ path: file, kind, reason: (cause as NodeJS.ErrnoException | undefined)?.code ?? kind });
  }

  async folder(folder: string, above: readonly string[]): Promise<void> {
    let items: Dirent[];
    let real: string;
    try {
      real = await fs.realpath(folder);
      items = await fs.readdir(folder, { withFileTypes: true });
    } catch (cause) {
      // The folder that was asked for has to be there; one below it is reported.
      if (above.length === 0 || this.report === undefined) throw cause;
      this.problem(folder, "unreadable", cause);
      return;
    }
    for (const item of items) {
      if (item.name.startsWith(".") || item.name === "node_modules") continue;
      await this.item(path.join(folder, item.name), item, [...above, real]);
    }
  }

  private async item(full: string, item: Dirent, above: readonly string[]): Promise<void> {
    if (item.isFile()) this.found.push(full);
    else if (item.isDirectory()) await this.folder(full, above);
    else if (item.isSymbolicLink()) await this.link(full, above);
    else this.problem(full, "special");
  }

  private async link(full: string, above: readonly string[]): Promise<void> {
    try {
      const target = await fs.stat(full);
      if (target.isFile()) this.found.push(full);
      else if (!target.isDirectory()) this.problem(full, "special");
      else if (above.includes(await fs.realpath(full))) this.problem(full, "link-loop");
      else await this.folder(full, above);
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR") this.problem(full, "broken-link", cause);
      else if (code === "ELOOP") this.problem(full, "link-loop", cause);
      else this.problem(full, "unreadable", cause);
    }
  }
}

/**
 * All files below a folder, sorted.
 * @throws what node:fs throws when the folder itself cannot be read
 */
export async function listFolder(folder: string, report?: Report): Promise<string[]> {
  const walk = new Walk(report);
  await walk.folder(folder, []);
  return walk.found.sort();
}
