/** Bounds of one run of a model. */
export interface BatchLimits {
  /** Texts at a time. */
  readonly texts: number;
  /** Tokens at a time, padding included; a single longer text runs alone. */
  readonly tokens: number;
}

/**
 * Groups texts of like length, so that little is computed for padding: the longest first, because then a batch that does not
 * fit into memory fails at once.
 * @param lengths tokens of each text
 * @returns ordinals of the texts of each batch; every text once, the same for the same lengths
 */
export function planBatches(lengths: readonly number[], limits: BatchLimits): number[][] {
  const order = [...lengths.keys()].sort((a, b) => lengths[b]! - lengths[a]! || a - b);
  const batches: number[][] = [];
  let longest = 0;
  for (const text of order) {
    const batch = batches.at(-1);
    const fits = batch !== undefined && batch.length < limits.texts && (batch.length + 1) * longest <= limits.tokens;
    if (fits) batch.push(text);
    else {
      batches.push([text]);
      longest = lengths[text]!;
    }
  }
  return batches;
}

/**
 * A text's tokens cut to a limit, with the closing marks of the model kept.
 * @param closing how many tokens the model wants after a text
 */
export function cutTokens(ids: readonly number[], most: number, closing: number): readonly number[] {
  if (ids.length <= most) return ids;
  const kept = Math.max(0, most - closing);
  return [...ids.slice(0, kept), ...ids.slice(ids.length - (most - kept))];
}
