import { headerKey, headerMeaning } from "../fields.js";
import type { HeaderMeaning } from "../fields.js";

/** A data file has a few dozen keys, each thousands of times. */
const MOST_KNOWN = 5000;
const LONGEST_KEY = 100;

/** The same answer for the same key, without working it out again. */
function remembered<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const answer = work(key);
    if (key.length <= LONGEST_KEY && known.size < MOST_KNOWN) known.set(key, answer);
    return answer;
  };
}

/** A key for comparison, as {@link headerKey} has it. */
export const keyOf: (key: string) => string = remembered(headerKey);

/** Names of feeds and data files that no table has; less sure than all others. */
const FURTHER: Readonly<Record<string, HeaderMeaning>> = {
  encoded: { field: "answer", rank: 120 },
  articlebody: { field: "answer", rank: 121 },
  description: { field: "answer", rank: 310 },
  summary: { field: "answer", rank: 311 },
  prompt: { field: "question", rank: 310 },
  completion: { field: "answer", rank: 312 },
};

/** What a key means as the name of a column does. */
export const nameMeaning: (key: string) => HeaderMeaning | undefined = remembered((key) =>
  key.length > LONGEST_KEY ? undefined : (headerMeaning(key) ?? FURTHER[headerKey(key)]),
);

/** What a key means; of a longer name (`news_title`) the last word, if it says question or answer. */
export const keyMeaning: (key: string) => HeaderMeaning | undefined = remembered((key) => {
  const whole = nameMeaning(key);
  if (whole !== undefined || key.length > LONGEST_KEY) return whole;
  const words = key.split(/[_\s.:-]+|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== "");
  const last = words.length < 2 ? undefined : headerMeaning(words.at(-1)!);
  if (last === undefined || !["question", "answer", "similar"].includes(last.field)) return undefined;
  return { ...last, rank: last.rank + 200 };
});
