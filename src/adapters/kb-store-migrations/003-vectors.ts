/**
 * Vectors by encoder and SHA-256 of the text: most of a row is the vector, so that rows have numbers of their own and the key stands in
 * an index. What was kept before is made again by the next ingest that needs it.
 */
export const vectors = `
DROP TABLE vectors;
CREATE TABLE encoders (number INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, used INTEGER NOT NULL) STRICT;
CREATE TABLE vectors (
  number INTEGER PRIMARY KEY,
  encoder INTEGER NOT NULL,
  hash BLOB NOT NULL,
  vector BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX vectors_by_text ON vectors (encoder, hash);
`;
