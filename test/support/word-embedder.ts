import { createHash } from "node:crypto";
import type { Embedder } from "../../src/embed/embedder.js";

/** A small encoder for tests: every character has a direction of its own, a text is their sum at length 1. */
export function wordEmbedder(id = "builtin:test", dim = 8): Embedder {
  const direction = (character: string) =>
    [...createHash("sha256").update(character).digest()].slice(0, dim).map((x) => x - 128);
  const encode = (text: string): Float32Array => {
    const sum = new Float32Array(dim);
    for (const character of text.toLowerCase()) direction(character).forEach((x, j) => (sum[j]! += x));
    const length = Math.sqrt(sum.reduce((total, x) => total + x * x, 0));
    return length === 0 ? sum : sum.map((x) => x / length);
  };
  return {
    info: { id, digest: createHash("sha256").update(`${id} ${dim}`).digest("hex"), dim },
    costly: false,
    embed: (texts) => Promise.resolve(texts.map(encode)),
    close: () => Promise.resolve(),
  };
}
