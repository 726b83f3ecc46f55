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
