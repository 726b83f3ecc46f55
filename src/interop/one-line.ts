import type { Loss } from "./loss.js";
import type { EntitySpan, Utterance } from "./training-data.js";

// Line ends, further spaces, and what YAML and text files do not hold.
// eslint-disable-next-line no-control-regex -- these are what is taken out
const RUN = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]+/gu;

/**
 * The utterance with runs of characters replaced, and halves of characters by a sign for them; its spans move along. What is changed
 * is a loss.
 * @param by takes the run, and whether it stands at an end
 */
function rewritten(
  utterance: Utterance,
  runs: RegExp,
  by: (run: string, outermost: boolean) => string,
  lost: (text: string) => void,
): Utterance {
  const { text, entities } = utterance;
  const wellFormed = text.replace(/\p{Surrogate}/gu, "\ufffd");
  let out = "";
  // Where each code unit of the text, and its end, has gone.
  const moved = new Int32Array(text.length + 1);
  let from = 0;
  for (const match of wellFormed.matchAll(runs)) {
    for (let at = from; at < match.index; at++) moved[at] = out.length + at - from;
    out += wellFormed.slice(from, match.index);
    from = match.index + match[0].length;
    moved.fill(out.length, match.index, from);
    out += by(match[0], out === "" || from === text.length);
  }
  for (let at = from; at <= text.length; at++) moved[at] = out.length + at - from;
  out += wellFormed.slice(from);
  if (out === text) return utterance;
  lost(out);
  const spans = entities.flatMap((span) => {
    const [start, end] = [moved[span.start]!, moved[span.end]!];
    return end > start ? [{ ...span, start, end }] : [];
  });
  return { ...utterance, text: out, entities: spans };
}

/** The utterance on one line, with single spaces; its spans move along. */
export function oneLine(utterance: Utterance, losses: Loss[]): Utterance {
  return rewritten(
    utterance,
    RUN,
    (_, outermost) => (outermost ? "" : " "),
    (example) => losses.push({ kind: "whitespace", example, ...placeOf(utterance) }),
  );
}

/* eslint-disable no-control-regex -- these are what is taken out */
/** What a reader of tables takes for the end of a line, and what it leaves out. */
const NOT_IN_CELLS = {
  csv: /\r\n?|\0+/gu,
  xlsx: /\r\n?|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]+/gu,
};
/* eslint-enable no-control-regex */

/** The utterance as a cell of a table gives it back; its spans move along. */
export function inCell(kind: "csv" | "xlsx", utterance: Utterance, losses: Loss[]): Utterance {
  return rewritten(
    utterance,
    NOT_IN_CELLS[kind],
    (run) => (run.startsWith("\r") ? "\n" : ""),
    (example) => losses.push({ kind: "control", example, ...placeOf(utterance) }),
  );
}

/** The place of an utterance as a loss names it; nothing where it is unknown. */
export function placeOf({ where }: Utterance): Pick<Loss, "where"> {
  return where === undefined ? {} : { where };
}

/** The words of a span. */
export function wordsOf({ text }: Utterance, { start, end }: EntitySpan): string {
  return text.slice(start, end);
}

/** The span as a person would name it: `北京 (city)`. */
export function spanName(utterance: Utterance, span: EntitySpan): string {
  return `${wordsOf(utterance, span)} (${span.entity})`;
}

/** Spans from left to right of which none reaches into another; of two that do, the longer stays. */
export function flatSpans(utterance: Utterance, losses: Loss[]): EntitySpan[] {
  const longestFirst = [...utterance.entities].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: EntitySpan[] = [];
  for (const span of longestFirst) {
    if (kept.every(({ start, end }) => span.end <= start || span.start >= end)) kept.push(span);
    else losses.push({ kind: "entity-overlap", example: spanName(utterance, span), ...placeOf(utterance) });
  }
  return kept.sort((a, b) => a.start - b.start);
}

type Detail = "value" | "role" | "group";

/** Notes the details of spans that a form does not hold. */
export function noteDetails(
  utterance: Utterance,
  spans: readonly EntitySpan[],
  details: readonly Detail[],
  losses: Loss[],
): void {
  for (const span of spans) {
    for (const detail of details) {
      const said = span[detail];
      if (said === undefined) continue;
      const example = `${spanName(utterance, span)}: ${detail}=${said}`;
      losses.push({ kind: `entity-${detail}`, example, ...placeOf(utterance) });
    }
  }
}

/** Utterances by intent, both in the order in which they first come. */
export function byIntent(utterances: readonly Utterance[]): Map<string, Utterance[]> {
  const groups = new Map<string, Utterance[]>();
  for (const utterance of utterances) {
    const group = groups.get(utterance.intent) ?? [];
    groups.set(utterance.intent, group);
    group.push(utterance);
  }
  return groups;
}
