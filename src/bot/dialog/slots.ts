import { recognise, type SpanKind } from "../../recognise/recognise.js";
import type { Slot } from "../definition.js";
import type { Program } from "./compile.js";
import type { DialogState, FoundEntity } from "./state.js";
import { asText, valueAt } from "./wording.js";

/** Entities that are recognised without training. */
export const BUILTIN_ENTITIES = [
  "phone",
  "email",
  "id_card",
  "bank_card",
  "order_id",
  "url",
  "number",
  "money",
  "date",
] as const satisfies readonly SpanKind[];

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
