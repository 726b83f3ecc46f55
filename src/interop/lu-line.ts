import type { Loss } from "./loss.js";
import type { EntitySpan } from "./training-data.js";

interface LuLine {
  readonly text: string;
  readonly entities: readonly EntitySpan[];
  readonly losses: readonly Loss[];
}

const OPEN = /\{\s*@?([^{}=\\]+?)\s*=\s*/uy;
const PLACE = /\{\s*@?([^{}=\\]+)\}/uy;
const CHOICE = /^\([^()]*\|[^()]*\)/u;
const REFERENCE = /^\[[^\]]*\]\(.*\)$/u;

/** `entity:role`, as it stands before `=`. */
function labelOf(name: string): Pick<EntitySpan, "entity" | "role"> {
  const [entity = "", role] = name.split(":").map((part) => part.trim());
  return role === undefined || role === "" ? { entity } : { entity, role };
}

/**
 * An example of `.lu`: `book {@city:from=Paris}`, marks within marks too. What is a pattern (`{name}` without words, `[please]`, `(a|b)`)
 * or a reference to another file is no example and is noted.
 */
export function readLuLine(line: string): LuLine {
  if (REFERENCE.test(line)) return { text: "", entities: [], losses: [{ kind: "reference", example: line }] };
  const entities: EntitySpan[] = [];
  const open: { start: number; label: Pick<EntitySpan, "entity" | "role"> }[] = [];
  let text = "";
  let template = false;
  for (let at = 0; at < line.length;) {
    const sign = line[at]!;
    OPEN.lastIndex = PLACE.lastIndex = at;
    const opening = sign === "{" ? OPEN.exec(line) : null;
    if (sign === "\\" && /[{}[\]()\\|]/u.test(line[at + 1] ?? "")) {
      text += line[at + 1]!;
      at += 2;
    } else if (opening !== null) {
      open.push({ start: text.length, label: labelOf(opening[1]!) });
      at = OPEN.lastIndex;
    } else if (sign === "}" && open.length > 0) {
      const { start, label } = open.pop()!;
      if (text.length > start) entities.push({ start, end: text.length, ...label });
      at++;
    } else {
      template ||= (sign === "{" && PLACE.test(line)) || sign === "[" || (sign === "(" && CHOICE.test(line.slice(at)));
      text += sign;
      at++;
    }
  }
  if (template) return { text: "", entities: [], losses: [{ kind: "template", example: line }] };
  return { text, entities: entities.sort((a, b) => a.start - b.start || b.end - a.end), losses: [] };
}

const escape = (text: string): string => text.replace(/[{}[\]()\\|]/gu, "\\$&");

/** @param spans left to right, none reaching into another */
export function writeLuLine(text: string, spans: readonly EntitySpan[]): string {
  let out = "";
  let from = 0;
  for (const { start, end, entity, role } of spans) {
    const name = role === undefined ? entity : `${entity}:${role}`;
    out += `${escape(text.slice(from, start))}{@${name}=${escape(text.slice(start, end))}}`;
    from = end;
  }
  return out + escape(text.slice(from));
}
