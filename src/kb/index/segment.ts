import type { FaqEntry } from "../entry.js";
import { damaged } from "./damaged.js";
import { decodeEntry, questionsOf } from "./entry-codec.js";
import { eachField, FIELDS, type FieldName } from "./fields.js";
import { FilterColumns } from "./filter.js";
import { LexicalField } from "./lexical-field.js";
import type { ByteSource } from "../../workspace/ports.js";
import type { Lazy } from "./pieces.js";
import { Sections } from "./sections.js";
import type { SegmentMeta } from "./segment-writer.js";
import { StringTable } from "./strings.js";
import { StoredVectors } from "./stored-vectors.js";

/** One segment. What is needed of it is read when it is: opening it costs the same at ten entries and at a hundred thousand. */
export class Segment {
  readonly meta: SegmentMeta;
  readonly columns: FilterColumns;
  readonly vectors: StoredVectors;
  readonly fields: Readonly<Record<FieldName, LexicalField>>;
  /** Entries as JSON, by ordinal. */
  readonly json: StringTable;
  /** Ids in byte order. */
  readonly ids: StringTable;
  private readonly idEntryColumn: Lazy<Uint32Array>;
  private readonly idPlaceColumn: Lazy<Uint32Array>;
  private readonly firstColumn: Lazy<Uint32Array>;
  private readonly ownerColumn: Lazy<Uint32Array>;
  private readonly hashColumn: Lazy<Uint32Array>;
  private readonly hashQuestionColumn: Lazy<Uint32Array>;
  private readonly sections: Sections;

  /**
   * @param given the bytes, which are read in place and must not change, or where they can be read
   * @param file its name, for messages
   * @throws KefuError `input` when the bytes are no whole segment of a known version
   */
  constructor(
    given: Uint8Array | ByteSource,
    readonly file: string,
  ) {
    const sections = new Sections(given, file);
    this.sections = sections;
    this.meta = readMeta(sections);
    const { entries, questions, embedder } = this.meta;
    this.json = new StringTable(sections, "entry", entries);
    this.ids = new StringTable(sections, "id", entries);
    this.idEntryColumn = sections.u32("id.entry", entries);
    this.idPlaceColumn = sections.u32("id.place", entries);
    this.columns = new FilterColumns(sections, entries);
    this.firstColumn = sections.u32("q.first", entries + 1);
    this.ownerColumn = sections.u32("q.entry", questions);
    const hashes = sections.words("hash");
    this.hashColumn = sections.u32("hash", hashes);
    this.hashQuestionColumn = sections.u32("hash.q", hashes);
    this.fields = eachField(({ key, of }) => new LexicalField(sections, key, of === "questions" ? questions : entries));
    this.vectors = new StoredVectors(sections, questions, embedder.dim);
  }

  /** Length of the file. */
  get bytes(): number {
    return this.sections.size;
  }

  get entries(): number {
    return this.meta.entries;
  }

  get questions(): number {
    return this.meta.questions;
  }

  /** Questions of entry e are `firstQuestions[e]` up to `firstQuestions[e + 1]`. */
  get firstQuestions(): Uint32Array {
    return this.firstColumn.value;
  }

  /** Entry of each question. */
  get owners(): Uint32Array {
    return this.ownerColumn.value;
  }

  /** Entry of each of {@link ids}. */
  get idEntries(): Uint32Array {
    return this.idEntryColumn.value;
  }

  /** By ordinal of an entry: place of its id among {@link ids}. */
  get idPlaces(): Uint32Array {
    return this.idPlaceColumn.value;
  }

  /** Hashes of questions, ascending. */
  get hashes(): Uint32Array {
    return this.hashColumn.value;
  }

  /** Question of each of {@link hashes}. */
  get hashQuestions(): Uint32Array {
    return this.hashQuestionColumn.value;
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

  /** UTF-8 of an entry's id; not to be changed. */
  idBytes(ordinal: number): Uint8Array {
    return this.ids.bytesAt(this.idPlaces[ordinal]!);
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
    const { hashes } = this;
    let low = 0;
    let high = hashes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (hashes[middle]! < hash) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    while (hashes[low] === hash) found.push(this.hashQuestions[low++]!);
    return found;
  }

  /** Reads every byte: true when they are as they were written. */
  intact(): boolean {
    return this.sections.intact();
  }

  /** Lets go of the file; what was not read before cannot be read any more. */
  close(): void {
    this.sections.close();
  }
}

function readMeta(sections: Sections): SegmentMeta {
  let meta: Partial<SegmentMeta> | null;
  try {
    meta = JSON.parse(new TextDecoder().decode(sections.pieces("meta").all())) as Partial<SegmentMeta> | null;
  } catch (cause) {
    if (cause instanceof SyntaxError) throw damaged(sections.file);
    throw cause;
  }
  const { entries, questions, tokens, embedder } = meta ?? {};
  const counts = [entries, questions, embedder?.dim, ...FIELDS.map(({ name }) => tokens?.[name])];
  if (!counts.every((count) => Number.isSafeInteger(count) && count! >= 0)) throw damaged(sections.file);
  return meta as SegmentMeta;
}
