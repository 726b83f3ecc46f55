import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  rank: [10.1414, 2.2872, 0.5877, -1.252, 3.9071, 25.015, 6.7745],
  calibration: [-0.9671, 0.1717, 0.6361, -1.1826, -0.0046, -0.7034, -1.1292],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.01, threshold: 0.95 },
  { rate: 0.02, threshold: 0.88 },
  { rate: 0.05, threshold: 0.675 },
  { rate: 0.1, threshold: 0.515 },
  { rate: 0.2, threshold: 0.35 },
];
