import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  first: [8.9906, 1.4903, 0.7804, -0.6179, 0.3293, 6.8816, 22.2502, 5.9164, 1.2819],
  rank: [
    8.1918, 1.899, 0.6885, -0.5929, -4.0049, 3.2814, 14.3925, 3.4598, 1.0971, 1.5291, 8.4205, 2.7036, 2.6332, -2.1918,
    1.563, 10.104, 0.7387, 0.3417, 0.7175, 3.0034, -4.0895, 4.1159, 1.3314, -6.5995, 0.4488, 3.7781, 0.0894, 0.2427,
  ],
  calibration: [-1.3805, 0.1279, 0.6682, -0.493, -0.3334, -0.6006, -0.6321, 0.9063, -0.149, 0, 0, -0.9792],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.005, threshold: 0.97 },
  { rate: 0.01, threshold: 0.965 },
  { rate: 0.015, threshold: 0.93 },
  { rate: 0.02, threshold: 0.895 },
  { rate: 0.03, threshold: 0.81 },
  { rate: 0.04, threshold: 0.77 },
  { rate: 0.05, threshold: 0.69 },
  { rate: 0.06, threshold: 0.645 },
  { rate: 0.08, threshold: 0.565 },
  { rate: 0.1, threshold: 0.515 },
  { rate: 0.125, threshold: 0.455 },
  { rate: 0.15, threshold: 0.41 },
  { rate: 0.2, threshold: 0.35 },
  { rate: 0.3, threshold: 0.275 },
];
