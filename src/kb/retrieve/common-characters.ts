/** Bits of one number of a row of bits; 32 would make sums negative. */
const BITS = 30;
const FULL = 2 ** BITS - 1;

/**
 * Compares the characters (UTF-16 units) of one text with those of many: the longest common subsequence by operations on
 * bits, one step for each character of the other text (Hyyrö, "Bit-Parallel LCS-length Computation Revisited", 2004).
 */
export class CommonCharacters {
  /** Where each unit of the text stands: the first of its numbers in `masks`. */
  private readonly units = new Map<number, number>();
  private readonly masks: number[];
  private readonly row: number[];
  private readonly pairs: ReadonlySet<number>;

  constructor(private readonly text: string) {
    const size = Math.ceil(text.length / BITS);
    this.row = new Array<number>(size).fill(FULL);
    this.masks = new Array<number>(size * text.length).fill(0);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      let place = this.units.get(unit);
      if (place === undefined) this.units.set(unit, (place = size * this.units.size));
      this.masks[place + Math.floor(at / BITS)]! |= 1 << (at % BITS);
    }
    this.pairs = new Set(pairsOf(text));
  }

  /** Length of the longest common subsequence. */
  inOrder(other: string): number {
    const { row, masks, units } = this;
    row.fill(FULL);
    for (let at = 0; at < other.length; at++) {
      const place = units.get(other.charCodeAt(at));
      if (place === undefined) continue;
      let carry = 0;
      for (let k = 0; k < row.length; k++) {
        const bits = row[k]!;
        const met = bits & masks[place + k]!;
        const sum = bits + met + carry;
        carry = sum > FULL ? 1 : 0;
        row[k] = (sum & FULL) | (bits & ~met);
      }
    }
    // A bit is 0 where the subsequence grew.
    let length = 0;
    for (let k = 0; k < row.length; k++) {
      const used = k < row.length - 1 ? FULL : 2 ** (this.text.length - k * BITS) - 1;
      for (let zeros = ~row[k]! & used; zeros !== 0; zeros &= zeros - 1) length++;
    }
    return length;
  }

  /** Dice coefficient of the pairs of neighbours. @param pairs by {@link pairsOf}, of the other text */
  dice(pairs: Int32Array): number {
    let common = 0;
    for (let at = 0; at < pairs.length; at++) if (this.pairs.has(pairs[at]!)) common++;
    return (2 * common) / Math.max(1, this.pairs.size + pairs.length);
  }
}

/** Pairs of UTF-16 units, as numbers, each once. */
export function pairsOf(characters: string): Int32Array {
  const pairs = new Int32Array(Math.max(0, characters.length - 1));
  let size = 0;
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = (characters.charCodeAt(at) << 16) | characters.charCodeAt(at + 1);
    const known = pairs.indexOf(pair);
    if (known < 0 || known >= size) pairs[size++] = pair;
  }
  return pairs.subarray(0, size);
}
