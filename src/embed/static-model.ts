import { createHash } from "node:crypto";
import { KefuError } from "../messages/errors.js";

/** The files of the embedded encoder (models/bilingual-static), as bytes and text. */
export interface StaticModelFiles {
  /** model.bin */
  readonly model: Uint8Array;
  /** vocab.txt */
  readonly vocab: string;
  /** config.json */
  readonly config: string;
  /**
   * digest.json, made once by {@link staticModelDigest}: hashing 14 MB at every start costs more than all the rest of
   * loading. Without it the digest is computed.
   */
  readonly digest?: string;
}

export interface StaticModel {
  readonly rows: number;
  readonly dim: number;
  /** One factor a row. */
  readonly scales: Float32Array;
  /** `rows * dim` values; a row times its factor is the token's vector. */
  readonly values: Int8Array;
  /** Token → row. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly digest: string;
}

const MAGIC = "SEMB0001";
const HEADER = 32;

/** Reads a model in place (no copy of the rows). KefuError `input` when the files are cut, foreign or do not fit together. */
export function readStaticModel(files: StaticModelFiles): StaticModel {
  const { model } = files;
  if (model.length < HEADER || String.fromCharCode(...model.subarray(0, 8)) !== MAGIC) {
    throw broken(`model.bin: no ${MAGIC} header`);
  }
  const view = new DataView(model.buffer, model.byteOffset, model.length);
  const rows = view.getUint32(12, true);
  const dim = view.getUint32(16, true);
  const offset = view.getUint32(20, true);
  if (model.length !== offset + rows * (4 + dim)) throw broken(`model.bin: ${model.length} bytes for ${rows} × ${dim}`);
  checkConfig(files.config, rows, dim);
  return {
    rows,
    dim,
    scales: readScales(model, offset, rows),
    values: new Int8Array(model.buffer, model.byteOffset + offset + 4 * rows, rows * dim),
    vocabulary: readVocabulary(files.vocab, rows),
    digest: files.digest === undefined ? staticModelDigest(files) : readDigest(files.digest, model.length),
  };
}

/** SHA-256 (hex) over config.json, vocab.txt and model.bin, each with its name and length before it. */
export function staticModelDigest(files: StaticModelFiles): string {
  const hash = createHash("sha256");
  const encoder = new TextEncoder();
  for (const [name, bytes] of [
    ["config.json", encoder.encode(files.config)],
    ["vocab.txt", encoder.encode(files.vocab)],
    ["model.bin", files.model],
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

function readScales(model: Uint8Array, offset: number, rows: number): Float32Array {
  const start = model.byteOffset + offset;
  // A view needs its bytes at a multiple of four; a model cut out of a larger buffer may stand elsewhere.
  return start % 4 === 0
    ? new Float32Array(model.buffer, start, rows)
    : new Float32Array(model.slice(offset, offset + 4 * rows).buffer);
}

function readVocabulary(text: string, rows: number): Map<string, number> {
  const vocabulary = new Map<string, number>();
  let start = 0;
  for (let row = 0; row < rows; row++) {
    const end = text.indexOf("\n", start);
    vocabulary.set(text.slice(start, end < 0 ? text.length : end), row);
    start = end < 0 ? text.length + 1 : end + 1;
  }
  if (vocabulary.size !== rows) throw broken(`vocab.txt: ${vocabulary.size} tokens for ${rows} rows`);
  return vocabulary;
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
