import type { EmbedderInfo } from "../../embed/embedder.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import type { FaqEntry } from "../entry.js";
import { compareEntries } from "./entry-codec.js";
import { FIELDS } from "./fields.js";
import { copyFilterColumns } from "./filter.js";
import type { KbIndex } from "./kb-index.js";
import { DEAD, mergeField, sortedTogether } from "./merge-field.js";
import { ByteWriter } from "./posting-writer.js";
import { type SectionBytes, writeSections } from "./sections.js";
import type { Segment } from "./segment.js";
import type { SegmentMeta } from "./segment-writer.js";
import { packStrings } from "./strings.js";
import { addVectors } from "./vectors.js";

/** A segment to merge, and which of its entries are dead. */
export interface MergePart {
  readonly segment: Segment;
  readonly dead: Uint8Array | undefined;
}

/** A merged segment, and where the entries of each part went. */
export interface MergedSegment {
  readonly bytes: Uint8Array;
  readonly entries: number;
  readonly questions: number;
  /** By part, by ordinal: the entry's ordinal in the merged segment, or {@link DEAD}. */
  readonly ordinals: readonly Uint32Array[];
}

/** Entries or strings after which a merge may be held up. */
const STEP = 4096;

/** The live entries of all parts in their order: part and ordinal of each. */
interface Order {
  readonly part: Uint32Array;
  readonly ordinal: Uint32Array;
}

/** Each part is in order already, so only the heads are decoded and compared. */
function* inOrder(parts: readonly MergePart[]): Iterable<{ part: number; ordinal: number }> {
  const next = parts.map(() => -1);
  const heads: (FaqEntry | undefined)[] = parts.map(() => undefined);
  const advance = (at: number): void => {
    const { segment, dead } = parts[at]!;
    do next[at]!++;
    while (next[at]! < segment.entries && dead?.[next[at]!] === 1);
    // With one part there is nothing to compare with.
    heads[at] = next[at]! < segment.entries ? segment.entry(next[at]!) : undefined;
  };
  parts.forEach((_, at) => {
    advance(at);
  });
  for (;;) {
    let best = -1;
    heads.forEach((head, at) => {
      if (head !== undefined && (best < 0 || compareEntries(head, heads[best]!) < 0)) best = at;
    });
    if (best < 0) return;
    yield { part: best, ordinal: next[best]! };
    advance(best);
  }
}

function* orderOf(parts: readonly MergePart[], live: number): Generator<void, Order> {
  const order = { part: new Uint32Array(live), ordinal: new Uint32Array(live) };
  let at = 0;
  for (const { part, ordinal } of inOrder(parts)) {
    order.part[at] = part;
    order.ordinal[at++] = ordinal;
    if (at % STEP === 0) yield;
  }
  return order;
}

function liveCount({ segment, dead }: MergePart): number {
  return segment.entries - (dead?.reduce((sum, value) => sum + value, 0) ?? 0);
}

/** New numbers of entries and questions, part by part. */
function renumber(parts: readonly MergePart[], order: Order) {
  const ordinals = parts.map(({ segment }) => new Uint32Array(segment.entries).fill(DEAD));
  const questions = parts.map(({ segment }) => new Uint32Array(segment.questions).fill(DEAD));
  const firsts = new Uint32Array(order.part.length + 1);
  order.part.forEach((part, entry) => {
    const ordinal = order.ordinal[entry]!;
    ordinals[part]![ordinal] = entry;
    const { firstQuestions } = parts[part]!.segment;
    const [first, end] = [firstQuestions[ordinal]!, firstQuestions[ordinal + 1]!];
    for (let old = first; old < end; old++) questions[part]![old] = firsts[entry]! + old - first;
    firsts[entry + 1] = firsts[entry]! + end - first;
  });
  const owners = new Uint32Array(firsts[order.part.length]!);
  for (let entry = 0; entry < order.part.length; entry++) owners.fill(entry, firsts[entry], firsts[entry + 1]);
  return { ordinals, questions, firsts, owners };
}

function addJson(sections: Map<string, SectionBytes>, parts: readonly MergePart[], order: Order): void {
  const json = new ByteWriter();
  const ends = new Uint32Array(order.part.length + 1);
  order.part.forEach((part, entry) => {
    json.add(parts[part]!.segment.json.bytesAt(order.ordinal[entry]!));
    ends[entry + 1] = json.length;
  });
  sections.set("entry", json.written()).set("entry.at", ends);
}

