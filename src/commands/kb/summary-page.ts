import type { DiffField, EntryDiff, FieldDiff } from "../../kb/entry-diff.js";
import { placeOf } from "../../kb/formats/draft.js";
import type { IngestSummary, IssueGroup, SourceSummary } from "../../kb/ingest/summary.js";
import type { MessageKey, Translate } from "../../messages/catalogue.js";
import { formatLocation } from "../../messages/errors.js";
import type { Page, PageBlock, PageChange, PageField, PageGroup, Tone } from "../../render/page.js";
import { nearChanges } from "../../text/word-diff.js";
import type { Context } from "../context.js";
import { MARKS } from "./entry-changes.js";

/** Characters of unchanged text that are shown beside a change in a long one. */
const AROUND = 40;

/** Of a page for people; all of them are in the JSON. */
const SHOWN_EACH = 1000;

const FIELD_KEYS: Readonly<Record<DiffField, MessageKey>> = {
  category: "kb.diff.field.category",
  question: "kb.diff.field.question",
  similar: "kb.diff.field.similar",
  answer: "kb.diff.field.answer",
  related: "kb.diff.field.related",
  negative: "kb.diff.field.negative",
  from: "kb.diff.field.from",
  until: "kb.diff.field.until",
  status: "kb.diff.field.status",
  tag: "kb.diff.field.tag",
};

/**
 * Name of a field for people, with the channel, locale and tier of an answer or the name of a tag: `答案[voice/zh-TW]`.
 */
export function fieldLabel({ field, part }: Pick<FieldDiff, "field" | "part">, t: Translate): string {
  return part === undefined ? t(FIELD_KEYS[field]) : `${t(FIELD_KEYS[field])}[${part}]`;
}

/** What changed, with long stretches between changes cut; what is all new or gone is shown whole. */
export function fieldPieces({ change, pieces }: FieldDiff): PageField["pieces"] {
  return change === "changed" ? nearChanges(pieces, AROUND) : pieces;
}

function pageChange(diff: EntryDiff, t: Translate): PageChange {
  const { change, id, question, source, fields } = diff;
  return {
    mark: MARKS[change],
    change: t(`kb.ingest.column.${change}`),
    id,
    title: question,
    place: formatLocation(placeOf(source)),
    fields: fields.map((field) => ({ label: fieldLabel(field, t), pieces: fieldPieces(field) })),
  };
}

/** The entries that change, as a part of a page. */
function changesBlock(changes: readonly EntryDiff[], limit: number, t: Translate): PageBlock[] {
  if (changes.length === 0) return [];
  const shown = changes.slice(0, limit);
  const more = t("kb.diff.more", { shown: shown.length, total: changes.length });
  return [
    {
      kind: "changes",
      title: t("kb.report.changes"),
      items: shown.map((diff) => pageChange(diff, t)),
      ...(shown.length < changes.length ? { more } : {}),
    },
  ];
}

const TONES: Readonly<Record<IssueGroup["severity"], Tone>> = { error: "bad", warning: "warning", info: "neutral" };

/** What all issues of a kind say, without what is different about each. */
function groupTitle({ issues, key }: IssueGroup, t: Translate): string {
  const [first] = issues;
  if (issues.length === 1 || first?.params === undefined) return t(key, first?.params);
  return t(key).replace(/\{\w+\}/g, "…");
}

function pageGroup(group: IssueGroup, t: Translate): PageGroup {
  const { issues, key, severity } = group;
  const shown = issues.slice(0, SHOWN_EACH).map(({ where, params }) => ({
    place: where === undefined ? "" : formatLocation(where),
    text: t(key, params),
  }));
  return {
    tone: TONES[severity],
    title: groupTitle(group, t),
    code: key,
    count: issues.length,
    items: shown,
    ...(shown.length < issues.length ? { more: t("kb.diff.more", { shown: shown.length, total: issues.length }) } : {}),
  };
}

function findingsBlocks(groups: readonly IssueGroup[], t: Translate): PageBlock[] {
  return (["error", "warning", "info"] as const).flatMap((severity): PageBlock[] => {
    const fitting = groups.filter((group) => group.severity === severity);
    if (fitting.length === 0) return [];
    const findings = fitting.map((group) => pageGroup(group, t));
    return [{ kind: "findings", title: t(`kb.report.${severity}s`), groups: findings }];
  });
}

const SOURCE_COLUMNS = ["entries", "added", "changed", "removed", "skipped", "warnings", "errors"] as const;

function sourcesBlock(sources: readonly SourceSummary[], t: Translate): PageBlock[] {
  if (sources.length === 0) return [];
  const most = 1000;
  const rows = sources
    .slice(0, most)
    .map((source) => [
      ...[source.file, t(`kb.report.state.${source.state}`)],
      ...SOURCE_COLUMNS.map((name) => source[name]),
      source.elapsed === undefined ? "" : (source.elapsed / 1000).toFixed(2),
    ]);
  const header = [
    ...[t("kb.report.source"), t("kb.report.what")],
    ...SOURCE_COLUMNS.map((name) => t(`kb.report.count.${name}`)),
    t("kb.report.seconds"),
  ];
  const more = t("kb.diff.more", { shown: rows.length, total: sources.length });
  const left = rows.length < sources.length ? { more } : {};
  return [{ kind: "table", title: t("kb.report.sources"), header, rows, ...left }];
}

const COUNTS = ["added", "changed", "removed", "unchanged", "skipped", "warnings", "errors"] as const;

const COUNT_TONES: Readonly<Partial<Record<(typeof COUNTS)[number], Tone>>> = {
  added: "good",
  changed: "warning",
  removed: "bad",
  skipped: "warning",
  warnings: "warning",
  errors: "bad",
};

function figuresBlock({ counts }: IngestSummary, t: Translate): PageBlock {
  const items = COUNTS.map((name) => {
    const value = counts[name];
    return {
      label: t(`kb.report.count.${name}`),
      value,
      tone: value > 0 ? (COUNT_TONES[name] ?? "neutral") : ("neutral" as const),
    };
  });
  return { kind: "figures", items };
}

const STATE_TONES = { written: "good", unchanged: "neutral", planned: "neutral", failed: "bad" } as const;

export interface PageAbout {
  readonly title: string;
  /** Local time, ISO 8601. */
  readonly at: string;
  /** Entries of which the changes are shown. */
  readonly limit: number;
  /** What was compared, in words; in place of what a run did. */
  readonly note?: string;
}

/** A run, done or planned or failed, as a page for people. */
export function summaryPage(ctx: Context, summary: IngestSummary, about: PageAbout): Page {
  const { t, locale, commandLine, version } = ctx;
  return {
    lang: locale,
    title: about.title,
    facts: [
      [t("kb.report.at"), about.at],
      [t("kb.report.command"), commandLine],
      [t("kb.report.version"), `kefu ${version}`],
    ],
    blocks: [
      {
        kind: "note",
        tone: STATE_TONES[summary.state],
        text: about.note ?? t(`kb.report.note.${summary.state}`, { total: summary.counts.total }),
      },
      figuresBlock(summary, t),
      ...findingsBlocks(
        summary.groups.filter(({ severity }) => severity !== "info"),
        t,
      ),
      ...changesBlock(summary.changes, about.limit, t),
      ...sourcesBlock(summary.sources, t),
      ...findingsBlocks(
        summary.groups.filter(({ severity }) => severity === "info"),
        t,
      ),
    ],
  };
}
