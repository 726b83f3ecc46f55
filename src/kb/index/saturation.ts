const K1 = 1.2;
const B = 0.75;

/**
 * What a term's frequency in a document is worth, before its idf: BM25 with k1 = 1.2 and b = 0.75 (Robertson & Zaragoza, "The
 * Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009, section 3).
 * @param length of the document, as a multiple of the mean
 */
export function saturation(frequency: number, length: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length));
}

/** Saturations by length, in tokens, of a term that stands once in a document: what most do. */
export function saturationsOfOne(mean: number): Float64Array {
  return Float64Array.from({ length: 512 }, (_, length) => saturation(1, length / mean));
}
