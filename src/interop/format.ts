import type { Issue } from "../messages/errors.js";
import type { Loss } from "./loss.js";
import type { Dataset } from "./training-data.js";

/** A text file: one that was named, or one of a folder or archive. */
export interface SourceFile {
  /** As shown to people. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** What reading gives: wrong things in `issues`, things that a data set has no place for in `losses`. */
export interface Parsed {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
  readonly losses: readonly Loss[];
}

/** What writing gives. `path` is empty for the forms that are one file. */
export interface Written {
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[];
  readonly losses: readonly Loss[];
}

/** What forms of other products want to know that training data does not say. */
export interface WriteOptions {
  /** Name of the bot or app. */
  readonly name: string;
  /** Such as `zh-CN` or `en`. */
  readonly language: string;
}

export const FORMAT_IDS = [
  "rasa",
  "rasa-md",
  "rasa-json",
  "nlpjs",
  "dialogflow",
  "luis",
  "lu",
  "csv",
  "xlsx",
  "jsonl",
  "botium",
] as const;

export type FormatId = (typeof FORMAT_IDS)[number];
