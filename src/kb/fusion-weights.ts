import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  first: [9.3745, 1.9558, 0.5807, -0.4035, 0.1994, 5.5669, 25.4683, 6.8709, 24.8113],
  rank: [
    4.3711, -0.7256, 0.4457, -1.3087, 1.4874, 8.276, 14.1557, 1.7815, 21.7655, 2.3831, 1.8359, 1.1741, 4.4125, 1.56,
    1.7928, -0.763, 0.0872, 3.1311, 0.0323, 0.3195, 0.3122, 0.4336,
  ],
  calibration: [-1.3401, 0.1341, 0.638, -0.7173, -0.1487, -0.8818, -0.4888, 0.7767, -0.2769, 0, 0],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.01, threshold: 0.95 },
  { rate: 0.02, threshold: 0.88 },
  { rate: 0.05, threshold: 0.675 },
  { rate: 0.1, threshold: 0.515 },
  { rate: 0.2, threshold: 0.35 },
];
