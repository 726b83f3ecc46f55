import { RANGE_KINDS, recognise, SPAN_KINDS, type SpanKind } from "../../recognise/recognise.js";
import type { Flow, Slot } from "../definition.js";
import type { Program } from "./compile.js";
import type { DialogState, FoundEntity } from "./state.js";
import { asText, valueAt } from "./wording.js";

/** Entities that a slot may ask for without training. */
export const BUILTIN_ENTITIES = SPAN_KINDS;

/** Looked for only where a slot asks for them: many texts hold a time or a city that is not meant, and a date with a time is one moment. */
const ON_DEMAND: ReadonlySet<string> = new Set(["tracking", "time", "datetime", "duration", "city", ...RANGE_KINDS]);

/** The built-in entities that a bot with these flows looks for in a turn. */
export function builtinKinds(flows: readonly Pick<Flow, "slots">[]): SpanKind[] {
  const asked = new Set(flows.flatMap(({ slots }) => Object.values(slots).map(({ entity }) => entity)));
  return BUILTIN_ENTITIES.filter((kind) => !ON_DEMAND.has(kind) || asked.has(kind));
}

function isBuiltin(entity: string): entity is SpanKind {
  return (BUILTIN_ENTITIES as readonly string[]).includes(entity);
}

type Values = Readonly<Record<string, string>>;

/**
 * Slots with what a turn's entities add: each entity fills the first slot of its kind that it may, the one being asked
 * for before the others. A filled slot keeps its value.
 */
export function fillSlots(program: Program, filled: Values, found: readonly FoundEntity[], asked?: string): Values {
  const values = { ...filled };
  const names = Object.keys(program.slots);
  const order = asked === undefined ? names : [asked, ...names.filter((name) => name !== asked)];
  const left = [...found];
  for (const name of order) {
    if (Object.hasOwn(values, name)) continue;
    const entity = program.slots[name]?.entity;
    const index = entity === undefined ? -1 : left.findIndex((match) => match.entity === entity);
    if (index >= 0) values[name] = left.splice(index, 1)[0]!.value;
  }
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
