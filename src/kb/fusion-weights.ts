import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  first: [9.3539, 2.009, 0.6184, -0.4723, -0.0882, 5.7194, 24.0945, 6.6967, 1.5572],
  rank: [
    8.6412, 2.3386, 0.6422, -0.4238, -4.6848, 2.3197, 16.1355, 3.4464, 1.4625, 2.9972, 7.8196, 2.3335, 3.3427, -3.5128,
    1.7854, 10.6526, 0.5998, 0.3921, 0.7816,
  ],
  calibration: [-1.1386, 0.1401, 0.6508, -0.6393, -0.1019, -1.0161, -0.9373, 0.8581, -0.2187, 0, 0],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.005, threshold: 0.97 },
  { rate: 0.01, threshold: 0.965 },
  { rate: 0.015, threshold: 0.925 },
  { rate: 0.02, threshold: 0.88 },
  { rate: 0.03, threshold: 0.79 },
  { rate: 0.04, threshold: 0.745 },
  { rate: 0.05, threshold: 0.7 },
  { rate: 0.06, threshold: 0.66 },
  { rate: 0.08, threshold: 0.575 },
  { rate: 0.1, threshold: 0.51 },
  { rate: 0.125, threshold: 0.45 },
  { rate: 0.15, threshold: 0.405 },
  { rate: 0.2, threshold: 0.355 },
  { rate: 0.3, threshold: 0.275 },
];
