import type { Issue, Location } from "../messages/errors.js";

/** One marked stretch of an utterance, in UTF-16 code units of the text without its marks. */
export interface EntitySpan {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  /** What the words mean, where the author said so. */
  readonly value?: string;
  readonly role?: string;
  readonly group?: string;
}

/** One example of an intent. */
export interface Utterance {
  readonly text: string;
  /** With its response key for a retrieval intent: `faq/ask_price`. */
  readonly intent: string;
  readonly entities: readonly EntitySpan[];
  readonly where?: Location;
}

/** Wordings that stand for one value of an entity. */
export interface Synonym {
  readonly value: string;
  readonly variants: readonly string[];
}

/** Words that are an entity wherever they occur. */
export interface Lookup {
  readonly entity: string;
  readonly words: readonly string[];
}

/** Patterns (JavaScript syntax, case ignored) whose matches are an entity. */
export interface RegexRule {
  readonly entity: string;
  readonly patterns: readonly string[];
}

/** Everything that intents and entities are learnt from. */
export interface Dataset {
  readonly utterances: readonly Utterance[];
  readonly synonyms: readonly Synonym[];
  readonly lookups: readonly Lookup[];
  readonly regexes: readonly RegexRule[];
}

export const EMPTY_DATASET: Dataset = { utterances: [], synonyms: [], lookups: [], regexes: [] };

/**
 * Utterances that belong to no intent: never an intent of a model, used for the decision what is out of scope. Read
 * case-insensitively.
 */
export const OUT_OF_SCOPE = "oos";

/** The utterance belongs to no intent; see {@link OUT_OF_SCOPE}. */
export function isOutOfScope({ intent }: Pick<Utterance, "intent">): boolean {
  return intent.toLowerCase() === OUT_OF_SCOPE;
}

const MEANS_OUT_OF_SCOPE =
  /^(?:out[\s_-]*of[\s_-]*(?:scope|domain)|ood|none|(?:nlu[\s_-]*|default[\s_-]*)?fallback(?:[\s_-]*intent)?|超出[范範][围圍]|[范範][围圍]外)$/iu;

/** True for an intent that other tools mean by what {@link OUT_OF_SCOPE} means here; it is taken as an intent like any other. */
export function soundsOutOfScope(intent: string): boolean {
  return MEANS_OUT_OF_SCOPE.test(intent.trim());
}

/** What reading a file gives: what is wrong is in `issues`, with file and line. */
export interface ParsedData {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
}
