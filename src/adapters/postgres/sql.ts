import type { FieldName } from "../../kb/index/fields.js";
import type { ProposedBy } from "../../kb/remote/index.js";

/** Fields and channels, as the tables and statements number them. */
export const FIELD_NUMBERS: Readonly<Record<FieldName, number>> = { questions: 1, bodies: 2, sound: 3 };
export const CHANNEL_NUMBERS: Readonly<Record<ProposedBy, number>> = { ...FIELD_NUMBERS, vector: 4, exact: 5 };

/** Which entries `e` may be found. Parameters 5–12: statuses, time, open bits, channel, tier, compact and spaced query, entry. */
const ACCEPTED = `
  e.status = ANY ($5::smallint[])
  AND ($6::float8 IS NULL OR ($6 >= e.valid_from AND $6 <= e.valid_until))
  AND ($12::integer IS NULL OR e.number <> $12)
  AND e.number NOT IN (SELECT entry FROM excluded)
  AND ((e.bits & $7::integer) <> 0 OR ((e.bits & 128) <> 0 AND EXISTS (
    SELECT 1 FROM {schema}.tiers t
    WHERE t.entry = e.number AND (t.channel IS NULL OR t.channel = $8::text) AND t.tier = $9::text)))`;

/** A question that is passed over, parameter 13. */
const KEPT = `($13::integer IS NULL OR q.number <> $13)`;

/** More than are asked for: sums in single precision may stand in another order than exact ones. */
const SPARE = 24;

const near = (distance: string): string => `
  SELECT n.number AS document, n.entry
  FROM (SELECT q.number, q.entry, ${distance} AS distance
    FROM {schema}.questions q JOIN {schema}.entries e ON e.number = q.entry
    WHERE ${ACCEPTED} AND ${KEPT} AND $15::text IS NOT NULL
    ORDER BY distance FETCH FIRST ($16::integer + ${SPARE}) ROWS WITH TIES) n`;

/** By the graph: a fixed number of near questions first, of which those that may be found are left. */
const nearByGraph = (dim: number): string => `
  SELECT q.number AS document, q.entry
  FROM (SELECT number, entry FROM {schema}.questions
    WHERE $15::text IS NOT NULL
    ORDER BY embedding::{vectors}.vector(${dim}) OPERATOR({vectors}.<=>) $15::{vectors}.vector(${dim}) LIMIT 400) q
  JOIN {schema}.entries e ON e.number = q.entry
  WHERE ${ACCEPTED} AND ${KEPT} AND $16::integer > 0`;

const NEAR_EXACT = near(`(q.embedding OPERATOR({vectors}.<#>) $15::{vectors}.vector) * q.scale`);

/** By field, the score of the n-th best document of a table, less what rounding makes. */
const leastOf = (table: string, nth: string): string => `
  SELECT f.field, coalesce((
    SELECT score FROM ${table} t WHERE t.field = f.field ORDER BY score DESC OFFSET greatest(${nth}::integer - 1, 0) LIMIT 1
  ), 0) - 1e-9 AS score
  FROM (VALUES (1), (2), (3)) AS f (field)`;

/**
 * The entries that a query may mean, with all that evidence is made of, in one statement and so of one generation.
 *
 * Parameters 1–4: field, term, idf and mean length of each term, in a field the rarest first; 14: hashes; 15: the query's vector;
 * 16: proposals of a channel; 17: postings whose terms choose the documents that are scored by all of them, 18: how many these
 * are. A channel proposes the documents whose score is at least that of its 16-th best, but for a rounding error: the exact
 * order is made of the exact numbers, by who asked.
 */
