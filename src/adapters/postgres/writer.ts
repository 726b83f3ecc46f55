import type { FieldName } from "../../kb/index/fields.js";
import type {
  RemoteEntryRow,
  RemoteGraph,
  RemoteMeta,
  RemotePostings,
  RemoteQuestionRow,
  RemoteTransaction,
} from "../../kb/remote/index.js";
import type { Statements } from "./connection.js";
import { metaOf } from "./rows.js";
import { inNames, type Names } from "./schema.js";
import { FIELD_NUMBERS, META } from "./sql.js";
import { arrayText, escaped, UNKEEPABLE, unescaped, vectorText } from "./text.js";

/** Documents of one row of postings; a change rewrites a row. */
const BLOCK = 4096;
/** Rows that are sent with one statement. */
const BATCH = 2000;
/** A graph is built with this many neighbours a node and this breadth (Malkov & Yashunin 2018). */
const GRAPH = "m = 16, ef_construction = 128";

/** One transaction that changes the tables. */
export class PostgresTransaction implements RemoteTransaction {
  constructor(
    private readonly on: Statements,
    private readonly names: Names,
  ) {}

  async meta(): Promise<RemoteMeta | undefined> {
    const [row] = await this.run(META);
    return row === undefined ? undefined : metaOf(row);
  }

  async digests(): Promise<Map<string, { number: number; digest: string }>> {
    const rows = await this.run("SELECT number, id, digest FROM {schema}.entries");
    return new Map(
      rows.map((row) => [
        unescaped(String(row["id"])),
        { number: Number(row["number"]), digest: String(row["digest"]) },
      ]),
    );
  }

  async json(numbers: readonly number[]): Promise<Map<number, string>> {
    const rows = await this.run("SELECT number, json FROM {schema}.entries WHERE number = ANY ($1::integer[])", [
      numbers,
    ]);
    return new Map(rows.map((row) => [Number(row["number"]), String(row["json"])]));
  }

  async clear(): Promise<void> {
    // Not TRUNCATE: readers go on with what they see.
    for (const table of ["entries", "questions", "postings", "negatives", "tiers", "gone"]) {
      await this.run(`DELETE FROM {schema}.${table}`);
    }
  }

  async remove(entries: readonly number[]): Promise<number[]> {
    await this.run("DELETE FROM {schema}.gone");
    if (entries.length === 0) return [];
    const chosen = "= ANY ($1::integer[])";
    await this.run(
      `INSERT INTO {schema}.gone SELECT number, json, first_question FROM {schema}.entries WHERE number ${chosen}`,
      [entries],
    );
    await this.run(`DELETE FROM {schema}.entries WHERE number ${chosen}`, [entries]);
    for (const table of ["negatives", "tiers"]) {
      await this.run(`DELETE FROM {schema}.${table} WHERE entry ${chosen}`, [entries]);
    }
    const rows = await this.run(`DELETE FROM {schema}.questions WHERE entry ${chosen} RETURNING number`, [entries]);
    return rows.map((row) => Number(row["number"]));
  }

  async drop(field: FieldName, terms: readonly string[], documents: readonly number[]): Promise<void> {
    const known = terms.filter((term) => !UNKEEPABLE.test(term));
    for (let from = 0; from < known.length; from += BATCH) {
      await this.run(DROP, [FIELD_NUMBERS[field], known.slice(from, from + BATCH), documents, BLOCK]);
    }
    await this.run("DELETE FROM {schema}.postings WHERE count = 0");
  }

