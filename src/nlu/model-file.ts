import { createHash } from "node:crypto";
import { KefuError } from "../messages/errors.js";
import type { EmbedderInfo } from "../embed/embedder.js";
import type { EntityRules } from "./entity-rules.js";
import type { TaggerWeights } from "./tagger.js";
import type { OperatingPoint, ScopeScale } from "./scope.js";
import type { NluSettings } from "./settings.js";

/**
 * A model in one file: 8 bytes `KEFU-NLU`, the length of the header as u32 little-endian, the header (JSON, UTF-8,
 * padded with spaces so that the sections start at a multiple of 8), the sections one after another (each padded with
 * zeros to a multiple of 8), and the SHA-256 of all that. Numbers are little-endian.
 */
const MAGIC = "KEFU-NLU";
export const FORMAT = "kefu-nlu";
export const VERSION = 3;

const DIGEST = 32;
const PREFIX = 12;

/** How sure the model was about examples it had not seen, in training. */
export interface OutOfFold {
  readonly n: number;
  readonly accuracy: number;
  /** Expected calibration error after scaling. */
  readonly ece: number;
}

export interface ModelHeader {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** SHA-256 (hex) over data, settings, encoder and text processing: equal fingerprints, equal models. */
  readonly fingerprint: string;
  readonly features: string;
  readonly tokeniser: string;
  readonly embedder: EmbedderInfo;
  readonly intents: readonly string[];
  readonly utterances: number;
  readonly settings: NluSettings;
  /** Divisor of the logits before the softmax. */
  readonly temperature: number;
  readonly outOfFold: OutOfFold;
  readonly scope: ScopeScale;
  readonly operatingPoint: OperatingPoint;
  readonly entities: EntityRules;
}

/**
 * Sections by name. Classes are the intents, and one more for what is outside where the data has enough of it. Weights are int8 with
 * one scale a feature: weight = scale · int8.
 */
export interface ModelSections extends TaggerWeights {
  /** Buckets of the vocabulary, ascending. */
  readonly buckets: Int32Array;
  readonly idf: Float32Array;
  readonly scales: Float32Array;
  /** `buckets × classes`. */
  readonly weights: Int8Array;
  /** One row of classes for each number of the encoder's vectors. */
  readonly dense: Float32Array;
  readonly bias: Float32Array;
}

const TYPES = {
  buckets: Int32Array,
  idf: Float32Array,
  scales: Float32Array,
  weights: Int8Array,
  dense: Float32Array,
  bias: Float32Array,
  tagFeatures: Int32Array,
  tagCounts: Uint16Array,
  tagLabels: Uint16Array,
  tagWeights: Int8Array,
  tagTransitions: Float32Array,
} as const;

type SectionName = keyof typeof TYPES;

const NAMES = Object.keys(TYPES) as SectionName[];

type StoredHeader = ModelHeader & { readonly sections: Readonly<Record<SectionName, number>> };

const padded = (length: number): number => Math.ceil(length / 8) * 8;

export function writeModelFile(header: ModelHeader, sections: ModelSections): Uint8Array {
  const lengths = Object.fromEntries(NAMES.map((name) => [name, sections[name].length]));
  let json = Buffer.from(JSON.stringify({ ...header, sections: lengths }), "utf8");
  json = Buffer.concat([json, Buffer.alloc(padded(PREFIX + json.length) - PREFIX - json.length, " ")]);
  const prefix = Buffer.alloc(PREFIX);
  prefix.write(MAGIC, "latin1");
  prefix.writeUInt32LE(json.length, 8);
  const parts: Uint8Array[] = [prefix, json];
  for (const name of NAMES) {
    const { buffer, byteOffset, byteLength } = sections[name];
    parts.push(new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(padded(byteLength) - byteLength));
  }
  const body = Buffer.concat(parts);
  return new Uint8Array(Buffer.concat([body, createHash("sha256").update(body).digest()]));
}

function damaged(path: string): KefuError {
  return new KefuError("input", "nlu.model.damaged", { path }, { hint: { key: "nlu.hint.train" } });
}

/** Format and version come before all else: the rest of another version may look different. */
function readHeader(bytes: Buffer, path: string): { header: StoredHeader; at: number } {
  if (bytes.length < PREFIX + DIGEST || bytes.toString("latin1", 0, 8) !== MAGIC) {
    throw new KefuError("input", "nlu.model.not-a-model", { path }, { hint: { key: "nlu.hint.train" } });
  }
  const at = PREFIX + bytes.readUInt32LE(8);
  let header: StoredHeader;
  try {
    header = JSON.parse(bytes.toString("utf8", PREFIX, Math.min(at, bytes.length))) as StoredHeader;
  } catch {
    throw damaged(path);
  }
  const { format, version } = header as { format: string; version: number };
  if (format !== FORMAT || version !== VERSION) {
    const params = { path, found: `${format} ${version}`, known: `${FORMAT} ${VERSION}` };
    throw new KefuError("input", "common.unknown-version", params, { hint: { key: "nlu.hint.train" } });
  }
  return { header, at };
}

/**
 * The header of a model, without a check of the rest.
 * @throws KefuError `input` for what is no model, or one of another version
 */
export function readModelHeader(bytes: Uint8Array, path: string): ModelHeader {
  return readHeader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path).header;
}

/**
 * Reads a model, every byte checked.
 * @throws KefuError `input` for what is no model, one of another version, or a damaged one
 */
export function readModelFile(bytes: Uint8Array, path: string): { header: ModelHeader; sections: ModelSections } {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, at } = readHeader(source, path);
  const end = source.length - DIGEST;
  const digest = createHash("sha256").update(source.subarray(0, end)).digest();
  if (!digest.equals(source.subarray(end))) throw damaged(path);
  // Typed arrays need aligned memory, which a slice of a larger file is not.
  const body = new Uint8Array(source.subarray(at, end)).buffer;
  let from = 0;
  const take = (name: SectionName) => {
    const Type = TYPES[name];
    const length = header.sections[name];
    const section = new Type(body, from, length);
    from += padded(section.byteLength);
    return section;
  };
  try {
    return {
      header,
      sections: Object.fromEntries(NAMES.map((name) => [name, take(name)])) as unknown as ModelSections,
    };
  } catch {
    throw damaged(path);
  }
}
