import type { Flow } from "../definition.js";
import type { Compiled, EmotionRule } from "./compile.js";
import type { DialogRun } from "./run.js";
import { fillSlots } from "./slots.js";
import type { FeltEmotion, Understanding } from "./state.js";

/** What emotions start which flow, the most demanding rule first. */
export function emotionRules(flows: readonly Flow[]): EmotionRule[] {
  return flows
    .flatMap(({ id, emotions = [] }) => emotions.map((rule) => ({ ...rule, flow: id })))
    .sort((a, b) => b.intensity - a.intensity || b.turns - a.turns || (a.flow < b.flow ? -1 : 1));
}

const isFelt = (rule: EmotionRule, { label, intensity, probability }: FeltEmotion): boolean =>
  label === rule.label && intensity >= rule.intensity && probability >= rule.probability;

/** The rule that a turn completes. */
function completed(
  { emotionRules: rules }: Compiled,
  now: FeltEmotion,
  before: readonly FeltEmotion[],
): EmotionRule | undefined {
  return rules.find(
    (rule) => isFelt(rule, now) && 1 + before.filter((felt) => isFelt(rule, felt)).length >= rule.turns,
  );
}

/**
 * Starts the flow that the caller's emotions call for; their turns are counted anew then. What an interrupted flow had gathered
 * goes along.
 *
 * @returns whether the turn is dealt with: the flow has handed over, or waits. One that has only said something leaves the turn
 *   to be answered as ever, and the interrupted flow where it was.
 */
export function followEmotion(now: DialogRun, { emotion, entities }: Understanding): boolean {
  if (emotion === undefined || emotion.label === "neutral") return false;
  const { felt = [], flow: interrupted, fallbacks } = now.state;
  const rule = completed(now.compiled, emotion, felt);
  const program = rule && now.compiled.programs.get(rule.flow);
  if (program === undefined) {
    now.feel(emotion);
    return false;
  }
  now.effects.push({ kind: "emotion", flow: program.id, probability: emotion.probability });
  now.set({ felt: undefined });
  now.startFlow(program.id, fillSlots(program, interrupted?.slots ?? {}, entities));
  if (now.state.handedOver || now.state.flow !== undefined) return true;
  now.set({ flow: interrupted, fallbacks });
  return false;
}
