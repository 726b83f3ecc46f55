import type { LexicalField } from "./lexical-field.js";
import { saturationsOfOne } from "./saturation.js";

/** One segment's documents of a field. */
export interface PartField {
  /** Place among the parts. */
  readonly place: number;
  readonly field: LexicalField;
  /** Number of its first document in the index. */
  readonly first: number;
  readonly isDead: ((document: number) => boolean) | undefined;
}

/**
 * Room for the work of one query, as long as the index, so that it is not made for each. The fields of an index share it: what is
 * small stays in the processor's caches.
 */
export class SearchRoom {
  /** By document: the sum so far. Zero between queries. */
  sums = new Float64Array(0);
  /** Documents with a sum. */
  found = new Uint32Array(0);
  /** By term: place in the query, from 1. Zero between queries. */
  places = new Uint16Array(0);
  /** A bit for each term that has a place: few terms of a document have. */
  marks = new Uint8Array(0);

  fit(documents: number, terms: number): void {
    if (documents > this.sums.length) {
      this.sums = new Float64Array(documents);
      this.found = new Uint32Array(documents);
    }
    if (terms > this.places.length) {
      this.places = new Uint16Array(terms);
      this.marks = new Uint8Array(Math.ceil(terms / 8));
    }
  }
}

/** What is the same for all searches in a field. */
export class SearchedField {
  /** Saturations of a term that stands once in a document, by its length. */
  readonly once: Float64Array;
  private readonly lengths: (Uint8ClampedArray | undefined)[] = [];

  /** @param mean length of the documents of the whole index */
  constructor(
    parts: readonly PartField[],
    readonly mean: number,
    readonly room: SearchRoom,
  ) {
    room.fit(
      Math.max(0, ...parts.map(({ field }) => field.documents)),
      Math.max(0, ...parts.map(({ field }) => field.terms.count)),
    );
    this.once = saturationsOfOne(mean);
  }

  /** Lengths of the documents of a part, those of {@link LONG} and more as that. */
  lengthsOf({ place, field }: PartField): Uint8ClampedArray {
    return (this.lengths[place] ??= new Uint8ClampedArray(field.lengths));
  }
}

/** The greatest number of a byte. */
export const LONG = 255;
