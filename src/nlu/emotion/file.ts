import type { EmbedderInfo } from "../../embed/embedder.js";
import { KefuError } from "../../messages/errors.js";
import { count, fields, number, positive, text } from "../header-checks.js";
import { malformed, openSectionFile, writeSectionFile } from "../section-file.js";
import { EMOTIONS, STRONGEST } from "./emotion.js";
import { EMOTION_FEATURES, SIGNS } from "./features.js";

const MAGIC = "KEFU-EMO";
export const EMOTION_FORMAT = "kefu-emotion";
export const EMOTION_VERSION = 1;

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
  grams: "u32",
  scales: "f32",
  weights: "i8",
  dense: "f32",
  bias: "f32",
} as const;

const checkFields = fields({
  embedder: fields({ id: text, digest: text, dim: count }),
  fingerprint: text,
  examples: count,
  temperature: positive,
  outOfFold: fields({ n: count, accuracy: number, macroF1: number, ece: number, intensityError: number }),
});

/** Numbers that a model gives for a text: a logit an emotion, then one an intensity from 1 on. */
export const OUTPUTS = EMOTIONS.length + STRONGEST;

/** The section whose length does not go with the header and the grams. */
function sectionFault(
  { embedder }: EmotionHeader,
  { grams, ...rest }: EmotionSections,
): keyof EmotionSections | undefined {
  const wanted = {
    scales: grams.length,
    weights: grams.length * OUTPUTS,
    dense: (SIGNS + embedder.dim) * OUTPUTS,
    bias: OUTPUTS,
  };
  return (["scales", "weights", "dense", "bias"] as const).find((name) => rest[name].length !== wanted[name]);
}

/** A model of emotions in one file, as `section-file.ts` lays it out. */
export function writeEmotionFile(header: EmotionHeader, sections: EmotionSections): Uint8Array {
  return writeSectionFile(MAGIC, TYPES, header, sections);
}

/**
 * Reads a model, every byte checked.
 * @throws KefuError `input` for what is no model, one of another version (by name), or a damaged one
 */
export function readEmotionFile(bytes: Uint8Array, path: string): { header: EmotionHeader; sections: EmotionSections } {
  const file = openSectionFile(MAGIC, bytes, path);
  const header = file.header as EmotionHeader;
  const found = `${header.format} ${header.version} ${header.features}`;
  const known = `${EMOTION_FORMAT} ${EMOTION_VERSION} ${EMOTION_FEATURES}`;
  if (found !== known) {
    throw new KefuError("input", "common.unknown-version", { path, found, known }, { hint: { key: "nlu.hint.train" } });
  }
  const sections = file.sections(TYPES);
  const fault = checkFields(header, "") ?? sectionFault(header, sections);
  if (fault !== undefined) throw malformed(fault, path);
  return { header, sections };
}
