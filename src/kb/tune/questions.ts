import { NOISE_KINDS, perturb } from "../../noise/perturb.js";
import { createRandom, type Random } from "../../stats/random.js";
import type { KbIndex } from "../index/kb-index.js";

/** A question to tune on. */
export interface TuneQuestion {
  readonly q: string;
  /** Ids of the entries that are right; none when it is out of scope. */
  readonly right: readonly string[];
  readonly from: "labelled" | "similar";
  /** Number of the similar question that it was, which must be passed over. */
  readonly without?: number;
  /** Its text in the knowledge base. */
  readonly withoutText?: string;
  /** Number of the entry that it belongs to, passed over to make a question that nothing answers. */
  readonly withoutEntry?: number;
  /** Questions of one group are never on both sides of a split. */
  readonly group: string;
}

/** Similar questions, each to be asked of the knowledge base without it. */
export interface SimilarQuestions {
  readonly questions: TuneQuestion[];
  /** Similar questions of the whole knowledge base. */
  readonly known: number;
  /** Of the questions: those written otherwise, by typing, hearing or politeness. */
  readonly noisy: number;
  /** Of the questions: those whose entry is passed over. */
  readonly outOfScope: number;
}

/** Every so many-th one loses its entry, and of the others every so many-th one is perturbed. */
const OUT_OF_SCOPE = 6;
const NOISY = 4;

/** FNV-1a: an order that depends on the text and the seed, whatever the history of the index. */
function hashOf(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Numbers of the similar questions of live entries that may be answered; time grows with the index, memory too. */
function similarNumbers(index: KbIndex, seed: number): { question: number; hash: number }[] {
  const accept = index.acceptor({}, "");
  const found: { question: number; hash: number }[] = [];
  for (const { segment, firstEntry } of index.parts) {
    for (let ordinal = 0; ordinal < segment.entries; ordinal++) {
      const entry = firstEntry + ordinal;
      const { first, end } = index.questionsAt(entry);
      // The sentences of a passage are no similar questions.
      if (end - first < 2 || !accept(entry) || index.entryAt(entry).kind === "passage") continue;
      for (let question = first + 1; question < end; question++) {
        found.push({ question, hash: hashOf(index.questionText(question), seed) });
      }
    }
  }
  return found;
}

/**
 * A sample of the knowledge base's own similar questions, each to be asked of a base without it: some of them of a base without
 * the whole entry, which makes them out of scope, and some of them as callers write or as recognisers hear them. The same
 * entries give the same sample.
 */
export function similarQuestions(index: KbIndex, seed: number, most: number): SimilarQuestions {
  const found = similarNumbers(index, seed);
  found.sort((a, b) => a.hash - b.hash || index.compareQuestions(a.question, b.question));
  const random = createRandom(seed).fork("noise");
  const questions: TuneQuestion[] = [];
  let [noisy, outOfScope] = [0, 0];
  for (const { question } of found) {
    if (questions.length === most) break;
    const number = index.ownerOf(question);
    const entry = index.entryAt(number);
    const text = index.questionText(question);
    const at = questions.length;
    const own = { from: "similar", group: entry.id } as const;
    if (at % OUT_OF_SCOPE === OUT_OF_SCOPE - 1) {
      outOfScope++;
      questions.push({ q: text, right: [], withoutEntry: number, ...own });
    } else {
      const heard = at % NOISY === NOISY - 1 ? noisyForm(text, random) : text;
      if (heard !== text) noisy++;
      questions.push({ q: heard, right: [entry.id], without: question, withoutText: text, ...own });
    }
  }
  return { questions, known: found.length, noisy, outOfScope };
}

function noisyForm(text: string, random: Random): string {
  return perturb(text, random.pick(NOISE_KINDS), random);
}