function addIds(
  sections: Map<string, SectionBytes>,
  parts: readonly MergePart[],
  ordinals: readonly Uint32Array[],
  live: number,
): void {
  const ids = new ByteWriter();
  const ends = new Uint32Array(live + 1);
  const entries = new Uint32Array(live);
  const places = new Uint32Array(live);
  let count = 0;
  for (const { text, found } of sortedTogether(parts.map(({ segment }) => segment.ids))) {
    for (const { table, position } of found) {
      const entry = ordinals[table]![parts[table]!.segment.idEntries[position]!]!;
      if (entry === DEAD) continue;
      ids.add(text);
      entries[count] = entry;
      places[entry] = count++;
      ends[count] = ids.length;
    }
  }
  sections.set("id", ids.written()).set("id.at", ends).set("id.entry", entries).set("id.place", places);
}

/** By hash, then by question; within one part they are so already. */
function addHashes(
  sections: Map<string, SectionBytes>,
  parts: readonly MergePart[],
  questions: readonly Uint32Array[],
): void {
  const pairs = parts.flatMap(({ segment: { hashes, hashQuestions } }, part) =>
    Array.from(hashes, (hash, at) => ({ hash, question: questions[part]![hashQuestions[at]!]! })).filter(
      ({ question }) => question !== DEAD,
    ),
  );
  pairs.sort((a, b) => a.hash - b.hash || a.question - b.question);
  sections.set(
    "hash",
    Uint32Array.from(pairs, ({ hash }) => hash),
  );
  sections.set(
    "hash.q",
    Uint32Array.from(pairs, ({ question }) => question),
  );
}

function joinVectors(
  sections: Map<string, SectionBytes>,
  parts: readonly MergePart[],
  order: Order,
  questions: number,
  dim: number,
): void {
  const codes = new Int8Array(questions * dim);
  const scales = new Float32Array(questions);
  let row = 0;
  order.part.forEach((part, entry) => {
    const { firstQuestions, vectors } = parts[part]!.segment;
    const ordinal = order.ordinal[entry]!;
    const [first, end] = [firstQuestions[ordinal]!, firstQuestions[ordinal + 1]!];
    codes.set(vectors.codes.subarray(first * dim, end * dim), row * dim);
    scales.set(vectors.scales.subarray(first, end), row);
    row += end - first;
  });
  addVectors(sections, { dim, codes, scales });
}

/**
 * One segment with the live entries of several. The bytes depend on these entries alone, not on how they lie in segments,
 * and are the same as `buildSegment` makes of them. Nothing is cut into tokens or embedded again. Stops now and then, so
 * that whoever runs it can do something else meanwhile.
 */
export function* mergeSteps(parts: readonly MergePart[], embedder: EmbedderInfo): Generator<void, MergedSegment> {
  const live = parts.reduce((sum, part) => sum + liveCount(part), 0);
  const order = yield* orderOf(parts, live);
  yield;
  const { ordinals, questions, firsts, owners } = renumber(parts, order);
  const sections = new Map<string, SectionBytes>();
  addJson(sections, parts, order);
  yield;
  addIds(sections, parts, ordinals, live);
  yield;
  copyFilterColumns(
    sections,
    live,
    parts.map(({ segment }, part) => ({ columns: segment.columns, ordinals: ordinals[part]! })),
  );
  sections.set("q.first", firsts).set("q.entry", owners);
  addHashes(sections, parts, questions);
  yield;
  const tokens = { questions: 0, bodies: 0, sound: 0 };
  for (const { name, key, of } of FIELDS) {
    const [numbers, documents] = of === "questions" ? [questions, owners.length] : [ordinals, live];
    const fields = parts.map(({ segment }, part) => ({ field: segment.fields[name], numbers: numbers[part]! }));
    tokens[name] = yield* mergeField(sections, key, fields, documents);
  }
  joinVectors(sections, parts, order, owners.length, embedder.dim);
  yield;
  const { id, digest, dim } = embedder;
  const meta: SegmentMeta = {
    ...{ entries: live, questions: owners.length, tokeniser: TOKENISER_VERSION },
    ...{ embedder: { id, digest, dim }, tokens },
  };
  sections.set("meta", packStrings([JSON.stringify(meta)]).bytes);
  return { bytes: writeSections(sections), entries: live, questions: owners.length, ordinals };
}

/** As {@link mergeSteps}, without a stop. */
function mergeParts(parts: readonly MergePart[], embedder: EmbedderInfo): MergedSegment {
  const steps = mergeSteps(parts, embedder);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** One segment with the live entries of an index. */
export function mergeSegments(index: KbIndex): Uint8Array {
  return mergeParts(index.parts, index.manifest.embedder).bytes;
}
