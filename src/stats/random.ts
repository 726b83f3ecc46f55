/** A seeded source of randomness: the same seed gives the same numbers on every machine and in every version. */
export interface Random {
  /** In [0, 1), with 32 bits. */
  next(): number;
  /** A whole number in [0, below); `below` is a whole number from 1 to 2^32. */
  int(below: number): number;
  /** One of the items; throws RangeError when there is none. */
  pick<T>(items: readonly T[]): T;
  /** A shuffled copy (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /** A source of its own for a part of the work: it depends on this one's seed and the label, not on numbers drawn. */
  fork(label: string): Random;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), its state filled from a hash of the seed. */
export function createRandom(seed: number | string): Random {
  const name = typeof seed === "number" ? `#${seed}` : seed;
  const draw = sfc32(hashWords(name));
  const random: Random = {
    next: () => draw() / 2 ** 32,
    int(below) {
      if (!Number.isInteger(below) || below < 1 || below > 2 ** 32) throw new RangeError(`int(${below})`);
      // Numbers from the incomplete last round are drawn again, so that every result is equally likely.
      const limit = 2 ** 32 - (2 ** 32 % below);
      let value = draw();
      while (value >= limit) value = draw();
      return value % below;
    },
    pick(items) {
      if (items.length === 0) throw new RangeError("pick from nothing");
      return items[random.int(items.length)]!;
    },
    shuffle(items) {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = random.int(last + 1);
        [copy[last], copy[other]] = [copy[other]!, copy[last]!];
      }
      return copy;
    },
    fork: (label) => createRandom(`${name}/${label}`),
  };
  return random;
}

function sfc32(state: Uint32Array): () => number {
  let [a, b, c, counter] = state as unknown as [number, number, number, number];
  const draw = (): number => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  for (let round = 0; round < 15; round++) draw();
  return draw;
}

/** Four words from a string by FNV-1a with four offsets and a final mix (MurmurHash3's). */
function hashWords(text: string): Uint32Array {
  const words = new Uint32Array([0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]);
  for (let word = 0; word < words.length; word++) {
    let hash = words[word]!;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    words[word] = hash ^ (hash >>> 16);
  }
  return words;
}
