import type { Bot } from "../runtime/bot.js";
import type { TurnResult } from "../runtime/turn.js";
import type { Noise, SimulatedUser } from "./plan.js";

/**
 * What became of a question. `right` and `wrong` are answers; `clarified` was offered among the choices and picked,
 * `offered` are choices without the right one; the others are the turn's decision.
 */
export type Outcome = "right" | "wrong" | "clarified" | "offered" | "chat" | "flow" | "fallback" | "handover";

/**
 * A question, what was meant by it, and what came of it; `target` is null for what the knowledge base does not hold.
 */
export interface AskedQuestion {
  readonly text: string;
  readonly noise: Noise;
  readonly target: string | null;
  readonly outcome: Outcome;
  /** Entry answered. */
  readonly got: string | null;
}

/** What one simulated user lived through. */
export interface Conversation {
  readonly questions: readonly AskedQuestion[];
  /** Ended with a human. */
  readonly handedOver: boolean;
  /** Milliseconds of each turn. */
  readonly latencies: readonly number[];
}

/** What a user says who has tried twice. */
const GIVE_UP = "转人工";

/**
 * One user talks to the bot. They ask; pick their question when it is among offered choices; ask once more in other
 * words when they got nothing; then ask for a human. A user whose question is out of scope leaves after the first reply,
 * and so does one who was given an answer, right or wrong: they cannot know.
 */
export async function converse(bot: Bot, user: SimulatedUser, elapsed: () => number): Promise<Conversation> {
  const session = bot.start();
  const questions: AskedQuestion[] = [];
  const latencies: number[] = [];
  const say = async (text: string): Promise<TurnResult> => {
    const begun = elapsed();
    const result = await bot.turn(session, text);
    latencies.push(elapsed() - begun);
    return result;
  };
  for (const { text, noise } of user.wordings) {
    const result = await say(text);
    const outcome = outcomeOf(result, user);
    questions.push({ text, noise, target: user.target?.id ?? null, outcome, got: result.entry ?? null });
    if (outcome === "handover") return { questions, handedOver: true, latencies };
    if (outcome === "clarified") {
      const number = result.choices!.findIndex((choice) => choice.entry === user.target?.id) + 1;
      await say(String(number));
    }
    if (user.target === undefined || outcome === "right" || outcome === "wrong" || outcome === "clarified") {
      return { questions, handedOver: false, latencies };
    }
  }
  const last = await say(GIVE_UP);
  return { questions, handedOver: last.handover !== undefined, latencies };
}

function outcomeOf(result: TurnResult, { target }: SimulatedUser): Outcome {
  const { decision, entry, choices } = result;
  if (decision === "answer") {
    return target !== undefined && (entry === target.id || sameAnswer(result, target.answers)) ? "right" : "wrong";
  }
  if (decision !== "clarify") return decision;
  return target !== undefined && choices?.some((choice) => choice.entry === target.id) === true
    ? "clarified"
    : "offered";
}

/** Two entries with one answer are equally right. */
function sameAnswer(result: TurnResult, answers: readonly { readonly text: string }[]): boolean {
  return answers.some((answer) => answer.text === result.text);
}
