import { setTimeout as wait } from "node:timers/promises";

/** Requests to one origin at the same time. */
const AT_ONCE = 2;

interface Origin {
  active: number;
  /** Milliseconds between starts. */
  delay: number;
  /** When the next may start, by the monotonic clock. */
  next: number;
  readonly waiting: (() => void)[];
}

/** Keeps requests to a server few, and apart where it asks for that. */
export class Pace {
  private readonly origins = new Map<string, Origin>();

  /**
   * @param now milliseconds that only grow
   * @param sleep waits so many of them
   */
  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly sleep: (milliseconds: number) => Promise<unknown> = wait,
  ) {}

  private of(name: string): Origin {
    let origin = this.origins.get(name);
    if (origin === undefined) this.origins.set(name, (origin = { active: 0, delay: 0, next: 0, waiting: [] }));
    return origin;
  }

  setDelay(name: string, milliseconds: number): void {
    this.of(name).delay = milliseconds;
  }

  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const origin = this.of(name);
    if (origin.active >= AT_ONCE) await new Promise<void>((resolve) => origin.waiting.push(resolve));
    else origin.active++;
    try {
      const now = this.now();
      const start = Math.max(now, origin.next);
      origin.next = start + origin.delay;
      if (start > now) await this.sleep(start - now);
      return await work();
    } finally {
      // The place goes to the one who waits longest, so that nobody can slip in between.
      const next = origin.waiting.shift();
      if (next === undefined) origin.active--;
      else next();
    }
  }
}
