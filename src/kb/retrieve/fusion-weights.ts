import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  first: [8.6907, 1.805, 0.7482, -0.6445, 1.1901, 6.0218, 20.1924, 5.1604, 1.2765],
  rank: [
    8.4965, 2.1225, 0.662, -0.5799, -6.1753, 3.3461, 12.9427, 2.5699, 1.0791, 2.6503, 8.0233, 3.3503, 2.3975, -2.6082,
    0.9911, 10.3171, 0.2922, 0.2722, 0.7509, 0.9573, -5.4382, 2.6882, 1.8741, -6.8556, 1.7418, 2.9316, 1.0646, 0.125,
  ],
  calibration: [-1.4455, 0.1321, 0.6707, -0.3887, -0.4872, -0.6717, -0.463, 1.0806, -0.1625, 0, 0, -1.2037],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.005, threshold: 0.97 },
  { rate: 0.01, threshold: 0.965 },
  { rate: 0.015, threshold: 0.92 },
  { rate: 0.02, threshold: 0.88 },
  { rate: 0.03, threshold: 0.795 },
  { rate: 0.04, threshold: 0.76 },
  { rate: 0.05, threshold: 0.685 },
  { rate: 0.06, threshold: 0.64 },
  { rate: 0.08, threshold: 0.565 },
  { rate: 0.1, threshold: 0.505 },
  { rate: 0.125, threshold: 0.445 },
  { rate: 0.15, threshold: 0.405 },
  { rate: 0.2, threshold: 0.35 },
  { rate: 0.3, threshold: 0.27 },
];
