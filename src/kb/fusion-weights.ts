import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  first: [9.4238, 1.8945, 0.8025, -0.6327, -0.1674, 5.6515, 24.4426, 6.8255, 1.55],
  rank: [
    8.7525, 1.9539, 0.7723, -0.6034, -4.3963, 2.6508, 16.5007, 3.7028, 0.9145, 2.8189, 7.8559, 2.5334, 2.8898, -3.8017,
    1.7111, 10.8471, 0.6102, 0.3911, 0.7828,
  ],
  calibration: [-1.3756, 0.1348, 0.6504, -0.6606, 0.0055, -0.9839, -0.6986, 0.7496, -0.1212, 0, 0],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.005, threshold: 0.97 },
  { rate: 0.01, threshold: 0.965 },
  { rate: 0.015, threshold: 0.925 },
  { rate: 0.02, threshold: 0.88 },
  { rate: 0.03, threshold: 0.8 },
  { rate: 0.04, threshold: 0.75 },
  { rate: 0.05, threshold: 0.695 },
  { rate: 0.06, threshold: 0.665 },
  { rate: 0.08, threshold: 0.57 },
  { rate: 0.1, threshold: 0.52 },
  { rate: 0.125, threshold: 0.445 },
  { rate: 0.15, threshold: 0.415 },
  { rate: 0.2, threshold: 0.355 },
  { rate: 0.3, threshold: 0.275 },
];
