import { maskPersonalData } from "../../guard/mask.js";
import type { LocalisedText } from "../../messages/locale.js";
import type { Compiled, Instruction, Program } from "./compile.js";
import { fromCaller } from "./slots.js";
import {
  MAX_TURNS,
  replyLocale,
  type DialogState,
  type Effect,
  type FeltEmotion,
  type FlowState,
  type Json,
  type SayFrom,
} from "./state.js";
import { asText, fill, inLocale, valueAt } from "./wording.js";

/** A step under way: the state as it becomes, and the effects so far. */
export class DialogRun {
  readonly effects: Effect[] = [];

  constructor(
    readonly compiled: Compiled,
    public state: DialogState,
  ) {}

  set(change: Partial<DialogState>): void {
    this.state = { ...this.state, ...change };
  }

  hear(text: string, emotion: FeltEmotion | undefined): void {
    this.remember("user", text, emotion);
    this.set({ lastSaid: [] });
  }

  /** Keeps an emotion in mind. */
  feel(emotion: FeltEmotion): void {
    this.set({ felt: [...(this.state.felt ?? []), emotion].slice(-MAX_TURNS) });
  }

  say(text: string, from: SayFrom, more: Pick<Extract<Effect, { kind: "say" }>, "entry" | "choices"> = {}): void {
    if (text === "") return;
    this.effects.push({ kind: "say", text, from, ...more });
    this.remember("bot", text);
    this.set({ lastSaid: [...this.state.lastSaid, text] });
  }

  sayText(text: LocalisedText, from: SayFrom): void {
    this.say(inLocale(text, replyLocale(this.state)), from);
  }

  private remember(who: "user" | "bot", text: string, emotion?: FeltEmotion): void {
    const felt = emotion && emotion.label !== "neutral" && { label: emotion.label, intensity: emotion.intensity };
    const turn = { who, text: maskPersonalData(text).text, ...(felt && { emotion: felt }) };
    this.set({ turns: [...this.state.turns, turn].slice(-MAX_TURNS) });
  }

  /** Hands the conversation to a human; the bot says no more than that it is waiting. */
  handOver(where: { group?: string; priority?: string; reason: string }): void {
    const { group, priority } = this.compiled.definition.handover;
    const { turns, flow, lastIntent } = this.state;
    const context = { turns, slots: flow?.slots ?? {}, ...(lastIntent !== undefined && { intent: lastIntent }) };
    const to = { group: where.group ?? group, priority: where.priority ?? priority, reason: where.reason };
    this.effects.push({ kind: "handover", ...to, context }, { kind: "end" });
    this.set({ flow: undefined, choices: undefined, fallbacks: 0, handedOver: true });
  }

  /** The bot gives up by itself. */
  giveUp(reason: string): void {
    this.sayText(this.compiled.definition.texts.handover, "handover");
    this.handOver({ reason });
  }

  /** Starts a flow, with what is known of its slots. */
  startFlow(id: string, slots: FlowState["slots"]): void {
    this.set({ flow: { id, at: 0, slots, saved: {}, tries: 0, waiting: "no" }, fallbacks: 0 });
    this.run();
  }

  setFlow(change: Partial<FlowState>): void {
    if (this.state.flow !== undefined) this.set({ flow: { ...this.state.flow, ...change } });
  }

  program(): Program | undefined {
    return this.state.flow === undefined ? undefined : this.compiled.programs.get(this.state.flow.id);
  }

  /** The slot being asked for. */
  asked(): string | undefined {
    const { flow } = this.state;
    const instruction = flow?.waiting === "slot" ? this.program()?.code[flow.at] : undefined;
    return instruction?.op === "collect" ? instruction.slot : undefined;
  }

  /** Runs the flow until it waits or ends. Jumps lead forward, so there are at most as many rounds as instructions. */
  run(): void {
    for (;;) {
      const { flow } = this.state;
      if (flow === undefined) return;
      const instruction = this.program()?.code[flow.at];
      if (instruction === undefined || instruction.op === "end") return this.set({ flow: undefined });
      if (this.execute(instruction, flow) === "wait") return;
    }
  }

  private execute(instruction: Instruction, flow: FlowState): "go on" | "wait" {
    const next = flow.at + 1;
    switch (instruction.op) {
      case "collect":
        return this.collect(instruction.slot, flow);
      case "call": {
        const params = Object.fromEntries(
          Object.entries(instruction.params).map(([name, value]) => [name, this.parameter(value)]),
        );
        this.effects.push({ kind: "call", action: instruction.action, params });
        this.setFlow({ waiting: "action" });
        return "wait";
      }
      case "switch": {
        const value = asText(valueAt(this.values(), instruction.path));
        const to = Object.hasOwn(instruction.cases, value) ? instruction.cases[value] : instruction.otherwise;
        this.setFlow({ at: to ?? instruction.otherwise });
        return "go on";
      }
      case "jump":
        this.setFlow({ at: instruction.to });
        return "go on";
      case "say":
        this.say(fill(inLocale(instruction.text, replyLocale(this.state)), this.values()), "flow");
        this.setFlow({ at: next });
        return "go on";
      case "handover": {
        const { group, priority, reason = flow.id } = instruction;
        this.handOver({ ...(group && { group }), ...(priority && { priority }), reason });
        return "wait";
      }
      case "end":
        this.set({ flow: undefined });
        return "wait";
    }
  }

  private collect(name: string, flow: FlowState): "go on" | "wait" {
    const slot = this.program()?.slots[name];
    const known = flow.slots[name] ?? (slot && fromCaller(slot, this.state.caller));
    if (slot === undefined || known !== undefined) {
      this.setFlow({
        at: flow.at + 1,
        tries: 0,
        waiting: "no",
        ...(known !== undefined && { slots: { ...flow.slots, [name]: known } }),
      });
      return "go on";
    }
    this.setFlow({ waiting: "slot" });
    this.sayText(slot.ask, "flow");
    return "wait";
  }

  /** A parameter that is one placeholder keeps the kind of its value; anything else is text. */
  private parameter(value: string | number | boolean): Json {
    if (typeof value !== "string") return value;
    const whole = /^\{([^{}]+)\}$/.exec(value)?.[1];
    return (whole !== undefined ? valueAt(this.values(), whole) : undefined) ?? fill(value, this.values());
  }

  private values(): Record<string, Json> {
    const { flow, caller } = this.state;
    return { caller, ...flow?.slots, ...flow?.saved };
  }
}
