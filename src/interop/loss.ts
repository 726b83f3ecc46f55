import type { Location } from "../messages/errors.js";

/** What a form may have no place for; each has its words in `nlu.convert.loss.*`. */
export const LOSS_KINDS = [
  "empty-utterance",
  "empty-intent",
  "whitespace",
  "control",
  "markup",
  "template",
  "entities",
  "entity-overlap",
  "entity-value",
  "entity-role",
  "entity-group",
  "entity-composite",
  "synonym",
  "lookup",
  "lookup-file",
  "regex",
  "answers",
  "slot-filling",
  "context",
  "settings",
  "metadata",
  "section",
  "prebuilt",
  "reference",
  "phrase-list",
] as const;

export type LossKind = (typeof LOSS_KINDS)[number];

/** One thing that was not carried over. */
export interface Loss {
  readonly kind: LossKind;
  /** The thing itself, or its name. */
  readonly example: string;
  readonly where?: Location;
}
