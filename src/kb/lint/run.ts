import { createHash } from "node:crypto";
import type { Embedder } from "../../embed/embedder.js";
import type { MessageKey, MessageParams, MessageRef } from "../../messages/catalogue.js";
import type { Location } from "../../messages/errors.js";
import type { FaqEntry } from "../entry.js";
import { placeOf } from "../formats/draft.js";
import type { VectorBackend } from "../index/vectors.js";
import { retrieve } from "../retrieve/retrieve.js";
import type { LintBase } from "./base.js";
import type { Field, Hit, LintContext, Severity } from "./rule.js";
import { SEVERITIES, textOf } from "./rule.js";
import { RULE_IDS, type RuleId } from "./rule-ids.js";
import type { ActiveRule, LintSettings } from "./settings.js";
import { type InlineWaivers, waiverBook, type WaiverFault, waiverFaults } from "./waivers.js";

/** One thing that is wrong, and where. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly key: MessageKey;
  readonly params: MessageParams;
  readonly where: Location;
  /** Not known of a waiver in kefu.yaml. */
  readonly entry: FaqEntry | undefined;
  readonly field: Field | undefined;
  readonly related: readonly FaqEntry[];
  /** Text of the field as it is and as it should be; an empty new text means that the question can go. */
  readonly fix: { readonly from: string; readonly to: string } | undefined;
  /** The same as long as the rule says the same about the same text, wherever it moves in its file. */
  readonly fingerprint: string;
}

/** A finding that is accepted, and where that is said: in the source itself or in kefu.yaml. */
interface Waived {
  readonly finding: Finding;
  readonly reason: string;
  readonly inSource: boolean;
}

export interface LintResult {
  /** By file, place and rule. */
  readonly findings: readonly Finding[];
  /** Findings that a waiver accepts, with its reason. */
  readonly waived: readonly Waived[];
  /** What should be known about the run: samples, shares. */
  readonly notes: readonly MessageRef[];
  readonly entries: number;
  readonly rules: readonly RuleId[];
}

export interface LintOptions {
  readonly at: string;
  readonly served: LintContext["served"];
  readonly askAtMost: number;
  /** Where waivers in the settings stand. */
  readonly configFile: string;
  /** Only findings about these entries, or that these have a part in. */
  readonly inScope?: (entry: FaqEntry) => boolean;
  readonly leastSeverity?: Severity;
  readonly inline?: InlineWaivers;
  readonly embedder?: Embedder;
  readonly vectors?: VectorBackend;
  readonly fetched?: LintContext["fetched"];
  readonly onProgress?: (rule: RuleId, done: number, total: number) => void;
  /** Awaited before each rule and each question that is asked, so that an interrupt is heard. */
  readonly pause?: () => Promise<void>;
}

function fingerprintOf(rule: RuleId, hit: Hit): string {
  const { entry, field, key, related = [] } = hit;
  const text = field === undefined ? "" : textOf(entry, field);
  const parts = [rule, key, entry.source.file, entry.id, field?.kind ?? "", text, ...related.map(({ id }) => id)];
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 32);
}

function findingOf({ rule, severity }: ActiveRule, hit: Hit): Finding {
  const { entry, field, fixed, params = {}, related = [] } = hit;
  return {
    rule: rule.id,
    severity: severity ?? hit.severity ?? rule.severity,
    key: hit.key,
    params,
    where: placeOf(entry.source),
    entry,
    field,
    related,
    fix: fixed === undefined || field === undefined ? undefined : { from: textOf(entry, field), to: fixed },
    fingerprint: fingerprintOf(rule.id, hit),
  };
}

function faultFinding({ key, params, where, entry }: WaiverFault, severity: Severity, configFile: string): Finding {
  const place = where ?? (entry === undefined ? { file: configFile } : placeOf(entry.source));
  const parts = ["waiver", key, place.file, entry?.id ?? "", ...Object.values(params)];
  const fingerprint = createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 32);
  const none = { field: undefined, related: [], fix: undefined };
  return { rule: "waiver", severity, key, params, where: place, entry, ...none, fingerprint };
}

