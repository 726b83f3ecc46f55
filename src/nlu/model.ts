import { withoutCourtesy } from "../text/courtesy.js";
import { TOKENISER_VERSION } from "../text/tokens.js";
import { KefuError } from "../messages/errors.js";
import { classify } from "./classifier/packed.js";
import { entityFinder } from "./entities/entities.js";
import { FEATURES_VERSION, grams, vectorise } from "./features.js";
import { TAG_FEATURES_VERSION } from "./entities/tag-features.js";
import { classifierOf, readModelFile } from "./model-file.js";
import { scopeScore, scopeSignal } from "./scope.js";
import { splitRequests } from "./split-requests.js";
import { isSpelt } from "./syllables.js";
import type { Embedder, EmbedderInfo } from "../embed/embedder.js";
import type { EntityMatch } from "./entities/entities.js";
import type { PackedClassifier } from "./classifier/packed.js";
import type { ModelHeader, OutOfFold } from "./model-file.js";
import type { OperatingPoint } from "./scope.js";

export type { EntityMatch };

interface ModelInfo {
  readonly format: "kefu-nlu";
  readonly version: ModelHeader["version"];
  /** SHA-256 (hex) over data, settings, encoder and text processing. */
  readonly fingerprint: string;
  readonly embedder: EmbedderInfo;
  /** Sorted. */
  readonly intents: readonly string[];
  readonly utterances: number;
  readonly outOfFold: OutOfFold;
  readonly operatingPoint: OperatingPoint;
}

/** An intent with its probability. */
export interface ScoredIntent {
  readonly name: string;
  /** Calibrated probability, 0 … 1. */
  readonly confidence: number;
}

/** What a model makes of a text. */
export interface Prediction {
  /** The likeliest intent, before any rejection; `undefined` when the text holds nothing that the model knows. */
  readonly intent: ScoredIntent | undefined;
  /** The best ten intents, best first. */
  readonly ranking: readonly ScoredIntent[];
  /** How much the text is like what the model was trained on, 0 … 1, and whether that is enough for its operating point. */
  readonly scope: { readonly score: number; readonly accepted: boolean };
  readonly entities: readonly EntityMatch[];
  /** Two requests in one: its parts, each with its intent; absent where the text is one request. */
  readonly parts?: readonly PredictedPart[];
}

type Judgement = Pick<Prediction, "intent" | "ranking" | "scope">;

/** A part of a text; offsets in UTF-16 code units. */
export interface PredictedPart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly intent: ScoredIntent;
}

/** A loaded model of intents and entities. */
export interface NluModel {
  readonly info: ModelInfo;
  /** @param at the local date-time at which the text was written: relative dates count from it; without, they stay relative */
  predict(text: string, at?: string): Promise<Prediction>;
}

const RANKED = 10;

/** Logits of the classes, or nothing for a text without a known gram and without a vector. */
function logitsOf(
  text: string,
  vector: Float32Array,
  { settings }: ModelHeader,
  classifier: PackedClassifier,
): Float64Array | undefined {
  const sparse = vectorise(grams(text, settings.sound), classifier);
  if (sparse.columns.length === 0 && vector.every((x) => x === 0)) return undefined;
  // What the encoder makes of pinyin misleads.
  const spelt = settings.sound && isSpelt(text);
  return classify(classifier, sparse, spelt ? undefined : vector.map((x) => settings.encoderScale * x));
}

function softmax(logits: Float64Array, temperature: number): Float64Array {
  let top = -Infinity;
  for (const logit of logits) top = Math.max(top, logit);
  let sum = 0;
  for (let k = 0; k < logits.length; k++) sum += logits[k] = Math.exp((logits[k]! - top) / temperature);
  for (let k = 0; k < logits.length; k++) logits[k]! /= sum;
  return logits;
}

function rank(probabilities: Float64Array, intents: readonly string[]): ScoredIntent[] {
  const order = [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
  return order.slice(0, RANKED).map((k) => ({ name: intents[k]!, confidence: probabilities[k]! }));
}

/** @throws KefuError `input` when the model was trained with another encoder or another text processing */
function checkFit(header: ModelHeader, embedder: EmbedderInfo, path: string): void {
  const hint = { key: "nlu.hint.train" } as const;
  if (header.embedder.digest !== embedder.digest || header.embedder.dim !== embedder.dim) {
    const params = { path, made: header.embedder.id, used: embedder.id };
    throw new KefuError("input", "nlu.model.other-embedder", params, { hint });
  }
  const found = `${header.features} ${header.tokeniser} ${header.entities.features}`;
  const known = `${FEATURES_VERSION} ${TOKENISER_VERSION} ${TAG_FEATURES_VERSION}`;
  if (found !== known) throw new KefuError("input", "common.unknown-version", { path, found, known }, { hint });
}

/**
 * A trained model, ready to answer.
 *
 * @param path names the model in messages
 * @throws KefuError `input` for a damaged file, an unknown version (by name), or another encoder than the one it was trained with
 */
export function loadModel(bytes: Uint8Array, embedder: Embedder, path = "model.kmodel"): NluModel {
  const { header, sections } = readModelFile(bytes, path);
  checkFit(header, embedder.info, path);
  const { format, version, fingerprint, intents, utterances, outOfFold, operatingPoint } = header;
  const classifier = classifierOf(sections);
  const findEntities = entityFinder(header.entities, sections, embedder.words);
  const judge = async (whole: string): Promise<Judgement> => {
    const text = withoutCourtesy(whole);
    const [vector] = await embedder.embed([text], "query");
    const logits = logitsOf(text, vector!, header, classifier);
    if (logits === undefined) return { intent: undefined, ranking: [], scope: { score: 0, accepted: false } };
    const score = scopeScore(scopeSignal(logits, intents.length), header.scope);
    const ranking = rank(softmax(logits.subarray(0, intents.length), header.temperature), intents);
    return { intent: ranking[0], ranking, scope: { score, accepted: score >= operatingPoint.threshold } };
  };
  return {
    info: { format, version, fingerprint, embedder: header.embedder, intents, utterances, outOfFold, operatingPoint },
    async predict(text, at) {
      const judgement = await judge(text);
      const entities = findEntities(text, judgement.intent?.name, at);
      const parts = await requestsOf(text, judge);
      return { ...judgement, entities, ...(parts.length > 0 && { parts }) };
    },
  };
}

/** Less sure of a part than this, and it is taken for a piece of the request beside it. */
const SURE = 0.5;

/** The requests of a text that holds several, of different intents, each within the model's knowledge; else none. */
async function requestsOf(text: string, judge: (text: string) => Promise<Judgement>): Promise<PredictedPart[]> {
  const parts: PredictedPart[] = [];
  for (const stretch of splitRequests(text)) {
    const { intent, scope } = await judge(stretch.text);
    if (intent === undefined || !scope.accepted || intent.confidence < SURE) continue;
    const before = parts.at(-1);
    if (before?.intent.name !== intent.name) parts.push({ ...stretch, intent });
    else {
      const surer = intent.confidence > before.intent.confidence ? intent : before.intent;
      const { start } = before;
      parts[parts.length - 1] = { start, end: stretch.end, text: text.slice(start, stretch.end), intent: surer };
    }
  }
  return parts.length > 1 ? parts : [];
}
