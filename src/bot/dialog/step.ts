import { talkReply } from "../../kb/respond/respond-words.js";
import type { SmallTalkKind } from "../../kb/respond/small-talk.js";
import { messageLocale } from "../../messages/locale.js";
import { normalise } from "../../text/normalise.js";
import type { Compiled } from "./compile.js";
import { isVague, pickChoice } from "./choose.js";
import { followEmotion } from "./emotion.js";
import { answer, answerParts, offer, offerAgain } from "./menu.js";
import { isLikely, route } from "./route.js";
import { DialogRun } from "./run.js";
import { fillSlots, isNothingElse } from "./slots.js";
import {
  replyLocale,
  type DialogEvent,
  type DialogState,
  type Effect,
  type FoundEntity,
  type KbUnderstanding,
} from "./state.js";

type UserEvent = Extract<DialogEvent, { kind: "user" }>;

/**
 * One step of a conversation. Pure, and total: any event in any state gives a state and effects, the unexpected ones
 * (a result that nobody waits for) the same state and none.
 */
export function step(
  compiled: Compiled,
  state: DialogState,
  event: DialogEvent,
): { state: DialogState; effects: Effect[] } {
  const now = new DialogRun(compiled, state);
  if (event.kind === "start") {
    const { caller, channel, locale } = event;
    now.set({ ...(caller && { caller }), ...(channel && { channel }), ...(locale && { locale }) });
  } else if (event.kind === "result") {
    onResult(now, event);
  } else {
    onUser(now, event);
  }
  return { state: now.state, effects: now.effects };
}

function onResult(now: DialogRun, event: Extract<DialogEvent, { kind: "result" }>): void {
  const { flow } = now.state;
  const instruction = flow?.waiting === "action" ? now.program()?.code[flow.at] : undefined;
  if (flow === undefined || instruction?.op !== "call") return;
  if (event.ok) {
    const saved = instruction.save === undefined ? flow.saved : { ...flow.saved, [instruction.save]: event.value };
    now.setFlow({ at: flow.at + 1, waiting: "no", saved });
  } else if (instruction.onError === undefined) {
    return now.giveUp("action_failed");
  } else {
    now.setFlow({ at: instruction.onError, waiting: "no" });
  }
  now.run();
}

function onUser(now: DialogRun, event: UserEvent): void {
  const { choices, flow, lastSaid, handedOver } = now.state;
  const { intent } = event.understanding;
  const likely = intent !== undefined && isLikely(now.compiled.definition, intent);
  now.hear(event.text, event.understanding.emotion);
  now.set({ choices: undefined, ...(likely && { lastIntent: intent.name }) });
  if (event.locale !== undefined) {
    now.set({ locale: messageLocale(event.locale), hongKong: event.locale === "zh-HK", localeTold: true });
  }
  if (handedOver) return now.sayText(now.compiled.definition.texts.waiting, "handover");
  const picked = choices === undefined ? undefined : pickChoice(event.text, choices);
  if (picked !== undefined) return answer(now, picked);
  // While a flow waits for a slot, a yes is for that.
  const vague = flow === undefined && choices !== undefined && isVague(event.text, choices);
  if (vague && now.state.fallbacks === 0) return offerAgain(now, choices);
  const { sure } = now.compiled.definition.routing;
  if (!asksForHuman(now, event, sure) && followEmotion(now, event.understanding)) return;
  if (flow?.waiting === "slot") return onReply(now, event, lastSaid);
  // A turn while an action is under way means its result never came: the flow is over.
  if (flow !== undefined) now.set({ flow: undefined });
  onQuestion(now, event, lastSaid);
}

/** A turn outside of any flow. */
function onQuestion(now: DialogRun, event: UserEvent, lastSaid: readonly string[]): void {
  if (asksForHuman(now, event)) return toHuman(now);
  const way = route(now.compiled, event.understanding);
  if (way.to === "flow") return enter(now, way.flow, event.understanding.entities);
  if (way.to === "reply") return chat(now, way.intent, lastSaid);
  fromKb(now, event.understanding.kb);
}

/** A turn that should hold the slot that a flow has asked for. */
function onReply(now: DialogRun, event: UserEvent, lastSaid: readonly string[]): void {
  const { understanding } = event;
  const program = now.program();
  const asked = now.asked();
  const slot = asked === undefined ? undefined : program?.slots[asked];
  if (program === undefined || asked === undefined || slot === undefined) return onQuestion(now, event, lastSaid);
  const before = now.state.flow!.slots;
  const slots = fillSlots(program, before, understanding.entities, { slot: asked, text: event.text });
  const { human, sure } = now.compiled.definition.routing;
  const holds = Object.hasOwn(slots, asked);
  // A reply of few words says little about its intent: what was asked for goes before one that is not sure.
  const least = isNothingElse(slot, understanding.entities, event.text)
    ? Infinity
    : holds
      ? Math.max(human, sure)
      : human;
  if (asksForHuman(now, event, least)) return toHuman(now);
  if (holds) {
    now.setFlow({ slots, waiting: "no", tries: 0 });
    return now.run();
  }
  if (digress(now, event, lastSaid)) return;
  if (slot.entity === undefined) {
    now.setFlow({ slots: { ...slots, [asked]: event.text.trim() }, waiting: "no", tries: 0 });
    return now.run();
  }
  const tries = now.state.flow!.tries + 1;
  if (tries > slot.retries) return now.giveUp("slot_failed");
  now.setFlow({ slots, tries });
  now.sayText(slot.invalid ?? slot.ask, "flow");
}