  async addEntries(rows: readonly RemoteEntryRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += BATCH) await this.addSomeEntries(rows.slice(from, from + BATCH));
  }

  async addQuestions(rows: readonly RemoteQuestionRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += BATCH) {
      const some = rows.slice(from, from + BATCH);
      await this.run(ADD_QUESTIONS, [
        some.map(({ number }) => number),
        some.map(({ entry }) => entry),
        some.map(({ length }) => length),
        some.map(({ soundLength }) => soundLength),
        some.map(({ hash }) => (hash === undefined ? null : hash | 0)),
        some.map(({ scale }) => scale),
        some.map(({ codes }) => vectorText(codes)),
      ]);
    }
  }

  async addPostings(rows: readonly RemotePostings[]): Promise<void> {
    const blocks = rows.filter(({ term }) => !UNKEEPABLE.test(term)).flatMap(inBlocks);
    for (let from = 0; from < blocks.length; from += BATCH) {
      const some = blocks.slice(from, from + BATCH);
      await this.run(ADD_POSTINGS, [
        some.map(({ field }) => FIELD_NUMBERS[field]),
        some.map(({ term }) => term),
        some.map(({ block }) => block),
        some.map(({ documents }) => documents.length),
        some.map(({ documents }) => arrayText(documents)),
        some.map(({ frequencies }) => arrayText(frequencies)),
        some.map(({ lengths }) => arrayText(lengths)),
      ]);
    }
  }

  async setGraph(graph: RemoteGraph, dim: number): Promise<void> {
    await this.run("DROP INDEX IF EXISTS {schema}.questions_graph");
    if (graph === "none") return;
    await this.run(
      `CREATE INDEX questions_graph ON {schema}.questions USING hnsw
      ((embedding::{vectors}.vector(${dim})) {vectors}.vector_cosine_ops) WITH (${GRAPH})`,
    );
  }

  async analyse(): Promise<void> {
    for (const table of ["entries", "questions", "postings"]) await this.run(`ANALYZE {schema}.${table}`);
  }

  async setMeta(meta: RemoteMeta): Promise<void> {
    const { embedder, tokens } = meta;
    await this.run("DELETE FROM {schema}.meta");
    await this.run(
      `INSERT INTO {schema}.meta (one, generation, name, tokeniser, embedder_id, embedder_digest, embedder_dim, manifest,
        entries, questions, question_tokens, body_tokens, sound_tokens, graph, next_entry, next_question)
      VALUES (true, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[meta.generation, meta.name, meta.tokeniser, embedder.id, embedder.digest, embedder.dim, meta.manifest],
        ...[meta.entries, meta.questions, tokens.questions, tokens.bodies, tokens.sound, meta.graph],
        ...[meta.nextEntry, meta.nextQuestion],
      ],
    );
  }

  private async addSomeEntries(rows: readonly RemoteEntryRow[]): Promise<void> {
    await this.run(ADD_ENTRIES, [
      rows.map(({ number }) => number),
      rows.map(({ id }) => escaped(id)),
      rows.map(({ digest }) => digest),
      rows.map(({ json }) => json),
      rows.map(({ firstQuestion }) => firstQuestion),
      rows.map(({ bodyLength }) => bodyLength),
      rows.map(({ status }) => status),
      rows.map(({ from }) => from),
      rows.map(({ until }) => until),
      rows.map(({ bits }) => bits),
    ]);
    const negatives = rows.flatMap(({ number, negatives: some }) => some.map((one) => ({ number, ...one })));
    const kept = negatives.filter(({ text }) => !UNKEEPABLE.test(text));
    if (kept.length > 0) {
      await this.run("INSERT INTO {schema}.negatives SELECT * FROM unnest($1::integer[], $2::boolean[], $3::text[])", [
        kept.map(({ number }) => number),
        kept.map(({ word }) => word),
        kept.map(({ text }) => text),
      ]);
    }
    const tiers = rows.flatMap(({ number, tiers: some }) => some.map((one) => ({ number, ...one })));
    if (tiers.length > 0) {
      await this.run("INSERT INTO {schema}.tiers SELECT * FROM unnest($1::integer[], $2::text[], $3::text[])", [
        tiers.map(({ number }) => number),
        tiers.map(({ channel }) => channel ?? null),
        tiers.map(({ tier }) => escaped(tier)),
      ]);
    }
  }

  private run(sql: string, values: readonly unknown[] = []): ReturnType<Statements["query"]> {
    return this.on.query(inNames(sql, this.names), values);
  }
}

/** The documents of a term as rows of the table. */
function inBlocks({ field, term, documents, frequencies, lengths }: RemotePostings) {
  const blocks = [];
  for (let from = 0; from < documents.length;) {
    const block = Math.floor(documents[from]! / BLOCK);
    let end = from;
    while (end < documents.length && Math.floor(documents[end]! / BLOCK) === block) end++;
    const part = <T>(values: readonly T[]): readonly T[] => values.slice(from, end);
    blocks.push({
      field,
      term,
      block,
      documents: part(documents),
      frequencies: part(frequencies),
      lengths: part(lengths),
    });
    from = end;
  }
  return blocks;
}

const ADD_ENTRIES = `
INSERT INTO {schema}.entries (number, id, digest, json, first_question, body_length, status, valid_from, valid_until, bits)
SELECT * FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::smallint[],
  $8::float8[], $9::float8[], $10::smallint[])`;

const ADD_QUESTIONS = `
INSERT INTO {schema}.questions (number, entry, length, sound_length, hash, scale, embedding)
SELECT number, entry, length, sound_length, hash, scale, embedding::{vectors}.vector
FROM unnest($1::integer[], $2::integer[], $3::integer[], $4::integer[], $5::integer[], $6::real[], $7::text[])
  AS q (number, entry, length, sound_length, hash, scale, embedding)`;

const ADD_POSTINGS = `
INSERT INTO {schema}.postings AS p (field, term, block, count, documents, frequencies, lengths)
SELECT field, term, block, count, documents::integer[], frequencies::integer[], lengths::integer[]
FROM unnest($1::smallint[], $2::text[], $3::integer[], $4::integer[], $5::text[], $6::text[], $7::text[])
  AS a (field, term, block, count, documents, frequencies, lengths)
ON CONFLICT (field, term, block) DO UPDATE SET
  count = p.count + excluded.count, documents = p.documents || excluded.documents,
  frequencies = p.frequencies || excluded.frequencies, lengths = p.lengths || excluded.lengths`;

const DROP = `
UPDATE {schema}.postings p SET (count, documents, frequencies, lengths) = (
  SELECT count(*), coalesce(array_agg(d.document ORDER BY d.place), '{}'), coalesce(array_agg(d.frequency ORDER BY d.place), '{}'),
    coalesce(array_agg(d.length ORDER BY d.place), '{}')
  FROM unnest(p.documents, p.frequencies, p.lengths) WITH ORDINALITY AS d (document, frequency, length, place)
  WHERE d.document <> ALL ($3::integer[])
)
WHERE p.field = $1::smallint AND p.term = ANY ($2::text[])
  AND p.block IN (SELECT DISTINCT document / $4::integer FROM unnest($3::integer[]) AS d (document))`;
