import { inLocale } from "../../bot/dialog/wording.js";
import { chooseAnswer } from "../../kb/respond/answer.js";
import type { Channel, FaqEntry } from "../../kb/entry.js";
import { answerFromPassage } from "../../kb/respond/passage-answer.js";
import type { PartResponse, Response, Verdict } from "../../kb/respond/respond.js";
import { talkReply, wordingFor } from "../../kb/respond/respond-words.js";
import type { Candidate } from "../../kb/retrieve/retrieve.js";
import type { AnswerLocale, LocalisedText } from "../../messages/locale.js";
import type { KbAskOutput } from "./ask-schemas.js";
import { shortNumber } from "../../render/rounded.js";

/** For whom and when a question is asked. */
export interface Asker {
  readonly channel: Channel;
  readonly locale: AnswerLocale;
  readonly at: string;
  readonly tier?: string;
}

/** What a document of a decision is made with. */
export interface Telling {
  readonly asker: Asker;
  /** Worth of a token among the questions of the index. */
  readonly worth: (token: string) => number;
  /** What is said when there is no answer. */
  readonly fallback: LocalisedText;
}

type Part = NonNullable<KbAskOutput["parts"]>[number];
type Answer = NonNullable<KbAskOutput["answer"]>;
type Choice = NonNullable<KbAskOutput["choices"]>[number];

function candidateOf({ entry, matched, score }: Candidate): NonNullable<KbAskOutput["best"]> {
  const { kind, id, question, source } = entry;
  return { ...(kind !== undefined && { kind }), id, question, matched, score: shortNumber(score), source };
}

function answerOf(candidate: Candidate, searched: string, { asker, worth }: Telling): Answer {
  const { entry } = candidate;
  if (entry.kind === "passage") {
    const { reply, sentence, passage } = answerFromPassage(entry, searched, asker, worth);
    const said = { text: reply, ...(sentence !== undefined && { sentence: sentence.text }), passage };
    return { ...candidateOf(candidate), ...said, format: "text", links: [...entry.answers[0]!.links] };
  }
  const { text, format, links, channel, locale } = chooseAnswer(entry, asker);
  const variant = { ...(channel !== undefined && { channel }), ...(locale !== undefined && { locale }) };
  return { ...candidateOf(candidate), text, format, links: [...links], ...variant };
}

function choiceOf(candidate: Candidate, { asker }: Telling): Choice {
  return { ...candidateOf(candidate), wording: wordingFor(candidate.entry satisfies FaqEntry, asker.locale) };
}

/** What is the same for a turn and for one question of several. */
function told(
  verdict: PartResponse["verdict"],
  searched: string,
  how: Telling,
): Pick<Part, "answer" | "choices" | "reason"> {
  if (verdict.kind === "answer") return { answer: answerOf(verdict.candidate, searched, how) };
  return { reason: verdict.reason, choices: verdict.choices.map((choice) => choiceOf(choice, how)) };
}

function abstained({ reason, talk, best }: Extract<Verdict, { kind: "abstain" }>, how: Telling): Partial<KbAskOutput> {
  const { locale } = how.asker;
  return {
    reason,
    ...(talk !== undefined && { talk }),
    fallback: talk === undefined ? inLocale(how.fallback, locale) : talkReply(talk, locale),
    ...(best !== undefined && { best: candidateOf(best) }),
  };
}

/** The decision as a document: of several questions the first answer and the first choices stand for all. */
export function describeResponse(
  query: string,
  { verdict, parts, rest }: Response,
  how: Telling,
): Omit<KbAskOutput, "settings" | "asker" | "reading"> {
  if (parts === undefined) {
    const { kind, confidence } = verdict;
    const more = verdict.kind === "abstain" ? abstained(verdict, how) : told(verdict, query, how);
    return { query, decision: kind, confidence: shortNumber(confidence), ...more };
  }
  const all = parts.map(({ text, searched, verdict: one }): Part => {
    const { kind, confidence } = one;
    return { text, searched, decision: kind, confidence: shortNumber(confidence), ...told(one, searched, how) };
  });
  const answer = all.find((part) => part.answer !== undefined)?.answer;
  const asked = all.find((part) => part.choices !== undefined);
  return {
    query,
    decision: asked === undefined ? "answer" : "clarify",
    confidence: Math.min(...all.map((part) => part.confidence)),
    ...(asked?.reason !== undefined && { reason: asked.reason }),
    ...(answer !== undefined && { answer }),
    ...(asked?.choices !== undefined && { choices: asked.choices }),
    parts: all,
    ...(rest !== undefined && { rest }),
  };
}
