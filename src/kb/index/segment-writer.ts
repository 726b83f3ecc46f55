import type { Embedder, EmbedderInfo } from "../../embed/embedder.js";
import { normalise } from "../../text/normalise.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import type { FaqEntry } from "../entry.js";
import { compareEntries, encodeEntry, questionsOf } from "./entry-codec.js";
import { eachField, FIELDS, fieldTokens, type FieldName } from "./fields.js";
import { addFilterColumns } from "./filter.js";
import { LexicalWriter } from "./lexical-writer.js";
import { compactForm, hashText } from "./question-hash.js";
import { type SectionBytes, writeSections } from "./sections.js";
import { addStrings, packStrings, sortByBytes } from "./strings.js";
import { addVectors, quantise, type QuantisedVectors } from "./vectors.js";

/** Vectors kept from an earlier run, by the text that was embedded. */
export interface VectorCache {
  get(text: string): Float32Array | undefined;
  /** Keeps them at once: what fails later does not make them again. */
  set(vectors: ReadonlyMap<string, Float32Array>): void;
}

/** What a segment says of itself. */
export interface SegmentMeta {
  readonly entries: number;
  readonly questions: number;
  readonly tokeniser: string;
  readonly embedder: EmbedderInfo;
  /** Tokens of all documents of each field. */
  readonly tokens: Readonly<Record<FieldName, number>>;
}

const BATCH = 256;

/** Entries at a time where encoding takes long: their progress shows, and an interrupt loses little. */
const COSTLY_BATCH = 16;

/**
 * Makes the bytes of a segment: the same for the same entries in any order.
 * @param entries no two of one id
 * @param pause called between batches with the number of entries done since
 */
export async function buildSegment(
  entries: readonly FaqEntry[],
  embedder: Embedder,
  cache?: VectorCache,
  pause?: (entries: number) => Promise<void>,
): Promise<Uint8Array> {
  const sorted = [...entries].sort(compareEntries);
  const sections = new Map<string, SectionBytes>();
  addStrings(sections, "entry", sorted.map(encodeEntry));
  addIds(sections, sorted);
  addFilterColumns(sections, sorted);
  const { dim } = embedder.info;
  const texts = new TextWriter(sorted.length);
  const rows: QuantisedVectors[] = [];
  const size = embedder.costly ? COSTLY_BATCH : BATCH;
  for (let from = 0; from < sorted.length; from += size) {
    const batch = sorted.slice(from, from + size);
    const questions = batch.map(questionsOf);
    rows.push(quantise(await embedAll(questions.flat(), embedder, cache), dim));
    batch.forEach((entry, at) => {
      texts.add(entry, questions[at]!);
    });
    await pause?.(batch.length);
  }
  const tokens = texts.addTo(sections);
  addVectors(sections, joinRows(rows, dim));
  const meta: SegmentMeta = {
    ...{ entries: sorted.length, questions: texts.questions, tokeniser: TOKENISER_VERSION },
    ...{ embedder: { id: embedder.info.id, digest: embedder.info.digest, dim }, tokens },
  };
  sections.set("meta", packStrings([JSON.stringify(meta)]).bytes);
  return writeSections(sections);
}

function joinRows(parts: readonly QuantisedVectors[], dim: number): QuantisedVectors {
  const rows = parts.reduce((sum, { scales }) => sum + scales.length, 0);
  const codes = new Int8Array(rows * dim);
  const scales = new Float32Array(rows);
  let row = 0;
  for (const part of parts) {
    codes.set(part.codes, row * dim);
    scales.set(part.scales, row);
    row += part.scales.length;
  }
  return { dim, codes, scales };
}

async function embedAll(
  texts: readonly string[],
  embedder: Embedder,
  cache: VectorCache | undefined,
): Promise<Float32Array[]> {
  const vectors = new Map<string, Float32Array>();
  const missing: string[] = [];
  for (const text of new Set(texts)) {
    const kept = cache?.get(text);
    if (kept?.length === embedder.info.dim) vectors.set(text, kept);
    else missing.push(text);
  }
  for (let from = 0; from < missing.length; from += BATCH) {
    const batch = missing.slice(from, from + BATCH);
    const made = await embedder.embed(batch, "passage");
    const fresh = new Map(batch.map((text, at) => [text, made[at]!]));
    cache?.set(fresh);
    for (const [text, vector] of fresh) vectors.set(text, vector);
  }
  return texts.map((text) => vectors.get(text)!);
}

/** Ids in byte order, with the entry of each, and for each entry its place among them. */
function addIds(sections: Map<string, SectionBytes>, sorted: readonly FaqEntry[]): void {
  const order = sortByBytes([...sorted.keys()], (ordinal) => sorted[ordinal]!.id);
  const places = new Uint32Array(sorted.length);
  order.forEach((ordinal, place) => (places[ordinal] = place));
  addStrings(
    sections,
    "id",
    order.map((ordinal) => sorted[ordinal]!.id),
  );
  sections.set("id.entry", Uint32Array.from(order)).set("id.place", places);
}

/** Questions (numbers, hashes) and the fields of entries in their order. */
class TextWriter {
  private readonly fields = eachField(() => new LexicalWriter());
  private readonly firsts: Uint32Array;
  private readonly owners: number[] = [];
  private readonly hashes: { hash: number; question: number }[] = [];
  private entries = 0;

  constructor(entries: number) {
    this.firsts = new Uint32Array(entries + 1);
  }

  get questions(): number {
    return this.owners.length;
  }

  add(entry: FaqEntry, questions: readonly string[]): void {
    for (const question of questions) {
      const text = normalise(question);
      if (text !== "") this.hashes.push({ hash: hashText(compactForm(text)), question: this.owners.length });
      for (const { name, of } of FIELDS) if (of === "questions") this.fields[name].add(fieldTokens(name, text));
      this.owners.push(this.entries);
    }
    this.firsts[++this.entries] = this.owners.length;
    this.fields.bodies.add(fieldTokens("bodies", normalise(bodyOf(entry))));
  }

  addTo(sections: Map<string, SectionBytes>): SegmentMeta["tokens"] {
    const { firsts, owners, hashes, fields } = this;
    hashes.sort((a, b) => a.hash - b.hash || a.question - b.question);
    sections.set("q.first", firsts).set("q.entry", Uint32Array.from(owners));
    sections.set(
      "hash",
      Uint32Array.from(hashes, ({ hash }) => hash),
    );
    sections.set(
      "hash.q",
      Uint32Array.from(hashes, ({ question }) => question),
    );
    for (const { name, key } of FIELDS) fields[name].addTo(sections, key);
    return eachField(({ name }) => fields[name].tokens);
  }
}

/** The second, weaker field: what the answers and the category say; for a passage its headings, which are no question. */
export function bodyOf({ kind, question, category, answers }: FaqEntry): string {
  return [...(kind === "passage" ? [question] : []), category, ...answers.map((answer) => answer.text)].join("\n");
}
