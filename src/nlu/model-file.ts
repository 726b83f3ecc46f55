import { KefuError } from "../messages/errors.js";
import { headerFault, sectionFault } from "./model-check.js";
import { malformed, openSectionFile, type OpenSectionFile, writeSectionFile } from "./section-file.js";
import type { PackedClassifier } from "./classifier/packed.js";
import type { EmbedderInfo } from "../embed/embedder.js";
import type { EntityRules } from "./entities/rules.js";
import type { TaggerWeights } from "./entities/tagger.js";
import type { OperatingPoint, ScopeScale } from "./scope.js";
import type { NluSettings } from "./settings.js";

const MAGIC = "KEFU-NLU";
export const FORMAT = "kefu-nlu";
export const VERSION = 6;

/** How sure the model was about examples it had not seen, in training. */
export interface OutOfFold {
  readonly n: number;
  readonly accuracy: number;
  /** Expected calibration error after scaling. */
  readonly ece: number;
}

/** The JSON at the start of a model file; docs/file-formats.md has the rest. */
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
  readonly settings: NluSettings & { readonly sound: boolean };
  /** How much the hidden layer counts beside the regression, by examples not seen; 0: not at all, and it is left out. */
  readonly hiddenShare: number;
  /** Divisor of the logits before the softmax. */
  readonly temperature: number;
  readonly outOfFold: OutOfFold;
  readonly scope: ScopeScale;
  readonly operatingPoint: OperatingPoint;
  readonly entities: EntityRules;
}

/**
 * Sections by name. Classes are the intents, and one more for what is outside where the data has enough of it. Weights of grams are four bits
 * with one scale a gram, as `classifier/packed.ts` says.
 */
export interface ModelSections extends TaggerWeights {
  /** Buckets of the vocabulary, ascending. */
  readonly buckets: Int32Array;
  readonly idf: Float32Array;
  readonly scales: Float32Array;
  /** `buckets × classes`. */
  readonly weights: Uint8Array;
  /** One row of classes for each number of the encoder's vectors. */
  readonly dense: Float32Array;
  readonly bias: Float32Array;
  /** The bias of a text whose vector says nothing. */
  readonly neutral: Float32Array;
  /** The same five of the hidden units. */
  readonly hiddenScales: Float32Array;
  readonly hiddenWeights: Uint8Array;
  readonly hiddenDense: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly hiddenNeutral: Float32Array;
  /** A row of classes for each hidden unit, and a last one. */
  readonly outputs: Float32Array;
}

type ClassifierSections = Omit<ModelSections, keyof TaggerWeights>;

const TYPES = {
  buckets: "i32",
  idf: "f32",
  scales: "f32",
  weights: "u8",
  dense: "f32",
  bias: "f32",
  neutral: "f32",
  hiddenScales: "f32",
  hiddenWeights: "u8",
  hiddenDense: "f32",
  hiddenBias: "f32",
  hiddenNeutral: "f32",
  outputs: "f32",
  tagFeatures: "i32",
  tagCounts: "u16",
  tagLabels: "u16",
  tagWeights: "i8",
  tagTransitions: "f32",
  tagGroups: "i8",
} as const;

/** The classifier of a model's sections. */
export function classifierOf(sections: ModelSections): PackedClassifier {
  const { buckets, idf, scales, weights, dense, bias, neutral, outputs } = sections;
  const hidden = {
    scales: sections.hiddenScales,
    weights: sections.hiddenWeights,
    dense: sections.hiddenDense,
    bias: sections.hiddenBias,
    neutral: sections.hiddenNeutral,
  };
  return { buckets, idf, linear: { scales, weights, dense, bias, neutral }, hidden, outputs };
}

/** A classifier as sections of a model. */
export function sectionsOf({ buckets, idf, linear, hidden, outputs }: PackedClassifier): ClassifierSections {
  const { scales, weights, dense, bias, neutral } = hidden;
  return {
    ...{ buckets, idf, ...linear, outputs },
    ...{ hiddenScales: scales, hiddenWeights: weights, hiddenDense: dense, hiddenBias: bias, hiddenNeutral: neutral },
  };
}

/** A model in one file, as `section-file.ts` lays it out. */
export function writeModelFile(header: ModelHeader, sections: ModelSections): Uint8Array {
  return writeSectionFile(MAGIC, TYPES, header, sections);
}

function open(bytes: Uint8Array, path: string): OpenSectionFile & { readonly header: ModelHeader } {
  const file = openSectionFile(MAGIC, bytes, path);
  const { format, version } = file.header as { format: string; version: number };
  if (format !== FORMAT || version !== VERSION) {
    const params = { path, found: `${format} ${version}`, known: `${FORMAT} ${VERSION}` };
    throw new KefuError("input", "common.unknown-version", params, { hint: { key: "nlu.hint.train" } });
  }
  return { ...file, header: file.header as ModelHeader };
}

/**
 * The header of a model, without a check of the rest.
 * @throws KefuError `input` for what is no model, or one of another version
 */
export function readModelHeader(bytes: Uint8Array, path: string): ModelHeader {
  return open(bytes, path).header;
}

/**
 * Reads a model, every byte checked.
 * @throws KefuError `input` for what is no model, one of another version, or a damaged one
 */
export function readModelFile(bytes: Uint8Array, path: string): { header: ModelHeader; sections: ModelSections } {
  const { header, ...file } = open(bytes, path);
  const sections = file.sections(TYPES);
  const fault = headerFault(header) ?? sectionFault(header, sections);
  if (fault !== undefined) throw malformed(fault, path);
  return { header, sections };
}
