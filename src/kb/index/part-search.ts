import { BestHits } from "./best-hits.js";
import type { LexicalField } from "./lexical-field.js";
import { saturation, saturationsOfOne } from "./saturation.js";

/** A term of a query in one part of an index. */
export interface PartTerm {
  /** Number of the term in the part's field. */
  readonly term: number;
  /** Worth of the term, above 0. */
  readonly idf: number;
  /** The term adds at most this much to any document. */
  readonly bound: number;
  /** See `WeightedTerm`. */
  readonly bit: number;
}

/** One segment's documents of a field. */
export interface PartField {
  readonly field: LexicalField;
  /** Number of its first document in the index. */
  readonly first: number;
  readonly isDead: ((document: number) => boolean) | undefined;
  /** Order of the part's own documents for equal scores. */
  readonly tie: (a: number, b: number) => number;
}

/** What is the same for all searches in a field, and room for their work: nothing as long as the index is made for a query. */
export class SearchRoom {
  /** By document: the sum so far. Zero between queries. */
  readonly sums: Float64Array;
  /** Documents with a sum. */
  readonly found: Uint32Array;
  /** By term: place in the query, from 1. Zero between queries. */
  readonly places: Uint16Array;
  readonly once: Float64Array;

  /** @param mean length of the documents of the whole index */
  constructor(
    parts: readonly PartField[],
    readonly mean: number,
  ) {
    const documents = Math.max(0, ...parts.map(({ field }) => field.documents));
    this.sums = new Float64Array(documents);
    this.found = new Uint32Array(documents);
    this.places = new Uint16Array(Math.max(0, ...parts.map(({ field }) => field.terms.count)));
    this.once = saturationsOfOne(mean);
  }
}

/** Rounding may make a sum larger than its bound by less than this, as a share of it. */
const SLACK = 1 + 1e-9;

/** Nanoseconds for one document of a list, for looking at one sum, and for scoring a document by its terms, as measured. */
const COST = { posting: 4, look: 2, score: 120 };

/**
 * One query in one part. Terms are taken from the rarest to the most common, and whichever way a document is scored, what
 * they add is summed in this order: a score is the same to the last bit however the documents lie in parts.
 */
export class PartSearch {
  private readonly lengths: Uint32Array;
  private count = 0;
  private readonly placesHeld: number[] = [];
  private readonly gains: number[] = [];

  constructor(
    private readonly part: PartField,
    private readonly room: SearchRoom,
    private readonly terms: readonly PartTerm[],
  ) {
    this.lengths = part.field.lengths;
  }

  /**
   * The best documents of the part that score at least `floor`, as if every document had been scored. Lists are read while a
   * document that is in none of those read so far could be among the best. Then documents are dropped whose sum cannot
   * become large enough, and either the next list is read or what is left is scored by its own terms, whichever costs less.
   * @param accept of documents by their numbers in the part
   */
  top(count: number, floor: number, accept: (document: number) => boolean): BestHits {
    const { terms, part } = this;
    const { isDead } = part;
    const allowed = isDead === undefined ? accept : (document: number) => !isDead(document) && accept(document);
    const rest = this.restOfBounds();
    const best = new BestHits(count, part.tie);
    let least = floor;
    let at = 0;
    try {
      while (at < terms.length && rest[at]! >= least) {
        this.readList(at++, true);
        if (this.isWorthRaising(at, rest, count)) least = Math.max(least, this.certain(count, allowed));
      }
      while (at < terms.length) {
        this.drop((least - rest[at]!) / SLACK);
        if (this.count * COST.score <= this.costOf(at) + this.count * COST.look) break;
        this.readList(at++, false);
      }
      this.judge(best, least, at === terms.length, allowed);
    } finally {
      this.clear();
    }
    return best;
  }

