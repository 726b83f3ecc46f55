import { diffArrays } from "diff";

/** A stretch of two texts that were compared: in both, in the old one only, or in the new one only. */
export interface Piece {
  readonly kind: "same" | "old" | "new";
  readonly text: string;
}

/** Words and numbers of alphabetic scripts whole, white space in runs, every other sign (so every Chinese character) by itself. */
const TOKEN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\d]+(?:['’.,:][\p{Script=Latin}\d]+)*|\s+|./gsu;

/** With more insertions and deletions than this two texts have little in common: the one is shown after the other. */
const MOST_EDITS = 1500;

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** How many tokens two lists have in common from their start. */
function sharedStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at++;
  return at;
}

type Run = { kind: Piece["kind"]; tokens: string[] };

function runsOf(before: string[], after: string[]): Run[] {
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) {
    return [
      { kind: "old", tokens: before },
      { kind: "new", tokens: after },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: removed ? "old" : added ? "new" : "same",
    tokens: value,
  }));
}

/** One character, or white space and signs alone, that two edits happen to share tells a reader nothing. */
function isTrifle(tokens: readonly string[]): boolean {
  return tokens.length === 1 || !/[\p{L}\p{N}]/u.test(tokens.join(""));
}

/** Edits with only a trifle between them become one; in each the old words come before the new ones. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  let old: string[] = [];
  let fresh: string[] = [];
  const flush = (): void => {
    if (old.length > 0) result.push({ kind: "old", tokens: old });
    if (fresh.length > 0) result.push({ kind: "new", tokens: fresh });
    [old, fresh] = [[], []];
  };
  for (const [at, { kind, tokens }] of runs.entries()) {
    if (kind === "old") old.push(...tokens);
    else if (kind === "new") fresh.push(...tokens);
    else if (old.length + fresh.length > 0 && at < runs.length - 1 && isTrifle(tokens)) {
      old.push(...tokens);
      fresh.push(...tokens);
    } else {
      flush();
      result.push({ kind, tokens });
    }
  }
  flush();
  return result;
}

/**
 * What changed between two texts, word by word; Chinese, which has no spaces, character by character.
 * The pieces that are not `new` make up the old text, those that are not `old` the new one.
 *
 * The algorithm is Myers' (An O(ND) Difference Algorithm, 1986), bounded: texts that differ nearly everywhere come back as
 * one piece each.
 */
export function diffWords(before: string, after: string): Piece[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const start = sharedStart(a, b);
  const end = sharedStart(a.slice(start).reverse(), b.slice(start).reverse());
  const middle = joined(runsOf(a.slice(start, a.length - end), b.slice(start, b.length - end)));
  const runs: Run[] = [
    { kind: "same", tokens: a.slice(0, start) },
    ...middle,
    { kind: "same", tokens: a.slice(a.length - end) },
  ];
  return runs.filter(({ tokens }) => tokens.length > 0).map(({ kind, tokens }) => ({ kind, text: tokens.join("") }));
}

/** Long stretches without a change, cut to some characters beside each change. */
export function nearChanges(pieces: readonly Piece[], around: number): Piece[] {
  return pieces.map((piece, at) => {
    if (piece.kind !== "same") return piece;
    const signs = [...piece.text];
    const [first, last] = [at === 0, at === pieces.length - 1];
    const keep = (first ? 0 : around) + (last ? 0 : around);
    if (signs.length <= keep + 1) return piece;
    const head = first ? "" : signs.slice(0, around).join("");
    const tail = last ? "" : signs.slice(signs.length - around).join("");
    return { kind: "same", text: `${head}…${tail}` };
  });
}
