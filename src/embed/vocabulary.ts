const MAGIC = 0x4c43_4f56; // "VOCL"
const HEADER = 4;
/** A third of the slots stay free, at least: few tokens stand behind one another. */
const FREE = 1.5;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const NEW_LINE = 10;

const SEED = 0x811c9dc5 | 0;
/** FNV-1a of UTF-16 units, one by one. */
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

function mixed(hash: number): number {
  const other = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return other ^ (other >>> 13);
}

/** What is known of a slot: nothing yet (0), that it is empty, or seven bits of the hash of the token that stands there. */
const EMPTY = 1;
const markOf = (hash: number): number => 0x80 | (hash >>> 25);

/**
 * The tokens of a model, one a line in the order of their rows, found in the bytes of vocab.txt by a table: a map of them takes
 * longer to make than a search, and a string cut out of a text for each question longer than its answer.
 */
export class Vocabulary {
  private readonly marks: Uint8Array;
  /** By UTF-16 unit: the row plus two of the token that it is, one for none, 0 where that was not asked for yet. */
  private readonly units = new Uint32Array(0x10000);

  /**
   * @param vocab bytes of vocab.txt
   * @param starts where each token starts, and the end of the last
   * @param slots a power of two: the row plus one of a token whose hash is that of the slot or of one before it, 0 for none
   */
  constructor(
    private readonly vocab: Uint8Array,
    private readonly starts: Uint32Array,
    private readonly slots: Uint32Array,
  ) {
    this.marks = new Uint8Array(slots.length);
  }

  get(token: string): number | undefined {
    const row = this.row(token);
    return row < 0 ? undefined : row;
  }

  /** Row of the token that stands in a text from one place up to another, or −1. */
  row(text: string, from = 0, to = text.length): number {
    let hash = SEED;
    for (let at = from; at < to; at++) hash = step(hash, text.charCodeAt(at));
    return this.find(text, from, to, hash);
  }

  /** Rows, or −1, of the parts of a text that start at `from` and are 1, 2, … `most` units long. */
  rowsFrom(text: string, from: number, most: number, into: Int32Array): void {
    const unit = text.charCodeAt(from);
    let hash = step(SEED, unit);
    into[1] = (this.units[unit] ||= this.find(text, from, from + 1, hash) + 2) - 2;
    for (let length = 2; length <= most; length++) {
      hash = step(hash, text.charCodeAt(from + length - 1));
      into[length] = this.find(text, from, from + length, hash);
    }
  }

  token(row: number): string {
    return decoder.decode(this.vocab.subarray(this.starts[row]!, this.starts[row + 1]! - 1));
  }

  /** Where a token could be put. @param hash of its units, not mixed yet */
  slotOf(text: string, from: number, to: number, hash: number): number {
    const { slots } = this;
    const last = slots.length - 1;
    let slot = mixed(hash) & last;
    while (slots[slot] !== 0 && !this.isAt(slots[slot]! - 1, text, from, to)) slot = (slot + 1) & last;
    return slot;
  }

  /** Like {@link slotOf}, of a table that is whole: most parts of texts are no tokens, which the marks tell without looking at any. */
  private find(text: string, from: number, to: number, hash: number): number {
    const { marks, slots } = this;
    const last = slots.length - 1;
    const mix = mixed(hash);
    const own = markOf(mix);
    for (let slot = mix & last; ; slot = (slot + 1) & last) {
      const mark = marks[slot]! || this.learnMark(slot);
      if (mark === EMPTY) return -1;
      if (mark === own && this.isAt(slots[slot]! - 1, text, from, to)) return slots[slot]! - 1;
    }
  }

  private learnMark(slot: number): number {
    const row = this.slots[slot]! - 1;
    if (row < 0) return (this.marks[slot] = EMPTY);
    const token = this.token(row);
    let hash = SEED;
    for (let at = 0; at < token.length; at++) hash = step(hash, token.charCodeAt(at));
    return (this.marks[slot] = markOf(mixed(hash)));
  }

