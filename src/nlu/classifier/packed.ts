import type { Vocabulary } from "../features.js";
import type { Classifier, Layer } from "./classifier.js";

/** One number a class or hidden unit for each gram, in four bits: −7 … 7 times the gram's scale. */
export interface PackedLayer {
  readonly scales: Float32Array;
  /** A row a gram, two numbers a byte, the first in the low bits, each 8 above itself; a row is padded to whole bytes. */
  readonly weights: Uint8Array;
  /** One row of numbers for each of the encoder's vectors' first numbers that the layer sees. */
  readonly dense: Float32Array;
  readonly bias: Float32Array;
  /** The bias of a text whose vector says nothing. */
  readonly neutral: Float32Array;
}

/** A classifier as it stands in a model. The hidden layer has no units where it would not help. */
export interface PackedClassifier extends Vocabulary {
  readonly linear: PackedLayer;
  readonly hidden: PackedLayer;
  /** A row of classes for each hidden unit, and a last one that is added to all. */
  readonly outputs: Float32Array;
}

const MOST = 7;
const ZERO = 8;
/** Lengths of the largest weight of a gram that are tried for the largest number of four bits: the rest comes nearer with less. */
const REACHES = [1, 0.85, 0.7] as const;

/** The scale at which four bits miss the least of some weights. */
function scaleOf(row: Float32Array): number {
  const largest = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  if (largest === 0) return 0;
  let best = { scale: 0, missed: Infinity };
  for (const reach of REACHES) {
    const scale = Math.fround((reach * largest) / MOST);
    let missed = 0;
    for (const weight of row) missed += (weight - scale * nearest(weight, scale)) ** 2;
    if (missed < best.missed) best = { scale, missed };
  }
  return best.scale;
}

function nearest(weight: number, scale: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.round(weight / scale)));
}

function packLayer({ model, neutral }: Layer, grams: number): PackedLayer {
  const { classes } = model;
  const stride = Math.ceil(classes / 2);
  const scales = new Float32Array(grams);
  const weights = new Uint8Array(grams * stride).fill(ZERO | (ZERO << 4));
  for (let j = 0; j < grams; j++) {
    const row = model.weights.subarray(j * classes, (j + 1) * classes);
    const scale = scaleOf(row);
    scales[j] = scale;
    if (scale === 0) continue;
    for (let k = 0; k < classes; k += 2) {
      const second = k + 1 < classes ? nearest(row[k + 1]!, scale) : 0;
      weights[j * stride + k / 2] = (nearest(row[k]!, scale) + ZERO) | ((second + ZERO) << 4);
    }
  }
  return { scales, weights, dense: model.weights.slice(grams * classes), bias: model.bias, neutral };
}

const NONE: Layer = {
  model: { classes: 0, weights: new Float32Array(0), bias: new Float32Array(0) },
  neutral: new Float32Array(0),
};

/** @param share how much the hidden layer counts beside the regression; 0 leaves it out */
export function packClassifier({ vocabulary, linear, hidden, outputs }: Classifier, share: number): PackedClassifier {
  const grams = vocabulary.buckets.length;
  return {
    ...vocabulary,
    linear: packLayer(linear, grams),
    hidden: packLayer(share === 0 ? NONE : hidden, grams),
    outputs: Float32Array.from(share === 0 ? [] : [...outputs.weights, ...outputs.bias], (x) => share * x),
  };
}

// Small functions, each for one kind of numbers: a loop within a long function is made fast late, or never.

/** Adds a row of four-bit numbers, each with 8 too much. */
function addGram(sums: Float64Array, x: number, weights: Uint8Array, from: number, stride: number): void {
  for (let at = 0; at < stride; at++) {
    const both = weights[from + at]!;
    sums[2 * at]! += x * (both & 15);
    sums[2 * at + 1]! += x * (both >>> 4);
  }
}

/** Adds four rows at once: what is added to is read and written once for all. */
function addFour(sums: Float64Array, xs: ArrayLike<number>, j: number, rows: Float32Array, width: number): void {
  const [a, b, c, d] = [xs[j]!, xs[j + 1]!, xs[j + 2]!, xs[j + 3]!];
  const [p, q, r, s] = [j * width, (j + 1) * width, (j + 2) * width, (j + 3) * width];
  for (let k = 0; k < width; k++) sums[k]! += a * rows[p + k]! + b * rows[q + k]! + c * rows[r + k]! + d * rows[s + k]!;
}

function addOne(sums: Float64Array, x: number, rows: Float32Array, from: number, width: number): void {
  for (let k = 0; k < width; k++) sums[k]! += x * rows[from + k]!;
}

/** `sums += Σ xs[j] · rows[j]` */
function addRows(sums: Float64Array, xs: ArrayLike<number>, rows: Float32Array, width: number): void {
  let j = 0;
  for (; j + 4 <= xs.length; j += 4) addFour(sums, xs, j, rows, width);
  for (; j < xs.length; j++) addOne(sums, xs[j]!, rows, j * width, width);
}

/** A text over a vocabulary. */
interface SparseText {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

function sumsOf(layer: PackedLayer, { columns, values }: SparseText, vector: Float32Array | undefined): Float64Array {
  const { scales, weights } = layer;
  const width = layer.bias.length;
  const stride = Math.ceil(width / 2);
  const sums = new Float64Array(2 * stride);
  let added = 0;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    const x = values[i]! * scales[column]!;
    added += x;
    addGram(sums, x, weights, column * stride, stride);
  }
  const bias = vector === undefined ? layer.neutral : layer.bias;
  for (let k = 0; k < width; k++) sums[k]! += bias[k]! - ZERO * added;
  if (vector !== undefined) addRows(sums, vector.subarray(0, layer.dense.length / width), layer.dense, width);
  return sums.subarray(0, width);
}

/**
 * Logits of the classes.
 * @param vector the encoder's, scaled; `undefined` where it says nothing
 */
export function classify(
  { linear, hidden, outputs }: PackedClassifier,
  text: SparseText,
  vector: Float32Array | undefined,
): Float64Array {
  const logits = sumsOf(linear, text, vector);
  const units = hidden.bias.length;
  if (units === 0) return logits;
  const active = new Float64Array(units + 1).fill(1);
  sumsOf(hidden, text, vector).forEach((sum, unit) => (active[unit] = Math.max(0, sum)));
  addRows(logits, active, outputs, logits.length);
  return logits;
}