/**
 * Something else said while a slot is asked for: another task takes over, small talk and clear questions are answered
 * and the flow asks again, a refusal ends the flow. Digits alone are an attempt at the slot, whatever they look like.
 */
function digress(now: DialogRun, event: UserEvent, lastSaid: readonly string[]): boolean {
  const { intent, kb, entities } = event.understanding;
  const { definition, flowOf } = now.compiled;
  if (!/\p{L}{2}/u.test(event.text)) return false;
  const way = route(now.compiled, event.understanding);
  const current = now.state.flow?.id;
  if (way.to === "flow" && way.flow !== current) {
    enter(now, way.flow, entities);
    return true;
  }
  if (way.to === "reply" && way.intent === definition.special.deny) {
    now.set({ flow: undefined });
    chat(now, way.intent, lastSaid);
    return true;
  }
  if (way.to === "reply") {
    if (way.intent !== definition.special.repeat) chat(now, way.intent, lastSaid);
    now.run();
    return true;
  }
  const own = intent !== undefined && flowOf.get(intent.name) === current;
  const sure = (kb.kind === "answer" && kb.exact) || kb.confidence >= definition.routing.digression;
  if (!own && sure && (kb.kind === "answer" || kb.kind === "parts")) {
    fromKb(now, kb);
    now.run();
    return true;
  }
  if (kb.kind === "abstain" && kb.talk !== undefined && IDLE.has(kb.talk)) {
    talk(now, kb.talk);
    now.run();
    return true;
  }
  return false;
}

function enter(now: DialogRun, flow: string, entities: readonly FoundEntity[]): void {
  const program = now.compiled.programs.get(flow);
  if (program !== undefined) now.startFlow(flow, fillSlots(program, {}, entities));
}

/** By intent, in so many words (a bot without a model understands those too), or by the 0 key. */
function asksForHuman(now: DialogRun, { text, understanding: { intent } }: UserEvent, least?: number): boolean {
  const { humanPhrases, special, routing } = now.compiled.definition;
  if (intent?.name === special.human && intent.confidence >= (least ?? routing.human)) return true;
  const words = normalise(text).trim();
  if (now.state.channel === "keypad" && words === "0") return true;
  return humanPhrases.some((phrase) => normalise(phrase).trim() === words);
}

function toHuman(now: DialogRun): void {
  const { special } = now.compiled.definition;
  now.set({ lastIntent: special.human });
  const flow = now.compiled.flowOf.get(special.human);
  if (flow === undefined) return now.giveUp("user_request");
  // The human is told what the interrupted flow had gathered.
  now.startFlow(flow, now.state.flow?.slots ?? {});
}

function chat(now: DialogRun, intent: string, lastSaid: readonly string[]): void {
  const { replies, special } = now.compiled.definition;
  now.set({ fallbacks: 0 });
  if (intent === special.repeat && lastSaid.length > 0) {
    for (const text of lastSaid) now.say(text, "reply");
    return;
  }
  const reply = replies[intent];
  if (reply !== undefined) now.sayText(reply, "reply");
  if (intent === special.goodbye) now.effects.push({ kind: "end" });
}

function fromKb(now: DialogRun, kb: KbUnderstanding): void {
  if (kb.kind === "answer") return answer(now, kb.choice);
  if (kb.kind === "clarify") return offer(now, kb);
  if (kb.kind === "parts") return answerParts(now, kb);
  if (kb.talk !== undefined) return talk(now, kb.talk);
  if (now.state.fallbacks >= 1) return now.giveUp("failed");
  now.set({ fallbacks: now.state.fallbacks + 1 });
  now.sayText(now.compiled.definition.texts.fallback, "fallback");
}

/** Small talk that says nothing about the question that a flow has asked: it is answered and the flow asks again. */
const IDLE: ReadonlySet<SmallTalkKind> = new Set<SmallTalkKind>([
  "greeting",
  "thanks",
  "identity",
  "ability",
  "chat",
  "praise",
  "laughter",
  "apology",
]);

/** Small talk that neither a flow nor a reply of the bot's own nor an entry answers. */
function talk(now: DialogRun, kind: SmallTalkKind): void {
  now.say(talkReply(kind, replyLocale(now.state)), "reply");
  if (kind === "goodbye") now.effects.push({ kind: "end" });
}
