import type { PageBlock } from "./page.js";

/** One table of a report, for terminals and pages. */
export interface ReportTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Columns, from 0, that are set right. */
  readonly right: readonly number[];
  /** Columns that may be cut on a terminal. */
  readonly wide?: readonly number[];
  /** What is left out, in words. */
  readonly more?: string;
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A share as a percentage with one decimal; a dash where there is none. */
export function percent(share: number | null): string {
  return share === null ? "–" : `${(100 * share).toFixed(1)}%`;
}

export const decimal = (value: number | null): string => (value === null ? "–" : value.toFixed(3));

export const between = (interval: Interval | null, show: (value: number) => string): string =>
  interval === null ? "" : `${show(interval.low)} – ${show(interval.high)}`;

/** A difference of shares in percentage points, with its sign. */
export const points = (difference: number): string => `${difference > 0 ? "+" : ""}${(100 * difference).toFixed(1)}`;

/** A p-value. */
export const chance = (p: number): string => (p < 0.001 ? "<0.001" : p.toFixed(3));

/** @param search label of a field that searches the rows */
export function tableBlock({ title, header, rows, right, more }: ReportTable, search?: string): PageBlock {
  const found = search === undefined || rows.length === 0 ? {} : { search };
  return { kind: "table", title, header, rows, right, ...(more === undefined ? {} : { more }), ...found };
}
