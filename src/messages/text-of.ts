import { catalogue } from "./all.js";
import type { Locale } from "./locale.js";

/**
 * A message as it stands in the catalogue. The build of the command line puts another in its place, which reads the language that is
 * asked for and leaves the others alone (scripts/messages-module.mjs).
 */
export function textOf(locale: Locale, key: keyof typeof catalogue): string {
  return catalogue[key][locale];
}
