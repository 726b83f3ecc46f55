/** Something found, by its number, and how well it fits. */
interface Hit {
  readonly number: number;
  readonly score: number;
}

/** Keeps the `count` best hits seen, in a binary heap whose root is the worst of them. */
export class BestHits {
  private readonly heap: Hit[] = [];

  /** @param tie order of two numbers with equal scores: negative when the first is the better one */
  constructor(
    private readonly count: number,
    private readonly tie: (a: number, b: number) => number,
  ) {}

  /** False when a hit of this score is sure not to be kept. */
  admits(score: number): boolean {
    return this.heap.length < this.count || (this.count > 0 && score >= this.heap[0]!.score);
  }

  /** True when a hit would be kept. */
  takes(number: number, score: number): boolean {
    const { heap, count } = this;
    if (heap.length < count) return true;
    if (count === 0 || score < heap[0]!.score) return false;
    return score > heap[0]!.score || this.tie(number, heap[0]!.number) < 0;
  }

  /** The score that a hit must at least have to be kept: −∞ while there is room. */
  get least(): number {
    return this.heap.length < this.count ? -Infinity : (this.heap[0]?.score ?? Infinity);
  }

  add(number: number, score: number): void {
    if (!this.admits(score)) return;
    const hit = { number, score };
    if (this.heap.length < this.count) {
      this.heap.push(hit);
      this.rise();
    } else if (this.order(hit, this.heap[0]!) < 0) {
      this.heap[0] = hit;
      this.sink();
    }
  }

  /** Best first. */
  sorted(): Hit[] {
    return [...this.heap].sort((a, b) => this.order(a, b));
  }

  /** Negative when `a` is the better one. */
  private order(a: Hit, b: Hit): number {
    return b.score - a.score || this.tie(a.number, b.number);
  }

  private rise(): void {
    const { heap } = this;
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (this.order(heap[parent]!, heap[at]!) > 0) return;
      [heap[parent], heap[at]] = [heap[at]!, heap[parent]!];
      at = parent;
    }
  }

  private sink(): void {
    const { heap } = this;
    for (let at = 0; ;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && this.order(heap[child]!, heap[worst]!) > 0) worst = child;
      }
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
      at = worst;
    }
  }
}
