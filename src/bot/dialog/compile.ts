import type { LocalisedText } from "../../messages/locale.js";
import type { BotDefinition, Flow, Slot, Step } from "../definition.js";
import { emotionRules } from "./emotion.js";

/** One instruction of a compiled flow. Jumps lead forward only, so that every flow ends. */
export type Instruction =
  | { readonly op: "collect"; readonly slot: string }
  | {
      readonly op: "call";
      readonly action: string;
      readonly params: Readonly<Record<string, string | number | boolean>>;
      readonly save?: string;
      /** Where to go when the action fails; undefined where the flow says nothing about it. */
      readonly onError?: number;
    }
  | {
      readonly op: "switch";
      readonly path: string;
      readonly cases: Readonly<Record<string, number>>;
      readonly otherwise: number;
    }
  | { readonly op: "jump"; readonly to: number }
  | { readonly op: "say"; readonly text: LocalisedText }
  | { readonly op: "handover"; readonly group?: string; readonly priority?: string; readonly reason?: string }
  | { readonly op: "end" };

/** A flow as a list of instructions with jumps. */
export interface Program {
  readonly id: string;
  readonly slots: Readonly<Record<string, Slot>>;
  readonly code: readonly Instruction[];
}

/** An emotion, how strong and in how many turns, and the flow that it starts. */
export type EmotionRule = NonNullable<Flow["emotions"]>[number] & { readonly flow: string };

/** A definition made ready to run. */
export interface Compiled {
  readonly definition: BotDefinition;
  readonly programs: ReadonlyMap<string, Program>;
  /** Flow by the intent that starts it. */
  readonly flowOf: ReadonlyMap<string, string>;
  /** The most demanding first. */
  readonly emotionRules: readonly EmotionRule[];
}

/**
 * What the step function looks up at every turn, made once: each flow as a program, and which flow an intent starts.
 * @param definition a checked one: two flows of one intent, or a jump to nowhere, are errors of the build
 */
export function compile(definition: BotDefinition): Compiled {
  const programs = new Map(definition.flows.map((flow) => [flow.id, compileFlow(flow)]));
  const flowOf = new Map(definition.flows.flatMap((flow) => flow.intents.map((intent) => [intent, flow.id] as const)));
  return { definition, programs, flowOf, emotionRules: emotionRules(definition.flows) };
}

function compileFlow(flow: Flow): Program {
  const code: Instruction[] = [];
  emitSteps(flow.steps, code);
  code.push({ op: "end" });
  return { id: flow.id, slots: flow.slots, code };
}

function emitSteps(steps: readonly Step[], code: Instruction[]): void {
  for (const step of steps) {
    if (step.collect !== undefined) code.push({ op: "collect", slot: step.collect });
    else if (step.say !== undefined) code.push({ op: "say", text: step.say });
    else if (step.handover !== undefined) code.push({ op: "handover", ...step.handover });
    else if (step.call !== undefined) emitCall(step, step.call, code);
    else if (step.switch !== undefined) emitSwitch(step, step.switch, code);
  }
}

function emitCall(step: Step, action: string, code: Instruction[]): void {
  const at = code.length;
  const call = { op: "call" as const, action, params: step.with ?? {}, ...(step.save && { save: step.save }) };
  code.push(call);
  if (step.on_error === undefined) return;
  // call, jump past the branch, branch, end: a flow whose action failed has nothing to go on with.
  code.push({ op: "end" });
  const branch = code.length;
  emitSteps(step.on_error, code);
  code.push({ op: "end" });
  code[at] = { ...call, onError: branch };
  code[at + 1] = { op: "jump", to: code.length };
}

function emitSwitch(step: Step, path: string, code: Instruction[]): void {
  const at = code.length;
  code.push({ op: "end" });
  const cases: Record<string, number> = {};
  const exits: number[] = [];
  const branch = (steps: readonly Step[]): number => {
    const start = code.length;
    emitSteps(steps, code);
    exits.push(code.length);
    code.push({ op: "end" });
    return start;
  };
  for (const [value, steps] of Object.entries(step.cases ?? {})) cases[value] = branch(steps);
  const otherwise = branch(step.default ?? []);
  for (const exit of exits) code[exit] = { op: "jump", to: code.length };
  code[at] = { op: "switch", path, cases, otherwise };
}
