import { createHash } from "node:crypto";
import { fileFits, WaiverBook } from "../../guard/waivers.js";
import type { MessageParams } from "../../messages/catalogue.js";
import { knownRule, type Hit, type NluFinding, type NluRule, type NluRuleId, type Severity } from "./rule.js";

/** Says that findings of a rule are known and accepted, and why. All that is given must fit one utterance of the finding. */
export interface NluWaiver {
  readonly rule: NluRuleId;
  readonly text?: string | undefined;
  readonly intent?: string | undefined;
  /** A file, a folder or a pattern. */
  readonly file?: string | undefined;
  readonly reason: string;
  /** Last day on which it holds. */
  readonly until?: string | undefined;
}

/** Its findings are made by {@link applyWaivers}, which knows what every waiver has been good for. */
export const waiver: NluRule = { id: "waiver", severity: "warning", check: (): Hit[] => [] };

export interface Accepted {
  readonly finding: NluFinding;
  readonly reason: string;
}

type FileOf = (shown: string) => string;

const fits =
  (fileOf: FileOf) =>
  ({ text, intent, file }: NluWaiver, { utterance, related }: NluFinding): boolean =>
    [utterance, ...related].some(
      (one) =>
        one !== undefined &&
        (text === undefined || text.trim() === one.text) &&
        (intent === undefined || intent.trim() === one.intent) &&
        (file === undefined || fileFits(file, fileOf(one.where?.file ?? ""))),
    );

export interface WaiverOptions {
  /** Local date, with or without a time. */
  readonly at: string;
  /** Rules that have looked at all the data; only of these a waiver can be found useless. */
  readonly ran: ReadonlySet<NluRuleId>;
  /** Of what is wrong with waivers; `undefined` where nobody asks. */
  readonly severity: Severity | undefined;
  /** Where waivers stand. */
  readonly configFile: string;
  /** Path from there of a file as it is shown. */
  readonly fileOf: FileOf;
}

/** Keeps accepted findings apart; waivers that are over or that nothing needs are findings themselves, behind the others. */
export function applyWaivers(
  findings: readonly NluFinding[],
  waivers: readonly NluWaiver[],
  { at, ran, severity, configFile, fileOf }: WaiverOptions,
): { findings: NluFinding[]; waived: Accepted[] } {
  const book = new WaiverBook<NluRuleId, NluWaiver, NluFinding>(waivers, at, fits(fileOf));
  const waived: Accepted[] = [];
  const left = findings.filter((finding) => {
    const found = book.find(finding.rule, finding);
    if (found !== undefined) waived.push({ finding, reason: found.reason });
    return found === undefined;
  });
  if (severity === undefined) return { findings: left, waived };
  const faults = book.faults(ran).map(({ waiver: { rule, reason, until = "" }, fault }): NluFinding => {
    const params: MessageParams = fault === "over" ? { rule, until } : { rule, reason };
    const hash = createHash("sha256").update(["waiver", fault, JSON.stringify(params)].join("\0"));
    return {
      rule: "waiver",
      severity,
      key: `kb.lint.waiver.${fault}`,
      params,
      where: { file: configFile },
      utterance: undefined,
      related: [],
      fingerprint: hash.digest("hex").slice(0, 32),
    };
  });
  return { findings: [...left, ...faults], waived };
}

/**
 * The waivers of kefu.yaml.
 * @throws KefuError `usage` for a rule that there is not
 */
export function readWaivers(settings: readonly (Omit<NluWaiver, "rule"> & { readonly rule: string })[]): NluWaiver[] {
  return settings.map((one) => ({ ...one, rule: knownRule(one.rule) }));
}
