import { isHan, isWord } from "../../text/characters.js";
import { fold, type Folded } from "../fold.js";

/** A word of a dictionary, found in a text; offsets in UTF-16 code units of the text as given. */
interface WordFound<T> {
  readonly start: number;
  readonly end: number;
  readonly rule: T;
}

const UNITS = 0x10000;

/** A letter or digit of a script that puts spaces between words. */
function isSpaced(unit: string | undefined): boolean {
  if (unit === undefined) return false;
  const point = unit.charCodeAt(0);
  return isWord(point) && !isHan(point);
}

/** Aho and Corasick's automaton (1975) over UTF-16 code units of folded words. */
class Automaton<T> {
  /** node · 65536 + unit → node */
  readonly #edges = new Map<number, number>();
  /** By node: the longest proper suffix of its words that is a node, too. */
  readonly #suffix: number[] = [0];
  /** By node: the rule that ends there, and the next shorter suffix at which one ends. */
  readonly #rules: (T | undefined)[] = [undefined];
  readonly #lengths: number[] = [0];
  readonly #shorter: number[] = [0];

  constructor(words: Iterable<readonly [folded: string, rule: T]>) {
    for (const [word, rule] of words) this.#add(word, rule);
    // Map keeps the order of insertion, in which a node's parent comes before it; suffixes need nodes by length.
    const byLength = [...this.#edges].sort(([, a], [, b]) => this.#lengths[a]! - this.#lengths[b]!);
    for (const [key, node] of byLength) {
      const [parent, unit] = [Math.floor(key / UNITS), key % UNITS];
      const suffix = parent === 0 ? 0 : this.step(this.#suffix[parent]!, unit);
      this.#suffix[node] = suffix;
      this.#shorter[node] = this.#rules[suffix] === undefined ? this.#shorter[suffix]! : suffix;
    }
  }

  #add(word: string, rule: T): void {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      const key = node * UNITS + word.charCodeAt(at);
      let next = this.#edges.get(key);
      if (next === undefined) {
        next = this.#rules.push(undefined) - 1;
        this.#lengths.push(at + 1);
        this.#edges.set(key, next);
      }
      node = next;
    }
    if (node > 0) this.#rules[node] ??= rule;
  }

  step(from: number, unit: number): number {
    for (let node = from; ; node = this.#suffix[node]!) {
      const next = this.#edges.get(node * UNITS + unit);
      if (next !== undefined) return next;
      if (node === 0) return 0;
    }
  }

  /** Rules that end at a node, longest first, with the length of their words. */
  *endings(node: number): Iterable<{ rule: T; length: number }> {
    for (let at = node; at > 0; at = this.#shorter[at]!) {
      const rule = this.#rules[at];
      if (rule !== undefined) yield { rule, length: this.#lengths[at]! };
    }
  }
}

/**
 * All words of a dictionary that a text holds, whatever their case, width and script. Chinese words may begin and end
 * anywhere; a Latin word or number may not begin or end inside another. Of two rules for one word the first counts. The
 * time to search depends on the text, not on the number of words.
 */
export function wordFinder<T extends { readonly word: string }>(
  rules: readonly T[],
): (text: string, folded?: Folded) => WordFound<T>[] {
  const automaton = new Automaton(rules.map((rule) => [fold(rule.word).text, rule] as const));
  return (text, folded = fold(text)) => {
    const { text: plain, starts, ends } = folded;
    const isBorder = (at: number): boolean => !(isSpaced(plain[at - 1]) && isSpaced(plain[at]));
    // A character that folds to several units is taken whole.
    const isWhole = (from: number, to: number): boolean =>
      starts[from] !== starts[from - 1] && (to === plain.length || starts[to] !== starts[to - 1]);
    const found: WordFound<T>[] = [];
    let node = 0;
    for (let at = 0; at < plain.length; at++) {
      node = automaton.step(node, plain.charCodeAt(at));
      if (!isBorder(at + 1)) continue;
      for (const { rule, length } of automaton.endings(node)) {
        const from = at + 1 - length;
        if (isBorder(from) && isWhole(from, at + 1)) found.push({ start: starts[from]!, end: ends[at]!, rule });
      }
    }
    return found;
  };
}
