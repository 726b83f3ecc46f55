type SarifLevel = "error" | "warning" | "note";

/** A place in a source; rows of a table count as lines. */
export interface SarifPlace {
  /** Path relative to the root, an absolute path, or an address. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly sheet?: string;
  readonly page?: number;
}

export interface SarifRule {
  readonly id: string;
  readonly level: SarifLevel;
  readonly summary: string;
  readonly help: string;
}

/** Text that is replaced; lines and columns count from 1, columns in UTF-16 units, the end is not part of it. */
export interface SarifReplacement {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

export interface SarifResult {
  readonly ruleId: string;
  readonly level: SarifLevel;
  readonly message: string;
  readonly place: SarifPlace;
  readonly related: readonly { readonly place: SarifPlace; readonly message: string }[];
  readonly fingerprint: string;
  readonly fix?: { readonly description: string; readonly replacements: readonly SarifReplacement[] } | undefined;
  /** Why the finding is accepted. */
  readonly accepted?: { readonly reason: string; readonly inSource: boolean } | undefined;
}

export interface SarifReport {
  readonly version: string;
  readonly rules: readonly SarifRule[];
  readonly results: readonly SarifResult[];
}

const ROOT = "SRCROOT";

function artifact(file: string): object {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(file)) return { uri: encodeURI(decodeSafely(file)) };
  const uri = file.split("/").map(encodeURIComponent).join("/");
  if (file.startsWith("/")) return { uri: `file://${uri}` };
  return /^[A-Za-z]:\//.test(file) ? { uri: `file:///${encodeURI(file)}` } : { uri, uriBaseId: ROOT };
}

/** An address may be escaped already. */
function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function location({ file, line, column, sheet, page }: SarifPlace): object {
  const region =
    line === undefined ? {} : { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
  return {
    physicalLocation: { artifactLocation: artifact(file), ...(line === undefined ? {} : { region }) },
    ...(sheet === undefined ? {} : { logicalLocations: [{ name: sheet, kind: "module" }] }),
    ...(page === undefined ? {} : { properties: { page } }),
  };
}

function result(report: SarifReport, one: SarifResult): object {
  const { ruleId, level, message, place, related, fingerprint, fix, accepted } = one;
  return {
    ruleId,
    ruleIndex: report.rules.findIndex(({ id }) => id === ruleId),
    level,
    message: { text: message },
    locations: [location(place)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, at) => ({
            id: at + 1,
            ...location(other.place),
            message: { text: other.message },
          })),
        }),
    partialFingerprints: { "kefu/v1": fingerprint },
    ...(fix === undefined ? {} : { fixes: [fixOf(place.file, fix)] }),
    ...(accepted === undefined
      ? {}
      : {
          suppressions: [{ kind: accepted.inSource ? "inSource" : "external", justification: accepted.reason }],
        }),
  };
}

function fixOf(file: string, { description, replacements }: NonNullable<SarifResult["fix"]>): object {
  return {
    description: { text: description },
    artifactChanges: [
      {
        artifactLocation: artifact(file),
        replacements: replacements.map(({ text, ...deletedRegion }) => ({ deletedRegion, insertedContent: { text } })),
      },
    ],
  };
}

/** A log in SARIF 2.1.0 (OASIS, 2020): one run, rules with their help, results with places and fingerprints. */
export function renderSarif(report: SarifReport): string {
  const rules = report.rules.map(({ id, level, summary, help }) => ({
    id,
    shortDescription: { text: summary },
    help: { text: help },
    defaultConfiguration: { level },
  }));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "kefu", version: report.version, rules } },
        columnKind: "utf16CodeUnits",
        results: report.results.map((one) => result(report, one)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
