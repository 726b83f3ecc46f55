import type { Embedder } from "../../embed/embedder.js";
import type { Channel } from "../../kb/entry.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import type { VectorBackend } from "../../kb/index/vectors.js";
import type { SearchBackend } from "../../kb/retrieve/search-backend.js";
import type { Locale } from "../../messages/locale.js";
import type { EmotionModel } from "../../nlu/emotion/model.js";
import type { NluModel } from "../../nlu/model.js";
import type { BotDefinition } from "../definition.js";
import { compile, type Compiled } from "../dialog/compile.js";
import {
  initialState,
  replyLocale,
  type DialogEvent,
  type DialogState,
  type Effect,
  type Json,
  type Understanding,
} from "../dialog/state.js";
import { isLikely } from "../dialog/route.js";
import { builtinKinds } from "../dialog/slots.js";
import { step } from "../dialog/step.js";
import { asText } from "../dialog/wording.js";
import type { ActionPort, ActionResult } from "./actions.js";
import { localeOfTurn } from "./locale.js";
import { decisionOf, type ActionTrace, type TurnResult } from "./turn.js";
import { understand } from "./understand.js";

/** What a bot is made of; all of it can come from bytes. */
export interface BotParts {
  readonly definition: BotDefinition;
  readonly index: KbIndex | SearchBackend;
  readonly embedder: Embedder;
  /** Without one the bot answers from its knowledge alone. */
  readonly model?: NluModel | undefined;
  /** Without one the bot does not know how callers feel. */
  readonly emotions?: EmotionModel | undefined;
  /** What finds near vectors; every vector is looked at without it. */
  readonly vectors?: VectorBackend | undefined;
}

/** A bot whose knowledge is in this process as a whole. */
export interface LocalBotParts extends BotParts {
  readonly index: KbIndex;
}

/** What a bot needs of the world. */
export interface BotPorts {
  readonly actions: ActionPort;
  /** Local date-time, ISO 8601: which entries are effective. */
  now(): string;
}

/** One conversation. `state` is plain JSON, so a session can be stored between turns and taken up again. */
export interface Session {
  state: DialogState;
}

/** How a conversation begins; channel and locale are the bot's own where they are missing. */
export interface SessionOptions {
  readonly channel?: Channel;
  readonly locale?: Locale;
  /** What is known of the caller: `phone`, `tier`, `name` … */
  readonly caller?: Readonly<Record<string, Json>>;
}

/** A loaded bot. It holds no conversations: a session is the caller's to keep. */
export interface Bot {
  readonly definition: BotDefinition;
  /** A new conversation. */
  start(options?: SessionOptions): Session;
  /** Takes what the caller said, moves the session on, and returns what the bot did. One turn at a time a session. */
  turn(session: Session, text: string): Promise<TurnResult>;
  /** One question in a conversation of its own. */
  ask(text: string, options?: SessionOptions): Promise<TurnResult>;
}

/** Characters of a turn that are read; the rest of a longer one is left out. */
const MAX_TEXT = 2000;

/**
 * A bot that can hold any number of sessions: `start` begins one, `turn` answers in it, `ask` is one question in a session
 * of its own.
 * A text is cut at 2,000 UTF-16 units. A session takes one turn at a time; sessions share nothing that changes.
 */
export function createBot(parts: BotParts, ports: BotPorts): Bot {
  const compiled = compile(parts.definition);
  const start = (options: SessionOptions = {}): Session => {
    const { state } = step(compiled, initialState(parts.definition), { kind: "start", ...options });
    return { state };
  };
  const turn = async (session: Session, text: string): Promise<TurnResult> => {
    const { state, result } = await runTurn(parts, compiled, ports, session.state, text.slice(0, MAX_TEXT));
    session.state = state;
    return result;
  };
  return { definition: parts.definition, start, turn, ask: (text, options) => turn(start(options), text) };
}

async function runTurn(
  parts: BotParts,
  compiled: Compiled,
  ports: BotPorts,
  before: DialogState,
  text: string,
): Promise<{ state: DialogState; result: TurnResult }> {
  const told = localeOfTurn(text, {
    locale: before.locale,
    told: before.localeTold,
    ...(before.hongKong === true && { hongKong: true }),
  });
  const tier = asText(before.caller["tier"]);
  const { decide, flows } = parts.definition;
  const able = { ...parts, model: parts.model, decide, kinds: builtinKinds(flows) };
  const understanding = await understand(able, text, {
    channel: before.channel,
    locale: told ?? replyLocale(before),
    at: ports.now(),
    ...(tier !== "" && { tier }),
  });
  const effects: Effect[] = [];
  const actions: ActionTrace[] = [];
  let state = before;
  let event: DialogEvent | undefined = { kind: "user", text, understanding, ...(told && { locale: told }) };
  while (event !== undefined) {
    const done = step(compiled, state, event);
    state = done.state;
    effects.push(...done.effects);
    const call = done.effects.find((effect) => effect.kind === "call");
    event = call === undefined ? undefined : { kind: "result", ...(await carryOut(ports.actions, call, actions)) };
  }
  return { state, result: describeTurn(parts.definition, state, effects, actions, understanding) };
}

async function carryOut(
  port: ActionPort,
  { action, params }: Extract<Effect, { kind: "call" }>,
  trace: ActionTrace[],
): Promise<ActionResult> {
  let result: ActionResult;
  try {
    result = await port.call(action, params);
  } catch (error) {
    result = { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  trace.push({ name: action, params, ok: result.ok, ...(!result.ok && { reason: result.reason }) });
  return result;
}

function describeTurn(
  definition: BotDefinition,
  state: DialogState,
  effects: readonly Effect[],
  actions: readonly ActionTrace[],
  { intent, kb, emotion }: Understanding,
): TurnResult {
  const decision = decisionOf(effects);
  const likely = intent !== undefined && isLikely(definition, intent);
  const says = effects.filter((effect) => effect.kind === "say");
  const handover = effects.find((effect) => effect.kind === "handover");
  const entries = says.flatMap((say) => (say.entry === undefined ? [] : [say.entry]));
  const [entry] = entries;
  const choices = says.findLast((say) => say.choices !== undefined)?.choices;
  const answered = kb.kind === "parts" || (kb.kind === "answer" && kb.choice.entry === entry);
  const picked = entry !== undefined && !answered;
  const byIntent = decision === "chat" || decision === "flow" || decision === "handover";
  const moved = byIntent ? effects.find((effect) => effect.kind === "emotion") : undefined;
  return {
    decision,
    text: says.map((say) => say.text).join("\n"),
    messages: says.map(({ text, from }) => ({ text, from })),
    ...(entry !== undefined && { entry }),
    ...(entries.length > 1 && { entries }),
    ...(likely && { intent: intent.name }),
    confidence: moved?.probability ?? (picked ? 1 : byIntent ? (intent?.confidence ?? 0) : kb.confidence),
    ...(emotion && { emotion }),
    ...(choices && { choices }),
    actions,
    ...(handover && {
      handover: {
        group: handover.group,
        priority: handover.priority,
        reason: handover.reason,
        context: handover.context,
      },
    }),
    locale: state.locale,
    ended: effects.some((effect) => effect.kind === "end"),
  };
}
