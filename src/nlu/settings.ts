/** What shapes a model; part of its fingerprint. */
export interface NluSettings {
  /** Texts that must hold a gram before it counts; 0 chooses by the amount of data. */
  readonly minimumTexts: number;
  /** Whether the syllables of Chinese count beside its characters; `choose` tries both where there is Chinese. */
  readonly sound: boolean | "choose";
  /** Length of the encoder's vector beside the character grams' block of length 1. */
  readonly encoderScale: number;
  /** Numbers of the built-in encoder's vector that the regression sees where there are many texts; of few texts it sees all. */
  readonly dims: number;
  /** Strength of the L2 penalty. */
  readonly l2: number;
  /** Length of a fit's first steps; they shrink to nothing. */
  readonly rate: number;
  /** Of the network beside the regression. */
  readonly hidden: {
    /** Hidden units, a multiple of 16. */
    readonly units: number;
    /** Numbers of the encoder's vector that it sees: the first tell most. */
    readonly dims: number;
    /** How long the vector is for it, of what it is for the regression. */
    readonly encoderShare: number;
    readonly l2: number;
    readonly rate: number;
    /** Share of the hidden units that each text of a pass is learnt without. */
    readonly leftOut: number;
  };
  /** 1: every intent counts the same whatever its number of examples; 0: every example does; in between, between. */
  readonly balance: number;
  /** Share of in-scope examples that may be rejected as out of scope, 0 … 1. */
  readonly maxInScopeLoss: number;
}

/** Chosen by cross-validation on Chinese and English customer-service data. */
export const DEFAULT_SETTINGS: NluSettings = {
  minimumTexts: 0,
  sound: "choose",
  encoderScale: 1.1,
  dims: 128,
  l2: 0.1,
  rate: 3,
  hidden: { units: 96, dims: 64, encoderShare: 0.3, l2: 0.2, rate: 1, leftOut: 0.3 },
  balance: 0.5,
  maxInScopeLoss: 0.05,
};

/** From these many texts on, a gram must stand in two of them, or in three: the model stays small at little loss. */
const MANY = 3000;
const VERY_MANY = 20000;

/** In how many texts a gram must stand to be a feature: as the settings say, else 1, and 2 or 3 from many texts on. */
export function minimumTexts(settings: NluSettings, texts: number): number {
  if (settings.minimumTexts > 0) return settings.minimumTexts;
  return texts >= VERY_MANY ? 3 : texts >= MANY ? 2 : 1;
}

/** How the weights are fitted. */
interface Passes {
  /** How often the regression sees every text, and the network beside it. */
  readonly epochs: number;
  /** Texts after which a fit looks at its weights anew. */
  readonly batch: number;
  /** How long the steps are, of the settings' `rate`. */
  readonly pace: number;
}

/** Whether texts are so many that fewer passes, grams and numbers of a vector do. */
export const isMany = (texts: number): boolean => texts >= MANY;

/** Few texts are seen more often, in shorter steps. */
export function passesOf(texts: number): Passes {
  return isMany(texts) ? { epochs: 6, batch: 16, pace: 1 } : { epochs: 20, batch: 16, pace: 0.5 };
}
