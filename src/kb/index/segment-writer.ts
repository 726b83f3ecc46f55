import type { Embedder, EmbedderInfo } from "../../embed/embedder.js";
import { normalise } from "../../text/normalise.js";
import { lexicalTokens, TOKENISER_VERSION } from "../../text/tokens.js";
import type { FaqEntry } from "../entry.js";
import { compareEntries, encodeEntry, questionsOf } from "./entry-codec.js";
import { addFilterColumns } from "./filter.js";
import { LexicalWriter } from "./lexical-writer.js";
import { compactForm, hashText } from "./question-hash.js";
import { type SectionBytes, writeSections } from "./sections.js";
import { addStrings, packStrings, sortByBytes } from "./strings.js";
import { addVectors, quantise, type QuantisedVectors } from "./vectors.js";

/** Vectors kept from an earlier run, by the text that was embedded. */
export interface VectorCache {
  get(text: string): Float32Array | undefined;
  set(text: string, vector: Float32Array): void;
}

/** What a segment says of itself. */
export interface SegmentMeta {
  readonly entries: number;
  readonly questions: number;
  readonly tokeniser: string;
  readonly embedder: EmbedderInfo;
  /** Tokens of all questions, and of all bodies. */
  readonly tokens: { readonly questions: number; readonly bodies: number };
}

const BATCH = 256;

/**
 * Makes the bytes of a segment: the same for the same entries in any order.
 * @param entries no two of one id
 */
export async function buildSegment(
  entries: readonly FaqEntry[],
  embedder: Embedder,
  cache?: VectorCache,
): Promise<Uint8Array> {
  const sorted = [...entries].sort(compareEntries);
  const vectors = await embedAll(sorted.flatMap(questionsOf), embedder, cache);
  return encodeSegment(sorted, quantise(vectors, embedder.info.dim), embedder.info);
}

/** Makes the bytes of a segment from sorted entries and the vectors of their questions, row by row. */
export function encodeSegment(
  sorted: readonly FaqEntry[],
  vectors: QuantisedVectors,
  embedder: EmbedderInfo,
): Uint8Array {
  const sections = new Map<string, SectionBytes>();
  addStrings(sections, "entry", sorted.map(encodeEntry));
  addIds(sections, sorted);
  addFilterColumns(sections, sorted);
  const tokens = addTexts(sections, sorted);
  addVectors(sections, vectors);
  const { id, digest, dim } = embedder;
  const questions = vectors.scales.length;
  const meta: SegmentMeta = {
    ...{ entries: sorted.length, questions, tokeniser: TOKENISER_VERSION },
    ...{ embedder: { id, digest, dim }, tokens },
  };
  sections.set("meta", packStrings([JSON.stringify(meta)]).bytes);
  return writeSections(sections);
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
    batch.forEach((text, at) => {
      vectors.set(text, made[at]!);
      cache?.set(text, made[at]!);
    });
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

/** Questions (numbers, hashes, lexical field `q`) and bodies (lexical field `b`). */
function addTexts(sections: Map<string, SectionBytes>, sorted: readonly FaqEntry[]): SegmentMeta["tokens"] {
  const questionField = new LexicalWriter();
  const bodyField = new LexicalWriter();
  const firsts = new Uint32Array(sorted.length + 1);
  const owners: number[] = [];
  const hashes: { hash: number; question: number }[] = [];
  sorted.forEach((entry, ordinal) => {
    for (const question of questionsOf(entry)) {
      const text = normalise(question);
      if (text !== "") hashes.push({ hash: hashText(compactForm(text)), question: owners.length });
      questionField.add(lexicalTokens(text));
      owners.push(ordinal);
    }
    firsts[ordinal + 1] = owners.length;
    bodyField.add(lexicalTokens(normalise(bodyOf(entry))));
  });
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
  questionField.addTo(sections, "q");
  bodyField.addTo(sections, "b");
  return { questions: questionField.tokens, bodies: bodyField.tokens };
}

/** The second, weaker field: what the answers and the category say. */
function bodyOf({ category, answers }: FaqEntry): string {
  return [category, ...answers.map((answer) => answer.text)].join("\n");
}
