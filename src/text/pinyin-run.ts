import { syllableCost } from "./reading.js";

/** One syllable of a run of letters. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly syllable: string;
  readonly cost: number;
}

/** How a run of letters may be cut into syllables. */
export interface Cut {
  /** The likeliest cut, in order: together they are the run. */
  readonly best: readonly string[];
  /** Syllables of the likeliest cut and of others that are nearly as likely (fang'an, fan'gan). */
  readonly syllables: readonly string[];
  /** Neighbours in one of those cuts. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Offsets at which any cut may part the run, its ends included. */
  readonly places: readonly number[];
  /** The syllables that such a cut may begin and end with. */
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const LONGEST = 6;
/** Half bits by which another cut may be less likely than the best one; of a short run (xian) nothing around it tells. */
const MARGIN = { short: 24, long: 8 };
const SHORT = 6;
/** Half bits for every syllable more: of two cuts the one with longer syllables is meant. */
const STEP = 6;
/** Beyond this a run is no pinyin, and the time for it must stay small. */
const MAX_RUN = 200;

/** Each word of a query is asked for several times. */
const lately = new Map<string, Cut | undefined>();
const MOST_KEPT = 500;

/**
 * Cuts a run of small Latin letters into toneless pinyin (zenmetuikuan → zen me tui kuan) by the least sum of costs over
 * all cuts; `undefined` when it cannot be cut without a rest.
 */
export function cutPinyin(run: string): Cut | undefined {
  if (run.length > MAX_RUN) return undefined;
  if (lately.has(run)) return lately.get(run);
  if (lately.size >= MOST_KEPT) lately.clear();
  const cut = cutAnew(run);
  lately.set(run, cut);
  return cut;
}

function cutAnew(run: string): Cut | undefined {
  const edges = edgesOf(run);
  const before = costs(edges, run.length, "from", "to", 0);
  const best = before[run.length]!;
  if (best === Infinity) return undefined;
  const after = costs([...edges].reverse(), run.length, "to", "from", run.length);
  const most = best + (run.length <= SHORT ? MARGIN.short : MARGIN.long);
  const near = edges.filter(({ from, to, cost }) => before[from]! + cost + after[to]! <= most);
  const pairs = near.flatMap((a) =>
    near
      .filter((b) => b.from === a.to && before[a.from]! + a.cost + b.cost + after[b.to]! <= most)
      .map((b) => [a.syllable, b.syllable] as const),
  );
  return {
    best: walk(edges, before, after, run.length),
    syllables: near.map(({ syllable }) => syllable),
    pairs,
    places: before.flatMap((cost, at) => (cost + after[at]! < Infinity ? [at] : [])),
    first: near.filter(({ from }) => from === 0).map(({ syllable }) => syllable),
    last: near.filter(({ to }) => to === run.length).map(({ syllable }) => syllable),
  };
}

function edgesOf(run: string): Edge[] {
  const edges: Edge[] = [];
  for (let from = 0; from < run.length; from++) {
    for (let to = from + 1; to <= Math.min(run.length, from + LONGEST); to++) {
      const syllable = spelling(run.slice(from, to));
      // A vowel by itself stands at the beginning of what people type (ayi, ewai) or alone.
      if (syllable.length === 1 && from > 0) continue;
      const cost = syllableCost(syllable);
      if (cost !== undefined) edges.push({ from, to, syllable, cost: cost + STEP });
    }
  }
  return edges;
}

/** ü may be typed as v, ü or u. */
function spelling(letters: string): string {
  const plain = letters.replace("\u00fc", "v");
  return /^[ln]ue$/.test(plain) ? plain.replace("u", "v") : plain;
}

/** Least cost of reaching each place over edges in the order in which they are passed. */
function costs(edges: readonly Edge[], length: number, start: "from" | "to", end: "from" | "to", at: number): number[] {
  const least = new Array<number>(length + 1).fill(Infinity);
  least[at] = 0;
  const ordered = start === "from" ? edges : [...edges].sort((a, b) => b.to - a.to);
  for (const edge of ordered) least[edge[end]] = Math.min(least[edge[end]]!, least[edge[start]]! + edge.cost);
  return least;
}

function walk(edges: readonly Edge[], before: readonly number[], after: readonly number[], length: number): string[] {
  const path: string[] = [];
  for (let at = 0; at < length;) {
    let next: Edge | undefined;
    for (const edge of edges) {
      if (edge.from === at && (next === undefined || edge.cost + after[edge.to]! < next.cost + after[next.to]!))
        next = edge;
    }
    if (next === undefined || before[at] === Infinity) break;
    path.push(next.syllable);
    at = next.to;
  }
  return path;
}
