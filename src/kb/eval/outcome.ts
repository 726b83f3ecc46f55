import type { Embedder } from "../../embed/embedder.js";
import type { DecideSettings, Decision } from "../respond/decide.js";
import type { KbIndex } from "../index/kb-index.js";
import { respond, type Response } from "../respond/respond.js";
import { type Candidate, retrieve, type RetrieveOptions } from "../retrieve/retrieve.js";
import type { SearchBackend } from "../retrieve/search-backend.js";
import type { AimedQuery } from "./targets.js";

/** What became of one query. */
export interface Outcome {
  readonly query: AimedQuery;
  /** Ranks (from 1) of the expected entries among the first {@link DEPTH}, ascending. */
  readonly ranks: readonly number[];
  /** The first entry found. */
  readonly top?: { readonly id: string; readonly question: string; readonly score: number };
  readonly decision: Decision["kind"];
  /** Entries given as the answer: one, or several where the query was taken apart. */
  readonly given: readonly string[];
  /** The first entry found is an expected one. */
  readonly right: boolean;
  /** An expected entry stands among the choices of a clarification. */
  readonly offered: boolean;
  /** Milliseconds. */
  readonly elapsed: number;
}

/** So many entries are looked at: an expected one that comes later counts as not found. */
const DEPTH = 50;

/** A knowledge base to ask, as callers would. */
export interface Asked {
  readonly index: KbIndex | SearchBackend;
  readonly embedder: Embedder;
  readonly options: Omit<RetrieveOptions, "limit">;
  readonly settings: DecideSettings;
}

/** The clock, and what is told of progress. */
export interface AskHooks {
  /** Milliseconds that only grow. */
  readonly elapsed: () => number;
  /** Awaited after each query. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
}

/** What a response says as a whole: taken apart, a query is answered when one of its questions is. */
function said({ verdict, parts }: Response): {
  decision: Decision["kind"];
  given: readonly Candidate[];
  choices: readonly Candidate[];
} {
  const verdicts = parts?.map((part) => part.verdict) ?? [verdict];
  const given = verdicts.flatMap((one) => (one.kind === "answer" ? [one.candidate] : []));
  const choices = verdicts.flatMap((one) => (one.kind === "clarify" ? one.choices : []));
  return { decision: given.length > 0 ? "answer" : choices.length > 0 ? "clarify" : "abstain", given, choices };
}

async function ask(query: AimedQuery, base: Asked, elapsed: () => number): Promise<Outcome> {
  const { index, embedder, options, settings } = base;
  const started = elapsed();
  let candidates: readonly Candidate[] = [];
  const response = await respond(query.q, {
    find: async (text, limit) => {
      if (text !== query.q) return retrieve(index, embedder, text, { ...options, limit });
      // Of the query itself more is looked at than a decision takes.
      candidates = await retrieve(index, embedder, text, { ...options, limit: DEPTH });
      return candidates.slice(0, limit);
    },
    settings,
    ...(options.channel === undefined ? {} : { channel: options.channel }),
  });
  const took = elapsed() - started;
  const expected = new Set(query.expected.map(({ id }) => id));
  const isExpected = ({ entry }: Candidate): boolean => expected.has(entry.id);
  const [top] = candidates;
  const { decision, given, choices } = said(response);
  return {
    query,
    ranks: candidates.flatMap((candidate, at) => (isExpected(candidate) ? [at + 1] : [])),
    ...(top === undefined ? {} : { top: { id: top.entry.id, question: top.entry.question, score: top.score } }),
    decision,
    given: given.map(({ entry }) => entry.id),
    right: top !== undefined && isExpected(top),
    offered: choices.some(isExpected),
    elapsed: took,
  };
}

/** Asks all queries, in order. The first is asked twice, so that what is loaded once is not part of any time. */
export async function askAll(queries: readonly AimedQuery[], base: Asked, hooks: AskHooks): Promise<Outcome[]> {
  if (queries[0] !== undefined) await ask(queries[0], base, hooks.elapsed);
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    outcomes.push(await ask(query, base, hooks.elapsed));
    await hooks.onProgress?.(outcomes.length, queries.length);
  }
  return outcomes;
}
