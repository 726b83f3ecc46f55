import { createHash } from "node:crypto";
import type { EmbedderInfo } from "../embed/embedder.js";
import { KefuError } from "../messages/errors.js";
import { EMOTION_FEATURES } from "./emotion-features.js";

/**
 * A model of emotions in one file: 8 bytes `KEFU-EMO`, the length of the header as u32 little-endian, the header (JSON, padded
 * with spaces so that sections start at a multiple of 8), the sections one after another (each padded to a multiple of 8), and
 * the SHA-256 of all that. Numbers are little-endian.
 */
const MAGIC = "KEFU-EMO";
export const EMOTION_FORMAT = "kefu-emotion";
export const EMOTION_VERSION = 1;
const PREFIX = 12;
const DIGEST = 32;

export interface EmotionHeader {
  readonly format: string;
  readonly version: number;
  readonly features: string;
  readonly embedder: EmbedderInfo;
  /** SHA-256 (hex) over all that the model follows from. */
  readonly fingerprint: string;
  readonly examples: number;
  /** Divisor of the emotions' logits before the softmax. */
  readonly temperature: number;
  /** Over examples that the judging models had not seen, near-duplicates of theirs neither. */
  readonly outOfFold: {
    readonly n: number;
    readonly accuracy: number;
    readonly macroF1: number;
    /** Expected calibration error of the label's probability. */
    readonly ece: number;
    /** Mean absolute error of the intensity, 0 … 3. */
    readonly intensityError: number;
  };
}

/** Weights stand feature by feature, {@link OUTPUTS} numbers each: four emotions, then intensities 1 … 3. */
export interface EmotionSections {
  /** Hashes of grams, ascending. */
  readonly grams: Uint32Array;
  /** Of a gram's weights: weight = scale · int8. */
  readonly scales: Float32Array;
  readonly weights: Int8Array;
  /** Of the signs, then of the encoder's vector. */
  readonly dense: Float32Array;
  readonly bias: Float32Array;
}

const TYPES = {
  grams: Uint32Array,
  scales: Float32Array,
  weights: Int8Array,
  dense: Float32Array,
  bias: Float32Array,
} as const;
type Name = keyof typeof TYPES;
const NAMES = Object.keys(TYPES) as Name[];

const padded = (length: number): number => Math.ceil(length / 8) * 8;

export function writeEmotionFile(header: EmotionHeader, sections: EmotionSections): Uint8Array {
  const lengths = Object.fromEntries(NAMES.map((name) => [name, sections[name].length]));
  const text = Buffer.from(JSON.stringify({ ...header, sections: lengths }), "utf8");
  const json = Buffer.alloc(padded(PREFIX + text.length) - PREFIX, " ");
  text.copy(json);
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

function unreadable(key: "nlu.model.damaged" | "nlu.model.not-a-model", path: string): KefuError {
  return new KefuError("input", key, { path }, { hint: { key: "nlu.hint.train" } });
}

/**
 * Reads a model, every byte checked.
 * @throws KefuError `input` for what is no model, one of another version (by name), or a damaged one
 */
export function readEmotionFile(bytes: Uint8Array, path: string): { header: EmotionHeader; sections: EmotionSections } {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source.length < PREFIX + DIGEST || source.toString("latin1", 0, 8) !== MAGIC) {
    throw unreadable("nlu.model.not-a-model", path);
  }
  const at = PREFIX + source.readUInt32LE(8);
  const end = source.length - DIGEST;
  let header: EmotionHeader & { readonly sections: Readonly<Record<Name, number>> };
  try {
    header = JSON.parse(source.toString("utf8", PREFIX, Math.min(at, end))) as typeof header;
  } catch {
    throw unreadable("nlu.model.damaged", path);
  }
  const found = `${header.format} ${header.version} ${header.features}`;
  const known = `${EMOTION_FORMAT} ${EMOTION_VERSION} ${EMOTION_FEATURES}`;
  if (found !== known) {
    throw new KefuError("input", "common.unknown-version", { path, found, known }, { hint: { key: "nlu.hint.train" } });
  }
  const digest = createHash("sha256").update(source.subarray(0, end)).digest();
  if (!digest.equals(source.subarray(end))) throw unreadable("nlu.model.damaged", path);
  // Typed arrays need aligned memory, which a slice of a larger file is not.
  const body = new Uint8Array(source.subarray(at, end)).buffer;
  let from = 0;
  const take = (name: Name) => {
    const section = new TYPES[name](body, from, header.sections[name]);
    from += padded(section.byteLength);
    return [name, section] as const;
  };
  return { header, sections: Object.fromEntries(NAMES.map(take)) as unknown as EmotionSections };
}
