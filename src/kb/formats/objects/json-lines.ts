import { endOfText } from "./json-fault.js";

/** Deeper than this, a place is that of what it stands in. */
const DEEPEST = 8;

/** A path as a key of {@link linesOfJson}. */
export function pathKey(path: readonly (string | number)[]): string {
  return path.slice(0, DEEPEST).join("\0");
}

interface Level {
  readonly list: boolean;
  /** Number, or key, of the value that comes next. */
  at: number | string;
  /** In an object: a text now is a key. */
  expectsKey: boolean;
}

const TOKEN = /["[\]{},:\n]|[^\s"[\]{},:]+/g;

/** Tokens in order, texts whole. */
function* tokensOf(source: string): Generator<string> {
  const pattern = new RegExp(TOKEN);
  for (let found = pattern.exec(source); found !== null; found = pattern.exec(source)) {
    if (found[0] === '"') {
      const end = endOfText(source, found.index);
      if (end < 0) return;
      pattern.lastIndex = end;
      yield source.slice(found.index, end);
    } else yield found[0];
  }
}

/** The line (from 1) of every value in a JSON document that is known to be valid, by its path. */
export function linesOfJson(source: string): Map<string, number> {
  const lines = new Map<string, number>();
  const levels: Level[] = [];
  let line = 1;
  const note = (): void => {
    const top = levels.at(-1);
    if (top === undefined || levels.length > DEEPEST) return;
    lines.set(pathKey(levels.map(({ at }) => at)), line);
  };
  for (const token of tokensOf(source)) {
    const top = levels.at(-1);
    if (token === "\n") line++;
    else if (token === "{" || token === "[") {
      note();
      levels.push({ list: token === "[", at: token === "[" ? 0 : "", expectsKey: token === "{" });
    } else if (token === "}" || token === "]") levels.pop();
    else if (token === ",") {
      if (top?.list === true) top.at = (top.at as number) + 1;
      else if (top !== undefined) top.expectsKey = true;
    } else if (token !== ":") {
      if (top !== undefined && !top.list && top.expectsKey) {
        top.at = levels.length > DEEPEST ? "" : (JSON.parse(token) as string);
        top.expectsKey = false;
      } else note();
    }
  }
  return lines;
}
