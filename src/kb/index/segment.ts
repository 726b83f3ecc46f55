import type { FaqEntry } from "../entry.js";
import { damaged } from "./damaged.js";
import { decodeEntry, questionsOf } from "./entry-codec.js";
import { eachField, FIELDS, type FieldName } from "./fields.js";
import { FilterColumns } from "./filter.js";
import { LexicalField } from "./lexical-field.js";
import { Sections } from "./sections.js";
import type { SegmentMeta } from "./segment-writer.js";
import { StringTable } from "./strings.js";
import { type QuantisedVectors, readVectors } from "./vectors.js";

/** One segment, read in place: opening it costs the same at ten entries and at a hundred thousand. */
export class Segment {
  readonly meta: SegmentMeta;
  readonly columns: FilterColumns;
  readonly vectors: QuantisedVectors;
  readonly fields: Readonly<Record<FieldName, LexicalField>>;
  /** Questions of entry e are `firstQuestions[e]` up to `firstQuestions[e + 1]`. */
  readonly firstQuestions: Uint32Array;
  /** Entry of each question. */
  readonly owners: Uint32Array;
  /** Entries as JSON, by ordinal. */
  readonly json: StringTable;
  /** Ids in byte order, and the entry of each. */
  readonly ids: StringTable;
  readonly idEntries: Uint32Array;
  /** Hashes of questions, ascending, and the question of each. */
  readonly hashes: Uint32Array;
  readonly hashQuestions: Uint32Array;
  private readonly idPlaces: Uint32Array;
  private readonly sections: Sections;

  /**
   * @param file its name, for messages
   * @throws KefuError `input` when the bytes are no whole segment of a known version
   */
  constructor(
    bytes: Uint8Array,
    readonly file: string,
  ) {
    const sections = new Sections(bytes, file);
    this.sections = sections;
    this.meta = readMeta(sections);
    const { entries, questions, embedder } = this.meta;
    this.json = new StringTable(sections, "entry", entries);
    this.ids = new StringTable(sections, "id", entries);
    this.idEntries = sections.u32("id.entry", entries);
    this.idPlaces = sections.u32("id.place", entries);
    this.columns = new FilterColumns(sections, entries);
    this.firstQuestions = sections.u32("q.first", entries + 1);
    this.owners = sections.u32("q.entry", questions);
    this.hashes = sections.u32("hash", sections.words("hash"));
    this.hashQuestions = sections.u32("hash.q", this.hashes.length);
    this.fields = eachField(({ key, of }) => new LexicalField(sections, key, of === "questions" ? questions : entries));
    this.vectors = readVectors(sections, questions, embedder.dim);
  }

  get entries(): number {
    return this.meta.entries;
  }

  get questions(): number {
    return this.meta.questions;
  }

  entry(ordinal: number): FaqEntry {
    try {
      return decodeEntry(this.json.at(ordinal));
    } catch (cause) {
      if (cause instanceof SyntaxError) throw damaged(this.file);
      throw cause;
    }
  }

  id(ordinal: number): string {
    return this.ids.at(this.idPlaces[ordinal]!);
  }

  /** Ordinal of an entry, or −1. */
  find(id: string): number {
    const place = this.ids.find(id);
    return place < 0 ? -1 : this.idEntries[place]!;
  }

  /** Text of a question, as it was written. */
  question(number: number): string {
    const ordinal = this.owners[number]!;
    const text = questionsOf(this.entry(ordinal))[number - this.firstQuestions[ordinal]!];
    if (text === undefined) throw damaged(this.file);
    return text;
  }

  /** Questions whose compact form may have this hash, in order. */
  questionsOfHash(hash: number): number[] {
    let low = 0;
    let high = this.hashes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.hashes[middle]! < hash) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    while (this.hashes[low] === hash) found.push(this.hashQuestions[low++]!);
    return found;
  }

  /** Reads every byte: true when they are as they were written. */
  intact(): boolean {
    return this.sections.intact();
  }
}

function readMeta(sections: Sections): SegmentMeta {
  let meta: Partial<SegmentMeta> | null;
  try {
    meta = JSON.parse(new TextDecoder().decode(sections.u8("meta"))) as Partial<SegmentMeta> | null;
  } catch (cause) {
    if (cause instanceof SyntaxError) throw damaged(sections.file);
    throw cause;
  }
  const { entries, questions, tokens, embedder } = meta ?? {};
  const counts = [entries, questions, embedder?.dim, ...FIELDS.map(({ name }) => tokens?.[name])];
  if (!counts.every((count) => Number.isSafeInteger(count) && count! >= 0)) throw damaged(sections.file);
  return meta as SegmentMeta;
}
