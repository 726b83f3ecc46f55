import { splitQuestions, type QuestionPart } from "./compound.js";
import { decide, type DecideSettings, MOST_CHOICES } from "./decide.js";
import type { Channel } from "../entry.js";
import { keywordMenu, keywordOf, wantedKeyword } from "./keyword.js";
import { entryNames } from "./part-words.js";
import type { Candidate } from "../retrieve/retrieve.js";
import { smallTalkOf, type SmallTalkKind } from "./small-talk.js";

/** Why there is no answer. */
export type AbstainReason =
  /** Greetings and the like. */
  | "small-talk"
  /** Nothing in the knowledge base is near. */
  | "out-of-domain"
  /** Something is near, but not surely enough. */
  | "unsure"
  /** No word to search for. */
  | "empty";

/** What is done with a question, and why. */
export type Verdict =
  | { readonly kind: "answer"; readonly confidence: number; readonly candidate: Candidate }
  | {
      readonly kind: "clarify";
      readonly confidence: number;
      /** One that is far nearer than all others, two or three that are near, or up to five for a keyword. */
      readonly choices: readonly Candidate[];
      readonly reason: "near" | "keyword";
    }
  | {
      readonly kind: "abstain";
      readonly confidence: number;
      readonly best?: Candidate;
      readonly reason: AbstainReason;
      /** With `small-talk`. */
      readonly talk?: SmallTalkKind;
    };

/** One question of a turn that holds several. */
export interface PartResponse {
  /** The caller's words. */
  readonly text: string;
  /** What was searched for: the words, with what the question before was about where that helps. */
  readonly searched: string;
  readonly verdict: Exclude<Verdict, { kind: "abstain" }>;
}

export interface Response {
  /** For the turn as a whole. */
  readonly verdict: Verdict;
  /** Two or three, in order, where the turn is better answered question by question. */
  readonly parts?: readonly PartResponse[];
  /** What comes after the third question. */
  readonly rest?: string;
}

export interface Asking {
  /** Entries for a text, likeliest first. */
  find(text: string, limit: number): Promise<readonly Candidate[]>;
  readonly settings: DecideSettings;
  /** Digits that are keyed in are no small talk (88). */
  readonly channel?: Channel;
}

/** Candidates looked at; of a keyword enough to spread a menu over categories. */
const LIMIT = 10;
const KEYWORD_LIMIT = 30;

/**
 * What to do with a turn. An entry that has the very words wins; then small talk is recognised; several questions are answered
 * one by one where that is better than the whole ({@link isBetter}); a keyword gets a menu; all else is decided by
 * probability.
 */
export async function respond(text: string, asking: Asking): Promise<Response> {
  const { settings, channel } = asking;
  const candidates = await look(text, asking);
  const talk = channel === "keypad" && !/\p{L}/u.test(text) ? undefined : smallTalkOf(text);
  if (candidates[0]?.exact === true) return { verdict: judge(text, candidates, settings) };
  if (talk !== undefined) return { verdict: judgeTalk(talk, candidates, settings) };
  const verdict = judge(text, candidates, settings);
  const compound = splitQuestions(text);
  if (compound === undefined) return { verdict };
  const parts = await answerParts(compound.parts, asking);
  if (parts === undefined) return { verdict };
  if (!isBetter(parts, compound.parts, verdict)) return { verdict: withEach(parts, verdict) };
  return { verdict, parts, ...(compound.rest !== undefined && { rest: compound.rest }) };
}

/** Where a turn is asked back about, each of its questions is among the choices, in order. */
function withEach(parts: readonly PartResponse[], whole: Verdict): Verdict {
  if (whole.kind !== "clarify" || whole.reason !== "near") return whole;
  const firsts = parts.flatMap(({ verdict }) => (verdict.kind === "clarify" ? verdict.choices.slice(0, 1) : []));
  const ids = new Set(firsts.map(({ entry }) => entry.id));
  const choices = [...firsts, ...whole.choices.filter(({ entry }) => !ids.has(entry.id))].slice(0, MOST_CHOICES);
  return { ...whole, choices };
}

function look(text: string, { find }: Asking): Promise<readonly Candidate[]> {
  return find(text, keywordOf(text) === undefined ? LIMIT : KEYWORD_LIMIT);
}

/** Small talk is answered by an entry only where one of its own questions is the same kind of it. */
function judgeTalk(talk: SmallTalkKind, candidates: readonly Candidate[], settings: DecideSettings): Verdict {
  const own = candidates.find(({ matched }) => smallTalkOf(matched) === talk);
  if (own !== undefined && settings.exactOnly !== true)
    return { kind: "answer", confidence: own.score, candidate: own };
  return { kind: "abstain", confidence: 0, reason: "small-talk", talk };
}

