import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  first: [9.3246, 2.0656, 0.6173, -0.474, 0.0049, 5.4943, 24.0362, 6.6796, 1.5572],
  rank: [
    4.1612, -0.4969, 0.5178, -1.3501, 1.8006, 7.5843, 13.2534, 1.1965, 1.386, 2.4156, 1.9657, 1.397, 4.7291, 1.4022,
    1.5937, -0.4915, 0.1588, 3.247, -0.0032, 0.3009, 0.3033, 0.4961,
  ],
  calibration: [-1.48, 0.1455, 0.6486, -0.7655, -0.0867, -0.9647, -0.4198, 0.6695, -0.1739, 0, 0],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.005, threshold: 0.97 },
  { rate: 0.01, threshold: 0.95 },
  { rate: 0.015, threshold: 0.935 },
  { rate: 0.02, threshold: 0.9 },
  { rate: 0.03, threshold: 0.82 },
  { rate: 0.04, threshold: 0.775 },
  { rate: 0.05, threshold: 0.72 },
  { rate: 0.06, threshold: 0.67 },
  { rate: 0.08, threshold: 0.6 },
  { rate: 0.1, threshold: 0.54 },
  { rate: 0.125, threshold: 0.48 },
  { rate: 0.15, threshold: 0.425 },
  { rate: 0.2, threshold: 0.365 },
  { rate: 0.3, threshold: 0.28 },
];
