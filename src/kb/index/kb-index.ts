import type { EmbedderInfo } from "../../embed/embedder.js";
import { KefuError } from "../../messages/errors.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import type { FaqEntry } from "../entry.js";
import { damaged } from "./damaged.js";
import { compareEntries } from "./entry-codec.js";
import type { QueryFilter } from "./filter.js";
import type { IndexManifest, SegmentRef } from "./manifest.js";
import { Segment } from "./segment.js";
import type { ByteSource } from "../../workspace/ports.js";
import type { StoredVectors } from "./stored-vectors.js";

/** A segment's place in an index, in which entries and questions are numbered through all segments. */
export interface IndexPart {
  readonly segment: Segment;
  /** Number of the segment's first entry and of its first question. */
  readonly firstEntry: number;
  readonly firstQuestion: number;
  /** Entries that were replaced or removed, by ordinal; `undefined` when there is none. */
  readonly dead: Uint8Array | undefined;
}

/** The search index: several segments, seen as one, without their dead entries. */
export interface KbIndex {
  readonly manifest: IndexManifest;
  /** Live ones. */
  readonly size: { readonly entries: number; readonly questions: number };
  readonly parts: readonly IndexPart[];
  /** All numbers given, to the dead as well. */
  readonly numbers: { readonly entries: number; readonly questions: number };
  /** Live entries by file, sheet, place in it. */
  entries(): Iterable<FaqEntry>;
  entry(id: string): FaqEntry | undefined;
  /** The entry of a number, dead or not. */
  entryAt(number: number): FaqEntry;
  /** Number of the entry that a question belongs to. */
  ownerOf(question: number): number;
  /** Numbers of an entry's questions: from `first` up to, not including, `end`. */
  questionsAt(entry: number): { first: number; end: number };
  questionText(question: number): string;
  /** Tokens of a question. */
  questionLength(question: number): number;
  /** Cosine of a unit vector and a question's. */
  cosine(vector: Float32Array, question: number): number;
  /** Where a question's vector stands: the segment's vectors, and the row among them. */
  vectorAt(question: number): { vectors: StoredVectors; row: number };
  /** Order by id: for equal scores, so that the way an index came about does not show. */
  compareEntryNumbers(a: number, b: number): number;
  compareQuestions(a: number, b: number): number;
  /**
   * A test of entry numbers: live, let through by the filter, and without a negative keyword that stands in the query.
   * @param query normalised
   */
  acceptor(filter: QueryFilter, query: string): (entry: number) => boolean;
  /** Lets go of the files of an index that is not needed any more. */
  close(): void;
}

/**
 * @param open the bytes of a segment, which are read in place and so must not change, or where they can be read
 * @param embedder the encoder that queries will be embedded with
 * @throws KefuError `input` when the index was made with another encoder or tokeniser, or a segment is damaged
 */
export async function openIndex(
  manifest: IndexManifest,
  open: (ref: SegmentRef) => Promise<Uint8Array | ByteSource>,
  embedder: EmbedderInfo,
): Promise<KbIndex> {
  checkMakers(manifest, embedder);
  const segments: Segment[] = [];
  for (const ref of manifest.segments) segments.push(openSegment(ref, await open(ref), manifest));
  return new OpenIndex(manifest, segments);
}

function checkMakers(made: { tokeniser: string; embedder: EmbedderInfo }, embedder: EmbedderInfo): void {
  const hint = { key: "kb.index.hint.ingest" } as const;
  if (made.tokeniser !== TOKENISER_VERSION) {
    throw new KefuError(
      "input",
      "kb.index.other-tokeniser",
      { found: made.tokeniser, wanted: TOKENISER_VERSION },
      { hint },
    );
  }
  if (made.embedder.digest === embedder.digest && made.embedder.dim === embedder.dim) return;
  const name = ({ id, digest }: EmbedderInfo): string => `${id} (${digest.slice(0, 8)})`;
  throw new KefuError(
    "input",
    "kb.index.other-embedder",
    { found: name(made.embedder), wanted: name(embedder) },
    { hint },
  );
}

function openSegment(ref: SegmentRef, given: Uint8Array | ByteSource, manifest: IndexManifest): Segment {
  const segment = new Segment(given, ref.file);
  const { entries, questions, tokeniser, embedder } = segment.meta;
  const asListed = segment.bytes === ref.bytes && entries === ref.entries && questions === ref.questions;
  const sameMakers = tokeniser === manifest.tokeniser && embedder.digest === manifest.embedder.digest;
  if (!asListed || !sameMakers || embedder.dim !== manifest.embedder.dim) throw damaged(ref.file);
  return segment;
}

class OpenIndex implements KbIndex {
  readonly parts: readonly IndexPart[];
  readonly size: { entries: number; questions: number };
  readonly numbers: { entries: number; questions: number };