function judge(text: string, candidates: readonly Candidate[], settings: DecideSettings): Verdict {
  const keyword = keywordOf(text);
  const menu = keyword === undefined ? undefined : keywordMenu(keyword, candidates);
  if (menu !== undefined) {
    const confidence = menu.reduce((sum, { score }) => sum + score, 0);
    return { kind: "clarify", confidence: Math.min(1, confidence), choices: menu, reason: "keyword" };
  }
  const decision = decide(candidates, settings);
  // Digits alone are a choice or a number that nobody asked for, unless an entry has them for a question.
  if (!/\p{L}/u.test(text) && candidates[0]?.exact !== true) {
    const best = candidates[0] && { best: candidates[0] };
    return { kind: "abstain", confidence: 0, ...best, reason: /\p{N}/u.test(text) ? "unsure" : "empty" };
  }
  if (decision.kind === "answer") return decision;
  if (decision.kind === "clarify") return { ...decision, reason: "near" };
  return wanted(text, candidates) ?? { ...decision, reason: reasonOf(text, decision.best) };
}

/** What is wanted by name (我要退货) is worth asking back about where the name alone (退货) is, though no entry is likely. */
function wanted(text: string, candidates: readonly Candidate[]): Verdict | undefined {
  const keyword = wantedKeyword(text);
  const menu = keyword === undefined ? undefined : keywordMenu(keyword, candidates);
  if (menu === undefined) return undefined;
  const choices = menu.slice(0, MOST_CHOICES);
  const confidence = choices.reduce((sum, { score }) => sum + score, 0);
  return { kind: "clarify", confidence: Math.min(1, confidence), choices, reason: "near" };
}

/**
 * An entry that has less than this of the words, and is no nearer than that in meaning, has nothing to do with a question. On
 * labelled questions without an answer this tells four of five that are of another world, and two of five that are not.
 */
const NEAR = { coverage: 0.15, vector: 0.45 };

function reasonOf(text: string, best: Candidate | undefined): AbstainReason {
  if (!/[\p{L}\p{N}]/u.test(text)) return "empty";
  if (best === undefined) return "out-of-domain";
  const near = best.coverage >= NEAR.coverage || best.channels.vector >= NEAR.vector;
  return near ? "unsure" : "out-of-domain";
}

async function answerParts(parts: readonly QuestionPart[], asking: Asking): Promise<PartResponse[] | undefined> {
  const taken = new Set<string>();
  const found: PartResponse[] = [];
  for (const part of parts) {
    const response = await answerPart(part, asking, taken);
    if (response === undefined) return undefined;
    const { verdict } = response;
    const id = (verdict.kind === "answer" ? verdict.candidate : verdict.choices[0]!).entry.id;
    // Two questions that one entry answers are one.
    if (taken.has(id)) return undefined;
    taken.add(id);
    found.push(response);
  }
  return found;
}

/**
 * The verdict for one question: for what it says with the subject of the one before, where the best entry then names both,
 * else for what it says itself.
 */
async function answerPart(
  part: QuestionPart,
  asking: Asking,
  taken: ReadonlySet<string>,
): Promise<PartResponse | undefined> {
  const attempt = async (searched: string): Promise<{ best?: Candidate; response?: PartResponse }> => {
    const candidates = await look(searched, asking);
    const verdict = judge(searched, candidates, asking.settings);
    const best = candidates[0];
    return {
      ...(best && { best }),
      ...(verdict.kind !== "abstain" && { response: { text: part.text, searched, verdict } }),
    };
  };
  const own = part.standsAlone ? await attempt(part.text) : {};
  if (part.carried === undefined) return own.response;
  const carried = await attempt(part.carried.text);
  const entry = carried.best?.entry;
  if (entry === undefined || !entryNames(entry, part.carried.subject, part.content)) return own.response;
  // The subject may only have led back to the entry that the question before got.
  const ledBack = taken.has(entry.id) && own.response?.verdict.kind === "answer";
  return ledBack ? own.response : (carried.response ?? own.response);
}

/**
 * Whether questions are better answered one by one. At least one must have an answer, and each an answer or choices. Where the
 * turn as a whole has an answer already, that must be one of theirs, and a question without one must be led in by a conjunction
 * (还有, also) or name enough by itself (怎么退货，运费谁出).
 */
function isBetter(found: readonly PartResponse[], parts: readonly QuestionPart[], whole: Verdict): boolean {
  const answered = found.filter(({ verdict }) => verdict.kind === "answer");
  if (answered.length === 0) return false;
  if (answered.length === found.length || whole.kind !== "answer") return true;
  const kept = answered.some(
    ({ verdict }) => verdict.kind === "answer" && verdict.candidate.entry.id === whole.candidate.entry.id,
  );
  return (
    kept && found.every(({ verdict }, at) => verdict.kind === "answer" || parts[at]!.led || parts[at]!.standsAlone)
  );
}
