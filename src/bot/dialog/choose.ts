import { isYes } from "../../kb/respond/respond-words.js";
import { normalise } from "../../text/normalise.js";
import type { Choice } from "./state.js";

const ORDINALS: readonly RegExp[] = [
  /^(?:第?一(?:个|条|项|种|号)?|first|the first(?: one)?|one)$/u,
  /^(?:第?[二两](?:个|条|项|种|号)?|second|the second(?: one)?|two)$/u,
  /^(?:第?三(?:个|条|项|种|号)?|third|the third(?: one)?|three)$/u,
  /^(?:第?四(?:个|条|项|种|号)?|fourth|the fourth(?: one)?|four)$/u,
  /^(?:第?五(?:个|条|项|种|号)?|fifth|the fifth(?: one)?|five)$/u,
];

/**
 * Which of the offered choices a reply picks: a digit (typed or keyed), an ordinal, or the words of the question; the only one
 * also by a yes.
 */
export function pickChoice(text: string, choices: readonly Choice[]): Choice | undefined {
  const reply = normalise(text)
    .trim()
    .replace(/(?:吧|呢|啊|please)$/u, "")
    .trim();
  if (choices.length === 1 && isYes(text)) return choices[0];
  if (reply === "") return undefined;
  const digit = /^(?:第|选|选择|no |number |option )?\s*(\d)\s*(?:个|条|项|种|号)?$/u.exec(reply)?.[1];
  if (digit !== undefined) return choices[Number(digit) - 1];
  const ordinal = ORDINALS.findIndex((pattern) => pattern.test(reply.replace(/^(?:选|选择)/u, "")));
  if (ordinal >= 0) return choices[ordinal];
  const exact = choices.find((choice) => normalise(choice.question).trim() === reply);
  if (exact !== undefined || [...reply].length < 2) return exact;
  const holding = choices.filter((choice) => normalise(choice.question).includes(reply));
  return holding.length === 1 ? holding[0] : undefined;
}

/** Whether a reply to several choices means to choose and does not say which: a yes, or a number that none of them has. */
export function isVague(text: string, choices: readonly Choice[]): boolean {
  return choices.length > 1 && (isYes(text) || /^(?:第|选)?\s*[1-9](?:个|条|项|种|号)?$/u.test(normalise(text).trim()));
}
