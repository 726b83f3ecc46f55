import type { WordVectors } from "./word-vectors.js";

/** What an index, a model or a bundle remembers of the encoder that made its vectors. */
export interface EmbedderInfo {
  /** `builtin:bilingual-static` or `transformers:<model>`. */
  readonly id: string;
  /** SHA-256 (hex) over the encoder's files and settings; two encoders with one digest give the same vectors. */
  readonly digest: string;
  /** Length of a vector. */
  readonly dim: number;
}

/** Turns texts into unit vectors. */
export interface Embedder {
  readonly info: EmbedderInfo;
  /** True where a vector costs enough that keeping it is worth the space (a transformer), false for the static encoder. */
  readonly costly: boolean;
  /**
   * One vector a text, in order, each of length `info.dim` and L2 norm 1 (all zero for a text without a known token).
   * A `query` may get another prefix than a `passage` (bge, e5); the static encoder ignores the difference.
   */
  embed(texts: readonly string[], as: "query" | "passage"): Promise<Float32Array[]>;
  /** Meanings of single words, where the encoder knows them. */
  readonly words?: WordVectors | undefined;
  /** Frees native memory and workers, where there are any. */
  close(): Promise<void>;
}
