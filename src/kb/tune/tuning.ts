import { isRecord } from "../../interop/json-value.js";
import { createHash } from "node:crypto";
import { KefuError } from "../../messages/errors.js";
import type { MessageRef } from "../../messages/catalogue.js";
import { normalise } from "../../text/normalise.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import type { OwnTuning } from "../respond/decide.js";
import { RANK_FEATURES, type FusionModel } from "../retrieve/fusion.js";
import { DEFAULT_FUSION, DEFAULT_THRESHOLDS } from "../retrieve/fusion-weights.js";
import type { KbIndex } from "../index/kb-index.js";
import { compactForm } from "../index/question-hash.js";
import type { OwnScores } from "../respond/thresholds.js";

const FORMAT = "kefu-tuning";
const VERSION = 1;

/** What a tuning was made with and on; with anything else its figures mean nothing. */
export interface TuningMakers {
  readonly tokeniser: string;
  /** Digest of the encoder. */
  readonly embedder: string;
  /** Digest of the shipped weights that it started from. */
  readonly fusion: string;
  readonly index: {
    readonly generation: number;
    readonly entries: number;
    readonly questions: number;
    /** Id and content hash of some entries, to see how much has changed. */
    readonly sample: readonly (readonly [id: string, hash: string])[];
  };
}

/** The file `.kefu/tuning.json`. */
export interface Tuning extends OwnTuning {
  readonly format: "kefu-tuning";
  readonly version: 1;
  readonly made: TuningMakers;
  /** Seed of everything random in it. */
  readonly seed: number;
  /** Weights that were better than the shipped ones on questions that they were not fitted on; else none. */
  readonly fusion?: FusionModel | undefined;
  readonly scores?: OwnScores | undefined;
  /** {@link questionMark} of each labelled question it was made on, sorted, each once. */
  readonly labelled?: readonly string[] | undefined;
}

/** Tells a question again, but for spaces, punctuation, case and script, without keeping what a caller wrote. */
export function questionMark(text: string): string {
  return createHash("sha256")
    .update(compactForm(normalise(text)))
    .digest("hex")
    .slice(0, 12);
}

/** Digest of the shipped weights: a tuning starts from them and is compared with them. */
function fusionDigest(): string {
  return createHash("sha256")
    .update(JSON.stringify([RANK_FEATURES, DEFAULT_FUSION, DEFAULT_THRESHOLDS]))
    .digest("hex")
    .slice(0, 16);
}

/** Entries whose content is remembered. */
const SAMPLE = 64;

/** Every so many-th entry; the order of entries depends on the sources alone. */
function sampleOf(index: KbIndex): [id: string, hash: string][] {
  const step = Math.max(1, Math.floor(index.size.entries / SAMPLE));
  const sample: [string, string][] = [];
  let at = 0;
  for (const { id, hash } of index.entries()) {
    if (at++ % step === 0 && sample.length < SAMPLE) sample.push([id, hash.slice(0, 16)]);
  }
  return sample;
}

/** What a tuning was fitted to; where any of it is another now, the tuning is stale. */
export function makersOf(index: KbIndex): TuningMakers {
  const { generation, embedder } = index.manifest;
  return {
    tokeniser: TOKENISER_VERSION,
    embedder: embedder.digest,
    fusion: fusionDigest(),
    index: { generation, ...index.size, sample: sampleOf(index) },
  };
}

const areNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => typeof one === "number" && Number.isFinite(one));
const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isFusion(value: unknown): boolean {
  if (value === undefined) return true;
  return (
    isRecord(value) &&
    Object.entries(DEFAULT_FUSION).every(([name, shipped]) => {
      const weights = value[name];
      return areNumbers(weights) && weights.length === (shipped as readonly number[]).length;
    })
  );
}

function areScores(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isRecord(value) || (value["from"] !== "labelled" && value["from"] !== "similar")) return false;
  const { questions, right, wrong } = value;
  return isCount(questions) && areNumbers(right) && areNumbers(wrong) && right.length + wrong.length <= questions;
}

function areMakers(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value["index"])) return false;
  const { tokeniser, embedder, fusion, index } = value;
  const { generation, entries, questions, sample } = index as Record<string, unknown>;
  return (
    [tokeniser, embedder, fusion].every((one) => typeof one === "string") &&
    [generation, entries, questions].every(isCount) &&
    Array.isArray(sample) &&
    sample.every((one) => Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === "string"))
  );
}

/**
 * @param path of the file, for messages
 * @throws KefuError `input` when the text is no tuning, or one of another version
 */
export function parseTuning(text: string, path: string): Tuning {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  // By hand and not by zod: every search reads this.
  if (isRecord(value) && value["format"] === FORMAT && value["version"] !== VERSION) {
    const params = { path, found: String(value["version"]), known: VERSION };
    throw new KefuError("input", "common.unknown-version", params, { hint: { key: "kb.tune.hint.again" } });
  }
  const sound =
    isRecord(value) &&
    value["format"] === FORMAT &&
    areMakers(value["made"]) &&
    isCount(value["seed"]) &&
    isFusion(value["fusion"]) &&
    areScores(value["scores"]) &&
    (value["labelled"] === undefined || areTexts(value["labelled"]));
  if (!sound) throw new KefuError("input", "kb.tune.damaged", { path }, { hint: { key: "kb.tune.hint.again" } });
  return value as unknown as Tuning;
}

/** Scores with six digits: enough to tell them apart. */
const rounded = (values: readonly number[]): number[] => values.map((value) => Math.round(value * 1e6) / 1e6);

/** The same tuning has the same text. */
export function formatTuning({ made, seed, fusion, scores, labelled }: Omit<Tuning, "format" | "version">): string {
  const document = {
    ...{ format: FORMAT, version: VERSION, made, seed },
    ...(fusion !== undefined && { fusion }),
    ...(scores !== undefined && {
      scores: {
        ...{ from: scores.from, questions: scores.questions },
        right: rounded(scores.right).sort((a, b) => b - a),
        wrong: rounded(scores.wrong).sort((a, b) => b - a),
      },
    }),
    ...(labelled !== undefined && { labelled: [...new Set(labelled)].sort() }),
  };
  return `${JSON.stringify(document)}\n`;
}

/** A tuning is ignored when this share of the remembered entries is gone or changed, or the index has grown by as much. */
const MOST_CHANGE = 0.25;

/** What has to be known of an index to tell whether something was tuned for it. */
export interface TunedIndex {
  readonly manifest: { readonly generation: number; readonly embedder: { readonly digest: string } };
  readonly size: { readonly entries: number; readonly questions: number };
  entry(id: string): { readonly hash: string } | undefined;
}

/** Why a tuning must not be used with an index; `undefined` when it may. */
export function tuningFault(tuning: Tuning, index: TunedIndex): MessageRef | undefined {
  const { made } = tuning;
  if (made.tokeniser !== TOKENISER_VERSION || made.fusion !== fusionDigest()) return { key: "kb.tune.stale.program" };
  if (made.embedder !== index.manifest.embedder.digest) return { key: "kb.tune.stale.embedder" };
  const { entries, questions, sample, generation } = made.index;
  const { manifest, size } = index;
  if (generation === manifest.generation && entries === size.entries && questions === size.questions) return undefined;
  const changed = sample.filter(([id, hash]) => index.entry(id)?.hash.slice(0, 16) !== hash).length;
  const share = Math.max(changed / Math.max(1, sample.length), (size.entries - entries) / Math.max(1, entries));
  if (share <= MOST_CHANGE) return undefined;
  return { key: "kb.tune.stale.index", params: { percent: Math.round(100 * share) } };
}
