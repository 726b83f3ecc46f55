/** Something found, by its number, and how well it fits. */
interface Hit {
  readonly number: number;
  readonly score: number;
}

function swap(heap: Hit[], a: number, b: number): void {
  const hit = heap[a]!;
  heap[a] = heap[b]!;
  heap[b] = hit;
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

  add(number: number, score: number): void {
    if (!this.admits(score)) return;
    if (this.heap.length < this.count) {
      this.heap.push({ number, score });
      this.rise();
      return;
    }
    const worst = this.heap[0]!;
    if (score === worst.score && this.tie(number, worst.number) > 0) return;
    this.heap[0] = { number, score };
    this.sink();
  }

  /** Best first; nothing can be added after that. */
  sorted(): Hit[] {
    return this.heap.sort((a, b) => this.order(a, b));
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
      swap(heap, parent, at);
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
      swap(heap, at, worst);
      at = worst;
    }
  }
}

/**
 * Gathers all that may be among the `count` best: what scores at least as much as the last of these, less a slack. Of equal ones
 * all are kept, so that it does not matter in which order they come. One may serve many queries, so that these cost no room of their own.
 */
export class CloseHits {
  /** What scores less is not kept. */
  least = Infinity;
  private slack = 0;
  /** How many of the highest scores are known at most, and how many are. */
  private most = 0;
  private filled = 0;
  /** The highest scores, the lowest of them first: a binary heap. */
  private heap = new Float64Array(0);
  private count = 0;
  private numbers = new Uint32Array(0);
  private scores = new Float64Array(0);

  /** Lets go of everything, for another query. */
  start(count: number, slack = 0): void {
    this.least = count === 0 ? Infinity : -Infinity;
    this.slack = slack;
    this.most = count;
    this.filled = 0;
    this.count = 0;
    if (count <= this.heap.length) return;
    this.heap = new Float64Array(count);
    this.numbers = new Uint32Array(4 * count);
    this.scores = new Float64Array(4 * count);
  }

  add(number: number, score: number): void {
    if (!(score >= this.least)) return;
    if (this.count === this.numbers.length) this.makeRoom();
    this.numbers[this.count] = number;
    this.scores[this.count++] = score;
    if (this.filled < this.most) this.rise(score);
    else if (score > this.heap[0]!) this.sink(score);
    if (this.filled === this.most) this.least = this.heap[0]! - this.slack;
  }

  /** How many are kept. */
  size(): number {
    this.tidy();
    return this.count;
  }

  /** Hands on what is kept, in the order in which it came. */
  each(take: (number: number, score: number) => void): void {
    this.tidy();
    for (let at = 0; at < this.count; at++) take(this.numbers[at]!, this.scores[at]!);
  }

  /** Numbers of what is kept, ascending; the last that is asked for before the next start. */
  keptNumbers(): Uint32Array {
    this.tidy();
    return this.numbers.subarray(0, this.count).sort();
  }

  /** More room, where letting go of what has fallen behind gives little. */
  private makeRoom(): void {
    this.tidy();
    if (2 * this.count <= this.numbers.length) return;
    const { numbers, scores } = this;
    this.numbers = new Uint32Array(2 * numbers.length);
    this.numbers.set(numbers);
    this.scores = new Float64Array(2 * scores.length);
    this.scores.set(scores);
  }

  /** Lets go of what has fallen behind. */
  private tidy(): void {
    let to = 0;
    for (let at = 0; at < this.count; at++) {
      if (this.scores[at]! < this.least) continue;
      this.numbers[to] = this.numbers[at]!;
      this.scores[to++] = this.scores[at]!;
    }
    this.count = to;
  }

  private rise(score: number): void {
    const { heap } = this;
    let at = this.filled++;
    for (; at > 0;) {
      const parent = (at - 1) >> 1;
      if (heap[parent]! <= score) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = score;
  }

  private sink(score: number): void {
    const { heap, most } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= most) break;
      if (child + 1 < most && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= score) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = score;
  }
}
