import { compareText } from "../order.js";
import type { Utterance } from "../data/dataset.js";
import type { TagToken } from "./tag-tokens.js";
import type { SpanKindOfData } from "./tagger.js";

type MarkedSpan = Utterance["entities"][number];

/** An entity with fewer marked spans is not learnt: one or two examples teach a tagger to find it anywhere. */
const LEAST_SPANS = 3;

function keyOf({ entity, role, group }: SpanKindOfData): string {
  return JSON.stringify([entity, role ?? null, group ?? null]);
}

/** The kinds of spans of the entities that a data set has enough of to be learnt, sorted. */
export function spanKinds(utterances: readonly Utterance[]): SpanKindOfData[] {
  const spans = utterances.flatMap(({ entities }) => entities);
  const counts = new Map<string, number>();
  for (const { entity } of spans) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const kinds = new Map<string, SpanKindOfData>();
  for (const { entity, role, group } of spans) {
    const kind = { entity, ...(role !== undefined && { role }), ...(group !== undefined && { group }) };
    if (counts.get(entity)! >= LEAST_SPANS) kinds.set(keyOf(kind), kind);
  }
  return [...kinds].sort(([a], [b]) => compareText(a, b)).map(([, kind]) => kind);
}

/** A label for every token; where two spans share one, the longer span has it. */
export function labelsOf(
  tokens: readonly TagToken[],
  spans: readonly MarkedSpan[],
  kinds: readonly SpanKindOfData[],
): number[] {
  const labels = tokens.map(() => 0);
  const numbers = new Map(kinds.map((kind, i) => [keyOf(kind), i]));
  const longestFirst = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const span of longestFirst) {
    const kind = numbers.get(keyOf(span));
    const covered = [...tokens.keys()].filter((i) => tokens[i]!.start < span.end && tokens[i]!.end > span.start);
    if (kind === undefined || covered.some((i) => labels[i] !== 0)) continue;
    covered.forEach((i, k) => (labels[i] = 2 * kind + (k === 0 ? 1 : 2)));
  }
  return labels;
}

/** The spans that labels of tokens say. */
export function spansOf(
  tokens: readonly TagToken[],
  labels: readonly number[],
  kinds: readonly SpanKindOfData[],
): (SpanKindOfData & { readonly start: number; readonly end: number })[] {
  const spans: (SpanKindOfData & { start: number; end: number })[] = [];
  labels.forEach((label, i) => {
    if (label === 0) return;
    const { start, end } = tokens[i]!;
    if (label % 2 === 0) spans.at(-1)!.end = end;
    else spans.push({ ...kinds[(label - 1) / 2]!, start, end });
  });
  return spans;
}