const lineOf = ({ row, line, page }: Location): number => row ?? line ?? page ?? 0;

function compareFindings(a: Finding, b: Finding): number {
  const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  return (
    text(a.where.file, b.where.file) ||
    text(a.where.sheet ?? "", b.where.sheet ?? "") ||
    lineOf(a.where) - lineOf(b.where) ||
    RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule)
  );
}

/** Above so many questions, leave-one-out asks by words alone: comparing all vectors each time would take minutes. */
const MOST_COMPARED = 20_000;
/** Proposes nothing; the vectors of what the words propose are compared all the same. */
const NO_PROPOSALS: VectorBackend = { name: "none", search: () => [] };

function contextOf(
  base: LintBase,
  active: ActiveRule,
  settings: LintSettings,
  options: LintOptions,
  note: LintContext["note"],
): LintContext {
  const { at, served, askAtMost, embedder, vectors, fetched, onProgress } = options;
  const { index } = base;
  const many = index !== undefined && index.size.questions > MOST_COMPARED;
  const backend = vectors ?? (many ? NO_PROPOSALS : undefined);
  const ask: LintContext["ask"] =
    index === undefined || embedder === undefined
      ? undefined
      : async (text, without) => {
          await options.pause?.();
          return retrieve(index, embedder, text, {
            without,
            // It must not be seen in its entry's texts either.
            withoutText: text,
            limit: 5,
            ...(backend === undefined ? {} : { vectors: backend }),
          });
        };
  return {
    base,
    options: active.options,
    allow: settings.allow,
    at,
    served,
    askAtMost,
    note,
    ...(ask === undefined ? {} : { ask }),
    ...(fetched === undefined ? {} : { fetched }),
    ...(onProgress === undefined ? {} : { onProgress: (done, total) => onProgress(active.rule.id, done, total) }),
  };
}

/**
 * Holds every active rule against the entries. Waived findings are kept apart; waivers that are over, that nothing needs
 * or that give no reason are findings themselves.
 */
export async function runLint(base: LintBase, settings: LintSettings, options: LintOptions): Promise<LintResult> {
  const { inScope = () => true, inline = { waivers: [], faults: [] }, leastSeverity = "info" } = options;
  const book = waiverBook([...settings.waivers, ...inline.waivers], options.at);
  const notes: MessageRef[] = [];
  const sampled = new Set<RuleId>();
  const findings: Finding[] = [];
  const waived: Waived[] = [];
  const enough = (finding: Finding): boolean =>
    SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(leastSeverity);
  for (const active of settings.rules) {
    const { id } = active.rule;
    options.onProgress?.(id, 0, 0);
    await options.pause?.();
    const note: LintContext["note"] = (key, params, partial = false) => {
      if (partial) sampled.add(id);
      notes.push({ key, params });
    };
    for (const hit of await active.rule.check(contextOf(base, active, settings, options, note))) {
      if (!inScope(hit.entry) && !hit.related?.some(inScope)) continue;
      const finding = findingOf(active, hit);
      const waiver = book.find(id, hit.entry);
      if (waiver !== undefined)
        waived.push({
          finding,
          reason: waiver.reason,
          inSource: waiver.where !== undefined || waiver.own !== undefined,
        });
      else if (enough(finding)) findings.push(finding);
    }
  }
  const watch = settings.rules.find(({ rule }) => rule.id === "waiver");
  if (watch !== undefined) {
    const severity = watch.severity ?? watch.rule.severity;
    const ran = new Set(settings.rules.map(({ rule }) => rule.id).filter((id) => !sampled.has(id)));
    const faults = [...inline.faults, ...(options.inScope === undefined ? waiverFaults(book, ran) : [])];
    const told = faults.filter(({ entry }) => entry === undefined || inScope(entry));
    findings.push(...told.map((fault) => faultFinding(fault, severity, options.configFile)).filter(enough));
  }
  findings.sort(compareFindings);
  return { findings, waived, notes, entries: base.entries.length, rules: settings.rules.map(({ rule }) => rule.id) };
}
