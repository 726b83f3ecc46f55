import type { Embedder } from "../embed/embedder.js";

/** What the encoder says of each text: its vector, and behind it how far its words reach, where the encoder knows that. */
export async function textVectors(texts: readonly string[], embedder: Embedder): Promise<Float32Array[]> {
  const vectors = await embedder.embed(texts, "query");
  const { reach } = embedder;
  if (reach === undefined) return vectors;
  return vectors.map((vector, i) => {
    const both = new Float32Array(2 * vector.length);
    both.set(vector);
    both.set(reach(texts[i]!), vector.length);
    return both;
  });
}
