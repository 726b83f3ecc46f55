/** Characters after which a text is cut at the next place where a block of its own begins. */
const SOFT = 4_000;
/** Where none comes, at the next item of a list or line of a quote. */
const MEDIUM = 8_000;
/** And then at the next line that is no row of a table. */
const HARD = 12_000;
/** And at last inside a table, whose header is said again for the rows that follow. */
const HARDEST = 200_000;

/** What a line costs beside its characters: short lines of lists and quotes are what takes a parser longest. */
const LINE = 40;

/** A part of a Markdown text that is parsed on its own. */
export interface Chunk {
  readonly text: string;
  /** Lines of the document before it. */
  readonly before: number;
  /** Lines of the chunk; what the parser finds below them is not of the document. */
  readonly lines: number;
}

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const RAW_START = /^ {0,3}<(?:(script|pre|style|textarea)(?=[\s>]|$)|!--)/i;
const RAW_END = /<\/(?:script|pre|style|textarea)>/i;
const DEFINITION = /^ {0,3}\[([^[\]\n]{1,200})\]:[ \t]*\S/;
const LABEL = /\[([^[\]\n]{1,200})\]/g;

/** Fences, comments and raw HTML run over lines that look like the beginning of something else. */
class Inside {
  private fence = "";
  private raw: "" | "tag" | "comment" = "";

  /** Whether the line stands inside, or opens, something that no cut may part. */
  takes(line: string): boolean {
    if (this.fence !== "") {
      const found = /^ {0,3}(`+|~+)[ \t]*$/.exec(line)?.[1];
      if (found?.startsWith(this.fence) === true) this.fence = "";
      return true;
    }
    if (this.raw === "") {
      this.fence = FENCE.exec(line)?.[1] ?? "";
      const raw = this.fence === "" ? RAW_START.exec(line) : null;
      if (raw === null) return this.fence !== "";
      this.raw = raw[1] === undefined ? "comment" : "tag";
    }
    if (this.raw === "comment" ? line.includes("-->") : RAW_END.test(line)) this.raw = "";
    return true;
  }
}

function mayCut(line: string, afterBlank: boolean, size: number): boolean {
  if (/^#{1,6}[ \t]/.test(line) || (afterBlank && /^[^\s\-*+>|:\d]/.test(line))) return true;
  if (size < MEDIUM || /^(?:\s|[=-]+\s*$)/.test(line)) return false;
  return afterBlank || /^(?:>|(?:[-*+]|\d{1,9}[.)])\s)/.test(line) || size >= (line.startsWith("|") ? HARDEST : HARD);
}

const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The header of the table that the line at `at` is a row of, as two lines; none for a line outside a table. */
function tableHeader(lines: readonly string[], at: number): readonly string[] {
  if (lines[at]?.startsWith("|") !== true) return [];
  let first = at;
  while (first > 0 && lines[first - 1]!.startsWith("|")) first--;
  const header = lines.slice(first, first + 2);
  return at > first + 1 && DELIMITER.test(header[1] ?? "") ? header : [];
}

/** Where links and footnotes lead that are said elsewhere in the document than where they are used. */
function definitionsFor(chunk: string, definitions: ReadonlyMap<string, string>): string {
  const used = new Set<string>();
  for (const [, label] of chunk.matchAll(LABEL)) {
    const definition = definitions.get(label!.toLowerCase());
    if (definition !== undefined) used.add(definition);
  }
  return [...used].join("\n");
}

/**
 * Cuts a long Markdown text where blocks begin. A parser needs memory many times the size of its text, and for some texts
 * time that grows with the square of it.
 */
export function* chunksOf(lines: readonly string[]): Generator<Chunk> {
  const definitions = new Map<string, string>();
  const starts = [0];
  const inside = new Inside();
  let size = 0;
  for (const [at, line] of lines.entries()) {
    const whole = inside.takes(line);
    const label = whole ? undefined : DEFINITION.exec(line)?.[1]?.toLowerCase();
    if (label !== undefined && !definitions.has(label)) definitions.set(label, line);
    // What is inside something stays with its beginning.
    if (size >= SOFT && !whole && mayCut(line, at > 0 && lines[at - 1]!.trim() === "", size)) {
      starts.push(at);
      size = 0;
    }
    size += line.length + LINE;
  }
  for (const [at, start] of starts.entries()) {
    const header = tableHeader(lines, start);
    const own = [...header, ...lines.slice(start, starts[at + 1])];
    const text = own.join("\n");
    const more = starts.length === 1 ? "" : definitionsFor(text, definitions);
    yield { text: more === "" ? text : `${text}\n\n${more}`, before: start - header.length, lines: own.length };
  }
}
