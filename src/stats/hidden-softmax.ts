import { type Descent, LANES, LinearKernel, type SparseMatrix } from "./linear-kernel.js";
import { FIRST_SQUARES, goesOn, type OnlineOptions, toResiduals } from "./online-softmax.js";
import { createRandom } from "./random.js";
import { type Batch, batchesOf, numbersOfBatches, takeRows } from "./row-batches.js";
import { type DesignMatrix, type LinearModel, softmaxLogits, unpad } from "./softmax-regression.js";

export interface HiddenOptions extends OnlineOptions {
  /** Hidden units, a multiple of {@link LANES}. */
  readonly units: number;
  /** Share of the hidden units that is left out, of another row and in another pass others, 0 … 1. */
  readonly leftOut: number;
}

/** `logits = outputs(max(0, inputs(x)))`; the classes of `inputs` are the hidden units. */
export interface HiddenModel {
  readonly inputs: LinearModel;
  readonly outputs: LinearModel;
}

const SEED = 1;
/** Numbers of a mask, a power of two: masks go round, beginning somewhere else each time. */
const MASK = 1 << 16;

/** 0 for a share of the numbers, and for the others what makes up for it (Srivastava et al., "Dropout", JMLR 15, 2014). */
function maskOf(share: number): Float32Array {
  const random = createRandom(SEED).fork("mask");
  return Float32Array.from({ length: MASK }, () => (random.next() < share ? 0 : 1 / (1 - share)));
}

/** A layer's weights on their way down, rows of `width` numbers. */
function layer(kernel: LinearKernel, rows: number, width: number, rate: Float32Array): Descent {
  const descent = { weights: kernel.floats(rows * width), squares: kernel.floats(rows * width), rate };
  descent.squares.fill(FIRST_SQUARES);
  return descent;
}

/** Fills some of the numbers of each of some rows evenly from −limit to limit. */
function scatter(weights: Float32Array, width: number, from: number, to: number, used: number, limit: number): void {
  const random = createRandom(SEED).fork(`weights ${from}`);
  for (let row = from; row < to; row++) {
    for (let k = 0; k < used; k++) weights[row * width + k] = (2 * random.next() - 1) * limit;
  }
}

/** What is not zero of the hidden units of a batch, by rows and by units; the last unit is one, for the bias. */
class Activations {
  readonly rows: SparseMatrix;
  readonly units: SparseMatrix;
  readonly targets: Batch["targets"];
  /** Of every unit of every row how much of a gradient passes it. */
  readonly slopes: Float32Array;

  constructor(
    kernel: LinearKernel,
    batch: number,
    readonly width: number,
    outputWidth: number,
  ) {
    const most = batch * (width + 1);
    const matrix = (rows: number): SparseMatrix => ({
      ...{ rows, starts: kernel.ints(rows + 1), columns: kernel.ints(most), values: kernel.floats(most) },
    });
    this.rows = matrix(batch);
    this.units = matrix(width + 1);
    this.slopes = new Float32Array(batch * width);
    const offsets = kernel.ints(width + 1);
    for (let unit = 0; unit <= width; unit++) offsets[unit] = unit * outputWidth * 4;
    this.targets = { offsets, decays: kernel.floats(width + 1) };
  }

  /** @param begin where in the mask the first unit of the first row stands */
  fill(sums: Float32Array, rows: number, mask: Float32Array, begin: number): void {
    const { starts, columns, values } = this.rows;
    let used = 0;
    for (let i = 0; i < rows; i++) {
      for (let unit = 0; unit < this.width; unit++) {
        const at = i * this.width + unit;
        const slope = sums[at]! > 0 ? mask[(begin + at) & (MASK - 1)]! : 0;
        this.slopes[at] = slope;
        if (slope === 0) continue;
        columns[used] = unit;
        values[used++] = slope * sums[at]!;
      }
      columns[used] = this.width;
      values[used++] = 1;
      starts[i + 1] = used;
    }
    this.turn(rows);
  }

  private turn(rows: number): void {
    const { starts, columns, values } = this.units;
    const from = this.rows;
    const used = from.starts[rows]!;
    starts.fill(0);
    for (let p = 0; p < used; p++) starts[from.columns[p]! + 1]!++;
    for (let unit = 0; unit <= this.width; unit++) starts[unit + 1]! += starts[unit]!;
    const next = Int32Array.from(starts);
    for (let i = 0; i < rows; i++) {
      for (let p = from.starts[i]!; p < from.starts[i + 1]!; p++) {
        const to = next[from.columns[p]!]!++;
        columns[to] = i;
        values[to] = from.values[p]!;
      }
    }
  }
}

/** Weights of both layers, and one step of their descent. */
class Network {
  readonly inputs: Descent;
  readonly outputs: Descent;
  readonly outputWidth: number;
  readonly rate: Float32Array;
  private readonly sums: Float32Array;
  private readonly residuals: Float32Array;
  private readonly turned: Float32Array;
  private readonly active: Activations;
  private readonly mask: Float32Array;

