import { globPattern, isGlob } from "../text/glob.js";

/** Says that findings of a rule are known and accepted, and why; which of them, each kind of waiver says in its own way. */
interface WaiverOf<Rule extends string> {
  readonly rule: Rule;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string | undefined;
}

/** Whether a file is the one, in the folder or of the pattern that a waiver names. */
export function fileFits(pattern: string, file: string): boolean {
  if (isGlob(pattern)) return globPattern(pattern).test(file);
  return file === pattern || file.startsWith(pattern.endsWith("/") ? pattern : `${pattern}/`);
}

/** Holds findings against waivers and remembers which of them were of use. */
export class WaiverBook<Rule extends string, Waiver extends WaiverOf<Rule>, Subject> {
  private readonly used = new Set<Waiver>();
  private readonly byRule = new Map<Rule, Waiver[]>();

  /**
   * @param at local date, with or without a time
   * @param fits whether what a waiver of the finding's rule says is true of what the finding is about
   */
  constructor(
    private readonly waivers: readonly Waiver[],
    private readonly at: string,
    private readonly fits: (waiver: Waiver, subject: Subject) => boolean,
  ) {
    for (const waiver of waivers) this.byRule.set(waiver.rule, [...(this.byRule.get(waiver.rule) ?? []), waiver]);
  }

  private isOver({ until }: Waiver): boolean {
    return until !== undefined && until < this.at.slice(0, until.length);
  }

  /** The waiver that holds for a finding. */
  find(rule: Rule, subject: Subject): Waiver | undefined {
    const found = this.byRule.get(rule)?.filter((waiver) => this.fits(waiver, subject)) ?? [];
    for (const waiver of found) this.used.add(waiver);
    return found.find((waiver) => !this.isOver(waiver));
  }

  /**
   * Waivers that are over but would still be wanted, and those that nothing needs.
   * @param ran rules that have looked at everything; the waivers of others may be needed another time
   */
  faults(ran: ReadonlySet<Rule>): { readonly waiver: Waiver; readonly fault: "over" | "unused" }[] {
    return this.waivers.flatMap((waiver) => {
      if (!ran.has(waiver.rule)) return [];
      const fault = !this.used.has(waiver) ? "unused" : this.isOver(waiver) ? "over" : undefined;
      return fault === undefined ? [] : [{ waiver, fault }];
    });
  }
}
