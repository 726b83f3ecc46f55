import fc from "fast-check";
import { expect, test } from "vitest";
import { LANES, LinearKernel } from "./linear-kernel.js";

const small = fc.integer({ min: -8, max: 8 });
const matrix = (rows: number, columns: number) =>
  fc.array(small, { minLength: rows * columns, maxLength: rows * columns });

function product(a: number[], b: ArrayLike<number>, rows: number, n: number, width: number): number[] {
  const out = Array<number>(rows * width).fill(0);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k < width; k++) out[i * width + k]! += a[i * n + j]! * b[j * width + k]!;
  return out;
}

const shapes = fc
  .record({
    rows: fc.integer({ min: 1, max: 130 }),
    n: fc.integer({ min: 1, max: 9 }),
    blocks: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ rows, n, blocks }) =>
    fc.record({
      rows: fc.constant(rows),
      n: fc.constant(n),
      width: fc.constant(blocks * LANES),
      a: matrix(rows, n),
      b: matrix(n, blocks * LANES),
      c: matrix(rows, blocks * LANES),
    }),
  );

// Whole numbers of this size are exact in single precision, so equality is exact too.
test("the dense product, the transposed one and the sparse one are the textbook's", () => {
  fc.assert(
    fc.property(shapes, ({ rows, n, width, a, b, c }) => {
      const kernel = new LinearKernel(1 << 17);
      const A = kernel.floats(rows * n);
      const B = kernel.floats(n * width);
      const C = kernel.floats(rows * width);
      A.set(a);
      B.set(b);
      C.set(c);
      const forward = kernel.floats(rows * width);
      kernel.multiplyDense(A, rows, n, B, forward, width);
      expect([...forward]).toEqual(product(a, b, rows, n, width).map((x) => x + 0));

      const back = kernel.floats(n * width);
      kernel.multiplyTransposed(A, rows, n, C, back, width);
      const transposed = Array.from({ length: n * rows }, (_, at) => a[(at % rows) * n + Math.floor(at / rows)]!);
      expect([...back]).toEqual(product(transposed, c, n, rows, width));

      const starts = kernel.ints(rows + 1);
      const columns = kernel.ints(rows * n);
      const values = kernel.floats(rows * n);
      let used = 0;
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < n; j++) {
          if (a[i * n + j] === 0) continue;
          columns[used] = j;
          values[used++] = a[i * n + j]!;
        }
        starts[i + 1] = used;
      }
      const sparse = kernel.floats(rows * width);
      kernel.multiplySparse({ rows, starts, columns, values }, B, sparse, width);
      expect([...sparse]).toEqual(product(a, b, rows, n, width));
    }),
    { numRuns: 30 },
  );
});

test("steps of AdaGrad are the textbook's, entry by entry, for the rows of weights that they name and for no other", () => {
  const kernel = new LinearKernel(1 << 14);
  const width = 2 * LANES;
  const fill = (array: Float32Array, of: (at: number) => number) => array.forEach((_, at) => (array[at] = of(at)));
  const residuals = kernel.floats(2 * width);
  const norms = kernel.floats(2);
  const [weights, squares] = [kernel.floats(3 * width), kernel.floats(3)];
  const descent = { weights, squares, decays: kernel.floats(3), steps: kernel.floats(2) };
  fill(residuals, Math.sin);
  fill(weights, Math.cos);
  norms.set([2, 3]);
  squares.fill(0.25);
  descent.decays.set([0.1, 0.2, 0.3]);
  descent.steps.set([0.5, 1]);
  const matrix = { rows: 2, starts: kernel.ints(3), columns: kernel.ints(3), values: kernel.floats(3) };
  matrix.starts.set([0, 2, 3]);
  matrix.columns.set([0, 2, 2]);
  matrix.values.set([2, -1, 3]);
  const expected = [...weights];
  const sums = [0.25, 0.25, 0.25];
  for (const [row, column, x] of [
    [0, 0, 2],
    [0, 2, -1],
    [1, 2, 3],
  ] as const) {
    sums[column]! += x * x * norms[row]!;
    const step = 0.5 / Math.sqrt(sums[column]!);
    for (let k = 0; k < width; k++) {
      const at = column * width + k;
      expected[at]! -= step * (descent.decays[column]! * expected[at]! + x * residuals[row * width + k]!);
    }
  }
  kernel.descend(matrix, residuals, norms, descent, width);
  sums.forEach((sum, column) => expect(squares[column]).toBeCloseTo(sum, 4));
  expected.forEach((weight, at) => expect(weights[at]).toBeCloseTo(weight, 4));
});

test("the products of rows are those that the entries name", () => {
  const kernel = new LinearKernel(1 << 14);
  const width = 2 * LANES;
  const [rows, weights, out] = [kernel.floats(2 * width), kernel.floats(3 * width), kernel.floats(4)];
  rows.forEach((_, at) => (rows[at] = at % 7));
  weights.forEach((_, at) => (weights[at] = at % 5));
  const matrix = { rows: 2, starts: kernel.ints(3), columns: kernel.ints(3), values: kernel.floats(3) };
  matrix.starts.set([0, 1, 3]);
  matrix.columns.set([2, 0, 2]);
  kernel.dots(matrix, rows, weights, out, width);
  const dot = (row: number, column: number): number =>
    rows.subarray(row * width, (row + 1) * width).reduce((sum, x, k) => sum + x * weights[column * width + k]!, 0);
  expect([...out]).toEqual([dot(0, 2), dot(1, 0), dot(1, 2), 0]);
});
