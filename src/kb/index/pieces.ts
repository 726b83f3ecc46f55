/** What one more read costs, as the bytes that could be read meanwhile: some microseconds. */
const READ = 8192;

/**
 * A run of bytes that is read piece by piece, until the pieces have cost as much as the whole would have: then all of it is
 * read and kept. A command that answers once reads little; a process that stays soon reads nothing more.
 */
export class Pieces {
  /** Where the bytes of the last {@link seek} stand. */
  bytes: Uint8Array;
  private whole: boolean;
  private cost = 0;

  /**
   * @param read bytes from an offset on
   * @param bad the error for an offset that cannot be
   * @param bytes all of them, where they are in memory already
   */
  constructor(
    readonly length: number,
    private readonly read: (offset: number, length: number) => Uint8Array,
    private readonly bad: () => Error,
    bytes?: Uint8Array,
  ) {
    this.whole = bytes !== undefined;
    this.bytes = bytes ?? new Uint8Array(0);
  }

  /**
   * Makes the bytes from `from` up to `to` available in {@link bytes}, until the next call.
   * @returns where they start in it
   */
  seek(from: number, to: number): number {
    if (!(from <= to && to <= this.length)) throw this.bad();
    if (this.whole) return from;
    this.cost += to - from + READ;
    if (this.cost >= this.length) {
      this.all();
      return from;
    }
    this.bytes = this.read(from, to - from);
    return 0;
  }

  /** {@link bytes} as little-endian numbers of 16 bits: of a run of them, of which each {@link seek} is at an even place. */
  get units(): Uint16Array {
    if (this.view?.of !== this.bytes) {
      const { buffer, byteOffset, length } = this.bytes;
      this.view = { of: this.bytes, as: new Uint16Array(buffer, byteOffset, length >> 1) };
    }
    return this.view.as;
  }

  private view: { readonly of: Uint8Array; readonly as: Uint16Array } | undefined;

  /** These bytes by themselves; not to be changed. */
  slice(from: number, to: number): Uint8Array {
    const at = this.seek(from, to);
    return this.bytes.subarray(at, at + to - from);
  }

  /** From now on the bytes stand in `target`, which is as long. */
  moveTo(target: Uint8Array): void {
    target.set(this.all());
    this.bytes = target;
  }

  all(): Uint8Array {
    if (!this.whole) {
      this.bytes = this.read(0, this.length);
      this.whole = true;
    }
    return this.bytes;
  }
}

/** A value that is made when it is first asked for. */
export class Lazy<T> {
  private made: { readonly value: T } | undefined;

  constructor(private readonly make: () => T) {}

  get value(): T {
    return (this.made ??= { value: this.make() }).value;
  }

  map<U>(change: (value: T) => U): Lazy<U> {
    return new Lazy(() => change(this.value));
  }
}
