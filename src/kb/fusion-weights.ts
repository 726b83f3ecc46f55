import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  first: [9.6812, 1.9127, 0.8053, -0.5847, -0.5848, 5.6212, 24.4928, 6.8739, 1.55],
  rank: [
    3.183, -0.4008, 0.3912, -1.3831, 1.8654, 6.3037, 11.1975, 2.6054, 0.9145, 0.2384, 5.0884, 3.7549, 3.951, -7.2046,
    -1.5762, 8.1402, -0.2808, 0.4072, 0.8116, 5.5856, 2.3919, 1.8549, -0.1176, 0.5831, 3.2576, 0.521, 3.1741, 2.5118,
    0.7957,
  ],
  calibration: [-1.4233, 0.1323, 0.6625, -0.6346, -0.3559, -0.4969, -0.4927, 0.7654, -0.1062, 0, 0, -0.9173],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.005, threshold: 0.97 },
  { rate: 0.01, threshold: 0.97 },
  { rate: 0.015, threshold: 0.94 },
  { rate: 0.02, threshold: 0.9 },
  { rate: 0.03, threshold: 0.835 },
  { rate: 0.04, threshold: 0.765 },
  { rate: 0.05, threshold: 0.725 },
  { rate: 0.06, threshold: 0.66 },
  { rate: 0.08, threshold: 0.595 },
  { rate: 0.1, threshold: 0.535 },
  { rate: 0.125, threshold: 0.485 },
  { rate: 0.15, threshold: 0.44 },
  { rate: 0.2, threshold: 0.375 },
  { rate: 0.3, threshold: 0.28 },
];
