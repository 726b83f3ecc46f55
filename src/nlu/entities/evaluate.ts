import { compareText } from "../order.js";

/** A stretch of a text under a name; offsets in UTF-16 code units, end exclusive. */
interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  readonly role?: string | undefined;
}

/** One test utterance: what its author marked, and what was found in it. */
export interface EntityOutcome {
  readonly text: string;
  readonly expected: readonly MarkedSpan[];
  readonly found: readonly MarkedSpan[];
}

/** Counts of spans and what follows from them; shares are 0 … 1, and 0 where nothing was found or nothing was there. */
export interface SpanScore {
  /** Spans that the test data marks. */
  readonly expected: number;
  readonly found: number;
  readonly correct: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface EntityScore {
  readonly entity: string;
  /** Right: entity, start and end. */
  readonly exact: SpanScore;
  /** Right: the entity, and at least one character in common; each span counts for one span of the other side only. */
  readonly overlap: SpanScore;
}

interface EntityError {
  readonly text: string;
  /** The marked words that were missed, or that something else was found in; absent for words that nobody marked. */
  readonly expected?: { readonly entity: string; readonly words: string };
  readonly found?: { readonly entity: string; readonly words: string };
}

/** Every figure of an evaluation of entities, pooled over all utterances. */
export interface EntityEvaluation {
  readonly utterances: number;
  /** Over all spans. */
  readonly micro: Omit<EntityScore, "entity">;
  /** Mean F1 of the entities that the test data marks. */
  readonly macro: { readonly exactF1: number; readonly overlapF1: number };
  /** Sorted by name. */
  readonly entities: readonly EntityScore[];
  /** Of the marked spans with a role that were found exactly: how many were found with that role. */
  readonly roles: { readonly expected: number; readonly correct: number };
  /** Utterances in which exactly what is marked was found. */
  readonly perfect: number;
  /** What was missed, invented, or found under another name or border, in the order of the utterances. */
  readonly errors: readonly EntityError[];
}

function score(expected: number, found: number, correct: number): SpanScore {
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const [precision, recall] = [ratio(correct, found), ratio(correct, expected)];
  return { expected, found, correct, precision, recall, f1: ratio(2 * correct, expected + found) };
}

const common = (a: MarkedSpan, b: MarkedSpan): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

interface Pairs {
  /** Found span of each expected one; undefined for a missed one. */
  readonly exact: readonly (MarkedSpan | undefined)[];
  readonly overlap: readonly (MarkedSpan | undefined)[];
}

/** Spans of the same entity in pairs: those with most characters in common first, each span in one pair at most. */
function pair({ expected, found }: EntityOutcome): Pairs {
  const candidates = expected
    .flatMap((marked, i) => found.map((match, j) => ({ i, j, marked, match, shared: common(marked, match) })))
    .filter(({ marked, match, shared }) => marked.entity === match.entity && shared > 0)
    .sort((a, b) => Number(isExact(b)) - Number(isExact(a)) || b.shared - a.shared || a.i - b.i || a.j - b.j);
  const overlap = expected.map((): MarkedSpan | undefined => undefined);
  const taken = new Set<number>();
  for (const { i, j, match } of candidates) {
    if (overlap[i] !== undefined || taken.has(j)) continue;
    overlap[i] = match;
    taken.add(j);
  }
  const exact = overlap.map((match, i) =>
    match !== undefined && isExact({ marked: expected[i]!, match }) ? match : undefined,
  );
  return { exact, overlap };
}

function isExact({ marked, match }: { marked: MarkedSpan; match: MarkedSpan }): boolean {
  return marked.start === match.start && marked.end === match.end;
}

function errorsOf({ text, expected, found }: EntityOutcome, { exact }: Pairs): EntityError[] {
  const told = ({ entity, start, end }: MarkedSpan) => ({ entity, words: text.slice(start, end) });
  const right = new Set(exact);
  const missed = expected.filter((_, i) => exact[i] === undefined);
  const wrong = new Set(found.filter((match) => !right.has(match)));
  const errors = missed.map((marked): EntityError => {
    const instead = [...wrong].find((match) => common(marked, match) > 0);
    if (instead !== undefined) wrong.delete(instead);
    return { text, expected: told(marked), ...(instead !== undefined && { found: told(instead) }) };
  });
  return [...errors, ...[...wrong].map((match) => ({ text, found: told(match) }))];
}

/**
 * Precision, recall and F1 of spans, exact and by overlap, per entity and over all (micro: of all spans together; macro: the
 * mean of the entities). Exact is CoNLL-2003's measure, overlap SemEval-2013 task 9's "type".
 *
 * @param entities the entities that count; by default those that the test data marks, so that a built-in which nobody marked
 *   in it (a telephone number, say) is no error
 */
export function evaluateEntities(
  outcomes: readonly EntityOutcome[],
  entities: Iterable<string> = new Set(outcomes.flatMap(({ expected }) => expected.map(({ entity }) => entity))),
): EntityEvaluation {
  const names = new Set(entities);
  const counts = new Map(
    [...names].sort(compareText).map((name) => [name, { expected: 0, found: 0, exact: 0, overlap: 0 }]),
  );
  const roles = { expected: 0, correct: 0 };
  const errors: EntityError[] = [];
  let perfect = 0;
  for (const outcome of outcomes) {
    const counted = (spans: readonly MarkedSpan[]) => spans.filter(({ entity }) => names.has(entity));
    const kept = { text: outcome.text, expected: counted(outcome.expected), found: counted(outcome.found) };
    const pairs = pair(kept);
    kept.expected.forEach((marked, i) => {
      const count = counts.get(marked.entity)!;
      const { [i]: exact } = pairs.exact;
      count.expected++;
      if (exact !== undefined) count.exact++;
      if (pairs.overlap[i] !== undefined) count.overlap++;
      if (marked.role === undefined || exact === undefined) return;
      roles.expected++;
      if (exact.role === marked.role) roles.correct++;
    });
    for (const { entity } of kept.found) counts.get(entity)!.found++;
    const wrong = errorsOf(kept, pairs);
    errors.push(...wrong);
    if (wrong.length === 0) perfect++;
  }
  return { utterances: outcomes.length, ...summarise([...counts]), roles, perfect, errors };
}

type Counts = Readonly<Record<"expected" | "found" | "exact" | "overlap", number>>;

function summarise(
  counts: readonly (readonly [string, Counts])[],
): Pick<EntityEvaluation, "micro" | "macro" | "entities"> {
  const scores = ({ expected, found, exact, overlap }: Counts) => ({
    exact: score(expected, found, exact),
    overlap: score(expected, found, overlap),
  });
  const total = { expected: 0, found: 0, exact: 0, overlap: 0 };
  for (const [, count] of counts) for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += count[key];
  const entities = counts.map(([entity, count]) => ({ entity, ...scores(count) }));
  const marked = entities.filter(({ exact }) => exact.expected > 0);
  const mean = (of: "exact" | "overlap"): number =>
    marked.length === 0 ? 0 : marked.reduce((sum, one) => sum + one[of].f1, 0) / marked.length;
  return { micro: scores(total), macro: { exactF1: mean("exact"), overlapF1: mean("overlap") }, entities };
}
