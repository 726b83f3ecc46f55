import { describe, expect, it } from "vitest";
import { createRandom } from "../../stats/random.js";
import { type WordProducts, wordProducts } from "./word-products.js";

const random = createRandom("word products");
const numbers = (length: number): number[] => Array.from({ length }, () => random.int(255) - 127);

function filled(products: WordProducts, vectors: readonly number[], others: readonly number[]): WordProducts {
  products.vectors.set(vectors);
  products.others.set(others);
  return products;
}

describe("products of a vector with others", () => {
  it.each([
    [64, 16],
    [64, 1],
    [32, 3],
    [6, 2],
    [64, 0],
  ])("are the same with WebAssembly and without: %i numbers, %i others", (dim, others) => {
    const [left, right] = [numbers(5 * dim), numbers(others * dim)];
    const size = { vectors: 5, others, dim };
    const both = [false, true].map((plain) => filled(wordProducts(size, plain), left, right));
    for (let place = 0; place < 5; place++) {
      const wanted = Array.from({ length: others }, (_, other) =>
        left.slice(place * dim, (place + 1) * dim).reduce((sum, value, k) => sum + value * right[other * dim + k]!, 0),
      );
      for (const products of both) expect([...products.run(place, others)]).toEqual(wanted);
    }
  });

  it("are of one's own vectors where two are used in turns", () => {
    const size = { vectors: 2, others: 2, dim: 16 };
    const [left, right] = [numbers(32), numbers(32)];
    const first = filled(wordProducts(size), left, right);
    const wanted = [...filled(wordProducts(size, true), left, right).run(1, 2)];
    filled(wordProducts(size), right, left).run(1, 2);
    expect([...first.run(1, 2)]).toEqual(wanted);
  });
});
