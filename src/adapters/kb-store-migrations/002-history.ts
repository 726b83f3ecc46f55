/**
 * Entries and sources are kept as versions: live from the run `born` up to, not including, the run `died`. A version whose
 * `born` is beyond the generation in `meta` belongs to a run that has not been committed, and nobody sees it.
 */
export const history = `
CREATE TABLE versions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  file TEXT NOT NULL,
  hash TEXT NOT NULL,
  place TEXT NOT NULL,
  segment TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  born INTEGER NOT NULL,
  died INTEGER,
  body TEXT NOT NULL
) STRICT;
INSERT INTO versions (id, file, hash, place, segment, ordinal, born, body)
  SELECT id, file, hash, '', segment, ordinal, coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'generation'), 0), body
  FROM entries ORDER BY id;
DROP TABLE entries;
CREATE INDEX versions_by_id ON versions (id) WHERE died IS NULL;
CREATE INDEX versions_by_file ON versions (file) WHERE died IS NULL;
CREATE INDEX versions_born ON versions (born);
CREATE INDEX versions_died ON versions (died) WHERE died IS NOT NULL;
CREATE TABLE source_versions (
  number INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  born INTEGER NOT NULL,
  died INTEGER,
  record TEXT NOT NULL
) STRICT;
INSERT INTO source_versions (file, born, record)
  SELECT file, coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'generation'), 0), json_object(
    'file', file, 'fingerprint', fingerprint, 'origin', origin, 'options', json(options),
    'entries', entries, 'skipped', skipped, 'warnings', warnings)
  FROM sources ORDER BY file;
DROP TABLE sources;
CREATE INDEX sources_by_file ON source_versions (file) WHERE died IS NULL;
DELETE FROM runs WHERE generation < coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'generation'), 0);
CREATE TABLE checked (file TEXT PRIMARY KEY, stamp TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
