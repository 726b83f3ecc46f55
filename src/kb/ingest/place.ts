import type { Location } from "../../messages/errors.js";
import type { EntrySource } from "../entry.js";
import { placeOf } from "../formats/draft.js";
import type { EntryKey } from "../store.js";

/** Where an entry stands in its file, in one form: the store compares it, and an index holds it. */
export function placeText({ sheet, row, line, page, heading }: EntrySource): string {
  return JSON.stringify({ sheet, row, line, page, heading });
}

/** The place of a stored entry. */
export function keyPlace({ file, place }: Pick<EntryKey, "file" | "place">): Location {
  return placeOf({ file, ...(place === "" ? {} : (JSON.parse(place) as Omit<EntrySource, "file">)) });
}
