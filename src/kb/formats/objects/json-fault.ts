type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

const SPACE = /[ \t\r\n]*/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null/iy;

/** What may come after a value. */
function after(open: readonly string[]): Expected {
  return open.length === 0 ? "nothing" : "comma-or-end";
}

function matchAt(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? -1;
}

/** Where the text that begins with the quotation mark at `at` ends, behind its last mark; -1 where it does not. */
export function endOfText(source: string, at: number): number {
  for (let next = at + 1; next < source.length; next++) {
    const code = source.charCodeAt(next);
    if (code === 0x22) return next + 1;
    if (code < 0x20) return -1;
    if (code === 0x5c) next++;
  }
  return -1;
}

function textLength(source: string, at: number): number {
  const end = source[at] === '"' ? endOfText(source, at) : -1;
  if (end < 0) return -1;
  const fits = end - at > 100_000 || isJson(source.slice(at, end));
  return fits ? end - at : -1;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Where (from 0) a text stops being JSON; engines name the place of some mistakes only. Its length where it ends too early. */
export function jsonFaultAt(source: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    at += matchAt(SPACE, source, at);
    const char = source[at];
    if (char === undefined) return at;
    const wantsValue = expected === "value" || expected === "value-or-end";
    if (wantsValue && (char === "{" || char === "[")) {
      open.push(char);
      expected = char === "{" ? "key-or-end" : "value-or-end";
      at++;
    } else if (char === "}" || char === "]") {
      const fits = open.at(-1) === (char === "}" ? "{" : "[");
      const ends = expected === "comma-or-end" || expected === (char === "}" ? "key-or-end" : "value-or-end");
      if (!fits || !ends) return at;
      open.pop();
      expected = after(open);
      at++;
    } else if (char === "," && expected === "comma-or-end") {
      expected = open.at(-1) === "{" ? "key" : "value";
      at++;
    } else if (char === ":" && expected === "colon") {
      expected = "value";
      at++;
    } else {
      const key: boolean = expected === "key" || expected === "key-or-end";
      const length = key || char === '"' ? textLength(source, at) : matchAt(PLAIN, source, at);
      if (length <= 0 || !(key || wantsValue)) return at;
      at += length;
      expected = key ? "colon" : after(open);
    }
  }
}

/** What V8 says of a mistake, without the piece of the text it quotes and without the place. */
export function jsonReason(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  return said.split(/ in JSON|, \.{0,3}"/)[0]!;
}
