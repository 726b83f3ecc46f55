/** Tokens of a model, and the row of each. */
export interface Vocabulary {
  get(token: string): number | undefined;
}

const MAGIC = 0x4c43_4f56; // "VOCL"
const HEADER = 4;
/** A third of the slots stay free, at least: few tokens stand behind one another. */
const FREE = 1.5;
/** From so many lookups on a map of all tokens, which takes some 20 ms to make, is the cheaper way. */
const MANY = 20_000;

const encoder = new TextEncoder();
const NEW_LINE = 10;

function hashOf(token: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < token.length; at++) hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Every token with its row; of two that are the same the later one counts. */
function mapOf(text: string, rows: number): Map<string, number> {
  const map = new Map<string, number>();
  let start = 0;
  for (let row = 0; row < rows; row++) {
    const end = text.indexOf("\n", start);
    map.set(text.slice(start, end < 0 ? text.length : end), row);
    start = end < 0 ? text.length + 1 : end + 1;
  }
  return map;
}

/**
 * A table in which a token is found in the bytes of vocab.txt, without a look at the others (models/…/lookup.bin). 32-bit numbers,
 * little-endian: a mark, rows, bytes of vocab.txt, slots (a power of two); where each token starts, and the end of the last; by slot
 * the row plus one of a token whose hash is that of the slot or of one before it, 0 for none.
 */
export function makeLookup(vocab: string, rows: number): Uint8Array {
  const bytes = encoder.encode(vocab).length;
  const slots = 2 ** Math.ceil(Math.log2(rows * FREE));
  const table = new Uint32Array(HEADER + rows + 1 + slots);
  table.set([MAGIC, rows, bytes, slots]);
  let start = 0;
  for (const [token, row] of mapOf(vocab, rows)) {
    table[HEADER + row] = start;
    start += encoder.encode(token).length + 1;
    let slot = hashOf(token) % slots;
    while (table[HEADER + rows + 1 + slot] !== 0) slot = (slot + 1) % slots;
    table[HEADER + rows + 1 + slot] = row + 1;
  }
  table[HEADER + rows] = start;
  return new Uint8Array(table.buffer);
}

/** The vocabulary as a map; `undefined` when there are not as many tokens as rows. */
export function readVocabulary(text: string, rows: number): Vocabulary | undefined {
  const map = mapOf(text, rows);
  return map.size === rows ? map : undefined;
}

/**
 * The vocabulary by its table, for a process that looks up little: making a map of all tokens takes longer than a search.
 * @param vocab bytes of vocab.txt
 * @param lookup as of {@link makeLookup}
 * @returns `undefined` when the table was made for another file
 */
export function openVocabulary(vocab: Uint8Array, rows: number, lookup: Uint8Array): Vocabulary | undefined {
  // A view of numbers needs its bytes at a multiple of four.
  const { buffer, byteOffset, length } = lookup.byteOffset % 4 === 0 ? lookup : lookup.slice();
  const table = new Uint32Array(buffer, byteOffset, length >> 2);
  const slots = table[3]!;
  const fits = table[0] === MAGIC && table[1] === rows && table[2] === vocab.length;
  if (!fits || table.length !== HEADER + rows + 1 + slots) return undefined;
  return new TableVocabulary(vocab, rows, table.subarray(HEADER, HEADER + rows + 1), table.subarray(-slots));
}

class TableVocabulary implements Vocabulary {
  private readonly wanted = new Uint8Array(256);
  private lookups = 0;
  private map: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly vocab: Uint8Array,
    private readonly rows: number,
    private readonly starts: Uint32Array,
    private readonly slots: Uint32Array,
  ) {}

  get(token: string): number | undefined {
    if (this.map !== undefined) return this.map.get(token);
    if (++this.lookups > MANY) {
      this.map = mapOf(new TextDecoder().decode(this.vocab), this.rows);
      return this.map.get(token);
    }
    const { slots } = this;
    const last = slots.length - 1;
    let length = -1;
    for (let slot = hashOf(token) & last; slots[slot] !== 0; slot = (slot + 1) & last) {
      if (length < 0) length = this.encode(token);
      const row = slots[slot]! - 1;
      if (this.isAt(row, length)) return row;
    }
    return undefined;
  }

  /** Puts a token's bytes and the line's end behind them into {@link wanted}. A longer one than fits is no token. */
  private encode(token: string): number {
    const { read, written } = encoder.encodeInto(token, this.wanted.subarray(0, -1));
    if (read < token.length) return 0;
    this.wanted[written] = NEW_LINE;
    return written + 1;
  }

  private isAt(row: number, length: number): boolean {
    const start = this.starts[row]!;
    if (this.starts[row + 1]! - start !== length) return false;
    // The last line may lack its end.
    const end = Math.min(length, this.vocab.length - start);
    for (let at = 0; at < end; at++) if (this.vocab[start + at] !== this.wanted[at]) return false;
    return true;
  }
}
