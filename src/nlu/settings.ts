/** What shapes a model; part of its fingerprint. */
export interface NluSettings {
  /** Texts that must hold a gram before it counts; 0 chooses by the amount of data. */
  readonly minimumTexts: number;
  /** Length of the encoder's vector beside the grams' two blocks of length 1. */
  readonly encoderScale: number;
  /** Strength of the L2 penalty. */
  readonly l2: number;
  /** The fit ends when an iteration lowers its objective by less than this share. */
  readonly improvement: number;
  readonly maxIterations: number;
  /** `balanced`: every intent counts the same whatever its number of examples. */
  readonly classWeights: "none" | "balanced";
  /** Share of in-scope examples that may be rejected as out of scope, 0 … 1. */
  readonly maxInScopeLoss: number;
}

/** Chosen by cross-validation on Chinese and English customer-service data. */
export const DEFAULT_SETTINGS: NluSettings = {
  minimumTexts: 0,
  encoderScale: 1.5,
  l2: 0.2,
  improvement: 5e-3,
  maxIterations: 100,
  classWeights: "none",
  maxInScopeLoss: 0.05,
};

/** From this many texts on, a gram must stand in three of them instead of two: the model stays small at no loss. */
const LARGE = 4000;

export function minimumTexts(settings: NluSettings, texts: number): number {
  return settings.minimumTexts > 0 ? settings.minimumTexts : texts >= LARGE ? 3 : 2;
}
