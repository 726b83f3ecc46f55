import type { Timers } from "../../workspace/ports.js";

/** What following a set of paths tells and asks. */
export interface RootEvents {
  /** Whether there is something at the path now. */
  isThere(root: string): Promise<boolean>;
  /** Roots that were there and are not. */
  gone(roots: readonly string[]): void;
  /** Roots that are there again, or for the first time: following has to begin anew. The next look waits for it. */
  back(roots: readonly string[]): Promise<void>;
}

/**
 * Looks after the files and folders that a watch was told to follow. What the operating system tells of a folder ends when
 * the folder is renamed or removed, and nothing tells of another that takes its place: so each is looked for at intervals.
 */
export class RootWatch {
  private roots: readonly string[] = [];
  private missing = new Set<string>();
  private readonly lost = new Set<string>();
  private cancel: (() => void) | undefined;
  private closed = false;

  constructor(
    private readonly timers: Timers,
    /** Milliseconds from one look to the next. */
    private readonly every: number,
    private readonly events: RootEvents,
  ) {}

  /** Takes up what is followed from now on. */
  async follow(roots: readonly string[]): Promise<void> {
    this.roots = roots;
    this.lost.clear();
    this.missing = new Set(await this.absent());
    if (this.cancel === undefined) this.wait();
  }

  /** Following said that a root was removed: should another be there already at the next look, that is another one. */
  lose(root: string): void {
    this.lost.add(root);
  }

  close(): void {
    this.closed = true;
    this.cancel?.();
  }

  private wait(): void {
    if (!this.closed) this.cancel = this.timers.after(this.every, () => void this.look());
  }

  private async absent(): Promise<string[]> {
    const absent: string[] = [];
    for (const root of this.roots) if (!(await this.events.isThere(root))) absent.push(root);
    return absent;
  }

  private async look(): Promise<void> {
    const before = this.missing;
    const now = new Set(await this.absent());
    const gone = [...now].filter((root) => !before.has(root));
    const back = this.roots.filter((root) => !now.has(root) && (before.has(root) || this.lost.has(root)));
    this.missing = now;
    this.lost.clear();
    if (gone.length > 0) this.events.gone(gone);
    if (back.length > 0) await this.events.back(back);
    this.wait();
  }
}