  constructor(
    private readonly kernel: LinearKernel,
    { sparseWidth, denseWidth }: DesignMatrix,
    private readonly classes: number,
    private readonly options: HiddenOptions,
  ) {
    const { units, batch } = options;
    this.outputWidth = Math.ceil(classes / LANES) * LANES;
    this.rate = kernel.floats(1);
    this.inputs = layer(kernel, sparseWidth + denseWidth + 1, units, this.rate);
    this.outputs = layer(kernel, units + 1, this.outputWidth, this.rate);
    this.sums = kernel.floats(batch * units);
    this.residuals = kernel.floats(batch * this.outputWidth);
    this.turned = kernel.floats(units * this.outputWidth);
    this.active = new Activations(kernel, batch, units, this.outputWidth);
    this.mask = maskOf(options.leftOut);
    // Grams begin at nothing: what they say goes along what the dense columns say.
    scatter(this.inputs.weights, units, sparseWidth, sparseWidth + denseWidth, units, Math.sqrt(3));
    scatter(this.outputs.weights, this.outputWidth, 0, units, classes, Math.sqrt(3 / units));
  }

  static numbers({ sparseWidth, denseWidth }: DesignMatrix, classes: number, { units, batch }: HiddenOptions): number {
    const width = Math.ceil(classes / LANES) * LANES;
    const layers = 2 * (sparseWidth + denseWidth + 1) * units + (3 * units + 2) * width;
    return layers + batch * (units + width) + 4 * (batch + 1) * (units + 2) + 4 * units;
  }

  step(batch: Batch, labels: Int32Array, begin: number): void {
    const { kernel, sums, residuals, active, outputWidth, options } = this;
    const { rows } = batch.rows;
    sums.fill(0);
    kernel.multiplySparse(batch.rows, this.inputs.weights, sums, options.units);
    active.fill(sums, rows, this.mask, begin);
    residuals.fill(0);
    kernel.multiplySparse({ ...active.rows, rows }, this.outputs.weights, residuals, outputWidth);
    for (let i = 0; i < rows; i++) {
      const label = labels[batch.from + i]!;
      const row = residuals.subarray(i * outputWidth, (i + 1) * outputWidth);
      toResiduals(row, this.classes, label, options.classWeights[label]!);
      row.fill(0, this.classes);
    }
    this.passBack(rows);
    kernel.descend(active.units, active.targets, residuals, this.outputs, outputWidth);
    kernel.descend(batch.columns, batch.targets, sums, this.inputs, options.units);
  }

  /** Turns residuals of the outputs into those of the hidden units. */
  private passBack(rows: number): void {
    const { kernel, sums, residuals, turned, active, outputWidth } = this;
    const { units } = this.options;
    for (let unit = 0; unit < units; unit++) {
      for (let k = 0; k < outputWidth; k++) turned[k * units + unit] = this.outputs.weights[unit * outputWidth + k]!;
    }
    sums.fill(0);
    kernel.multiplyDense(residuals, rows, outputWidth, turned, sums, units);
    for (let at = 0; at < rows * units; at++) sums[at]! *= active.slopes[at]!;
  }
}

/**
 * A softmax over one hidden layer of rectified units, fitted by AdaGrad over small batches with dropout of units. The
 * penalty is of the first layer's weights. Everything is seeded and all sums run in row order, so the same rows in the same order give
 * the same bytes.
 *
 * @param labels one class (0 … classes−1) a row
 */
export async function fitHidden(
  matrix: DesignMatrix,
  labels: Int32Array,
  classes: number,
  options: HiddenOptions,
): Promise<HiddenModel> {
  const { units, batch, epochs, rate } = options;
  const kernel = new LinearKernel(4 * (numbersOfBatches(matrix, batch) + Network.numbers(matrix, classes, options)));
  const rows = takeRows(kernel, matrix, labels);
  const steps = batchesOf(kernel, rows, { ...options, width: units });
  const network = new Network(kernel, matrix, classes, options);
  const random = createRandom(SEED).fork("steps");
  const total = epochs * steps.length;
  for (let done = 0; done < total; done++) {
    network.rate[0] = rate * (1 - done / total);
    network.step(steps[done % steps.length]!, rows.labels, random.int(MASK));
    if (!(await goesOn(options, done + 1, steps.length))) break;
  }
  return {
    inputs: unpad(network.inputs.weights, matrix.sparseWidth + matrix.denseWidth, units, units),
    outputs: unpad(network.outputs.weights, units, network.outputWidth, classes),
  };
}

/** Logits of every row of a matrix made with the same columns: `rows × classes`, row by row. */
export function hiddenLogits({ inputs, outputs }: HiddenModel, matrix: DesignMatrix): Float64Array {
  const sums = softmaxLogits(inputs, matrix);
  const units = inputs.classes;
  const active = Float32Array.from(sums, (sum) => Math.max(0, sum));
  const none = { starts: new Int32Array(matrix.rows + 1), columns: new Int32Array(0), values: new Float32Array(0) };
  return softmaxLogits(outputs, { rows: matrix.rows, ...none, sparseWidth: 0, dense: active, denseWidth: units });
}
