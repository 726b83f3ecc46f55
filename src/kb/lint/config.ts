/** `kb.lint` of kefu.yaml, as its schema lets it through. */
export interface WorkspaceLintConfig {
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
  readonly allow?:
    | {
        readonly phones?: readonly string[] | undefined;
        readonly emails?: readonly string[] | undefined;
        readonly words?: readonly string[] | undefined;
      }
    | undefined;
  readonly waivers?: readonly WaiverSetting[] | undefined;
}

type RuleLevel = "off" | "info" | "warning" | "error";

type RuleSetting = RuleLevel | { readonly severity?: RuleLevel | undefined; readonly [option: string]: unknown };

interface WaiverSetting {
  readonly rule: string;
  readonly entry?: string | undefined;
  readonly file?: string | undefined;
  readonly question?: string | undefined;
  readonly reason: string;
  readonly until?: string | undefined;
}
