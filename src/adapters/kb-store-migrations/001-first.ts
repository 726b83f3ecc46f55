/** Sources, their entries with their places in the index, runs, vectors. */
export const first = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sources (
  file TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('config', 'given')),
  options TEXT NOT NULL,
  entries INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  warnings INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE entries (
  id TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  hash TEXT NOT NULL,
  sheet TEXT,
  row INTEGER,
  line INTEGER,
  segment TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX entries_by_file ON entries (file);
CREATE TABLE runs (generation INTEGER PRIMARY KEY, at TEXT NOT NULL, summary TEXT NOT NULL) STRICT;
CREATE TABLE vectors (
  embedder TEXT NOT NULL,
  text TEXT NOT NULL,
  vector BLOB NOT NULL,
  PRIMARY KEY (embedder, text)
) STRICT, WITHOUT ROWID;
`;
