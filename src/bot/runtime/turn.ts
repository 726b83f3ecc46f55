import type { Locale } from "../../messages/locale.js";
import type { Effect, FeltEmotion, HandoverContext, Json, SayFrom } from "../dialog/state.js";

/** How a turn was dealt with, for suites, records and reports. */
export type TurnDecision = "answer" | "clarify" | "chat" | "flow" | "fallback" | "handover";

/** One message of a turn, and which part of the bot it came from. */
export interface BotMessage {
  readonly text: string;
  readonly from: SayFrom;
}

/** One call of an action during a turn. */
export interface ActionTrace {
  readonly name: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly ok: boolean;
  /** Why it failed. */
  readonly reason?: string;
}

/** All that happened in one turn. */
export interface TurnResult {
  readonly decision: TurnDecision;
  /** The messages as one text, a line between them. */
  readonly text: string;
  readonly messages: readonly BotMessage[];
  /** Id of the entry that was answered; of several the first. */
  readonly entry?: string;
  /** All of them, where several questions were answered. */
  readonly entries?: readonly string[];
  /** The intent, where one is likely, whether or not it decided the turn. */
  readonly intent?: string;
  /** How sure the bot is of what it did: of the entry for answers, of the intent or emotion for chat and flows; in [0, 1]. */
  readonly confidence: number;
  /** What the turn tells of its writer, where the bot has a model for that. */
  readonly emotion?: FeltEmotion;
  /** The entries offered by a clarification, in the order of their numbers. */
  readonly choices?: readonly { readonly entry: string; readonly question: string }[];
  readonly actions: readonly ActionTrace[];
  readonly handover?: {
    readonly group: string;
    readonly priority: string;
    readonly reason: string;
    readonly context: HandoverContext;
  };
  readonly locale: Locale;
  /** True when the conversation is over for the bot. */
  readonly ended: boolean;
}

const ORDER: readonly (readonly [SayFrom, TurnDecision])[] = [
  ["kb", "answer"],
  ["clarify", "clarify"],
  ["reply", "chat"],
  ["flow", "flow"],
  ["fallback", "fallback"],
];

/** The one word for a turn's effects; a turn that did several things is named after the first of {@link ORDER}. */
export function decisionOf(effects: readonly Effect[]): TurnDecision {
  if (effects.some((effect) => effect.kind === "handover")) return "handover";
  const from = new Set(effects.flatMap((effect) => (effect.kind === "say" ? [effect.from] : [])));
  const found = ORDER.find(([source]) => from.has(source))?.[1];
  if (found !== undefined) return found;
  if (from.has("handover")) return "handover";
  return effects.some((effect) => effect.kind === "call") ? "flow" : "fallback";
}
