import { smallTalkOf } from "./small-talk.js";
import {
  asks,
  contentOf,
  foldedInPlace,
  LEAD,
  POLITE_END,
  POLITE_START,
  PRONOUN,
  TAIL,
  wishes,
} from "../retrieve/compound-words.js";

/** One question of several in a turn. */
export interface QuestionPart {
  /** The caller's words, without the conjunction before and the punctuation after them. */
  readonly text: string;
  /** What the part itself names, folded to one case and script. */
  readonly content: readonly string[];
  /** A conjunction leads it in: 还有, 另外, also. */
  readonly led: boolean;
  /** It names enough to be searched for without the question before. */
  readonly standsAlone: boolean;
  /**
   * Where it may leave out what the question before was about: that, and the words with it in front (信用卡怎么办，年费多少 →
   * 信用卡 年费多少).
   */
  readonly carried?: { readonly subject: string; readonly text: string };
}

/** A turn that may hold several questions. */
export interface Compound {
  /** Two or three. */
  readonly parts: readonly QuestionPart[];
  /** What comes after the third question. */
  readonly rest?: string;
}

interface Clause {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** Begins with a word that leads to a further question. */
  readonly led: boolean;
}

interface Span {
  readonly start: number;
  end: number;
  readonly led: boolean;
}

/** Longer turns are stories, whose questions hang together. */
const MOST_CHARACTERS = 160;
const MOST_PARTS = 3;
/** A question that names no more than so many characters (or half as many Latin words) may lean on the one before. */
const ELLIPTIC = 5;
/** One character (带什么, 怎么退) says too little by itself. */
const LEAST_CONTENT = 2;
/** More than this is not what a question is about, but all of it. */
const MOST_CARRIED = 24;
const MOST_WORDS = 3;

/**
 * The questions of a turn, where it may hold more than one; undefined where it is one. Only a proposal: whether it is better
 * taken apart depends on what is known: see `respond`.
 *
 * Clauses end at punctuation, at spaces between Chinese words, and at conjunctions (还有, 另外, 和, and, also) where both
 * sides ask. A clause that asks nothing is the background of the next question, or of the one before when none follows
 * (我昨天买的，怎么退); alternatives (还是…) and questions without any matter of their own (可以吗) go with the one before.
 */
export function splitQuestions(text: string): Compound | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const folded = foldedInPlace(text);
  const groups = group(clausesOf(folded));
  if (groups.length < 2) return undefined;
  const parts: QuestionPart[] = [];
  for (const { start, end, led } of groups.slice(0, MOST_PARTS)) {
    const own = stripped(text.slice(start, end));
    const content = contentOf(foldedInPlace(own));
    if (content.length === 0) return undefined;
    const part = { text: own, content, led, standsAlone: lengthOf(content) >= LEAST_CONTENT };
    parts.push(withSubject(part, parts.at(-1)));
  }
  const rest = groups.length > MOST_PARTS ? text.slice(groups[MOST_PARTS]!.start).trim() : undefined;
  return { parts, ...(rest !== undefined && { rest }) };
}