  /** Score of one document, by its own terms; `seen` is told the bits of those that it holds. */
  score(document: number, seen?: (bit: number) => void): number {
    const { places } = this.room;
    const { contents, contentStarts } = this.part.field;
    const from = contentStarts[document]!;
    const length = contentStarts[document + 1]! - from;
    let at = contents.seek(from, from + length);
    const { bytes } = contents;
    const end = at + length;
    let term = -1;
    let held = 0;
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
      term += (head >>> 1) + 1;
      let frequency = 1;
      if ((head & 1) === 1) {
        frequency = 0;
        for (let shift = 0; at < end; shift += 7) {
          const byte = bytes[at++]!;
          frequency |= (byte & 0x7f) << shift;
          if (byte < 0x80) break;
        }
      }
      if (places[term]! > 0) this.hold(held++, places[term]! - 1, frequency, document);
    }
    let sum = 0;
    for (let n = 0; n < held; n++) {
      sum += this.gains[n]!;
      seen?.(this.terms[this.placesHeld[n]!]!.bit);
    }
    return sum;
  }

  /** To be called before and after {@link score}. */
  mark(on: boolean): void {
    this.terms.forEach(({ term }, place) => (this.room.places[term] = on ? place + 1 : 0));
  }

  /** Keeps what is held in the order of the terms. */
  private hold(count: number, place: number, frequency: number, document: number): void {
    const gain = this.terms[place]!.idf * this.saturationOf(frequency, document);
    let at = count;
    for (; at > 0 && this.placesHeld[at - 1]! > place; at--) {
      this.placesHeld[at] = this.placesHeld[at - 1]!;
      this.gains[at] = this.gains[at - 1]!;
    }
    this.placesHeld[at] = place;
    this.gains[at] = gain;
  }

  private saturationOf(frequency: number, document: number): number {
    const length = this.lengths[document]!;
    const { once, mean } = this.room;
    return frequency === 1 && length < once.length ? once[length]! : saturation(frequency, length / mean);
  }

  /** What documents can still gain when the lists from a place on have not been read. */
  private restOfBounds(): Float64Array {
    const { terms } = this;
    const rest = new Float64Array(terms.length + 1);
    for (let at = terms.length - 1; at >= 0; at--) rest[at] = rest[at + 1]! + terms[at]!.bound * SLACK;
    return rest;
  }

  private costOf(place: number): number {
    return this.part.field.documentFrequency(this.terms[place]!.term) * COST.posting;
  }

  private isWorthRaising(place: number, rest: Float64Array, count: number): boolean {
    if (place === this.terms.length || this.count < count || rest[0]! < 2 * rest[place]!) return false;
    return this.count * COST.look + count * COST.score < this.costOf(place);
  }

  /** A score that at least so many documents reach. */
  private certain(count: number, allowed: (document: number) => boolean): number {
    const { found, sums } = this.room;
    const best = new BestHits(count, this.part.tie);
    for (let at = 0; at < this.count; at++) {
      const document = found[at]!;
      if (best.takes(document, sums[document]!) && allowed(document)) best.add(document, sums[document]!);
    }
    const hits = best.sorted();
    if (hits.length < count) return -Infinity;
    this.mark(true);
    const least = hits.reduce((lowest, { number }) => Math.min(lowest, this.score(number)), Infinity);
    this.mark(false);
    return least;
  }

  /** @param grow whether documents may be found that were in no list before */
  private readList(place: number, grow: boolean): void {
    const { sums, found, once, mean } = this.room;
    const { lengths } = this;
    const { idf, term } = this.terms[place]!;
    const { postings, postingStarts } = this.part.field;
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
      const length = lengths[document]!;
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
      if (sum !== 0) sums[document] = sum + gain;
      else if (grow) {
        sums[document] = gain;
        found[count++] = document;
      }
    }
    this.count = count;
  }

  /** Forgets documents whose sum is below. */
  private drop(below: number): void {
    const { sums, found } = this.room;
    let kept = 0;
    for (let at = 0; at < this.count; at++) {
      const document = found[at]!;
      if (sums[document]! < below) sums[document] = 0;
      else found[kept++] = document;
    }
    this.count = kept;
  }

  /** @param whole whether the sums are the scores */
  private judge(best: BestHits, least: number, whole: boolean, allowed: (document: number) => boolean): void {
    const { sums, found } = this.room;
    if (!whole) this.mark(true);
    for (let at = 0; at < this.count; at++) {
      const document = found[at]!;
      const score = whole ? sums[document]! : this.score(document);
      if (score >= least && best.takes(document, score) && allowed(document)) best.add(document, score);
    }
    if (!whole) this.mark(false);
  }

  private clear(): void {
    const { sums, found } = this.room;
    for (let at = 0; at < this.count; at++) sums[found[at]!] = 0;
    this.count = 0;
    this.mark(false);
  }
}
