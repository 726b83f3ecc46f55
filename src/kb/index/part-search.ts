import type { CloseHits } from "./best-hits.js";
import type { WeightedTerm } from "./field-search.js";
import { saturation } from "./saturation.js";
import { LONG, type PartField, type SearchedField } from "./searched-field.js";

/** Where a term stands. */
export interface KnownTerm {
  /** By part: number of the term in it, or −1. */
  readonly numbers: readonly number[];
  /** Live documents that hold it. */
  readonly documents: number;
  /** Its worth by these, in nats. */
  readonly idf: number;
}

/**
 * Queries in a field, one after the other, part by part. Terms are taken from the rarest to the most common, equal ones by their text,
 * and whichever way a document is scored, what they add is summed in this order: a score is the same to the last bit however the
 * documents lie in parts. There is one for all queries of a field, so that a query costs no room of its own.
 */
export class PartSearch {
  /** Bits of the terms that the document scored last holds. */
  low = 0;
  high = 0;
  /** Terms of the query. */
  private size = 0;
  /** Documents found so far. */
  private count = 0;
  private readonly terms: WeightedTerm[] = [];
  private readonly known: KnownTerm[] = [];
  private idfs = new Float64Array(64);
  private bits = new Int8Array(64);
  /** By term: what it adds to the document that is being scored, and a bit for each term that it holds. */
  private gains = new Float64Array(64);
  private held = new Int32Array(2);

  constructor(private readonly searched: SearchedField) {}

  /** The terms of the next query; those that are nowhere count for nothing. */
  start(terms: readonly WeightedTerm[], find: (term: string) => KnownTerm): void {
    this.size = 0;
    if (terms.length > this.idfs.length) {
      this.idfs = new Float64Array(2 * terms.length);
      this.bits = new Int8Array(2 * terms.length);
      this.gains = new Float64Array(2 * terms.length);
      this.held = new Int32Array(Math.ceil(terms.length / 16));
    }
    for (const term of terms) {
      const known = find(term.term);
      if (term.idf > 0 && known.documents > 0) this.insert(term, known);
    }
    for (let at = 0; at < this.size; at++) {
      this.idfs[at] = this.terms[at]!.idf;
      this.bits[at] = this.terms[at]!.bit;
    }
  }

  private insert(term: WeightedTerm, known: KnownTerm): void {
    const { terms, known: places } = this;
    let at = this.size++;
    for (; at > 0 && isRarer(term, terms[at - 1]!); at--) {
      terms[at] = terms[at - 1]!;
      places[at] = places[at - 1]!;
    }
    terms[at] = term;
    places[at] = known;
  }

  /** How many of the rarest terms have lists of no more than so many postings together; one at least, if there are any. */
  rarest(most: number): number {
    let postings = 0;
    for (let at = 0; at < this.size; at++) {
      postings += this.known[at]!.documents;
      if (postings > most && at > 0) return at;
    }
    return this.size;
  }

  /** Terms of the query that stand anywhere. */
  get length(): number {
    return this.size;
  }

  /**
   * Hands on the live documents of a part that hold one of the rarest terms, with their scores by these.
   * @param rarest how many terms
   * @param accept of documents by their numbers in the index
   */
  gather(part: PartField, rarest: number, into: CloseHits, accept: (document: number) => boolean): void {
    const { sums, found } = this.searched.room;
    const { first, isDead, place } = part;
    try {
      for (let at = 0; at < rarest; at++) {
        const number = this.known[at]!.numbers[place]!;
        if (number >= 0) this.readList(part, number, this.idfs[at]!);
      }
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
    for (let at = 0; at < this.size; at++) {
      const term = this.known[at]!.numbers[place]!;
      if (term < 0) continue;
      places[term] = on ? at + 1 : 0;
      if (on) marks[term >>> 3]! |= 1 << (term & 7);
      else marks[term >>> 3] = 0;
    }
  }

  /** Score of one document of a part, by its own terms; {@link low} and {@link high} tell which bits it holds. */
  score({ field }: PartField, document: number): number {
    const { once, mean, room } = this.searched;
    const { places, marks } = room;
    const { gains, idfs, held } = this;
    const { contents, contentStarts, lengths } = field;
    const from = contentStarts[document]!;
    const to = contentStarts[document + 1]!;
    let at = contents.seek(from, to) >> 1;
    const { units } = contents;
    const end = at + ((to - from) >> 1);
    const tokens = lengths[document]!;
    const gainOfOne = tokens < once.length ? once[tokens]! : saturation(1, tokens / mean);
    let term = -1;
    while (at < end) {
      let head = units[at++]!;
      if (head >= 0x8000) {
        head &= 0x7fff;
        for (let shift = 15; at < end; shift += 15) {
          const unit = units[at++]!;
          head |= (unit & 0x7fff) << shift;
          if (unit < 0x8000) break;
        }
      }
      term += (head >>> 1) + 1;
      // How often a term stands in a text is one unit, as it is written.
      const often = head & 1;
      at += often;
      if (((marks[term >>> 3]! >>> (term & 7)) & 1) === 0) continue;
      const place = places[term]! - 1;
      gains[place] = idfs[place]! * (often === 0 ? gainOfOne : saturation(units[at - 1]!, tokens / mean));
      held[place >>> 5]! |= 1 << (place & 31);
    }
    return this.sumOfHeld();
  }

  /** What the terms that a document holds add, the rarest first; few of a long query's are held. */
  private sumOfHeld(): number {
    const { gains, bits, held } = this;
    let sum = 0;
    let low = 0;
    let high = 0;
    for (let first = 0; first < this.size; first += 32) {
      for (let rest = held[first >>> 5]!; rest !== 0; rest &= rest - 1) {
        const place = first + 31 - Math.clz32(rest & -rest);
        sum += gains[place]!;
        const bit = bits[place]!;
        if (bit >= 32) high |= 1 << (bit - 32);
        else if (bit >= 0) low |= 1 << bit;
      }
      held[first >>> 5] = 0;
    }
    this.low = low;
    this.high = high;
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

const isRarer = (a: WeightedTerm, b: WeightedTerm): boolean => a.idf > b.idf || (a.idf === b.idf && a.term < b.term);
