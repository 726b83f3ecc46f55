import { type Descent, LANES, LinearKernel, type SparseMatrix } from "./linear-kernel.js";
import { goesOn, type OnlineOptions, toResiduals } from "./online-softmax.js";
import { createRandom } from "./random.js";
import { batchOf, columnsOf, descentOf, numbersOfDescent, numbersOfRows, type Rows, takeRows } from "./row-batches.js";
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

/** Fills some of the numbers of each of some rows evenly from −limit to limit. */
function scatter(weights: Float32Array, width: number, from: number, to: number, used: number, limit: number): void {
  const random = createRandom(SEED).fork(`weights ${from}`);
  for (let row = from; row < to; row++) {
    for (let k = 0; k < used; k++) weights[row * width + k] = (2 * random.next() - 1) * limit;
  }
}

/** What is not zero of the hidden units of a batch, row by row; the last unit is one, for the bias. */
class Activations {
  readonly rows: SparseMatrix;
  /** Of every entry how much of a gradient passes it. */
  readonly slopes: Float32Array;

  constructor(
    kernel: LinearKernel,
    batch: number,
    readonly width: number,
  ) {
    const most = batch * (width + 1);
    this.rows = {
      rows: batch,
      starts: kernel.ints(batch + 1),
      columns: kernel.ints(most),
      values: kernel.floats(most),
    };
    this.slopes = new Float32Array(most);
  }

  /** @param begin where in the mask the first unit of the first row stands */
  fill(sums: Float32Array, rows: number, mask: Float32Array, begin: number): SparseMatrix {
    const { starts, columns, values } = this.rows;
    let used = 0;
    for (let i = 0; i < rows; i++) {
      for (let unit = 0; unit < this.width; unit++) {
        const at = i * this.width + unit;
        const slope = sums[at]! > 0 ? mask[(begin + at) & (MASK - 1)]! : 0;
        if (slope === 0) continue;
        this.slopes[used] = slope;
        columns[used] = unit;
        values[used++] = slope * sums[at]!;
      }
      columns[used] = this.width;
      values[used++] = 1;
      starts[i + 1] = used;
    }
    return { ...this.rows, rows };
  }
}

/** Weights of both layers, and one step of their descent. */
class Network {
  readonly inputs: Descent;
  readonly outputs: Descent;
  readonly outputWidth: number;
  private readonly sums: Float32Array;
  private readonly residuals: Float32Array;
  private readonly norms: Float32Array;
  /** Gradients of the entries of the active units. */
  private readonly through: Float32Array;
  private readonly active: Activations;
  private readonly mask: Float32Array;

  constructor(
    private readonly kernel: LinearKernel,
    { sparseWidth, denseWidth }: DesignMatrix,
    private readonly rows: Rows,
    private readonly classes: number,
    private readonly options: HiddenOptions,
  ) {
    const { units, batch, l2 } = options;
    this.outputWidth = Math.ceil(classes / LANES) * LANES;
    this.inputs = descentOf(kernel, rows.counts, units, l2);
    this.outputs = descentOf(kernel, new Int32Array(units + 1), this.outputWidth, 0);
    this.sums = kernel.floats(batch * units);
    this.residuals = kernel.floats(batch * this.outputWidth);
    this.norms = kernel.floats(batch);
    this.through = kernel.floats(batch * (units + 1));
    this.active = new Activations(kernel, batch, units);
    this.mask = maskOf(options.leftOut);
    // Grams begin at nothing: what they say goes along what the dense columns say.
    scatter(this.inputs.weights, units, sparseWidth, sparseWidth + denseWidth, units, Math.sqrt(3));
    scatter(this.outputs.weights, this.outputWidth, 0, units, classes, Math.sqrt(3 / units));
  }

  static numbers(matrix: DesignMatrix, classes: number, { units, batch }: HiddenOptions): number {
    const width = Math.ceil(classes / LANES) * LANES;
    const layers = numbersOfDescent(columnsOf(matrix), units) + numbersOfDescent(units + 1, width);
    return layers + batch * (units + width + 1) + 3 * batch * (units + 1) + batch + 1;
  }

  /** @param begin where in the mask of units left out a step begins */
  step(from: number, rate: number, begin: number): void {
    const { kernel, sums, residuals, norms, outputWidth, options } = this;
    const { units } = options;
    const own = batchOf(this.rows, from, options.batch);
    sums.fill(0);
    kernel.multiplySparse(own, this.inputs.weights, sums, units);
    const active = this.active.fill(sums, own.rows, this.mask, begin);
    residuals.fill(0);
    kernel.multiplySparse(active, this.outputs.weights, residuals, outputWidth);
    for (let i = 0; i < own.rows; i++) {
      const label = this.rows.labels[from + i]!;
      const row = residuals.subarray(i * outputWidth, (i + 1) * outputWidth);
      norms[i] = toResiduals(row, this.classes, label, options.classWeights[label]!);
    }
    kernel.dots(active, residuals, this.outputs.weights, this.through, outputWidth);
    this.inputs.steps[0] = this.outputs.steps[0] = rate;
    kernel.descend(active, residuals, norms, this.outputs, outputWidth);
    this.passBack(active);
    kernel.descend(own, sums, norms, this.inputs, units);
  }

  /** Turns gradients of the active units into residuals of all hidden units. */
  private passBack({ rows, starts, columns }: SparseMatrix): void {
    const { sums, norms, through, active } = this;
    sums.fill(0);
    for (let i = 0; i < rows; i++) {
      let squares = 0;
      // The last entry of each row is the bias.
      for (let p = starts[i]!; p < starts[i + 1]! - 1; p++) {
        const gradient = through[p]! * active.slopes[p]!;
        sums[i * active.width + columns[p]!] = gradient;
        squares += gradient * gradient;
      }
      norms[i] = squares;
    }
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
  const kernel = new LinearKernel(4 * (numbersOfRows(matrix) + Network.numbers(matrix, classes, options)));
  const network = new Network(kernel, matrix, takeRows(kernel, matrix, labels), classes, options);
  const random = createRandom(SEED).fork("steps");
  const steps = Math.ceil(matrix.rows / batch);
  const total = epochs * steps;
  for (let done = 0; done < total; done++) {
    network.step((done % steps) * batch, rate * (1 - done / total), random.int(MASK));
    if (!(await goesOn(options, done + 1, steps))) break;
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
