import { normalise } from "../../text/normalise.js";
import { lexicalTokens } from "../../text/tokens.js";
import type { FaqEntry } from "../entry.js";

const SHARE_OF_SUBJECT = 0.6;
const SHARE_OF_CONTENT = 0.5;

/** Whether the wording of an entry names both what a question is about and what it asks of it. */
export function entryNames(
  { question, similar, category }: FaqEntry,
  subject: string,
  content: readonly string[],
): boolean {
  const own = new Set(lexicalTokens(normalise([question, ...similar, category].join(" "))));
  const share = (words: string): number => {
    const tokens = [...new Set(lexicalTokens(normalise(words)))];
    return tokens.length === 0 ? 1 : tokens.filter((token) => own.has(token)).length / tokens.length;
  };
  return share(subject) >= SHARE_OF_SUBJECT && share(content.join(" ")) >= SHARE_OF_CONTENT;
}
