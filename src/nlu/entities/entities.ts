import type { WordVectors } from "../../embed/word-vectors.js";
import { RANGE_KINDS } from "../../recognise/recognise.js";
import { fold } from "../fold.js";
import { candidateFinder, type Candidates } from "./candidates.js";
import { compareText } from "../order.js";
import { tagFeatures } from "./tag-features.js";
import { createTagger, NO_TAGGER, type TaggerWeights } from "./tagger.js";
import { tagTokens } from "./tag-tokens.js";
import { tokenMeanings } from "./token-meanings.js";
import { spansOf } from "./tagged-spans.js";
import type { EntityRules } from "./rules.js";

/** An entity of an utterance; offsets in UTF-16 code units of the text as given. */
export interface EntityMatch {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the words mean: the synonym's or annotation's value, a built-in's normalised form, else the words. */
  readonly value: string;
  /** `tagged`: learnt from annotated examples; `annotated`: the very words stand in one. */
  readonly from: "lookup" | "regex" | "builtin" | "tagged" | "annotated";
  readonly role?: string;
  readonly group?: string;
}

/** Characters of a text that are searched. */
const MAX_LENGTH = 2000;

/** For equal length: what the author said for certain goes before what is general, and that before what was seen once. */
const RANK: Readonly<Record<EntityMatch["from"], number>> = {
  lookup: 0,
  regex: 1,
  tagged: 2,
  builtin: 3,
  annotated: 4,
};

/** Built-ins whose form leaves no doubt: no piece of one is anything else. */
const CERTAIN: ReadonlySet<string> = new Set(["phone", "email", "id_card", "bank_card", "url"]);
const RANGES: ReadonlySet<string> = RANGE_KINDS;

/** A range that the data asks for by its name holds its ends, which may be learnt (周一至周五). */
const isRange = ({ from, entity }: EntityMatch): boolean => from === "builtin" && RANGES.has(entity);

const overlaps = (a: EntityMatch, b: EntityMatch): boolean => a.start < b.end && b.start < a.end;
const samePlace = (a: EntityMatch, b: EntityMatch): boolean => a.start === b.start && a.end === b.end;

/** A pattern for what a built-in finds too adds nothing: the built-in has the normalised value. */
function withoutRepeats(matches: readonly EntityMatch[]): EntityMatch[] {
  const builtin = new Set(
    matches.filter(({ from }) => from === "builtin").map(({ entity, start, end }) => `${entity} ${start} ${end}`),
  );
  return matches.filter(
    ({ from, entity, start, end }) => from !== "regex" || !builtin.has(`${entity} ${start} ${end}`),
  );
}

/**
 * The one rule for overlaps: where a learnt span begins and ends, examples have taught, so built-ins and single annotated
 * words that overlap it go, unless their form is certain (a telephone number) or they hold it as one of two ends (a range); of what is left the longer goes before the
 * shorter, then by {@link RANK}, place and name; what overlaps something chosen is dropped.
 */
function resolveOverlaps(matches: readonly EntityMatch[], tagged: readonly EntityMatch[]): EntityMatch[] {
  const isCertain = ({ from, entity }: EntityMatch): boolean => from === "builtin" && CERTAIN.has(entity);
  const goesBefore = (match: EntityMatch, span: EntityMatch): boolean =>
    isCertain(match) ? overlaps(match, span) : isRange(match) && match.start <= span.start && match.end >= span.end;
  const learnt = tagged.filter(
    (span) => !matches.some((match) => goesBefore(match, span) && match.entity !== span.entity),
  );
  const others = withoutRepeats(matches).filter(
    (match) =>
      match.from === "lookup" ||
      match.from === "regex" ||
      isCertain(match) ||
      !learnt.some((span) => overlaps(span, match)),
  );
  // What has a certain form is found by it: examples add its role, not a number that is none.
  const formless = learnt.filter(({ entity }) => !CERTAIN.has(entity));
  const ordered = [...others, ...formless].sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      RANK[a.from] - RANK[b.from] ||
      a.start - b.start ||
      compareText(a.entity, b.entity),
  );
  const chosen: EntityMatch[] = [];
  const taken = new Uint8Array(Math.max(0, ...ordered.map(({ end }) => end)));
  for (const match of ordered) {
    if (taken.subarray(match.start, match.end).includes(1)) continue;
    taken.fill(1, match.start, match.end);
    chosen.push(withRole(match, learnt));
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** What a list found keeps the role that its place in the sentence gives it. */
function withRole(match: EntityMatch, learnt: readonly EntityMatch[]): EntityMatch {
  const same = learnt.find((span) => span.entity === match.entity && samePlace(span, match));
  if (same === undefined || same === match) return match;
  const { role, group } = same;
  return { ...match, ...(role !== undefined && { role }), ...(group !== undefined && { group }) };
}

/** What the words of a learnt span mean: as listed or annotated, as a built-in reads them, as a synonym; else the words. */
function meaning(
  words: string,
  span: { readonly entity: string; readonly start: number; readonly end: number },
  matches: readonly EntityMatch[],
  synonyms: ReadonlyMap<string, string>,
): string {
  const here = matches.filter(({ start, end }) => start === span.start && end === span.end);
  const said = here.find(({ from, entity }) => entity === span.entity && (from === "lookup" || from === "annotated"));
  if (said !== undefined) return said.value;
  const synonym = synonyms.get(fold(words).text);
  if (synonym !== undefined) return synonym;
  const within = matches.filter(
    ({ from, entity, start, end }) =>
      from === "builtin" && entity === span.entity && start < span.end && end > span.start,
  );
  const builtin = here.find(({ from }) => from === "builtin") ?? (within.length === 1 ? within[0] : undefined);
  return builtin?.value ?? words;
}

type Tag = (text: string, intent: string, candidates: Candidates) => EntityMatch[];

function learntTagger(rules: EntityRules, weights: TaggerWeights, words: WordVectors | undefined): Tag | undefined {
  const { tagger } = rules;
  if (tagger === undefined) return undefined;
  const tag = createTagger(weights, 2 * tagger.kinds.length + 1, tagger.largest);
  const synonyms = new Map(rules.synonyms);
  const meaningsOf = tokenMeanings(words, weights.tagGroups);
  return (text, intent, { matches, known }) => {
    const tokens = tagTokens(text);
    const labels = tag(tagFeatures(tokens, known(), intent, meaningsOf?.(tokens)));
    return spansOf(tokens, labels, tagger.kinds).map((span): EntityMatch => {
      const words = text.slice(span.start, span.end);
      return { ...span, text: words, value: meaning(words, span, matches, synonyms), from: "tagged" };
    });
  };
}

/**
 * Finds the entities of a text by a model's rules and tagger: sorted by place, none overlapping.
 *
 * @param words of the encoder that the model was trained with
 * @returns a function of the text, its likeliest intent (which says what entities to expect) and the local date-time at which
 *   it was written (relative dates count from it; without, they stay relative)
 */
export function entityFinder(
  rules: EntityRules,
  weights: TaggerWeights = NO_TAGGER,
  words?: WordVectors,
): (text: string, intent?: string, at?: string) => EntityMatch[] {
  let prepared: { find: ReturnType<typeof candidateFinder>; tag: Tag | undefined } | undefined;
  return (whole, intent = "", at) => {
    prepared ??= { find: candidateFinder(rules), tag: learntTagger(rules, weights, words) };
    const text = whole.slice(0, MAX_LENGTH);
    const candidates = prepared.find(text, at);
    return resolveOverlaps(candidates.matches, prepared.tag?.(text, intent, candidates) ?? []);
  };
}
