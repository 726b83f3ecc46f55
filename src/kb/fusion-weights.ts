import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  first: [9.4737, 1.8123, 0.7983, -0.6336, -0.0445, 6.2046, 23.5867, 6.6425, 1.4239],
  rank: [
    8.7436, 2.0631, 0.6445, -0.6019, -4.9618, 3.3235, 14.9457, 3.684, 1.0299, 1.6064, 8.8534, 2.9615, 2.6357, -2.8937,
    1.3181, 10.1114, 0.5906, 0.3809, 0.8321, 2.5631, -4.599, 4.0392, 1.8887, -7.1971, 0.37, 4.0869, 0.4307, 0.3527,
  ],
  calibration: [-1.3893, 0.1277, 0.6562, -0.5567, -0.3092, -0.5215, -0.6593, 0.8073, -0.1102, 0, 0, -0.9488],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.005, threshold: 0.97 },
  { rate: 0.01, threshold: 0.97 },
  { rate: 0.015, threshold: 0.93 },
  { rate: 0.02, threshold: 0.905 },
  { rate: 0.03, threshold: 0.815 },
  { rate: 0.04, threshold: 0.77 },
  { rate: 0.05, threshold: 0.685 },
  { rate: 0.06, threshold: 0.655 },
  { rate: 0.08, threshold: 0.57 },
  { rate: 0.1, threshold: 0.52 },
  { rate: 0.125, threshold: 0.455 },
  { rate: 0.15, threshold: 0.41 },
  { rate: 0.2, threshold: 0.355 },
  { rate: 0.3, threshold: 0.28 },
];
