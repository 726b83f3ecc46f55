import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  rank: [10.3021, 2.33, 0.628, -0.8361, 4.0252, 24.7555, 6.5109],
  calibration: [-0.9316, 0.1746, 0.6385, -1.1934, -0.0407, -0.7489, -1.1364],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.01, threshold: 0.955 },
  { rate: 0.02, threshold: 0.89 },
  { rate: 0.05, threshold: 0.685 },
  { rate: 0.1, threshold: 0.515 },
  { rate: 0.2, threshold: 0.35 },
];