  /** Compares UTF-16 with UTF-8. */
  private isAt(row: number, text: string, from: number, to: number): boolean {
    const { vocab } = this;
    let byte = this.starts[row]!;
    for (let at = from; at < to; at++) {
      const point = text.codePointAt(at)!;
      if (point < 0x80) {
        if (vocab[byte++] !== point) return false;
        continue;
      }
      const more = bytesOf(point) - 1;
      if (vocab[byte++] !== (LEADING[more]! | (point >> (6 * more)))) return false;
      for (let k = more - 1; k >= 0; k--) if (vocab[byte++] !== (0x80 | ((point >> (6 * k)) & 0x3f))) return false;
      if (more === 3) at++;
    }
    return byte === this.starts[row + 1]! - 1 && (byte >= vocab.length || vocab[byte] === NEW_LINE);
  }
}

const LEADING = [0, 0xc0, 0xe0, 0xf0];
const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** The table as 32-bit numbers: a mark, rows, bytes of vocab.txt, slots; then what {@link Vocabulary} is made of. */
function tableOf(text: string, vocab: Uint8Array, rows: number): Uint32Array {
  const count = 2 ** Math.ceil(Math.log2(rows * FREE));
  const table = new Uint32Array(HEADER + rows + 1 + count);
  table.set([MAGIC, rows, vocab.length, count]);
  const starts = table.subarray(HEADER, HEADER + rows + 1);
  const slots = table.subarray(HEADER + rows + 1);
  const vocabulary = new Vocabulary(vocab, starts, slots);
  for (let row = 0, at = 0; row < rows; row++) {
    let hash = SEED;
    let bytes = 0;
    const from = at;
    for (; at < text.length && text.charCodeAt(at) !== NEW_LINE; at++) {
      const unit = text.charCodeAt(at);
      hash = step(hash, unit);
      // Two units make the four bytes of a character beyond U+FFFF.
      bytes += unit >= 0xd800 && unit <= 0xdfff ? 2 : bytesOf(unit);
    }
    starts[row + 1] = starts[row]! + bytes + 1;
    slots[vocabulary.slotOf(text, from, at, hash)] = row + 1;
    at++;
  }
  return table;
}

/** The table of a vocab.txt (models/…/lookup.bin), in bytes, little-endian. */
export function makeLookup(vocab: string, rows: number): Uint8Array {
  return new Uint8Array(tableOf(vocab, encoder.encode(vocab), rows).buffer);
}

/** The vocabulary of a vocab.txt; `undefined` when there are not as many different tokens as rows. */
export function readVocabulary(text: string, rows: number): Vocabulary | undefined {
  const vocab = encoder.encode(text);
  const table = tableOf(text, vocab, rows);
  const tokens = table.subarray(HEADER + rows + 1).reduce((sum, row) => sum + Math.min(row, 1), 0);
  return tokens === rows ? vocabularyOf(vocab, rows, table) : undefined;
}

/**
 * The vocabulary by a table that was made before.
 * @param vocab bytes of vocab.txt
 * @param lookup as of {@link makeLookup}
 * @returns `undefined` when the table was made for another file
 */
export function openVocabulary(vocab: Uint8Array, rows: number, lookup: Uint8Array): Vocabulary | undefined {
  // A view of numbers needs its bytes at a multiple of four.
  const { buffer, byteOffset, length } = lookup.byteOffset % 4 === 0 ? lookup : lookup.slice();
  const table = new Uint32Array(buffer, byteOffset, length >> 2);
  const fits = table[0] === MAGIC && table[1] === rows && table[2] === vocab.length;
  return fits && table.length === HEADER + rows + 1 + table[3]! ? vocabularyOf(vocab, rows, table) : undefined;
}

function vocabularyOf(vocab: Uint8Array, rows: number, table: Uint32Array): Vocabulary {
  return new Vocabulary(vocab, table.subarray(HEADER, HEADER + rows + 1), table.subarray(HEADER + rows + 1));
}