  constructor(
    readonly manifest: IndexManifest,
    segments: readonly Segment[],
  ) {
    this.numbers = { entries: 0, questions: 0 };
    this.size = { entries: 0, questions: 0 };
    this.parts = segments.map((segment, at) => {
      const ordinals = manifest.segments[at]!.dead;
      const part = { segment, firstEntry: this.numbers.entries, firstQuestion: this.numbers.questions };
      this.numbers.entries += segment.entries;
      this.numbers.questions += segment.questions;
      this.size.entries += segment.entries - new Set(ordinals).size;
      const dead = ordinals.length === 0 ? undefined : new Uint8Array(segment.entries);
      this.size.questions += segment.questions;
      for (const ordinal of new Set(ordinals)) {
        dead![ordinal] = 1;
        this.size.questions -= segment.firstQuestions[ordinal + 1]! - segment.firstQuestions[ordinal]!;
      }
      return { ...part, dead };
    });
  }

  *entries(): Iterable<FaqEntry> {
    const live = this.parts.flatMap(({ segment, dead }) =>
      Array.from({ length: segment.entries }, (_, ordinal) => ordinal)
        .filter((ordinal) => dead?.[ordinal] !== 1)
        .map((ordinal) => ({ segment, ordinal })),
    );
    // One segment is in order already, so its entries are decoded only as they are taken.
    if (this.parts.length < 2) for (const { segment, ordinal } of live) yield segment.entry(ordinal);
    else yield* live.map(({ segment, ordinal }) => segment.entry(ordinal)).sort(compareEntries);
  }

  entry(id: string): FaqEntry | undefined {
    for (const { segment, dead } of this.parts) {
      const ordinal = segment.find(id);
      if (ordinal >= 0 && dead?.[ordinal] !== 1) return segment.entry(ordinal);
    }
    return undefined;
  }

  entryAt(number: number): FaqEntry {
    const { segment, firstEntry } = this.partOfEntry(number);
    return segment.entry(number - firstEntry);
  }

  ownerOf(question: number): number {
    const { segment, firstEntry, firstQuestion } = this.partOfQuestion(question);
    return firstEntry + segment.owners[question - firstQuestion]!;
  }

  questionsAt(entry: number): { first: number; end: number } {
    const { segment, firstEntry, firstQuestion } = this.partOfEntry(entry);
    const ordinal = entry - firstEntry;
    return {
      first: firstQuestion + segment.firstQuestions[ordinal]!,
      end: firstQuestion + segment.firstQuestions[ordinal + 1]!,
    };
  }

  questionText(question: number): string {
    const { segment, firstQuestion } = this.partOfQuestion(question);
    return segment.question(question - firstQuestion);
  }

  questionLength(question: number): number {
    const { segment, firstQuestion } = this.partOfQuestion(question);
    return segment.fields.questions.lengths[question - firstQuestion]!;
  }

  cosine(vector: Float32Array, question: number): number {
    const { segment, firstQuestion } = this.partOfQuestion(question);
    return segment.vectors.cosine(vector, question - firstQuestion);
  }

  vectorAt(question: number): { vectors: StoredVectors; row: number } {
    const { segment, firstQuestion } = this.partOfQuestion(question);
    return { vectors: segment.vectors, row: question - firstQuestion };
  }

  compareEntryNumbers(a: number, b: number): number {
    const one = this.partOfEntry(a);
    const other = this.partOfEntry(b);
    const first = a - one.firstEntry;
    const second = b - other.firstEntry;
    if (one === other) return one.segment.idPlaces[first]! - one.segment.idPlaces[second]!;
    return Buffer.compare(one.segment.idBytes(first), other.segment.idBytes(second)) || a - b;
  }

  compareQuestions(a: number, b: number): number {
    const one = this.ownerOf(a);
    const other = this.ownerOf(b);
    return one === other ? a - b : this.compareEntryNumbers(one, other);
  }

  acceptor(filter: QueryFilter, query: string): (entry: number) => boolean {
    const tests = this.parts.map(({ segment, dead }) => {
      const test = segment.columns.test(filter, query, (ordinal) => segment.entry(ordinal));
      return (ordinal: number) => dead?.[ordinal] !== 1 && test(ordinal);
    });
    return (entry) => {
      const at = lastAtMost(this.parts, entry, "firstEntry");
      return tests[at]!(entry - this.parts[at]!.firstEntry);
    };
  }

  close(): void {
    for (const { segment } of this.parts) segment.close();
  }

  private partOfEntry(entry: number): IndexPart {
    return this.parts[lastAtMost(this.parts, entry, "firstEntry")]!;
  }

  private partOfQuestion(question: number): IndexPart {
    return this.parts[lastAtMost(this.parts, question, "firstQuestion")]!;
  }
}

/** Place of the last part that starts at or before a number. */
function lastAtMost(parts: readonly IndexPart[], number: number, start: "firstEntry" | "firstQuestion"): number {
  let at = parts.length - 1;
  while (at > 0 && parts[at]![start] > number) at--;
  return at;
}
