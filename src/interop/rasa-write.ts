import { stringify } from "yaml";
import type { Written } from "./format.js";
import type { Loss } from "./loss.js";
import { byIntent, flatSpans, oneLine, placeOf, spanName } from "./one-line.js";
import { parseAnnotations, writeAnnotations } from "./rasa-marks.js";
import type { Dataset, EntitySpan, Utterance } from "./training-data.js";

function sameSpans(a: readonly EntitySpan[], b: readonly EntitySpan[]): boolean {
  const key = ({ start, end, entity, value, role, group }: EntitySpan): string =>
    JSON.stringify([start, end, entity, value, role, group]);
  return a.length === b.length && a.every((span, i) => key(span) === key(b[i]!));
}

/** Spans that a mark can hold: none into another, but several labels of the same words. */
function markable(utterance: Utterance, losses: Loss[]): EntitySpan[] {
  const distinct = new Map(utterance.entities.map((span) => [`${span.start}-${span.end}`, span]));
  const kept = flatSpans({ ...utterance, entities: [...distinct.values()] }, losses);
  return kept.flatMap(({ start, end }) =>
    utterance.entities.filter((span) => span.start === start && span.end === end),
  );
}

/**
 * An example as Rasa writes it. It is read back at once: where that gives something else (brackets in the words, a link),
 * the entities are left out, and what even then reads otherwise is noted.
 */
function exampleOf(original: Utterance, losses: Loss[]): string | undefined {
  const utterance = oneLine(original, losses);
  const { text } = utterance;
  if (text === "") {
    losses.push({ kind: "empty-utterance", example: original.intent, ...placeOf(original) });
    return undefined;
  }
  const spans = markable(utterance, losses);
  const marked = writeAnnotations(text, spans);
  const again = parseAnnotations(marked);
  if (again.text === text && sameSpans(again.entities, spans)) return marked;
  for (const span of spans)
    losses.push({ kind: "entities", example: spanName(utterance, span), ...placeOf(utterance) });
  const bare = parseAnnotations(text);
  if (bare.text !== text || bare.entities.length > 0)
    losses.push({ kind: "markup", example: text, ...placeOf(utterance) });
  return text;
}

/** A word or pattern on a line of its own. */
function plainLine(text: string, losses: Loss[]): string {
  return oneLine({ text, intent: "", entities: [] }, losses).text;
}

/** Sections of a file: what they are, their name and their lines. */
function* sections(dataset: Dataset, losses: Loss[]): Generator<[kind: string, name: string, lines: string[]]> {
  for (const [intent, utterances] of byIntent(dataset.utterances)) {
    const lines = utterances.map((utterance) => exampleOf(utterance, losses)).filter((line) => line !== undefined);
    if (lines.length > 0) yield ["intent", intent, lines];
  }
  const rest = [
    ...dataset.synonyms.map(({ value, variants }) => ["synonym", value, variants] as const),
    ...dataset.lookups.map(({ entity, words }) => ["lookup", entity, words] as const),
    ...dataset.regexes.map(({ entity, patterns }) => ["regex", entity, patterns] as const),
  ];
  for (const [kind, name, lines] of rest) {
    const kept = lines.map((line) => plainLine(line, losses)).filter((line) => line !== "");
    if (kept.length > 0) yield [kind, name, kept];
  }
}

/** Rasa's `nlu.yml`, version 3.1. */
export function writeRasaYaml(dataset: Dataset): Written {
  const losses: Loss[] = [];
  let text = 'version: "3.1"\nnlu:\n';
  for (const [kind, name, lines] of sections(dataset, losses)) {
    const scalar = stringify(name, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd();
    const quoted = scalar.includes("\n") ? JSON.stringify(name) : scalar;
    text += `  - ${kind}: ${quoted}\n    examples: |\n${lines.map((line) => `      - ${line}\n`).join("")}`;
  }
  return { files: [{ path: "", content: text }], losses };
}

/** The Markdown of Rasa 1.x: `## intent:name` and lines with `- `. */
export function writeRasaMarkdown(dataset: Dataset): Written {
  const losses: Loss[] = [];
  const blocks = [...sections(dataset, losses)].map(
    ([kind, name, lines]) => `## ${kind}:${plainLine(name, losses)}\n${lines.map((line) => `- ${line}\n`).join("")}`,
  );
  return { files: [{ path: "", content: blocks.join("\n") }], losses };
}

/** The JSON of Rasa 1.x: `rasa_nlu_data` with `common_examples`. */
export function writeRasaJson(dataset: Dataset): Written {
  const examples = dataset.utterances.map((utterance) => ({
    text: utterance.text,
    intent: utterance.intent,
    entities: utterance.entities.map(({ start, end, entity, value, role, group }) => ({
      start,
      end,
      value: value ?? utterance.text.slice(start, end),
      entity,
      ...(role === undefined ? {} : { role }),
      ...(group === undefined ? {} : { group }),
    })),
  }));
  const data = {
    common_examples: examples,
    regex_features: dataset.regexes.flatMap(({ entity, patterns }) =>
      patterns.map((pattern) => ({ name: entity, pattern })),
    ),
    lookup_tables: dataset.lookups.map(({ entity, words }) => ({ name: entity, elements: words })),
    entity_synonyms: dataset.synonyms.map(({ value, variants }) => ({ value, synonyms: variants })),
  };
  return { files: [{ path: "", content: `${JSON.stringify({ rasa_nlu_data: data }, null, 2)}\n` }], losses: [] };
}
