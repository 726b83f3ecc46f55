import type { Piece } from "../text/word-diff.js";

export type Tone = "good" | "neutral" | "warning" | "bad";

/** One field of an entry that changed. */
export interface PageField {
  readonly label: string;
  readonly pieces: readonly Piece[];
}

/** One entry that comes, goes or changes. */
export interface PageChange {
  readonly mark: "+" | "~" | "-";
  /** What the mark means, in words. */
  readonly change: string;
  readonly id: string;
  readonly title: string;
  /** `file › sheet:row`. */
  readonly place: string;
  readonly fields: readonly PageField[];
}

/** Findings of one kind. */
export interface PageGroup {
  readonly tone: Tone;
  readonly title: string;
  /** Stable name of the kind. */
  readonly code: string;
  /** How many there are; `items` may hold fewer. */
  readonly count: number;
  readonly items: readonly { readonly place: string; readonly text: string }[];
  /** What is left out, in words. */
  readonly more?: string;
}

export type PageBlock =
  | { readonly kind: "note"; readonly tone: Tone; readonly text: string }
  | {
      readonly kind: "figures";
      readonly items: readonly { readonly label: string; readonly value: string | number; readonly tone: Tone }[];
    }
  | {
      readonly kind: "table";
      readonly title: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly (string | number)[])[];
      /** Columns, from 0, that are set right although they hold more than numbers. */
      readonly right?: readonly number[];
      readonly more?: string;
      /** Label of a field that searches the rows. */
      readonly search?: string;
    }
  | {
      readonly kind: "chart";
      readonly title: string;
      /** SVG, made by us: it goes into the page as it is. */
      readonly svg: string;
      readonly note: string;
      /** What it shows, for formats without pictures and for those who do not see it. */
      readonly header: readonly string[];
      readonly rows: readonly (readonly (string | number)[])[];
    }
  | {
      readonly kind: "changes";
      readonly title: string;
      readonly items: readonly PageChange[];
      readonly more?: string;
    }
  | { readonly kind: "findings"; readonly title: string; readonly groups: readonly PageGroup[] };

/** A report of what was done or would be done, in words; every format is written from this. */
export interface Page {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  /** Time, workspace, command: `name: value`. */
  readonly facts: readonly (readonly [string, string])[];
  readonly blocks: readonly PageBlock[];
}
