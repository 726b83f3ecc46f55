import { describe, expect, it } from "vitest";
import { createRandom } from "../stats/random.js";
import { wordProducts } from "./word-products.js";

const random = createRandom("word products");
const numbers = (length: number): Float32Array => Float32Array.from({ length }, () => random.next() - 0.5);

describe("products of a vector with rows", () => {
  it.each([
    [64, 16],
    [64, 1],
    [32, 3],
    [6, 2],
    [64, 0],
  ])("are the same to the last bit with WebAssembly and without: %i numbers, %i rows", (dim, rows) => {
    const matrix = numbers(dim * rows);
    const [quick, plain] = [wordProducts(matrix, dim), wordProducts(matrix, dim, true)];
    const vector = numbers(dim);
    expect([...quick.of(vector)]).toEqual([...plain.of(vector)]);
    const first = matrix.subarray(0, dim).reduce((sum, value, k) => sum + value * vector[k]!, 0);
    if (rows > 0) expect(quick.of(vector)[0]).toBeCloseTo(first, 6);
  });

  it("are of each one's own rows where two are used in turns", () => {
    const [one, other] = [numbers(16), numbers(16)];
    const [first, second] = [wordProducts(one, 8), wordProducts(other, 8)];
    const vector = numbers(8);
    const wanted = [...wordProducts(one, 8, true).of(vector)];
    second.of(vector);
    expect([...first.of(vector)]).toEqual(wanted);
    second.of(vector);
    expect([...first.of(vector)]).toEqual(wanted);
  });
});
