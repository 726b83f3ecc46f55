import type { Timers } from "../../workspace/ports.js";

/** How long a watch waits. */
export interface WatchSchedule {
  /** Milliseconds of quiet after the last change before a run. */
  readonly quiet: number;
  /** Milliseconds before a run is tried again that another process stood in the way of. */
  readonly retry: number;
}

/** What a watch asks for and does. */
export interface WatchWork {
  /** What tells one state of a file from another, as its size and time; `undefined` when it is not there. */
  stateOf(file: string): Promise<string | undefined>;
  /**
   * One ingest; it never throws.
   * @param changed the files that changed since the last run, sorted; none for the first run
   * @returns `again` when another process held the lock, so that it has to be tried again
   */
  run(changed: readonly string[]): Promise<"done" | "again">;
}

/**
 * Decides when a watch ingests: once at the start, then when files have changed and nothing has moved for a while, and
 * never two at once. Files that are still being written, by what their state says from one look to the next, are waited
 * for. What changes during a run is taken up after it.
 */
export class IngestWatch {
  private readonly changed = new Set<string>();
  private states = new Map<string, string | undefined>();
  private cancel: (() => void) | undefined;
  private busy = false;
  private closed = false;

  constructor(
    private readonly timers: Timers,
    private readonly schedule: WatchSchedule,
    private readonly work: WatchWork,
  ) {}

  /** The first run, at once. */
  start(): Promise<void> {
    return this.ingest();
  }

  /** A file was made, written or removed. */
  touch(file: string): void {
    if (this.closed) return;
    this.changed.add(file);
    this.states.delete(file);
    if (!this.busy) this.wait(this.schedule.quiet);
  }

  /** No run starts after this; one that is under way ends by itself. */
  close(): void {
    this.closed = true;
    this.cancel?.();
  }

  private wait(milliseconds: number): void {
    this.cancel?.();
    if (!this.closed) this.cancel = this.timers.after(milliseconds, () => void this.look());
  }

  /** Runs when every changed file is as it was at the last look. */
  private async look(): Promise<void> {
    this.busy = true;
    const states = new Map<string, string | undefined>();
    for (const file of this.changed) states.set(file, await this.work.stateOf(file));
    const still = [...states].every(([file, state]) => this.states.has(file) && this.states.get(file) === state);
    this.states = states;
    this.busy = false;
    if (still && states.size === this.changed.size) await this.ingest();
    else this.wait(this.schedule.quiet);
  }

  private async ingest(): Promise<void> {
    if (this.closed) return;
    this.busy = true;
    const files = [...this.changed].sort();
    this.changed.clear();
    this.states.clear();
    const outcome = await this.work.run(files);
    this.busy = false;
    if (outcome === "again") for (const file of files) this.changed.add(file);
    if (outcome === "again") this.wait(this.schedule.retry);
    else if (this.changed.size > 0) this.wait(this.schedule.quiet);
  }
}
