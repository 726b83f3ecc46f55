import { recogniser, type Span } from "../../recognise/recognise.js";
import { wordFinder } from "./dictionary.js";
import { compilePattern } from "../../interop/pattern.js";
import type { EntityRules } from "./rules.js";
import type { EntityMatch } from "./entities.js";
import type { KnownSpan } from "./tag-features.js";

/** Everything that rules find in a text, overlapping. */
export interface Candidates {
  readonly matches: readonly EntityMatch[];
  /** What a tagger is told of the text: what the data lists, and all built-in kinds. */
  readonly known: () => readonly KnownSpan[];
}

function findPatterns(text: string, patterns: readonly { entity: string; regex: RegExp }[]): EntityMatch[] {
  return patterns.flatMap(({ entity, regex }) =>
    [...text.matchAll(regex)]
      .filter(([words]) => words !== "")
      .map(({ 0: words, index }): EntityMatch => {
        const place = { start: index, end: index + words.length };
        return { entity, ...place, text: words, value: words, from: "regex" };
      }),
  );
}

/**
 * Finds what a data set's lists, patterns and built-ins say of a text.
 * @param at the local date-time at which the text was written, from which relative dates count
 */
export function candidateFinder(rules: EntityRules): (text: string, at?: string) => Candidates {
  const names = new Map(rules.builtins.map(({ kind, entity }) => [kind, entity]));
  const kinds = rules.builtins.map(({ kind }) => kind);
  const find = wordFinder(rules.words);
  const patterns = rules.patterns.flatMap(({ entity, pattern }) => {
    const { regex } = compilePattern(pattern);
    return regex === undefined ? [] : [{ entity, regex }];
  });
  return (text, at) => {
    const recognised = recogniser(text, { at });
    const builtins = recognised(kinds).map((span: Span): EntityMatch => {
      const { kind, start, end, text: words, value } = span;
      return { entity: names.get(kind)!, start, end, text: words, value, from: "builtin" };
    });
    const words = find(text).map(({ start, end, rule: { entity, value, from } }): EntityMatch => {
      return { entity, start, end, text: text.slice(start, end), value, from };
    });
    const listed = [...words, ...findPatterns(text, patterns)];
    const known = (): KnownSpan[] => [
      ...listed
        .filter(({ from }) => from !== "annotated")
        .map(({ start, end, entity }) => ({ start, end, name: `listed ${entity}` })),
      ...recognised().map(({ start, end, kind }) => ({ start, end, name: kind })),
    ];
    return { matches: [...listed, ...builtins], known };
  };
}
