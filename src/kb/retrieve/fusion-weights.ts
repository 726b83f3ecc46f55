import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  first: [5.307, 1.3886, 0.5988, -1.7394, 4.2487, 7.1821, 16.4996, 3.8856, 1.2741, 5.3035],
  rank: [
    8.5772, 2.1623, 0.7452, -0.5559, -9.0532, 6.0865, 9.6506, 2.9431, 1.0798, 2.3712, 8.3982, 4.2601, 4.6819, -3.8916,
    -0.5064, 8.7833, -0.092, 0.3321, 0.7614, 2.9191, -5.4512, 2.0181, -0.2593, -7.0354, 1.9037, 1.5502, 0.5034, -11.651,
    -1.0775, 5.4916, 5.9168,
  ],
  calibration: [-1.3277, 0.1312, 0.6915, -0.938, -0.4827, -0.2941, -0.4951, 1.0395, 0.0033, 0, 0, -1.1646],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.005, threshold: 0.97 },
  { rate: 0.01, threshold: 0.97 },
  { rate: 0.015, threshold: 0.925 },
  { rate: 0.02, threshold: 0.9 },
  { rate: 0.03, threshold: 0.84 },
  { rate: 0.04, threshold: 0.775 },
  { rate: 0.05, threshold: 0.71 },
  { rate: 0.06, threshold: 0.65 },
  { rate: 0.08, threshold: 0.59 },
  { rate: 0.1, threshold: 0.53 },
  { rate: 0.125, threshold: 0.485 },
  { rate: 0.15, threshold: 0.44 },
  { rate: 0.2, threshold: 0.38 },
  { rate: 0.3, threshold: 0.295 },
];
