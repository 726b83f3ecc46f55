interface Rule {
  readonly from: string;
  readonly to: string;
}

/** The rules whose source starts with one code point. */
interface Bucket {
  readonly longest: number;
  readonly rules: ReadonlyMap<string, Rule>;
}

/** A stretch of a text: the source of one rule with its target, or text that no rule touches. */
interface Piece {
  readonly text: string;
  readonly to: string | undefined;
}

/**
 * A conversion by longest match from the left over OpenCC dictionaries in text form (`from to|from to|…`, sorted by
 * code point). Nothing is parsed before it is needed: the rules for a first character are found by binary search in
 * the text and kept, so that a conversion of one sentence costs microseconds, not the parsing of a megabyte.
 */
export class Conversion {
  private readonly buckets = new Map<number, Bucket | undefined>();

  /** Where two dictionaries have the same source, the earlier one counts. */
  constructor(private readonly dictionaries: readonly string[]) {}

  convert(text: string): string {
    let out = "";
    let from = 0;
    for (let at = 0; at < text.length;) {
      const point = text.codePointAt(at)!;
      const rule = this.match(text, at, point);
      if (rule === undefined) {
        at += width(point);
        continue;
      }
      out += text.slice(from, at) + rule.to;
      at += rule.from.length;
      from = at;
    }
    return from === 0 ? text : out + text.slice(from);
  }

  /** The text cut at the sources of the rules. */
  pieces(text: string): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    const rest = (end: number): void => {
      if (end > from) pieces.push({ text: text.slice(from, end), to: undefined });
    };
    for (let at = 0; at < text.length;) {
      const point = text.codePointAt(at)!;
      const rule = this.match(text, at, point);
      if (rule === undefined) {
        at += width(point);
        continue;
      }
      rest(at);
      pieces.push({ text: rule.from, to: rule.to });
      at += rule.from.length;
      from = at;
    }
    rest(text.length);
    return pieces;
  }

  private match(text: string, at: number, point: number): Rule | undefined {
    let bucket = this.buckets.get(point);
    if (bucket === undefined) {
      if (this.buckets.has(point)) return undefined;
      bucket = this.parse(point);
      this.buckets.set(point, bucket);
      if (bucket === undefined) return undefined;
    }
    for (let length = Math.min(bucket.longest, text.length - at); length > 0; length--) {
      const rule = bucket.rules.get(text.slice(at, at + length));
      if (rule !== undefined) return rule;
    }
    return undefined;
  }

  private parse(point: number): Bucket | undefined {
    const rules = new Map<string, Rule>();
    let longest = 0;
    for (const dictionary of this.dictionaries) {
      const start = firstEntry(dictionary, point);
      const end = firstEntry(dictionary, point + 1);
      if (start === end) continue;
      for (const [from, to] of parseEntries(dictionary.slice(start, end))) {
        if (!rules.has(from)) rules.set(from, { from, to });
        longest = Math.max(longest, from.length);
      }
    }
    return rules.size === 0 ? undefined : { longest, rules };
  }
}

/** The entries of a dictionary text, in its order. */
export function parseEntries(dictionary: string): [from: string, to: string][] {
  const entries: [string, string][] = [];
  for (const entry of dictionary.split("|")) {
    const space = entry.indexOf(" ");
    if (space > 0) entries.push([entry.slice(0, space), entry.slice(space + 1)]);
  }
  return entries;
}

/** Offset of the first entry that starts with this code point or a later one; the length of the text if none does. */
function firstEntry(dictionary: string, point: number): number {
  let low = 0;
  let high = dictionary.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = middle === 0 ? 0 : dictionary.lastIndexOf("|", middle - 1) + 1;
    if (dictionary.codePointAt(start)! >= point) {
      high = start;
    } else {
      const next = dictionary.indexOf("|", start);
      low = next < 0 ? dictionary.length : next + 1;
    }
  }
  return low;
}

function width(point: number): number {
  return point > 0xffff ? 2 : 1;
}
