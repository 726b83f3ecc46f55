import type { Channel } from "../../kb/entry.js";
import type { SmallTalkKind } from "../../kb/respond/small-talk.js";
import type { AbstainReason } from "../../kb/respond/respond.js";
import type { AnswerLocale, Locale } from "../../messages/locale.js";
import type { EmotionPrediction } from "../../nlu/emotion/emotion.js";
import type { BotDefinition } from "../definition.js";

/** What a slot, an action's parameter or its result may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An entity found in a turn: its name, the words, and the normalised value. */
export interface FoundEntity {
  readonly entity: string;
  readonly text: string;
  readonly value: string;
  /** What it is in the sentence (从北京到上海: `from`, `to`), where the training data marks that. */
  readonly role?: string;
}

/** An entry that a turn could mean, with the answer this caller would get. */
export interface Choice {
  readonly entry: string;
  readonly question: string;
  readonly answer: string;
}

/** What the knowledge base made of one question. */
export type KbVerdict =
  | { readonly kind: "answer"; readonly confidence: number; readonly exact: boolean; readonly choice: Choice }
  | {
      readonly kind: "clarify";
      readonly confidence: number;
      readonly choices: readonly Choice[];
      /** The turn was no more than this; absent where the choices are near to a question. */
      readonly keyword?: string;
    };

/** What the knowledge base made of a turn. */
export type KbUnderstanding =
  | KbVerdict
  | {
      readonly kind: "abstain";
      readonly confidence: number;
      readonly reason: AbstainReason;
      /** With the reason `small-talk`. */
      readonly talk?: SmallTalkKind;
    }
  /** Several questions, each with an answer or choices, at least one with an answer. */
  | {
      readonly kind: "parts";
      readonly confidence: number;
      readonly parts: readonly { readonly text: string; readonly kb: KbVerdict }[];
      /** What comes after the third question. */
      readonly rest?: string;
    };

/** What a turn tells of its writer. */
export type FeltEmotion = Pick<EmotionPrediction, "label" | "probability" | "intensity">;

/** All that the dialogue knows of a turn: plain data, made by the runtime. */
export interface Understanding {
  /** Undefined without a model, or when no intent was likely. */
  readonly intent?: { readonly name: string; readonly confidence: number };
  readonly entities: readonly FoundEntity[];
  readonly kb: KbUnderstanding;
  /** Undefined without a model of emotions. */
  readonly emotion?: FeltEmotion;
}

/** What happens to a dialogue; the step function takes one at a time. */
export type DialogEvent =
  | {
      readonly kind: "start";
      readonly caller?: Readonly<Record<string, Json>>;
      readonly channel?: Channel;
      readonly locale?: Locale;
    }
  | {
      readonly kind: "user";
      readonly text: string;
      /** What the words themselves tell of the reply's locale. */
      readonly locale?: AnswerLocale;
      readonly understanding: Understanding;
    }
  | { readonly kind: "result"; readonly ok: true; readonly value: Json }
  | { readonly kind: "result"; readonly ok: false; readonly reason: string };

/** Which part of the bot a message came from. */
export type SayFrom = "kb" | "flow" | "reply" | "clarify" | "fallback" | "handover";

/** The conversation so far, for the human who takes over. Words are masked; slots are not: the work needs them. */
export interface HandoverContext {
  readonly turns: readonly Turn[];
  readonly slots: Readonly<Record<string, string>>;
  readonly intent?: string;
}

/** What the step function wants done; it does nothing itself. */
export type Effect =
  | {
      readonly kind: "say";
      readonly text: string;
      readonly from: SayFrom;
      readonly entry?: string;
      readonly choices?: readonly { readonly entry: string; readonly question: string }[];
    }
  | { readonly kind: "call"; readonly action: string; readonly params: Readonly<Record<string, Json>> }
  | {
      readonly kind: "handover";
      readonly group: string;
      readonly priority: string;
      readonly reason: string;
      readonly context: HandoverContext;
    }
  /** A caller's emotion has started a flow. */
  | { readonly kind: "emotion"; readonly flow: string; readonly probability: number }
  | { readonly kind: "end" };

/** A turn as the context of a handover tells it. */
export interface Turn {
  readonly who: "user" | "bot";
  readonly text: string;
  /** Of a user's turn that is not neutral. */
  readonly emotion?: { readonly label: FeltEmotion["label"]; readonly intensity: number };
}

/** A flow under way. */
export interface FlowState {
  readonly id: string;
  /** Index of the instruction to run next, or the one that waits. */
  readonly at: number;
  readonly slots: Readonly<Record<string, string>>;
  /** What actions returned. */
  readonly saved: Readonly<Record<string, Json>>;
  /** Invalid replies to the question being asked. */
  readonly tries: number;
  readonly waiting: "slot" | "action" | "no";
}

/** A conversation; plain JSON that can be stored between turns. */
export interface DialogState {
  readonly version: 1;
  readonly locale: Locale;
  /** Replies in Traditional characters are written as in Hong Kong. */
  readonly hongKong?: boolean;
  /** True once the caller's own words told the locale. */
  readonly localeTold: boolean;
  readonly channel: Channel;
  readonly caller: Readonly<Record<string, Json>>;
  /** Masked; the last {@link MAX_TURNS}. */
  readonly turns: readonly Turn[];
  readonly flow?: FlowState;
  /** Choices of the last clarification, until the next turn. */
  readonly choices?: readonly Choice[];
  /** What the bot said last, to say it again on request. */
  readonly lastSaid: readonly string[];
  readonly lastIntent?: string;
  /** Fallbacks in a row. */
  readonly fallbacks: number;
  /** Emotions of the caller's turns, neutral ones left out, since one has started a flow; the last {@link MAX_TURNS}. */
  readonly felt?: readonly FeltEmotion[];
  readonly handedOver: boolean;
}

export const MAX_TURNS = 100;

/** The language and writing of replies. */
export function replyLocale({ locale, hongKong }: Pick<DialogState, "locale" | "hongKong">): AnswerLocale {
  return hongKong === true && locale === "zh-TW" ? "zh-HK" : locale;
}

/** The state before the first turn, in the bot's own language and channel. */
export function initialState(definition: BotDefinition): DialogState {
  return {
    version: 1,
    locale: definition.locale,
    localeTold: false,
    channel: definition.channel,
    caller: {},
    turns: [],
    lastSaid: [],
    fallbacks: 0,
    handedOver: false,
  };
}
