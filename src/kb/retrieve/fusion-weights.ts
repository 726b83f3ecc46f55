import type { FusionModel } from "./fusion.js";

// Written by bench/fit-fusion.mjs together with models/fusion/default.json, which says where the figures come from.

/** The weights that ship with the program. */
export const DEFAULT_FUSION: FusionModel = {
  gate: [15, 200],
  first: [8.6985, 1.8886, 0.7962, -0.6436, 0.6779, 6.0115, 18.8532, 5.0011, 1.2773],
  rank: [
    8.5167, 2.1654, 0.7682, -0.6388, -8.215, 4.9301, 11.3789, 3.0102, 1.0798, 3.2184, 7.8377, 3.9136, 3.0824, -2.6714,
    0.0214, 9.6983, 0.2641, 0.3113, 0.6808, 2.4137, -5.8902, 1.5002, 1.4418, -5.5775, 1.4546, 1.0721, 1.1896, 0.0197,
    -11.0447,
  ],
  calibration: [-1.5419, 0.1114, 0.6836, -0.3195, -0.4813, -0.439, -0.2307, 1.0851, -0.121, 0, 0, -1.1606],
};

/** Least score of an answer, by the wrong-answer rate that it kept to on the development data, strictest first. */
export const DEFAULT_THRESHOLDS: readonly { readonly rate: number; readonly threshold: number }[] = [
  { rate: 0.005, threshold: 0.97 },
  { rate: 0.01, threshold: 0.965 },
  { rate: 0.015, threshold: 0.905 },
  { rate: 0.02, threshold: 0.88 },
  { rate: 0.03, threshold: 0.79 },
  { rate: 0.04, threshold: 0.755 },
  { rate: 0.05, threshold: 0.69 },
  { rate: 0.06, threshold: 0.63 },
  { rate: 0.08, threshold: 0.57 },
  { rate: 0.1, threshold: 0.51 },
  { rate: 0.125, threshold: 0.435 },
  { rate: 0.15, threshold: 0.4 },
  { rate: 0.2, threshold: 0.355 },
  { rate: 0.3, threshold: 0.28 },
];
