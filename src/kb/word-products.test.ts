import { describe, expect, it } from "vitest";
import { createRandom } from "../stats/random.js";
import { type WordProducts, wordProducts } from "./word-products.js";

const random = createRandom("word products");
const numbers = (length: number): Int16Array => Int16Array.from({ length }, () => random.int(255) - 127);
const productsOf = (products: WordProducts, vector: Int16Array): number[] => {
  products.vector.set(vector);
  return [...products.run()];
};

describe("products of a vector with rows", () => {
  it.each([
    [64, 16],
    [64, 1],
    [32, 3],
    [6, 2],
    [64, 0],
  ])("are the same with WebAssembly and without: %i numbers, %i rows", (dim, rows) => {
    const matrix = numbers(dim * rows);
    const vector = numbers(dim);
    const wanted = Array.from({ length: rows }, (_, row) =>
      vector.reduce((sum, value, k) => sum + value * matrix[row * dim + k]!, 0),
    );
    expect(productsOf(wordProducts(matrix, dim), vector)).toEqual(wanted);
    expect(productsOf(wordProducts(matrix, dim, true), vector)).toEqual(wanted);
  });

  it("are of each one's own rows where two are used in turns", () => {
    const [one, other] = [numbers(32), numbers(48)];
    const [first, second] = [wordProducts(one, 16), wordProducts(other, 16)];
    const vector = numbers(16);
    const wanted = productsOf(wordProducts(one, 16, true), vector);
    productsOf(second, vector);
    expect(productsOf(first, vector)).toEqual(wanted);
    productsOf(second, vector);
    expect(productsOf(first, vector)).toEqual(wanted);
  });
});
