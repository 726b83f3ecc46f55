import type { FaqEntry } from "../../entry.js";
import { KefuError } from "../../../messages/errors.js";
import { groupBy } from "../base.js";
import { applyEdits, type Change, type Edit, overlaps, Spans, waysToChange } from "./place.js";

type FixRefusal = "format" | "encoding" | "place" | "verify" | "missing";

/** What became of the fixes of one source. */
export interface SourceFix {
  readonly file: string;
  /** Changes that were made. */
  readonly fixed: number;
  /** Changes that were not, by the reason. */
  readonly refused: Readonly<Partial<Record<FixRefusal, number>>>;
  /** The file before and after; the same when nothing was fixed. */
  readonly before: string;
  readonly after: string;
  /** Edits of `before` that make the first round of `after`, where one round was enough. */
  readonly edits: readonly Edit[];
}

interface FixPorts {
  /** Reads entries as an ingest would. */
  parse(bytes: Uint8Array): Promise<readonly FaqEntry[]>;
  /** The changes that the rules want. */
  changes(entries: readonly FaqEntry[]): Promise<readonly Change[]>;
}

/** Files whose text can be replaced at its place; a workbook would have to be written anew. */
const WRITABLE = /\.(?:csv|tsv|md|markdown|txt|json|jsonl|ya?ml)$/i;
/** True for sources that --fix can change in place: plain text and tables of it, no workbooks and documents. */
export function isWritable(file: string): boolean {
  return WRITABLE.test(file);
}

/** Fixes may uncover others: an invisible sign goes, and what is left is a slip. */
const ROUNDS = 4;
/** Where the changes do not all go together they are tried one at a time; reading the file each time takes its while. */
const MOST_TRIED = 200;

/** What an entry says, without what follows from where it stands and how it is written. */
function contentOf(entry: FaqEntry): unknown {
  const derived = /^k-[0-9a-f]{12}/.test(entry.id);
  // Links follow from the text of an answer.
  const answers = entry.answers.map((answer) => ({ ...answer, links: [] }));
  return { ...entry, id: derived ? "" : entry.id, answers, hash: "", source: "" };
}

function changed(entry: FaqEntry, changes: readonly Change[]): FaqEntry {
  let { question, similar, answers } = entry;
  for (const { field, to } of changes) {
    if (field.kind === "question") question = to;
    else if (field.kind === "similar") similar = similar.map((text, at) => (at === field.at ? to : text));
    else answers = answers.map((answer, at) => (at === field.at ? { ...answer, text: to } : answer));
  }
  similar = [...new Set(similar)].filter((text) => text !== "" && text !== question);
  return { ...entry, question, similar, answers };
}

function comparable(entries: readonly FaqEntry[]): string {
  return JSON.stringify(entries.map(contentOf));
}

function expectedAfter(entries: readonly FaqEntry[], changes: readonly Change[]): string {
  const byEntry = groupBy(changes, ({ entry }) => entry);
  return comparable(entries.map((entry) => changed(entry, byEntry.get(entry) ?? [])));
}

/** One change for each text: the first that a rule wants; the others come in the next round. */
function firstOfEach(changes: readonly Change[]): Change[] {
  const seen = new Map<FaqEntry, Set<string>>();
  return changes.filter(({ entry, field }) => {
    const name = field.kind === "question" ? field.kind : `${field.kind} ${field.at}`;
    const texts = seen.get(entry) ?? new Set();
    seen.set(entry, texts);
    return !texts.has(name) && texts.add(name).size > 0;
  });
}

class SourceFixer {
  private readonly refusals = new Map<FixRefusal, number>();

  constructor(
    private readonly file: string,
    private readonly ports: FixPorts,
  ) {}

  private refuse(reason: FixRefusal, count = 1): void {
    if (count > 0) this.refusals.set(reason, (this.refusals.get(reason) ?? 0) + count);
  }

  private result(before: string, after: string, fixed: number, edits: readonly Edit[] = []): SourceFix {
    return { file: this.file, fixed, refused: Object.fromEntries(this.refusals), before, after, edits };
  }

  private async reads(text: string, expected: string): Promise<boolean> {
    try {
      return comparable(await this.ports.parse(new TextEncoder().encode(text))) === expected;
    } catch (thrown) {
      if (thrown instanceof KefuError) return false;
      throw thrown;
    }
  }

  async run(bytes: Uint8Array): Promise<SourceFix> {
    const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const first = await this.ports.changes(await this.ports.parse(bytes));
    if (first.length === 0) return this.result(before, before, 0);
    const reason = !isWritable(this.file) ? "format" : sameBytes(bytes, before) ? undefined : "encoding";
    if (reason !== undefined) {
      this.refuse(reason, first.length);
      return this.result("", "", 0);
    }
    let [text, fixed] = [before, 0];
    let edits: readonly Edit[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const done = await this.round(text, round === 0);
      if (done.edits.length === 0) break;
      text = applyEdits(text, done.edits);
      fixed += done.changes;
      edits = round === 0 ? done.edits : [];
    }
    return this.result(before, text, fixed, edits);
  }

  /** @param first only the first round tells what could not be done: later ones meet it again */
  private async round(text: string, first: boolean): Promise<{ edits: Edit[]; changes: number }> {
    const entries = await this.ports.parse(new TextEncoder().encode(text));
    const changes = firstOfEach(await this.ports.changes(entries));
    const spans = new Spans(text, entries);
    const planned = changes.map((change) => ({
      change,
      ways: waysToChange(text, change, spans.of(change.entry)),
    }));
    const found = planned.filter(({ ways }) => ways.length > 0);
    if (first) this.refuse("place", planned.length - found.length);
    const all = found.flatMap(({ ways }) => ways[0]!);
    const together = found.map(({ change }) => change);
    if (!overlaps(all) && (await this.reads(applyEdits(text, all), expectedAfter(entries, together)))) {
      return { edits: all, changes: together.length };
    }
    return this.oneByOne(text, entries, found, first);
  }

  private async oneByOne(
    text: string,
    entries: readonly FaqEntry[],
    found: readonly { change: Change; ways: Edit[][] }[],
    first: boolean,
  ): Promise<{ edits: Edit[]; changes: number }> {
    const made: Change[] = [];
    let edits: Edit[] = [];
    let tries = 0;
    for (const { change, ways } of found) {
      let good: Edit[] | undefined;
      for (const way of ways) {
        const next = [...edits, ...way];
        if (tries++ >= MOST_TRIED || overlaps(next)) continue;
        if (await this.reads(applyEdits(text, next), expectedAfter(entries, [...made, change]))) {
          good = next;
          break;
        }
      }
      if (good === undefined) {
        if (first) this.refuse("verify");
        continue;
      }
      edits = good;
      made.push(change);
    }
    return { edits, changes: made.length };
  }
}

function sameBytes(bytes: Uint8Array, text: string): boolean {
  const again = new TextEncoder().encode(text);
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]);
}

/**
 * Puts right what the rules want put right, in the text of one source: only the texts concerned are replaced, every other
 * byte stays. What was written is read again, and kept only when the entries are the same but for the fixes.
 */
export function fixSource(file: string, bytes: Uint8Array, ports: FixPorts): Promise<SourceFix> {
  return new SourceFixer(file, ports).run(bytes);
}
