import { RANGE_KINDS, recognise, SPAN_KINDS, type SpanKind } from "../../recognise/recognise.js";
import type { Flow, Slot } from "../definition.js";
import type { Program } from "./compile.js";
import type { DialogState, FoundEntity } from "./state.js";
import { asText, valueAt } from "./wording.js";

/** Entities that a slot may ask for without training. */
export const BUILTIN_ENTITIES = SPAN_KINDS;

/** Looked for only where a slot asks for them: many texts hold a time or a city that is not meant, and a date with a time is one moment. */
const ON_DEMAND: ReadonlySet<string> = new Set([
  "tracking",
  "time",
  "datetime",
  "percent",
  "duration",
  "city",
  ...RANGE_KINDS,
]);

/** The built-in entities that a bot with these flows looks for in a turn. */
export function builtinKinds(flows: readonly Pick<Flow, "slots">[]): SpanKind[] {
  const asked = new Set(flows.flatMap(({ slots }) => Object.values(slots).map(({ entity }) => entity)));
  return BUILTIN_ENTITIES.filter((kind) => !ON_DEMAND.has(kind) || asked.has(kind));
}

function isBuiltin(entity: string): entity is SpanKind {
  return (BUILTIN_ENTITIES as readonly string[]).includes(entity);
}

type Values = Readonly<Record<string, string>>;

/** A reply to the question for a slot: which one, and all that was said. */
interface Asked {
  readonly slot: string;
  readonly text: string;
}

/** Letters and digits alone: what is left is no more than a name. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

/** Whether a reply is nothing but what a slot asks for. */
export function isNothingElse(slot: Slot, found: readonly FoundEntity[], reply: string): boolean {
  return found.some(({ entity, text }) => entity === slot.entity && bare(text) === bare(reply));
}

/**
 * Slots with what a turn's entities add: each entity fills the first slot of its kind that it may, the one being asked
 * for before the others. A slot with a role takes an entity with that role; where it is the one being asked for, also one
 * whose role no open slot wants, and whatever is the whole reply (上海, to "Where to?"). A filled slot keeps its value.
 */
export function fillSlots(program: Program, filled: Values, found: readonly FoundEntity[], asked?: Asked): Values {
  const values = { ...filled };
  const names = Object.keys(program.slots);
  const order = asked === undefined ? names : [asked.slot, ...names.filter((name) => name !== asked.slot)];
  const left = [...found];
  const fill = (fits: (match: FoundEntity, slot: Slot, isAsked: boolean) => boolean): void => {
    for (const name of order) {
      const slot = program.slots[name];
      if (slot?.entity === undefined || Object.hasOwn(values, name)) continue;
      const isAsked = name === asked?.slot;
      const index = left.findIndex((match) => match.entity === slot.entity && fits(match, slot, isAsked));
      if (index >= 0) values[name] = left.splice(index, 1)[0]!.value;
    }
  };
  if (asked !== undefined) fill(({ text }, _, isAsked) => isAsked && bare(text) === bare(asked.text));
  fill(({ role }, slot) => slot.role !== undefined && role === slot.role);
  fill((_, slot, isAsked) => slot.role === undefined || isAsked);
  return values;
}

/** The value that the caller's facts give a slot; undefined when they have none or a built-in entity does not hold. */
export function fromCaller(slot: Slot, caller: DialogState["caller"]): string | undefined {
  if (slot.from === undefined) return undefined;
  const text = asText(valueAt({ caller }, slot.from)).trim();
  if (text === "") return undefined;
  if (slot.entity === undefined || !isBuiltin(slot.entity)) return text;
  return recognise(text, [slot.entity])[0]?.value;
}