/** Where a text comes apart: after punctuation, and at spaces between Han characters. */
const BREAK =
  /[。！？!?；;\n]+["”'’」』）)]*\s*|[，,、](?!\d{3})\s*|(?<=[^\s\p{Script=Latin}\p{N}])\s+(?=[^\s\p{Script=Latin}\p{N}])|\.\s+|\s+(?=[1-9][、.．)）])/gu;
/** Conjunctions inside a clause. */
const JOINT =
  /(?:另外|还有|以及|顺便|然后|同时|此外|仲有|同埋|并且|再问一?下|和|跟|与|及)|\s(?:and|also|plus|as well as|&)\s/gu;

function clausesOf(folded: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const push = (end: number): void => {
    if (/[\p{L}\p{N}]/u.test(folded.slice(from, end))) clauses.push(...joined(folded, from, end));
    from = end;
  };
  for (const found of folded.matchAll(BREAK)) push(found.index + found[0].length);
  push(folded.length);
  return clauses;
}

/** A clause, or the two halves of one whose conjunction has a question on either side. */
function joined(folded: string, start: number, end: number): Clause[] {
  const whole = folded.slice(start, end);
  for (const { index, 0: joint } of whole.matchAll(JOINT)) {
    const [left, right] = [whole.slice(0, index), whole.slice(index + joint.length)];
    // A question mark at the very end says nothing of what it ends.
    const opens = asks(right.replace(/[?？\s]+$/u, "").trim());
    // 我要查余额然后流水怎么打印: what one wants may stand before what one asks.
    const begins = asks(left.trim()) || (LEAD.test(joint) && [...joint].length > 1 && wishes(left.trim()));
    if (left.trim() !== "" && begins && opens && contentOf(right).length > 0 && contentOf(left).length > 0) {
      return [clause(folded, start, start + index), { ...clause(folded, start + index, end), led: true }];
    }
  }
  return [clause(folded, start, end)];
}

function clause(folded: string, start: number, end: number): Clause {
  const words = folded.slice(start, end).trim();
  return { start, end, folded: words, led: LEAD.test(words) };
}

/** Spans of the text with one question each. */
function group(clauses: readonly Clause[]): Span[] {
  const groups: Span[] = [];
  let background: number | undefined;
  clauses.forEach((one, at) => {
    const bare = withoutLead(one.folded);
    if (smallTalkOf(one.folded) !== undefined) return;
    const wished = wishes(bare) && (isFurther(one) || isFurther(clauses[at + 1]) || clauses[at + 1]?.led === true);
    if (!asks(one.folded) && !wished) {
      background ??= one.start;
      return;
    }
    const last = groups.at(-1);
    if (
      last !== undefined &&
      background === undefined &&
      (TAIL.test(bare.replace(/[^\p{L}\p{N}]+$/u, "")) || contentOf(bare).length === 0)
    ) {
      last.end = one.end;
    } else {
      groups.push({ start: background ?? one.start, end: one.end, led: one.led });
    }
    background = undefined;
  });
  // Background after the last question belongs to it.
  const last = groups.at(-1);
  if (last !== undefined && background !== undefined) last.end = clauses.at(-1)!.end;
  return groups;
}

/** A wish beside another one: 还想…, I also want …. */
function isFurther(one: Clause | undefined): boolean {
  return (
    one !== undefined &&
    (one.led || /^(?:我)?(?:还|也|再|顺便)(?:想|要|需要)|^i also\b/u.test(one.folded)) &&
    wishes(withoutLead(one.folded))
  );
}

function withoutLead(folded: string): string {
  return folded.replace(LEAD, "");
}

/** Without the words before and after that do not ask. */
function stripped(text: string): string {
  let from = 0;
  const folded = foldedInPlace(text);
  const skip = (pattern: RegExp): void => {
    from += pattern.exec(folded.slice(from))?.[0].length ?? 0;
  };
  skip(/^[^\p{L}\p{N}]+/u);
  skip(POLITE_START);
  skip(LEAD);
  skip(POLITE_START);
  const body = folded.slice(from).replace(/[^\p{L}\p{N}]+$/u, "");
  const end = body.replace(POLITE_END, "").length || body.length;
  return text.slice(from, from + end);
}

/** Characters of what is named; a Latin word counts for two. */
function lengthOf(content: readonly string[]): number {
  return content.reduce((sum, word) => sum + (/\p{Script=Latin}/u.test(word) ? 2 : [...word].length), 0);
}

/** A short question, or one with a pronoun, may be about what the one before was about. */
function withSubject(part: QuestionPart, before: QuestionPart | undefined): QuestionPart {
  if (before === undefined) return part;
  const folded = foldedInPlace(part.text);
  if (lengthOf(part.content) > ELLIPTIC && !PRONOUN.test(folded)) return part;
  const latin = before.content.filter((word) => /\p{Script=Latin}/u.test(word)).slice(0, MOST_WORDS);
  const named = before.content.find((word) => word.length >= LEAST_CONTENT) ?? before.content[0]!;
  const own = latin.length > 0 ? latin.join(" ") : named;
  // 护照怎么办，多久拿到，要多少钱: what was left out once is left out again.
  const subject =
    before.standsAlone && lengthOf(before.content) > LEAST_CONTENT ? own : (before.carried?.subject ?? own);
  if (subject.length > MOST_CARRIED || folded.includes(subject)) return part;
  return { ...part, carried: { subject, text: `${subject} ${part.text}` } };
}
