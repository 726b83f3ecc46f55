import type { TagToken } from "./tag-tokens.js";
import type { TokenMeaning } from "./token-meanings.js";

/** Changes whenever the same text gives other features: a model made with another is refused. */
export const TAG_FEATURES_VERSION = "g2";

/** A stretch that is known without training: a built-in's, or one that the data lists. */
export interface KnownSpan {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** MurmurHash3's finaliser (Austin Appleby, public domain). */
function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finish(hash);
}

/** One number for a feature: what kind of one it is, and what it saw. */
function feature(kind: number, a = 0, b = 0, c = 0): number {
  let hash = finish(Math.imul(kind, 0x9e3779b1) ^ a);
  hash = finish(Math.imul(hash, 0x01000193) ^ b);
  return finish(Math.imul(hash, 0x01000193) ^ c);
}

/** Stands for what is before the first token and behind the last. */
const EDGE = hashOf("\u0002");

/** Longest beginnings and endings of words that are looked at. */
const AFFIXES = [2, 3];

/** A known stretch by its first and last token. */
interface KnownTokens {
  readonly first: number;
  readonly last: number;
  readonly name: string;
}

function knownTokens(tokens: readonly TagToken[], known: readonly KnownSpan[]): KnownTokens[] {
  return known.map(({ start, end, name }) => {
    let first = 0;
    while (first < tokens.length && tokens[first]!.start < start) first++;
    let last = first - 1;
    while (last + 1 < tokens.length && tokens[last + 1]!.end <= end) last++;
    return { first, last, name };
  });
}

/** What gazetteers say of each token: its place in each span that covers it. */
function marksOf(tokens: readonly TagToken[], known: readonly KnownTokens[]): number[][] {
  const marks = tokens.map((): number[] => []);
  for (const { first, last, name } of known) {
    for (let i = first; i <= last; i++) {
      marks[i]!.push(hashOf(`${i === first ? "B" : "I"}${i === last ? "E" : ""} ${name}`));
    }
  }
  return marks;
}

/** Of each token of a known span the words before and behind the whole of it: a date between "from" and "until". */
function contextsOf(words: readonly number[], known: readonly KnownTokens[]): number[][] {
  const contexts: number[][] = words.map(() => []);
  const at = (i: number): number => words[i] ?? EDGE;
  for (const { first, last, name } of known) {
    const kind = hashOf(name);
    const before = at(first - 1);
    for (let i = first; i <= last; i++) {
      if (contexts[i]!.length > 0) continue;
      const begins = i === first ? 1 : 0;
      contexts[i] = [
        feature(33, before, kind, begins),
        feature(34, at(first - 2), before, kind),
        feature(35, at(last + 1), kind, begins),
      ];
    }
  }
  return contexts;
}

/** Stand for the group of what is before the first token and behind the last. */
const [GROUP_BEFORE, GROUP_BEHIND] = [-2, -3];

/** What words of the like meaning, and the borders of Chinese words, tell of each token. */
function meaningsOf(words: readonly number[], meanings: readonly TokenMeaning[]): number[][] {
  const wholes = meanings.map(({ word }, i) => (word === undefined ? words[i]! : hashOf(word)));
  return meanings.map(({ group, place }, i) => {
    const before = meanings[i - 1]?.group ?? GROUP_BEFORE;
    const behind = meanings[i + 1]?.group ?? GROUP_BEHIND;
    const found = [feature(36, group), feature(37, before, group), feature(38, group, behind)];
    found.push(feature(39, words[i - 1] ?? EDGE, group), feature(40, before), feature(41, behind));
    if (place !== undefined) {
      const [border, word] = [hashOf(place), wholes[i]!];
      found.push(feature(42, border), feature(43, word, border), feature(44, word));
      found.push(feature(45, wholes[i - 1] ?? EDGE, word));
    }
    return found;
  });
}

/** 1 for white space (or the text's edge) before a token, 2 for some behind it, 3 for both. */
function spacing(tokens: readonly TagToken[], i: number): number {
  const [before, token, behind] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  return (before === undefined || before.end < token.start ? 1 : 0) + (behind && behind.start > token.end ? 2 : 0);
}

/**
 * For every token the numbers of what speaks for or against a label: the words and shapes around it, its beginning and
 * ending, white space, what gazetteers say of it and its neighbours, the utterance's intent, and what the encoder knows of its word.
 */
export function tagFeatures(
  tokens: readonly TagToken[],
  known: readonly KnownSpan[],
  intent: string,
  meanings?: readonly TokenMeaning[],
): Int32Array[] {
  const words = tokens.map(({ word }) => hashOf(word));
  const shapes = tokens.map(({ shape }) => hashOf(shape));
  const stretches = knownTokens(tokens, known);
  const marks = marksOf(tokens, stretches);
  const contexts = contextsOf(words, stretches);
  const told = meanings === undefined ? undefined : meaningsOf(words, meanings);
  const about = hashOf(intent);
  const at = (list: readonly number[], i: number): number => list[i] ?? EDGE;
  const mark = (i: number): number => marks[i]?.[0] ?? (i < 0 || i >= tokens.length ? EDGE : 0);
  return tokens.map(({ word }, i) => {
    const [a, b, c, d, e] = [at(words, i - 2), at(words, i - 1), words[i]!, at(words, i + 1), at(words, i + 2)];
    const [before, shape, behind] = [at(shapes, i - 1), shapes[i]!, at(shapes, i + 1)];
    const space = spacing(tokens, i);
    const found = [feature(1), feature(2, c), feature(3, b), feature(4, d), feature(5, a), feature(6, e)];
    found.push(feature(7, b, c), feature(8, c, d), feature(9, a, b), feature(10, d, e), feature(11, b, d));
    found.push(feature(12, b, c, d), feature(13, a, b, c), feature(14, c, d, e));
    found.push(feature(15, shape), feature(16, before, shape), feature(17, shape, behind));
    found.push(
      feature(18, before, shape, behind),
      feature(19, space),
      feature(20, space, shape),
      feature(21, space, c),
    );
    found.push(feature(22, about), feature(23, about, c), feature(24, about, shape));
    if (word.length > 2) {
      for (const n of AFFIXES) found.push(feature(25, hashOf(word.slice(0, n))), feature(26, hashOf(word.slice(-n))));
    }
    for (const one of marks[i]!) found.push(feature(27, one), feature(28, one, b));
    found.push(feature(29, mark(i - 1)), feature(30, mark(i + 1)), feature(31, mark(i - 1), mark(i)));
    found.push(feature(32, mark(i), mark(i + 1)));
    found.push(...contexts[i]!, ...(told?.[i] ?? []));
    return Int32Array.from(found);
  });
}
