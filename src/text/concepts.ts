import { englishConcepts } from "./english-concepts.js";
import { MORE_PARAPHRASES } from "./more-paraphrases.js";
import { PARAPHRASES_AT_HOME } from "./paraphrases-at-home.js";
import { PARAPHRASES_AT_WORK } from "./paraphrases-at-work.js";
import { PARAPHRASES_IN_PUBLIC } from "./paraphrases-in-public.js";
import { PARAPHRASES_OF_TRADE } from "./paraphrases-of-trade.js";
import { PARAPHRASES } from "./paraphrases.js";

/** Marks a concept among other tokens; `normalise` leaves no such character in a text. */
const MARK = "≈";

interface Wording {
  readonly text: string;
  readonly concept: string;
}

/** Wordings by their first two characters, and which characters these may be. */
interface Wordings {
  readonly byStart: ReadonlyMap<number, readonly Wording[]>;
  readonly firsts: Uint8Array;
  readonly seconds: Uint8Array;
}

const LISTS = [
  ...[PARAPHRASES, MORE_PARAPHRASES, PARAPHRASES_IN_PUBLIC],
  ...[PARAPHRASES_AT_HOME, PARAPHRASES_AT_WORK, PARAPHRASES_OF_TRADE],
];

let known: Wordings | undefined;

const startOf = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

function read(): Wordings {
  const byStart = new Map<number, Wording[]>();
  const [firsts, seconds] = [new Uint8Array(0x10000), new Uint8Array(0x10000)];
  for (const group of LISTS.flatMap((list) => list.split("|"))) {
    const words = group.split(" ");
    for (const text of words) {
      const wording = { text, concept: MARK + words[0]! };
      const start = startOf(text, 0);
      const others = byStart.get(start);
      if (others === undefined) byStart.set(start, [wording]);
      else others.push(wording);
      firsts[text.charCodeAt(0)] = 1;
      seconds[text.charCodeAt(1)] = 1;
    }
  }
  return { byStart, firsts, seconds };
}

/**
 * What a text speaks of in words that others have, too: one token for each of the wordings in it that stand for the same (退钱
 * and 退费 both give `≈退款`, reimbursed `≈refund`), Chinese ones first, in order, repeats kept.
 * @param normalised by `normalise`
 */
export function conceptsOf(normalised: string): string[] {
  const { byStart, firsts, seconds } = (known ??= read());
  const concepts: string[] = [];
  for (let at = 0; at + 1 < normalised.length; at++) {
    if (firsts[normalised.charCodeAt(at)] === 0 || seconds[normalised.charCodeAt(at + 1)] === 0) continue;
    for (const { text, concept } of byStart.get(startOf(normalised, at)) ?? []) {
      if (normalised.startsWith(text, at)) concepts.push(concept);
    }
  }
  for (const concept of englishConcepts(normalised)) concepts.push(MARK + concept);
  return concepts;
}

/** Whether a token is one of {@link conceptsOf}. */
export const isConcept = (token: string): boolean => token.startsWith(MARK);