export function poolStatement(graph: { dim: number } | undefined): string {
  return `
WITH excluded AS MATERIALIZED (
  SELECT DISTINCT entry FROM {schema}.negatives
  WHERE CASE WHEN word THEN position(' ' || text || ' ' IN $11::text) > 0 ELSE position(text IN $10::text) > 0 END
),
asked AS (
  SELECT field, term, idf, mean, place::integer AS place
  FROM ROWS FROM (unnest($1::smallint[]), unnest($2::text[]), unnest($3::float8[]), unnest($4::float8[]))
    WITH ORDINALITY AS a (field, term, idf, mean, place)
),
lists AS (
  SELECT a.field, a.place, sum(p.count) AS count
  FROM asked a JOIN {schema}.postings p ON p.field = a.field AND p.term = a.term GROUP BY a.field, a.place
),
rarest AS MATERIALIZED (
  SELECT field, place FROM (
    SELECT field, place, sum(count) OVER up_to AS postings, row_number() OVER up_to AS nth
    FROM lists WINDOW up_to AS (PARTITION BY field ORDER BY place)
  ) l WHERE postings <= $17::integer OR nth = 1
),
hits AS MATERIALIZED (
  SELECT a.field, a.place, d.document, d.frequency,
    a.idf * ((d.frequency * 2.2::float8) / (d.frequency + 1.2::float8 * (0.25::float8 + 0.75::float8 * (d.length / a.mean)))) AS weight
  FROM asked a
  JOIN {schema}.postings p ON p.field = a.field AND p.term = a.term,
  LATERAL unnest(p.documents, p.frequencies, p.lengths) AS d (document, frequency, length)
),
scores AS MATERIALIZED (
  SELECT h.field, h.document, sum(h.weight) AS score
  FROM hits h JOIN rarest r ON r.field = h.field AND r.place = h.place GROUP BY h.field, h.document
),
partly AS MATERIALIZED (
  SELECT s.field, s.document, s.score, q.entry
  FROM scores s JOIN {schema}.questions q ON q.number = s.document JOIN {schema}.entries e ON e.number = q.entry
  WHERE s.field <> 2 AND ${ACCEPTED} AND ${KEPT}
  UNION ALL
  SELECT s.field, s.document, s.score, e.number
  FROM scores s JOIN {schema}.entries e ON e.number = s.document
  WHERE s.field = 2 AND ${ACCEPTED}
),
enough AS MATERIALIZED (${leastOf("partly", "$18")}),
found AS MATERIALIZED (
  SELECT p.field, p.document, p.entry, sum(h.weight) AS score
  FROM partly p JOIN enough e ON e.field = p.field
  JOIN hits h ON h.field = p.field AND h.document = p.document
  WHERE p.score >= e.score
  GROUP BY p.field, p.document, p.entry
),
least AS MATERIALIZED (${leastOf("found", "$16")}),
proposed AS MATERIALIZED (
  SELECT f.field AS channel, f.document, f.entry FROM found f JOIN least l ON l.field = f.field WHERE f.score >= l.score
  UNION ALL
  SELECT 4, document, entry FROM (${graph === undefined ? NEAR_EXACT : nearByGraph(graph.dim)}) near
  UNION ALL
  SELECT 5, q.number, q.entry FROM {schema}.questions q JOIN {schema}.entries e ON e.number = q.entry
  WHERE q.hash = ANY ($14::integer[]) AND ${ACCEPTED} AND ${KEPT}
),
pool AS MATERIALIZED (
  SELECT entry, array_agg(channel) AS channels, array_agg(document) AS documents FROM proposed GROUP BY entry
),
asks AS MATERIALIZED (
  SELECT q.entry, array_agg(q.number ORDER BY q.number) AS numbers, array_agg(q.length ORDER BY q.number) AS lengths,
    array_agg(q.sound_length ORDER BY q.number) AS sounds, array_agg(q.scale ORDER BY q.number) AS scales,
    string_agg(q.embedding::text, ',' ORDER BY q.number) AS codes
  FROM {schema}.questions q JOIN pool p ON p.entry = q.entry GROUP BY q.entry
),
documents AS MATERIALIZED (
  SELECT f.field, n.number AS document, a.entry
  FROM asks a, LATERAL unnest(a.numbers) AS n (number), (VALUES (1), (3)) AS f (field)
  UNION ALL SELECT 2, entry, entry FROM pool
),
held AS MATERIALIZED (
  SELECT d.entry, array_agg(h.field) AS fields, array_agg(h.document) AS documents, array_agg(h.place) AS places,
    array_agg(h.frequency) AS frequencies
  FROM hits h JOIN documents d ON d.field = h.field AND d.document = h.document GROUP BY d.entry
)
SELECT m.generation, e.number, e.id, e.body_length, p.channels, p.documents,
  a.numbers, a.lengths, a.sounds, a.scales, a.codes,
  h.fields AS held_fields, h.documents AS held_documents, h.places AS held_places, h.frequencies AS held_frequencies,
  CASE WHEN 5 = ANY (p.channels) THEN e.json END AS json
FROM {schema}.meta m LEFT JOIN (pool p JOIN {schema}.entries e ON e.number = p.entry JOIN asks a ON a.entry = p.entry
  LEFT JOIN held h ON h.entry = p.entry) ON true`;
}

export const FREQUENCIES = `
SELECT a.place, coalesce(sum(p.count), 0)::integer AS count
FROM ROWS FROM (unnest($1::smallint[]), unnest($2::text[])) WITH ORDINALITY AS a (field, term, place)
LEFT JOIN {schema}.postings p ON p.field = a.field AND p.term = a.term
GROUP BY a.place`;

export const ENTRIES = `
SELECT number, json, first_question FROM {schema}.entries WHERE number = ANY ($1::integer[])
UNION ALL SELECT number, json, first_question FROM {schema}.gone WHERE number = ANY ($1::integer[])`;

export const FIND = `SELECT json FROM {schema}.entries WHERE id = ANY ($1::text[])`;

export const LIST = `SELECT number, json FROM {schema}.entries WHERE number > $1 ORDER BY number LIMIT $2`;

export const META = `SELECT * FROM {schema}.meta`;
