import { STATUSES } from "../entry.js";
import { openBits, wallClock } from "../index/filter.js";
import { compactForm } from "../index/question-hash.js";
import type { RemoteFilter } from "./index.js";
import type { EvidenceOptions } from "../retrieve/search-backend.js";

/**
 * A filter in the terms of the columns.
 * @param query normalised
 */
export function remoteFilter(options: EvidenceOptions, query: string): RemoteFilter {
  const { statuses = ["online"], channel, tier, without, withoutEntry } = options;
  const at = options.at === undefined ? NaN : wallClock(options.at);
  return {
    statuses: statuses.map((status) => STATUSES.indexOf(status)),
    at: Number.isNaN(at) ? undefined : at,
    open: openBits(channel),
    channel,
    tier,
    without,
    withoutEntry,
    compact: compactForm(query),
    spaced: ` ${query} `,
  };
}
