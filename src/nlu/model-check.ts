import { SPAN_KINDS } from "../recognise/recognise.js";
import { count, fields, listOf, number, oneOf, perhaps, positive, text, yesNo } from "./header-checks.js";
import type { ModelHeader, ModelSections } from "./model-file.js";

const checkFields = fields({
  fingerprint: text,
  features: text,
  tokeniser: text,
  embedder: fields({ id: text, digest: text, dim: count }),
  intents: listOf(text),
  utterances: count,
  settings: fields({ sound: yesNo, encoderScale: number }),
  temperature: positive,
  outOfFold: fields({ n: count, accuracy: number, ece: number }),
  scope: fields({ low: number, spread: positive }),
  operatingPoint: fields({
    threshold: number,
    inScopeAccuracy: number,
    inScopeRejected: number,
    outOfScopeRecall: perhaps(number),
  }),
  entities: fields({
    features: text,
    words: listOf(fields({ word: text, entity: text, value: text, from: oneOf(["lookup", "annotated"]) })),
    patterns: listOf(fields({ entity: text, pattern: text })),
    builtins: listOf(fields({ kind: oneOf(SPAN_KINDS), entity: text })),
    synonyms: listOf(fields({ 0: text, 1: text })),
    tagger: perhaps(
      fields({
        kinds: listOf(fields({ entity: text, role: perhaps(text), group: perhaps(text) })),
        largest: number,
      }),
    ),
  }),
});

/** What a model's header lacks or misstates; `undefined` where nothing. Its format and version are known by then. */
export function headerFault(header: object): string | undefined {
  return checkFields(header, "");
}

/** Lengths that follow from others, each with what they must be. */
function lengthsOf(header: ModelHeader, s: ModelSections): (readonly [name: keyof ModelSections, wanted: number])[] {
  const [grams, classes, units] = [s.buckets.length, s.bias.length, s.hiddenBias.length];
  const { tagger } = header.entities;
  const labels = tagger === undefined ? 0 : 2 * tagger.kinds.length + 1;
  const tags = tagger === undefined ? s.tagLabels.length : s.tagCounts.reduce((sum, one) => sum + one, 0);
  return [
    ["idf", grams],
    ["scales", grams],
    ["weights", grams * Math.ceil(classes / 2)],
    ["neutral", classes],
    ["hiddenScales", grams],
    ["hiddenWeights", grams * Math.ceil(units / 2)],
    ["hiddenNeutral", units],
    ["outputs", units === 0 ? s.outputs.length : (units + 1) * classes],
    ["tagCounts", s.tagFeatures.length],
    ["tagLabels", tags],
    ["tagWeights", tags],
    ["tagTransitions", tagger === undefined ? s.tagTransitions.length : labels * (labels + 1)],
  ];
}

/** The dense part of a layer has whole rows, no more than the encoder's vector has numbers. */
function fitsVector(dense: Float32Array, width: number, dim: number): boolean {
  return width === 0 ? dense.length === 0 : dense.length % width === 0 && dense.length / width <= dim;
}

/** The section whose length does not go with the header and the other sections, or that names what there is not. */
export function sectionFault(header: ModelHeader, sections: ModelSections): keyof ModelSections | undefined {
  const { intents, embedder, entities } = header;
  const classes = sections.bias.length;
  if (intents.length === 0 || (classes !== intents.length && classes !== intents.length + 1)) return "bias";
  const unfit = lengthsOf(header, sections).find(([name, wanted]) => sections[name].length !== wanted);
  if (unfit !== undefined) return unfit[0];
  if (!fitsVector(sections.dense, classes, embedder.dim)) return "dense";
  if (!fitsVector(sections.hiddenDense, sections.hiddenBias.length, embedder.dim)) return "hiddenDense";
  const labels = 2 * (entities.tagger?.kinds.length ?? 0) + 1;
  return entities.tagger !== undefined && sections.tagLabels.some((label) => label >= labels) ? "tagLabels" : undefined;
}
