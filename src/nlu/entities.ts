import { recognise } from "../recognise/recognise.js";
import { fold, type Folded } from "./fold.js";
import { compareText } from "./order.js";
import { compilePattern } from "./pattern.js";
import type { EntityRules, WordRule } from "./entity-rules.js";

/** An entity of an utterance; offsets in UTF-16 code units of the text as given. */
export interface EntityMatch {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the words mean: the synonym's or annotation's value, a built-in's normalised form, else the words. */
  readonly value: string;
  readonly from: "lookup" | "regex" | "builtin" | "annotated";
}

/** Characters of a text that are searched. */
const MAX_LENGTH = 2000;

/** For equal length: what the author said for certain goes before what is general, and that before what was seen once. */
const RANK: Readonly<Record<EntityMatch["from"], number>> = { lookup: 0, regex: 1, builtin: 2, annotated: 3 };

class TrieNode {
  readonly next = new Map<string, TrieNode>();
  rule: WordRule | undefined;
}

function buildTrie(words: readonly WordRule[]): TrieNode {
  const root = new TrieNode();
  for (const rule of words) {
    let node = root;
    for (const unit of fold(rule.word).text) {
      let next = node.next.get(unit);
      if (next === undefined) node.next.set(unit, (next = new TrieNode()));
      node = next;
    }
    node.rule ??= rule;
  }
  return root;
}

const WORDY = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/** Chinese words may begin and end anywhere; a Latin word or number may not begin or end inside another. */
function splitsWord(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return WORDY.test(before) && WORDY.test(after) && !HAN.test(before) && !HAN.test(after);
}

/** The longest known word at every place. */
function findWords(text: string, folded: Folded, root: TrieNode): EntityMatch[] {
  const characters = [...folded.text];
  const offsets: number[] = [0];
  for (const character of characters) offsets.push(offsets.at(-1)! + character.length);
  const matches: EntityMatch[] = [];
  for (let i = 0; i < characters.length; i++) {
    if (splitsWord(characters[i - 1], characters[i])) continue;
    let node: TrieNode | undefined = root;
    let found: { rule: WordRule; last: number } | undefined;
    for (let j = i; j < characters.length; j++) {
      node = node.next.get(characters[j]!);
      if (node === undefined) break;
      if (node.rule !== undefined && !splitsWord(characters[j], characters[j + 1]))
        found = { rule: node.rule, last: j };
    }
    if (found === undefined) continue;
    const { entity, value, from } = found.rule;
    const start = folded.starts[offsets[i]!]!;
    const end = folded.ends[offsets[found.last]!]!;
    matches.push({ entity, start, end, text: text.slice(start, end), value, from });
  }
  return matches;
}

function findPatterns(text: string, patterns: readonly { entity: string; regex: RegExp }[]): EntityMatch[] {
  return patterns.flatMap(({ entity, regex }) =>
    [...text.matchAll(regex)]
      .filter(([words]) => words !== "")
      .map(({ 0: words, index }): EntityMatch => {
        const place = { start: index, end: index + words.length };
        return { entity, ...place, text: words, value: words, from: "regex" };
      }),
  );
}

/** A pattern for what a built-in finds too adds nothing: the built-in has the normalised value. */
function withoutRepeats(matches: readonly EntityMatch[]): EntityMatch[] {
  const builtin = new Set(
    matches.filter(({ from }) => from === "builtin").map(({ entity, start, end }) => `${entity} ${start} ${end}`),
  );
  return matches.filter(
    ({ from, entity, start, end }) => from !== "regex" || !builtin.has(`${entity} ${start} ${end}`),
  );
}

/** Longer before shorter, then by {@link RANK}, place and name; what overlaps something chosen is dropped. */
function resolveOverlaps(matches: readonly EntityMatch[]): EntityMatch[] {
  const ordered = withoutRepeats(matches).sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      RANK[a.from] - RANK[b.from] ||
      a.start - b.start ||
      compareText(a.entity, b.entity),
  );
  const chosen: EntityMatch[] = [];
  for (const match of ordered) {
    if (chosen.every(({ start, end }) => match.end <= start || match.start >= end)) chosen.push(match);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** Finds the entities of a text by a model's rules: sorted by place, none overlapping. */
export function entityFinder(rules: EntityRules): (text: string) => EntityMatch[] {
  const names = new Map(rules.builtins.map(({ kind, entity }) => [kind, entity]));
  const kinds = rules.builtins.map(({ kind }) => kind);
  let prepared: { root: TrieNode; patterns: { entity: string; regex: RegExp }[] } | undefined;
  return (whole) => {
    prepared ??= {
      root: buildTrie(rules.words),
      patterns: rules.patterns.flatMap(({ entity, pattern }) => {
        const { regex } = compilePattern(pattern);
        return regex === undefined ? [] : [{ entity, regex }];
      }),
    };
    const text = whole.slice(0, MAX_LENGTH);
    const builtins = recognise(text, kinds).map(({ kind, start, end, text: words, value }): EntityMatch => {
      return { entity: names.get(kind)!, start, end, text: words, value, from: "builtin" };
    });
    const words = findWords(text, fold(text), prepared.root);
    return resolveOverlaps([...words, ...findPatterns(text, prepared.patterns), ...builtins]);
  };
}
