interface Rule {
  readonly from: string;
  readonly to: string;
}

/** The rules whose source starts with one code point: that of it alone, and longer ones by the unit after it, longest first. */
interface Bucket {
  readonly alone: Rule | undefined;
  readonly longer: ReadonlyMap<number, readonly Rule[]>;
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
  /** 1 for a unit that is a character with which no rule starts: most are such, and are passed over at once. */
  private readonly barren = new Uint8Array(0x10000);

  /** Where two dictionaries have the same source, the earlier one counts. */
  constructor(private readonly dictionaries: readonly string[]) {}

  convert(text: string): string {
    let out = "";
    let from = 0;
    for (let at = 0; at < text.length;) {
      if (this.barren[text.charCodeAt(at)] === 1) {
        at++;
        continue;
      }
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
    if (this.barren[text.charCodeAt(at)] === 1) return undefined;
    let bucket = this.buckets.get(point);
    if (bucket === undefined && !this.buckets.has(point)) {
      bucket = this.parse(point);
      this.buckets.set(point, bucket);
      if (bucket === undefined && !isHalf(point) && point <= 0xffff) this.barren[point] = 1;
    }
    if (bucket === undefined) return undefined;
    const longer = bucket.longer.get(text.charCodeAt(at + width(point)));
    if (longer !== undefined) for (const rule of longer) if (text.startsWith(rule.from, at)) return rule;
    return bucket.alone;
  }

  private parse(point: number): Bucket | undefined {
    const rules = new Map<string, Rule>();
    for (const dictionary of this.dictionaries) {
      const start = firstEntry(dictionary, point);
      const end = firstEntry(dictionary, point + 1);
      if (start === end) continue;
      for (const [from, to] of parseEntries(dictionary.slice(start, end))) {
        if (!rules.has(from)) rules.set(from, { from, to });
      }
    }
    if (rules.size === 0) return undefined;
    const first = String.fromCodePoint(point);
    const longer = new Map<number, Rule[]>();
    for (const rule of [...rules.values()].sort((a, b) => b.from.length - a.from.length)) {
      if (rule.from.length === first.length) continue;
      const unit = rule.from.charCodeAt(first.length);
      const others = longer.get(unit);
      if (others === undefined) longer.set(unit, [rule]);
      else others.push(rule);
    }
    return { alone: rules.get(first), longer };
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

/** Half of a character beyond U+FFFF: which one, the other half tells. */
const isHalf = (point: number): boolean => point >= 0xd800 && point <= 0xdfff;

function width(point: number): number {
  return point > 0xffff ? 2 : 1;
}
