import { chooseAnswer } from "../../kb/answer.js";
import { decide, type DecideSettings } from "../../kb/decide.js";
import type { Channel } from "../../kb/entry.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import type { VectorBackend } from "../../kb/index/vectors.js";
import { answerFromPassage } from "../../kb/passage-answer.js";
import { retrieve, tokenWorth, type Candidate } from "../../kb/retrieve.js";
import type { Embedder } from "../../embed/embedder.js";
import type { Locale } from "../../messages/locale.js";
import type { NluModel, Prediction } from "../../nlu/model.js";
import { recognise } from "../../recognise/recognise.js";
import { detectLanguage } from "../../text/language.js";
import { inScriptOf } from "../../text/script.js";
import { BUILTIN_ENTITIES } from "../dialog/slots.js";
import type { Choice, FoundEntity, KbUnderstanding, Understanding } from "../dialog/state.js";

/** The parts that understand a turn. */
export interface UnderstandingParts {
  readonly index: KbIndex;
  readonly embedder: Embedder;
  readonly model: NluModel | undefined;
  readonly decide: DecideSettings;
  readonly vectors?: VectorBackend | undefined;
}

/** For whom an answer is meant, and when. */
export interface Audience {
  readonly channel: Channel;
  readonly locale: Locale;
  readonly tier?: string;
  /** Local date-time, ISO 8601; undefined looks at entries whatever their effective period. */
  readonly at?: string;
}

/** What the knowledge base makes of a text: the decision, with the answers in this caller's language and script. */
export async function askKb(
  parts: Omit<UnderstandingParts, "model">,
  text: string,
  to: Audience,
): Promise<KbUnderstanding> {
  const { channel, tier, at } = to;
  const filter = { channel, ...(tier !== undefined && { tier }), ...(at !== undefined && { at }) };
  const candidates = await retrieve(parts.index, parts.embedder, text, {
    ...filter,
    limit: 10,
    fusion: parts.decide.fusion,
    ...(parts.vectors && { vectors: parts.vectors }),
  });
  const decision = decide(candidates, parts.decide);
  const { confidence } = decision;
  const worth = tokenWorth(parts.index);
  const choiceOf = (candidate: Candidate): Choice => toChoice(candidate, text, to, worth);
  if (decision.kind === "clarify") {
    return { kind: "clarify", confidence, choices: decision.choices.map(choiceOf) };
  }
  if (decision.kind === "abstain") return { kind: "abstain", confidence };
  return { kind: "answer", confidence, exact: decision.candidate.exact, choice: choiceOf(decision.candidate) };
}

function toChoice({ entry }: Candidate, query: string, to: Audience, worth: (token: string) => number): Choice {
  const { channel, locale, tier } = to;
  if (entry.kind === "passage") {
    const { heading, reply } = answerFromPassage(entry, query, to, worth);
    return { entry: entry.id, question: heading, answer: reply };
  }
  const answer = chooseAnswer(entry, { channel, locale, ...(tier !== undefined && { tier }) });
  return { entry: entry.id, question: wordingFor(entry, locale), answer: answer.text };
}

/** The question in the caller's language where the entry has it so, else as it stands; Chinese in the caller's script. */
function wordingFor({ question, similar }: Candidate["entry"], locale: Locale): string {
  const fits = locale === "en" ? ["en"] : ["zh", "mixed"];
  const own = [question, ...similar].find((wording) => fits.includes(detectLanguage(wording)));
  return inScriptOf(own ?? question, locale);
}

export async function understand(parts: UnderstandingParts, text: string, to: Audience): Promise<Understanding> {
  const [kb, prediction] = await Promise.all([askKb(parts, text, to), parts.model?.predict(text)]);
  return { ...(prediction?.intent && { intent: prediction.intent }), entities: entitiesOf(text, prediction), kb };
}

/** Built-in entities by the recogniser, which checks and normalises them; the others as the model found them. */
function entitiesOf(text: string, prediction: Prediction | undefined): FoundEntity[] {
  const builtin = recognise(text, BUILTIN_ENTITIES).map(({ kind, text: words, value }) => ({
    entity: kind as string,
    text: words,
    value,
  }));
  const kinds = new Set(builtin.map((found) => found.entity));
  const trained = (prediction?.entities ?? []).filter((match) => !kinds.has(match.entity));
  return [...builtin, ...trained.map(({ entity, text: words, value }) => ({ entity, text: words, value }))];
}
