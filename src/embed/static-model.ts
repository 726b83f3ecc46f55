import { createHash } from "node:crypto";
import { KefuError } from "../messages/errors.js";
import { openVocabulary, readVocabulary, type Vocabulary } from "./vocabulary.js";

/** A file that is read where it is needed. */
export interface ModelSource {
  readonly size: number;
  /** Fills `target` with the bytes from `offset` on; how many were there. */
  readInto(target: Uint8Array, offset: number): number;
  close(): void;
}

/** The files of the embedded encoder (models/bilingual-static), as bytes and text. */
export interface StaticModelFiles {
  /** model.bin; of a source only the rows that texts need are read, as long as they are few. */
  readonly model: Uint8Array | ModelSource;
  /** vocab.txt */
  readonly vocab: string | Uint8Array;
  /** lookup.bin, made of vocab.txt by {@link makeLookup}: saves reading all of it, where vocab is given as bytes. */
  readonly lookup?: Uint8Array;
  /** config.json */
  readonly config: string;
  /**
   * digest.json, made once by {@link staticModelDigest}: hashing 14 MB at every start costs more than all the rest of
   * loading. Without it the digest is computed.
   */
  readonly digest?: string;
}

/** The table of the built-in encoder. Rows are read from the file when they are first needed. */
export interface StaticModel {
  readonly rows: number;
  readonly dim: number;
  /** One factor a row. */
  readonly scales: Float32Array;
  /** `rows * dim` values; a row times its factor is the token's vector. Those of a row are there once {@link need} was called for it. */
  readonly values: Int8Array;
  need(row: number): void;
  readonly vocabulary: Vocabulary;
  readonly digest: string;
}

const MAGIC = "SEMB0001";
const HEADER = 32;

/** Rows that are read at a time: tokens stand by how common they are, so that neighbours are wanted as well. */
const BLOCK = 32;
/** So many blocks are read one by one, before all of the file is: by then that would have taken as long. */
const FEW = 800;

/** Reads a model in place (no copy of the rows). KefuError `input` when the files are cut, foreign or do not fit together. */
export function readStaticModel(files: StaticModelFiles): StaticModel {
  const { model } = files;
  const size = model instanceof Uint8Array ? model.length : model.size;
  const header = size < HEADER ? new Uint8Array(HEADER) : bytesOf(model, 0, HEADER);
  if (String.fromCharCode(...header.subarray(0, 8)) !== MAGIC) throw broken(`model.bin: no ${MAGIC} header`);
  const view = new DataView(header.buffer, header.byteOffset, HEADER);
  const rows = view.getUint32(12, true);
  const dim = view.getUint32(16, true);
  const offset = view.getUint32(20, true);
  if (size !== offset + rows * (4 + dim)) throw broken(`model.bin: ${size} bytes for ${rows} × ${dim}`);
  checkConfig(files.config, rows, dim);
  return {
    rows,
    dim,
    scales: readScales(bytesOf(model, offset, 4 * rows), rows),
    ...rowsOf(model, offset + 4 * rows, rows, dim),
    vocabulary: vocabularyOf(files, rows),
    digest: files.digest === undefined ? staticModelDigest(files) : readDigest(files.digest, size),
  };
}

function bytesOf(model: Uint8Array | ModelSource, offset: number, length: number): Uint8Array {
  if (model instanceof Uint8Array) return model.subarray(offset, offset + length);
  const bytes = new Uint8Array(length);
  readFully(model, bytes, offset);
  return bytes;
}

function readFully(source: ModelSource, target: Uint8Array, offset: number): void {
  if (source.readInto(target, offset) < target.length) throw broken("model.bin: cut off while it was read");
}

/** The rows of the file; those of a source are read as they are needed, and memory that is not written to costs none. */
function rowsOf(
  model: Uint8Array | ModelSource,
  start: number,
  rows: number,
  dim: number,
): Pick<StaticModel, "values" | "need"> {
  if (model instanceof Uint8Array) {
    return { values: new Int8Array(model.buffer, model.byteOffset + start, rows * dim), need: () => undefined };
  }
  const bytes = new Uint8Array(rows * dim);
  const read = new Uint8Array(Math.ceil(rows / BLOCK));
  const fill = (from: number, to: number): void => readFully(model, bytes.subarray(from, to), start + from);
  let count = 0;
  const need = (row: number): void => {
    const block = Math.floor(row / BLOCK);
    if (count > FEW || read[block] === 1) return;
    read[block] = 1;
    if (++count > FEW) fill(0, bytes.length);
    else fill(block * BLOCK * dim, Math.min((block + 1) * BLOCK, rows) * dim);
  };
  return { values: new Int8Array(bytes.buffer), need };
}

function vocabularyOf({ vocab, lookup }: StaticModelFiles, rows: number): Vocabulary {
  if (lookup !== undefined && typeof vocab !== "string") {
    const opened = openVocabulary(vocab, rows, lookup);
    if (opened === undefined) throw broken(`lookup.bin: not made for this vocab.txt of ${vocab.length} bytes`);
    return opened;
  }
  const vocabulary = readVocabulary(typeof vocab === "string" ? vocab : new TextDecoder().decode(vocab), rows);
  if (vocabulary === undefined) throw broken(`vocab.txt: not ${rows} different tokens`);
  return vocabulary;
}

/** SHA-256 (hex) over config.json, vocab.txt and model.bin, each with its name and length before it. */
export function staticModelDigest(files: StaticModelFiles): string {
  const hash = createHash("sha256");
  const encoder = new TextEncoder();
  for (const [name, bytes] of [
    ["config.json", encoder.encode(files.config)],
    ["vocab.txt", typeof files.vocab === "string" ? encoder.encode(files.vocab) : files.vocab],
    ["model.bin", files.model instanceof Uint8Array ? files.model : bytesOf(files.model, 0, files.model.size)],
  ] as const) {
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

function checkConfig(text: string, rows: number, dim: number): void {
  let config: { format?: unknown; vocab_size?: unknown; dim?: unknown };
  try {
    config = JSON.parse(text) as typeof config;
  } catch {
    throw broken("config.json: not JSON");
  }
  if (config.format !== MAGIC || config.vocab_size !== rows || config.dim !== dim) {
    throw broken(`config.json: not of ${MAGIC}, ${rows} × ${dim}`);
  }
}

function readScales(bytes: Uint8Array, rows: number): Float32Array {
  // A view needs its bytes at a multiple of four; a model cut out of a larger buffer may stand elsewhere.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Float32Array(buffer, byteOffset, rows);
}

function readDigest(text: string, bytes: number): string {
  let digest: { sha256?: unknown; bytes?: unknown };
  try {
    digest = JSON.parse(text) as typeof digest;
  } catch {
    throw broken("digest.json: not JSON");
  }
  if (typeof digest.sha256 !== "string" || !/^[0-9a-f]{64}$/.test(digest.sha256))
    throw broken("digest.json: no sha256");
  if (digest.bytes !== bytes) throw broken(`digest.json: made for a model.bin of ${String(digest.bytes)} bytes`);
  return digest.sha256;
}

function broken(reason: string): KefuError {
  return new KefuError("input", "embed.static.broken", { reason }, { hint: { key: "embed.static.hint" } });
}
