import { chooseAnswer } from "../../kb/respond/answer.js";
import type { DecideSettings } from "../../kb/respond/decide.js";
import type { Channel } from "../../kb/entry.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import type { VectorBackend } from "../../kb/index/vectors.js";
import { answerFromPassage } from "../../kb/respond/passage-answer.js";
import { respond, type PartResponse } from "../../kb/respond/respond.js";
import { wordingFor } from "../../kb/respond/respond-words.js";
import { retrieve, tokenWorth, type Candidate } from "../../kb/retrieve/retrieve.js";
import type { SearchBackend } from "../../kb/retrieve/search-backend.js";
import type { Embedder } from "../../embed/embedder.js";
import type { AnswerLocale } from "../../messages/locale.js";
import type { EmotionModel } from "../../nlu/emotion/model.js";
import type { EntityMatch, NluModel, Prediction } from "../../nlu/model.js";
import { recognise, type Span, type SpanKind } from "../../recognise/recognise.js";
import type { Choice, FoundEntity, KbUnderstanding, KbVerdict, Understanding } from "../dialog/state.js";

/** The parts that understand a turn. */
export interface UnderstandingParts {
  readonly index: KbIndex | SearchBackend;
  readonly embedder: Embedder;
  readonly model: NluModel | undefined;
  readonly emotions?: EmotionModel | undefined;
  readonly decide: DecideSettings;
  readonly vectors?: VectorBackend | undefined;
  /** Built-in entities to look for. */
  readonly kinds: readonly SpanKind[];
}

/** For whom an answer is meant, and when. */
export interface Audience {
  readonly channel: Channel;
  readonly locale: AnswerLocale;
  readonly tier?: string;
  /** Local date-time, ISO 8601; undefined looks at entries whatever their effective period. */
  readonly at?: string;
}

/** What the knowledge base makes of a text: what is done with it, with the answers in this caller's language and script. */
export async function askKb(
  parts: Omit<UnderstandingParts, "model" | "kinds">,
  text: string,
  to: Audience,
): Promise<KbUnderstanding> {
  const { channel, tier, at } = to;
  const filter = { channel, ...(tier !== undefined && { tier }), ...(at !== undefined && { at }) };
  const how = { ...filter, fusion: parts.decide.fusion, ...(parts.vectors && { vectors: parts.vectors }) };
  const response = await respond(text, {
    find: (words, limit) => retrieve(parts.index, parts.embedder, words, { ...how, limit }),
    settings: parts.decide,
    channel,
  });
  const { verdict, rest } = response;
  const worth = tokenWorth(parts.index);
  const told = (one: PartResponse["verdict"], words: string): KbVerdict =>
    toVerdict(one, words, (candidate) => toChoice(candidate, words, to, worth));
  if (response.parts !== undefined) {
    const answered = response.parts.map((part) => ({ text: part.text, kb: told(part.verdict, part.searched) }));
    const confidence = Math.min(...answered.map(({ kb }) => kb.confidence));
    return { kind: "parts", confidence, parts: answered, ...(rest !== undefined && { rest }) };
  }
  if (verdict.kind !== "abstain") return told(verdict, text);
  const { confidence, reason, talk } = verdict;
  return { kind: "abstain", confidence, reason, ...(talk !== undefined && { talk }) };
}

function toVerdict(verdict: PartResponse["verdict"], text: string, choiceOf: (one: Candidate) => Choice): KbVerdict {
  const { confidence } = verdict;
  if (verdict.kind === "answer") {
    return { kind: "answer", confidence, exact: verdict.candidate.exact, choice: choiceOf(verdict.candidate) };
  }
  const choices = verdict.choices.map(choiceOf);
  return { kind: "clarify", confidence, choices, ...(verdict.reason === "keyword" && { keyword: text.trim() }) };
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

/**
 * What is known of a text before the dialogue decides: what the knowledge base would answer and, where the bot has the
 * models, the intent and the emotion; entities of model and rules.
 */
export async function understand(parts: UnderstandingParts, text: string, to: Audience): Promise<Understanding> {
  const [kb, prediction, felt] = await Promise.all([
    askKb(parts, text, to),
    parts.model?.predict(text, to.at),
    parts.emotions?.predict(text),
  ]);
  return {
    ...(prediction?.intent && { intent: prediction.intent }),
    entities: entitiesOf(text, prediction, parts.kinds, to.at),
    kb,
    ...(felt && { emotion: { label: felt.label, probability: felt.probability, intensity: felt.intensity } }),
  };
}

/**
 * Built-in entities by the recogniser, which checks and normalises them (relative dates counted from the day of the turn,
 * where it is known), with the roles that the model gives their places; the others as the model found them, of a built-in
 * kind those with a role alone.
 */
function entitiesOf(
  text: string,
  prediction: Prediction | undefined,
  wanted: readonly SpanKind[],
  at: string | undefined,
): FoundEntity[] {
  const learnt = prediction?.entities ?? [];
  const builtin = recognise(text, wanted, { at });
  const kinds = new Set<string>(builtin.map(({ kind }) => kind));
  const meets = (match: EntityMatch, { kind, start, end }: Span): boolean =>
    match.entity === kind && match.start < end && match.end > start;
  const checked = builtin.map((span) => ({
    entity: span.kind as string,
    span,
    role: learnt.find((match) => match.role !== undefined && meets(match, span))?.role,
  }));
  const others = learnt
    .filter(
      (match) => !kinds.has(match.entity) || (match.role !== undefined && !builtin.some((span) => meets(match, span))),
    )
    .map((match) => ({ entity: match.entity, span: match, role: match.role }));
  return [...checked, ...others].map(({ entity, span, role }) => ({
    entity,
    text: span.text,
    value: span.value,
    ...(role !== undefined && { role }),
  }));
}
