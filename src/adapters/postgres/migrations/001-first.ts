/**
 * `{schema}` is the schema of the tables, `{vectors}` the one that pgvector lives in.
 *
 * Vectors hold the whole numbers of the local index (−127…127), which a float keeps exactly: the cosine of a question and a
 * query is their inner product times `scale`. Postings are lists of up to 4096 documents (questions, or entries where the
 * field is 2), ascending, with the frequency of the term in each and the length of each.
 */
export const first = `
CREATE TABLE {schema}.entries (
  number integer PRIMARY KEY,
  id text NOT NULL UNIQUE,
  digest text NOT NULL,
  json text NOT NULL,
  first_question integer NOT NULL,
  body_length integer NOT NULL,
  status smallint NOT NULL,
  valid_from double precision NOT NULL,
  valid_until double precision NOT NULL,
  bits smallint NOT NULL
);
CREATE TABLE {schema}.questions (
  number integer PRIMARY KEY,
  entry integer NOT NULL,
  length integer NOT NULL,
  sound_length integer NOT NULL,
  hash integer,
  scale real NOT NULL,
  embedding {vectors}.vector NOT NULL
);
CREATE INDEX questions_entry ON {schema}.questions (entry);
CREATE INDEX questions_hash ON {schema}.questions (hash);
CREATE TABLE {schema}.postings (
  field smallint NOT NULL,
  term text COLLATE "C" NOT NULL,
  block integer NOT NULL,
  count integer NOT NULL,
  documents integer[] NOT NULL,
  frequencies integer[] NOT NULL,
  lengths integer[] NOT NULL,
  PRIMARY KEY (field, term, block)
);
CREATE TABLE {schema}.negatives (entry integer NOT NULL, word boolean NOT NULL, text text NOT NULL);
CREATE INDEX negatives_entry ON {schema}.negatives (entry);
CREATE TABLE {schema}.tiers (entry integer NOT NULL, channel text, tier text NOT NULL);
CREATE INDEX tiers_entry ON {schema}.tiers (entry);
CREATE TABLE {schema}.meta (
  one boolean PRIMARY KEY CHECK (one),
  generation integer NOT NULL,
  name text NOT NULL,
  tokeniser text NOT NULL,
  embedder_id text NOT NULL,
  embedder_digest text NOT NULL,
  embedder_dim integer NOT NULL,
  manifest text NOT NULL,
  entries integer NOT NULL,
  questions integer NOT NULL,
  question_tokens bigint NOT NULL,
  body_tokens bigint NOT NULL,
  sound_tokens bigint NOT NULL,
  graph text NOT NULL,
  next_entry integer NOT NULL,
  next_question integer NOT NULL
);
`;
