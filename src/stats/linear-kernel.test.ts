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

test("a step of AdaGrad is the textbook's, for the rows of weights that it names and for no other", () => {
  const kernel = new LinearKernel(1 << 14);
  const width = 2 * LANES;
  const fill = (array: Float32Array, of: (at: number) => number) => array.forEach((_, at) => (array[at] = of(at)));
  const b = kernel.floats(3 * width);
  const descent = { weights: kernel.floats(4 * width), squares: kernel.floats(4 * width), rate: kernel.floats(1) };
  fill(b, Math.sin);
  fill(descent.weights, Math.cos);
  descent.squares.fill(0.25);
  descent.rate[0] = 0.5;
  const matrix = { rows: 2, starts: kernel.ints(3), columns: kernel.ints(3), values: kernel.floats(3) };
  matrix.starts.set([0, 2, 3]);
  matrix.columns.set([0, 2, 1]);
  matrix.values.set([2, -1, 3]);
  const targets = { offsets: kernel.ints(2), decays: kernel.floats(2) };
  targets.offsets.set([3 * width * 4, width * 4]);
  targets.decays.set([0.1, 0]);
  const before = [...descent.weights];
  kernel.descend(matrix, targets, b, descent, width);
  for (let k = 0; k < width; k++) {
    const gradients = [0, 3 * b[width + k]!, 0, 0.1 * before[3 * width + k]! + 2 * b[k]! - b[2 * width + k]!];
    gradients.forEach((gradient, row) => {
      const squares = 0.25 + gradient ** 2;
      const at = row * width + k;
      expect(descent.squares[at]).toBeCloseTo(squares, 4);
      expect(descent.weights[at]).toBeCloseTo(before[at]! - (0.5 * gradient) / Math.sqrt(squares), 4);
    });
  }
});
