import type { BotDefinition } from "../definition.js";
import type { Compiled } from "./compile.js";
import type { Understanding } from "./state.js";

/** Who answers a turn outside of any question the bot has asked. */
export type Route =
  | { readonly to: "flow"; readonly flow: string; readonly intent: string }
  | { readonly to: "reply"; readonly intent: string }
  | { readonly to: "kb" };

/** Whether an intent is likely enough to be told to anyone: the least that any rule asks for. */
export function isLikely({ routing }: BotDefinition, { confidence }: { readonly confidence: number }): boolean {
  return confidence >= Math.min(routing.human, routing.flow, routing.chat);
}

/**
 * How an intent and the knowledge base compete for a turn. The first rule that fits decides:
 *
 * 1. an intent that asks for a human, at `human` or more, always wins;
 * 2. an intent without flow and reply is answered by the knowledge base;
 * 3. an answer whose question was asked word for word beats an intent below `sure`;
 * 4. an answer, or answers to several questions, at least as sure as the intent beat it (both are probabilities of being right);
 * 5. an intent at `flow` (it has a flow) or `chat` (it has a reply) or more wins;
 * 6. the knowledge base decides: answer, clarify or abstain.
 */
export function route(compiled: Compiled, { intent, kb }: Understanding): Route {
  const { routing, special, replies } = compiled.definition;
  if (intent === undefined) return { to: "kb" };
  const flow = compiled.flowOf.get(intent.name);
  const own: Route | undefined =
    flow !== undefined
      ? { to: "flow", flow, intent: intent.name }
      : Object.hasOwn(replies, intent.name)
        ? { to: "reply", intent: intent.name }
        : undefined;
  if (own === undefined) return { to: "kb" };
  if (intent.name === special.human && intent.confidence >= routing.human) return own;
  if (kb.kind === "answer" || kb.kind === "parts") {
    const stronger =
      kb.kind === "answer" && kb.exact ? intent.confidence < routing.sure : kb.confidence >= intent.confidence;
    if (stronger) return { to: "kb" };
  }
  const least = own.to === "flow" ? routing.flow : routing.chat;
  return intent.confidence >= least ? own : { to: "kb" };
}
