import { BUILTIN_ENTITIES } from "./dialog/slots.js";
import type { Issue, Location } from "../messages/errors.js";
import type { MessageKey } from "../messages/catalogue.js";
import type { KnownNames } from "./build-definition.js";
import type { Flow, Step } from "./definition.js";
import { placeholders } from "./dialog/wording.js";
import type { FlowFile } from "./flow-file.js";
import { nearest } from "../text/nearest.js";

type Path = readonly PropertyKey[];

/** Every step of a flow, those in branches too, with its path from the flow. */
function* walkSteps(steps: readonly Step[], path: Path): Generator<{ step: Step; path: Path }> {
  for (const [index, step] of steps.entries()) {
    const here = [...path, index];
    yield { step, path: here };
    if (step.on_error) yield* walkSteps(step.on_error, [...here, "on_error"]);
    for (const [value, branch] of Object.entries(step.cases ?? {})) yield* walkSteps(branch, [...here, "cases", value]);
    if (step.default) yield* walkSteps(step.default, [...here, "default"]);
  }
}

/** Checks that what flows and replies name exists, and that nothing is defined twice. */
export function checkReferences(files: readonly FlowFile[], known: KnownNames): Issue[] {
  const issues: Issue[] = [];
  const flows = new Map<string, Location>();
  const owners = new Map<string, Location>();
  const once = (seen: Map<string, Location>, name: string, where: Location, key: MessageKey): void => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, where);
    else issues.push({ severity: "error", key, params: { name, file: first.file, line: first.line ?? 1 }, where });
  };
  const mustExist: MustExist = (name, names, where, key, more = {}) => {
    if (names === undefined || names.includes(name)) return;
    const meant = nearest(name, names);
    issues.push({ severity: "error", key, params: { name, ...more }, where });
    if (meant !== undefined) issues.push({ severity: "info", key: "bot.ref.meant", params: { meant }, where });
  };
  for (const file of files) {
    for (const [index, flow] of file.flows.entries()) {
      const base: Path = ["flows", index];
      once(flows, flow.id, file.source.locate([...base, "id"]), "bot.ref.flow-twice");
      for (const [at, intent] of flow.intents.entries()) {
        const where = file.source.locate([...base, "intents", at]);
        once(owners, intent, where, "bot.ref.intent-twice");
        mustExist(intent, known.intents, where, "bot.ref.intent");
      }
      issues.push(...checkFlow(file, flow, base, known, mustExist));
    }
    for (const intent of Object.keys(file.replies)) {
      const where = file.source.locate(["replies", intent]);
      once(owners, intent, where, "bot.ref.intent-twice");
      mustExist(intent, known.intents, where, "bot.ref.reply");
    }
  }
  return issues;
}

type MustExist = (
  name: string,
  names: readonly string[] | undefined,
  where: Location,
  key: MessageKey,
  more?: Readonly<Record<string, string>>,
) => void;

function checkFlow(file: FlowFile, flow: Flow, base: Path, known: KnownNames, mustExist: MustExist): Issue[] {
  const issues: Issue[] = [];
  const slots = Object.keys(flow.slots);
  const steps = [...walkSteps(flow.steps, [...base, "steps"])];
  const saved = steps.flatMap(({ step }) => (step.save === undefined ? [] : [step.save]));
  const values = [...slots, ...saved, "caller"];
  for (const [slot, { entity, role }] of Object.entries(flow.slots)) {
    if (entity === undefined || known.entities === undefined) continue;
    const at = (key: string): Location => file.source.locate([...base, "slots", slot, key]);
    mustExist(entity, [...known.entities, ...BUILTIN_ENTITIES], at("entity"), "bot.ref.entity");
    if (role !== undefined) mustExist(role, known.roles?.get(entity) ?? [], at("role"), "bot.ref.role", { entity });
  }
  for (const { step, path } of steps) {
    const at = (...more: PropertyKey[]): Location => file.source.locate([...path, ...more]);
    if (step.collect !== undefined) mustExist(step.collect, slots, at("collect"), "bot.ref.slot");
    if (step.call !== undefined) mustExist(step.call, known.actions, at("call"), "bot.ref.action");
    if (step.switch !== undefined) mustExist(step.switch.split(".")[0]!, values, at("switch"), "bot.ref.value");
    for (const name of placeholders(step.say)) mustExist(name, values, at("say"), "bot.ref.value");
    for (const [param, value] of Object.entries(step.with ?? {})) {
      for (const name of placeholders(String(value))) mustExist(name, values, at("with", param), "bot.ref.value");
    }
  }
  for (const slot of slots) {
    if (steps.some(({ step }) => step.collect === slot)) continue;
    const where = file.source.locate([...base, "slots", slot]);
    issues.push({ severity: "warning", key: "bot.ref.slot-unused", params: { name: slot }, where });
  }
  return issues;
}
