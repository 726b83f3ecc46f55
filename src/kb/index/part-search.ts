import type { CloseHits } from "./best-hits.js";
import type { WeightedTerm } from "./field-search.js";
import type { LexicalField } from "./lexical-field.js";
import { saturation, saturationsOfOne } from "./saturation.js";

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
const LONG = 255;

/** A term of a query, and where it stands. */
export interface KnownTerm extends Omit<WeightedTerm, "count"> {
  /** By part: number of the term in it, or −1. */
  readonly numbers: readonly number[];
  /** Live documents that hold it. */
  readonly documents: number;
}

/**
 * One query in a field, part by part. Terms are taken from the rarest to the most common, and whichever way a document is
 * scored, what they add is summed in this order: a score is the same to the last bit however the documents lie in parts.
 */
export class PartSearch {
  /** Bits of the terms that the document scored last holds. */
  low = 0;
  high = 0;
  private count = 0;
  private readonly idfs: Float64Array;
  private readonly bits: Int8Array;
  /** By term: what it adds to the document that is being scored. */
  private readonly gains: Float64Array;

  constructor(
    private readonly searched: SearchedField,
    private readonly terms: readonly KnownTerm[],
  ) {
    this.idfs = new Float64Array(terms.length);
    this.bits = new Int8Array(terms.length);
    this.gains = new Float64Array(terms.length);
    terms.forEach(({ idf, bit }, at) => {
      this.idfs[at] = idf;
      this.bits[at] = bit;
    });
  }

  /**
   * Hands on the live documents of a part that hold one of the terms, with their scores.
   * @param accept of documents by their numbers in the index
   */
  gather(part: PartField, into: CloseHits, accept: (document: number) => boolean): void {
    const { sums, found } = this.searched.room;
    const { first, isDead, place } = part;
    try {
      for (const { numbers, idf } of this.terms) if (numbers[place]! >= 0) this.readList(part, numbers[place]!, idf);
      for (let at = 0; at < this.count; at++) {
        const document = found[at]!;
        const sum = sums[document]!;
        if (sum >= into.least && isDead?.(document) !== true && accept(first + document))
          into.add(first + document, sum);
      }
    } finally {
      for (let at = 0; at < this.count; at++) sums[found[at]!] = 0;
      this.count = 0;
    }
  }

  /** To be called before and after documents of a part are {@link score}d. */
  mark({ place }: PartField, on: boolean): void {
    const { places, marks } = this.searched.room;
    this.terms.forEach(({ numbers }, at) => {
      const term = numbers[place]!;
      if (term < 0) return;
      places[term] = on ? at + 1 : 0;
      if (on) marks[term >>> 3]! |= 1 << (term & 7);
      else marks[term >>> 3] = 0;
    });
  }

  /** Score of one document of a part, by its own terms; {@link low} and {@link high} tell which bits it holds. */
  score({ field }: PartField, document: number): number {
    const { once, mean, room } = this.searched;
    const { places, marks } = room;
    const { gains, idfs, bits } = this;
    const { contents, contentStarts, lengths } = field;
    const from = contentStarts[document]!;
    const length = contentStarts[document + 1]! - from;
    let at = contents.seek(from, from + length);
    const { bytes } = contents;
    const end = at + length;
    const tokens = lengths[document]!;
    const gainOfOne = tokens < once.length ? once[tokens]! : saturation(1, tokens / mean);
    let term = -1;
    let low = 0;
    let high = 0;
    while (at < end) {
      let head = bytes[at]! | (bytes[at + 1]! << 8);
      at += 2;
      if (head >= 0x8000) {
        head &= 0x7fff;
        for (let shift = 15; at < end; shift += 15) {
          const unit = bytes[at]! | (bytes[at + 1]! << 8);
          at += 2;
          head |= (unit & 0x7fff) << shift;
          if (unit < 0x8000) break;
        }
      }
      term += (head >>> 1) + 1;
      // How often a term stands in a text is one unit, as it is written.
      const often = head & 1;
      at += 2 * often;
      if (((marks[term >>> 3]! >>> (term & 7)) & 1) === 0) continue;
      const place = places[term]! - 1;
      const gain = often === 0 ? gainOfOne : saturation(bytes[at - 2]! | (bytes[at - 1]! << 8), tokens / mean);
      gains[place] = idfs[place]! * gain;
      const bit = bits[place]!;
      if (bit >= 32) high |= 1 << (bit - 32);
      else if (bit >= 0) low |= 1 << bit;
    }
    this.low = low;
    this.high = high;
    let sum = 0;
    for (let place = 0; place < gains.length; place++) {
      sum += gains[place]!;
      gains[place] = 0;
    }
    return sum;
  }

  private readList(part: PartField, term: number, idf: number): void {
    const { once, mean, room } = this.searched;
    const { sums, found } = room;
    const { field } = part;
    const { postings, postingStarts } = field;
    const lengths = this.searched.lengthsOf(part);
    const from = postingStarts[term]!;
    const to = postingStarts[term + 1]!;
    let at = postings.seek(from, to);
    const { bytes } = postings;
    const end = at + to - from;
    const documents = lengths.length;
    let count = this.count;
    let document = -1;
    while (at < end) {
      let head = bytes[at++]!;
      if (head >= 0x80) {
        head &= 0x7f;
        for (let shift = 7; at < end; shift += 7) {
          const byte = bytes[at++]!;
          head |= (byte & 0x7f) << shift;
          if (byte < 0x80) break;
        }
      }
      document += (head >>> 1) + 1;
      if (document >= documents) break;
      let length = lengths[document]!;
      if (length === LONG) length = field.lengths[document]!;
      let gain: number;
      if ((head & 1) === 1) {
        let frequency = 0;
        for (let shift = 0; at < end; shift += 7) {
          const byte = bytes[at++]!;
          frequency |= (byte & 0x7f) << shift;
          if (byte < 0x80) break;
        }
        gain = idf * saturation(frequency, length / mean);
      } else gain = idf * (length < once.length ? once[length]! : saturation(1, length / mean));
      const sum = sums[document]!;
      if (sum === 0) found[count++] = document;
      sums[document] = sum + gain;
    }
    this.count = count;
  }
}
