import type { Issue } from "../../messages/errors.js";
import type { Dataset } from "../data/dataset.js";

/** What a text may tell of its writer, in the order of the model's outputs. */
export const EMOTIONS = ["neutral", "angry", "anxious", "happy"] as const;

export type Emotion = (typeof EMOTIONS)[number];

/** The strongest intensity; 0 is a neutral text's, 1 … 3 are slight, clear and strong. */
export const STRONGEST = 3;

export interface EmotionPrediction {
  readonly label: Emotion;
  /** Calibrated probability of the label, 0 … 1. */
  readonly probability: number;
  /** 0 for neutral, else 1 (slight) … 3 (strong): the expected intensity, rounded. */
  readonly intensity: number;
  /** Calibrated probability of every emotion; they add up to 1. */
  readonly scores: Readonly<Record<Emotion, number>>;
}

/** An emotion as training data names it: `angry/2`. */
export const emotionName = ({ label, intensity = 0 }: { label: Emotion; intensity?: number | undefined }): string =>
  intensity === 0 ? label : `${label}/${intensity}`;

/** One text that is learnt from. */
export interface EmotionExample {
  readonly text: string;
  /** Place in {@link EMOTIONS}. */
  readonly emotion: number;
  /** 1 … 3; 0 for neutral; `undefined` where the data does not say. */
  readonly intensity: number | undefined;
}

const LABEL = /^(neutral|angry|anxious|happy)(?:\/([0-3]))?$/;

function labelOf(intent: string): Pick<EmotionExample, "emotion" | "intensity"> | undefined {
  const [, name, level] = LABEL.exec(intent) ?? [];
  if (name === undefined) return undefined;
  const emotion = EMOTIONS.indexOf(name as Emotion);
  const intensity = emotion === 0 ? 0 : level === undefined ? undefined : Number(level);
  // A neutral text has no intensity, any other has one.
  if ((emotion === 0) !== (intensity === 0) || (emotion === 0 && Number(level ?? 0) > 0)) return undefined;
  return { emotion, intensity };
}

/**
 * Training data of emotions: intents named `neutral`, `angry`, `anxious` or `happy`, the last three with `/1`, `/2` or `/3` for
 * the intensity where it is known. Order does not matter; a text is taken once.
 *
 * @returns the examples, sorted by text, and errors: other names, and texts with two emotions
 */
export function emotionExamples(datasets: readonly Dataset[]): { examples: EmotionExample[]; issues: Issue[] } {
  const examples = new Map<string, EmotionExample>();
  const issues: Issue[] = [];
  for (const { text, intent, where } of datasets.flatMap(({ utterances }) => utterances)) {
    const label = labelOf(intent);
    const place = where === undefined ? {} : { where };
    if (label === undefined) {
      issues.push({ severity: "error", key: "nlu.emotion.label", params: { name: intent }, ...place });
      continue;
    }
    const other = examples.get(text);
    if (other !== undefined && (other.emotion !== label.emotion || other.intensity !== label.intensity)) {
      issues.push({ severity: "error", key: "nlu.emotion.twice", params: { text }, ...place });
    } else examples.set(text, { text, ...label });
  }
  const sorted = [...examples.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  return { examples: sorted, issues };
}
