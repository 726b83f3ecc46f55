import { expect, it } from "vitest";
import { shownScore } from "./ask-print.js";

it.each([
  [0.9012, 0.69, "0.90"],
  [0.69, 0.69, "0.69"],
  [0.6899, 0.69, "0.6899"],
  [0.6852, 0.69, "0.685"],
  [0.68999, 0.69, "0.689990"],
  [0.9636, 0.96358, "0.964"],
])(
  "a score of %d beside a threshold of %d is shown as %s: never on the other side of it",
  (score, threshold, shown) => {
    expect(shownScore(score, threshold)).toBe(shown);
  },
);
