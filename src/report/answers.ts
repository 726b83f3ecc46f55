/** An entry, as far as the report needs it. */
export interface ReportedEntry {
  readonly id: string;
  readonly category: string;
  readonly question: string;
  readonly similar: readonly string[];
  readonly answers: readonly { readonly channel?: string; readonly locale?: string; readonly tier?: string }[];
  readonly status: string;
  readonly effective: { readonly from?: string; readonly until?: string };
  readonly source: { readonly file: string; readonly sheet?: string; readonly row?: number; readonly line?: number };
}

/** What the conversations of a period reached. */
export interface ReportedHits {
  readonly entries: ReadonlyMap<string, { readonly hits: number; readonly last: string }>;
  readonly turns: number;
  readonly unanswered: number;
  readonly sessions: number;
}

/** Whether an entry's period holds the moment of the report; its status is another matter. */
export type EffectiveState = "effective" | "not-yet" | "expired";

/** An entry and how often it was the answer. */
export interface AnswerRow {
  readonly id: string;
  readonly category: string;
  readonly question: string;
  readonly status: string;
  readonly state: EffectiveState;
  readonly from: string | null;
  readonly until: string | null;
  /** Number of similar questions. */
  readonly similar: number;
  /** Number of answers by whom they are for, `channel/locale/tier` with `*` for all: `{"*": 1, "voice": 1, "zh-TW": 1}`. */
  readonly answers: Readonly<Record<string, number>>;
  readonly hits: number;
  readonly lastHit: string | null;
  /** Part of all hits, in [0, 1]. */
  readonly share: number;
  readonly source: string;
}

/** What was answered in a period, from the index and the records. */
export interface AnswersReport {
  /** Local date-time that the states are meant for. */
  readonly at: string;
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly totals: {
    readonly entries: number;
    readonly online: number;
    readonly effective: number;
    readonly hits: number;
    readonly neverHit: number;
    /** Hits on ids that the knowledge base no longer holds. */
    readonly unknownHits: number;
    readonly turns: number;
    readonly sessions: number;
    readonly unanswered: number;
  };
  readonly rows: readonly AnswerRow[];
}

/** The state of a period at a local date-time. A date in `until` counts to its end. */
export function stateAt({ from, until }: ReportedEntry["effective"], at: string): EffectiveState {
  const local = at.slice(0, 19);
  if (from !== undefined && local < from) return "not-yet";
  return until !== undefined && local.slice(0, until.length) > until ? "expired" : "effective";
}

function countAnswers(answers: ReportedEntry["answers"]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { channel, locale, tier } of answers) {
    const name = [channel, locale, tier].filter((part) => part !== undefined).join("/") || "*";
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function placeOf({ file, sheet, row, line }: ReportedEntry["source"]): string {
  const at = row ?? line;
  return `${file}${sheet === undefined ? "" : ` › ${sheet}`}${at === undefined ? "" : `:${at}`}`;
}

/** Every entry with its standing and how often callers reached it, the most asked first, then by id. */
export function answersReport(
  entries: Iterable<ReportedEntry>,
  hits: ReportedHits,
  at: string,
  period: { readonly from?: string | undefined; readonly to?: string | undefined } = {},
): AnswersReport {
  const all = [...entries];
  const known = new Set(all.map((entry) => entry.id));
  const total = [...hits.entries.values()].reduce((sum, { hits: n }) => sum + n, 0);
  const unknownHits = [...hits.entries].reduce((sum, [id, { hits: n }]) => sum + (known.has(id) ? 0 : n), 0);
  const rows = all.map((entry): AnswerRow => {
    const hit = hits.entries.get(entry.id);
    const n = hit?.hits ?? 0;
    return {
      id: entry.id,
      category: entry.category,
      question: entry.question,
      status: entry.status,
      state: stateAt(entry.effective, at),
      from: entry.effective.from ?? null,
      until: entry.effective.until ?? null,
      similar: entry.similar.length,
      answers: countAnswers(entry.answers),
      hits: n,
      lastHit: hit?.last ?? null,
      share: total === 0 ? 0 : n / total,
      source: placeOf(entry.source),
    };
  });
  rows.sort((a, b) => b.hits - a.hits || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const { turns, unanswered, sessions } = hits;
  return {
    at: at.slice(0, 19),
    period: { from: period.from ?? null, to: period.to ?? null },
    totals: {
      entries: rows.length,
      online: rows.filter((row) => row.status === "online").length,
      effective: rows.filter((row) => row.status === "online" && row.state === "effective").length,
      hits: total,
      neverHit: rows.filter((row) => row.hits === 0).length,
      unknownHits,
      turns,
      sessions,
      unanswered,
    },
    rows,
  };
}
