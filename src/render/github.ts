/** One annotation of a workflow run. */
export interface GithubAnnotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title?: string;
  /** Relative to the repository. */
  readonly file?: string;
  readonly line?: number;
}

const LEVELS = ["error", "warning", "notice"] as const;
/** GitHub shows so many annotations of each level for one step and drops the rest without a word. */
const SHOWN = 10;

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

function command({ level, message, title, file, line }: GithubAnnotation): string {
  const properties = Object.entries({ file, line, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level}${properties.length === 0 ? "" : ` ${properties.join(",")}`}::${escapeData(message)}`;
}

/** A line that is not taken for a command. */
function plainLine({ level, message, file, line }: GithubAnnotation): string {
  const place = file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `;
  return `${place}${level}: ${message}`.replace(/\s*[\r\n]+\s*/g, " ").replace(/^::/, " ::");
}

/**
 * Workflow commands, the most severe first (escaped as the Actions toolkit does). The summary goes first, so that it is
 * among those that are shown; what is past the number that GitHub shows follows as plain lines of the log.
 */
export function renderGithub(annotations: readonly GithubAnnotation[], summary: string): string {
  const sorted = LEVELS.map((level) => annotations.filter((one) => one.level === level));
  const room = { error: SHOWN, warning: SHOWN, notice: SHOWN - 1 };
  const shown = LEVELS.flatMap((level, at) => sorted[at]!.slice(0, room[level]));
  const rest = LEVELS.flatMap((level, at) => sorted[at]!.slice(room[level]));
  return [command({ level: "notice", title: "kefu", message: summary }), ...shown.map(command), ...rest.map(plainLine)]
    .map((line) => `${line}\n`)
    .join("");
}
