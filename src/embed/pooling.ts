/** How the vectors of a text's tokens become one: as sentence-transformers names it. */
export const POOLINGS = ["mean", "cls", "max", "last"] as const;

export type Pooling = (typeof POOLINGS)[number];

/** Token vectors of some texts, padded to one length: `texts × tokens × dim` values. */
interface TokenVectors {
  readonly values: Float32Array;
  readonly texts: number;
  readonly tokens: number;
  readonly dim: number;
}

/**
 * One unit vector a text.
 * @param mask `texts × tokens`, 0 for padding (on either side)
 */
export function poolTokens(vectors: TokenVectors, mask: ArrayLike<number | bigint>, pooling: Pooling): Float32Array[] {
  const { tokens, dim } = vectors;
  const result: Float32Array[] = [];
  for (let text = 0; text < vectors.texts; text++) {
    const present: number[] = [];
    for (let token = 0; token < tokens; token++) if (Number(mask[text * tokens + token]) !== 0) present.push(token);
    const chosen = pooling === "cls" ? present.slice(0, 1) : pooling === "last" ? present.slice(-1) : present;
    const rows = chosen.map((token) => {
      const start = (text * tokens + token) * dim;
      return vectors.values.subarray(start, start + dim);
    });
    result.push(unit(pooling === "max" ? largest(rows, dim) : sum(rows, dim)));
  }
  return result;
}

/** The vector brought to length 1 in place; a zero vector stays. The mean and the sum of rows have one direction. */
export function unit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares > 0) {
    const factor = 1 / Math.sqrt(squares);
    for (let at = 0; at < vector.length; at++) vector[at]! *= factor;
  }
  return vector;
}

function sum(rows: readonly Float32Array[], dim: number): Float32Array {
  const result = new Float32Array(dim);
  for (const row of rows) for (let at = 0; at < dim; at++) result[at]! += row[at]!;
  return result;
}

function largest(rows: readonly Float32Array[], dim: number): Float32Array {
  const result = new Float32Array(dim).fill(rows.length === 0 ? 0 : -Infinity);
  for (const row of rows) for (let at = 0; at < dim; at++) result[at] = Math.max(result[at]!, row[at]!);
  return result;
}
