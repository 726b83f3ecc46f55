import { normalise } from "../../../text/normalise.js";

/** A question with its answer, as markup tells it. */
export interface HtmlPair {
  readonly question: string;
  readonly answer: string;
  readonly links: readonly string[];
  readonly similar: readonly string[];
  readonly category: string;
  readonly line?: number;
}

function keyOf(question: string): string {
  return normalise(question.replace(/^\s*(?:q|问|問)?\s*[(（]?\d{0,3}[)）]?\s*[.:：、．]\s*/i, "")).replaceAll(" ", "");
}

/**
 * Pairs that a page tells in several ways (once for search engines, once for people), each once and in the order of the
 * first way. The longer answer stays where one only begins the other.
 */
export function mergePairs(ways: readonly (readonly HtmlPair[])[]): HtmlPair[] {
  const merged: HtmlPair[] = [];
  const byQuestion = new Map<string, number[]>();
  for (const [way, pairs] of ways.entries()) {
    const before = merged.length;
    for (const pair of pairs) {
      const key = keyOf(pair.question);
      const answer = normalise(pair.answer).replaceAll(" ", "");
      const known = (byQuestion.get(key) ?? []).map((at) => ({ at, other: merged[at]! }));
      const same = known.find(({ other }) => normalise(other.answer).replaceAll(" ", "") === answer);
      const elsewhere = way === 0 ? undefined : known.find(({ at }) => at < before);
      if (same === undefined && elsewhere === undefined) {
        byQuestion.set(key, [...(byQuestion.get(key) ?? []), merged.length]);
        merged.push(pair);
      } else {
        const { at, other } = (same ?? elsewhere)!;
        merged[at] = better(other, pair);
      }
    }
  }
  return merged;
}

function better(first: HtmlPair, second: HtmlPair): HtmlPair {
  const [a, b] = [first, second].map(({ answer }) => normalise(answer).replaceAll(" ", "")) as [string, string];
  const longer = b.length > a.length && b.startsWith(a.slice(0, Math.max(20, a.length - 3)).replace(/…$/, ""));
  return {
    ...first,
    answer: longer || b === a ? second.answer : first.answer,
    links: [...new Set([...first.links, ...second.links])],
    category: first.category === "" ? second.category : first.category,
    ...(second.line === undefined ? {} : { line: second.line }),
  };
}
