import { KefuError } from "../../messages/errors.js";
import type { Issue, Location } from "../../messages/errors.js";
import { normalise } from "../../text/normalise.js";
import type { FaqEntry } from "../entry.js";
import { compactForm } from "../index/question-hash.js";
import type { EvalQuery } from "./query-file.js";

/** An entry as an evaluation names it. */
export interface Target {
  readonly id: string;
  readonly question: string;
  readonly category: string;
}

/** A query with the entries that would be right. */
export interface AimedQuery {
  readonly q: string;
  /** Empty: out of scope. */
  readonly expected: readonly Target[];
  readonly kind?: string;
  readonly where: Location;
}

/** Questions with the entries that are right for them in this knowledge base. */
export interface Aimed {
  readonly queries: readonly AimedQuery[];
  /** How many ids were standard questions. */
  readonly byQuestion: number;
  /** Queries left out because none of their ids is known. */
  readonly skipped: number;
}

interface Finder {
  readonly byId: (id: string) => Target | undefined;
  readonly byQuestion: (question: string) => readonly Target[];
}

function finderOf(entries: Iterable<FaqEntry>): Finder {
  const ids = new Map<string, Target>();
  const questions = new Map<string, Target[]>();
  for (const { id, question, category } of entries) {
    const target = { id, question, category };
    ids.set(id, target);
    const form = compactForm(normalise(question));
    const same = questions.get(form);
    if (same === undefined) questions.set(form, [target]);
    else same.push(target);
  }
  return {
    byId: (id) => ids.get(id),
    byQuestion: (question) => questions.get(compactForm(normalise(question))) ?? [],
  };
}

interface Found {
  readonly targets: Target[];
  readonly unknown: string[];
  readonly byQuestion: number;
}

function find({ expected, whole }: EvalQuery, { byId, byQuestion }: Finder): Found {
  const names = whole !== undefined && (byId(whole) !== undefined || byQuestion(whole).length > 0) ? [whole] : expected;
  const targets = new Map<string, Target>();
  const unknown: string[] = [];
  let questions = 0;
  for (const name of names) {
    const one = byId(name);
    const some = one === undefined ? byQuestion(name) : [one];
    if (one === undefined && some.length > 0) questions++;
    if (some.length === 0) unknown.push(name);
    for (const target of some) targets.set(target.id, target);
  }
  return { targets: [...targets.values()], unknown, byQuestion: questions };
}

/**
 * Finds the entries that queries name, by id or else by standard question (but for spaces, punctuation, case and script).
 * @param skipUnknown leaves out what is not known instead of failing
 * @throws KefuError `input` that lists every unknown id with its row
 */
export function aim(
  queries: readonly EvalQuery[],
  entries: Iterable<FaqEntry>,
  { skipUnknown, file }: { skipUnknown: boolean; file: string },
): Aimed {
  const finder = finderOf(entries);
  const issues: Issue[] = [];
  const aimed: AimedQuery[] = [];
  let [byQuestion, skipped] = [0, 0];
  for (const query of queries) {
    const { q, kind, where, expected } = query;
    const found = find(query, finder);
    byQuestion += found.byQuestion;
    for (const id of found.unknown)
      issues.push({ severity: "error", key: "kb.eval.unknown-id", params: { id, q }, where });
    if (expected.length > 0 && found.targets.length === 0) skipped++;
    else aimed.push({ q, expected: found.targets, ...(kind === undefined ? {} : { kind }), where });
  }
  if (issues.length > 0 && !skipUnknown) {
    const hint = { key: "kb.eval.hint.unknown" } as const;
    throw new KefuError("input", "kb.eval.unknown-ids", { count: issues.length }, { where: { file }, hint, issues });
  }
  return { queries: aimed, byQuestion, skipped };
}
