import chalk, { Chalk } from "chalk";
import type { ChalkInstance } from "chalk";
import type { Progress } from "./progress.js";

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface TerminalOptions {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A column of a table; numbers are set right. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Longest cell in terminal columns; longer ones are cut with `…` on a terminal, and never in a pipe. */
  readonly max?: number;
}

const switchedOn = (value: string | undefined): boolean =>
  value !== undefined && value !== "" && value !== "0" && value !== "false";

// eslint-disable-next-line no-control-regex -- these are what a terminal obeys; line breaks, tabs and colours are ours
const OBEYED = /\u001b(?!\[[\d;]*m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/gu;

/** A text of somebody else's file must not move the cursor or clear the screen: its control characters become signs (␛, �). */
function harmless(text: string): string {
  return text.replace(OBEYED, (sign) => (sign < " " ? String.fromCodePoint(0x2400 + sign.codePointAt(0)!) : "\ufffd"));
}

/**
 * The one way to speak to a person: data goes to stdout, everything else to stderr. Colour and moving text appear on a
 * terminal only, and never with `NO_COLOR` or `CI`.
 */
export class Terminal {
  /** True when questions may be asked. */
  readonly interactive: boolean;
  /** Colours for what goes to stdout. */
  readonly style: ChalkInstance;
  /** Colours for what goes to stderr. */
  readonly noteStyle: ChalkInstance;
  private readonly moving: boolean;
  quiet = false;

  constructor(private readonly options: TerminalOptions) {
    const { stdout, stderr, stdin, env } = options;
    const plain = switchedOn(env["NO_COLOR"]) || switchedOn(env["CI"]) || env["TERM"] === "dumb";
    const colour = (output: Output): ChalkInstance =>
      output.isTTY === true && !plain
        ? new Chalk({ level: chalk.level === 0 ? 1 : chalk.level })
        : new Chalk({ level: 0 });
    this.style = colour(stdout);
    this.noteStyle = colour(stderr);
    // A terminal may say that it has no width; a spinner would draw without end on it.
    this.moving = stderr.isTTY === true && stderr.columns !== 0 && !plain;
    this.interactive = stdin.isTTY === true && stderr.isTTY === true && !switchedOn(env["CI"]);
  }

  /** Width of the terminal in columns; infinite in a pipe. */
  get width(): number {
    return this.options.stdout.isTTY === true ? this.options.stdout.columns || 80 : Infinity;
  }

  /** Data: a line on stdout. */
  print(text = ""): void {
    this.write(this.options.stdout, text);
  }

  private write(output: Output, text: string): void {
    output.write(`${output.isTTY === true ? harmless(text) : text}\n`);
  }

  /** Data: one JSON document on stdout. */
  json(document: unknown): void {
    this.options.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  }

  /** Data: one JSON document on one line, of a command that goes on. */
  jsonLine(document: unknown): void {
    this.options.stdout.write(`${JSON.stringify(document)}\n`);
  }

  /** Anything that is not data: a line on stderr; silent with --quiet. */
  note(text = ""): void {
    if (!this.quiet) this.write(this.options.stderr, text);
  }

  /** A line on stderr that --quiet does not silence. */
  alert(text: string): void {
    this.write(this.options.stderr, text);
  }

  /** Data: a table on stdout, in which a Chinese character takes two columns. */
  async table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): Promise<void> {
    const { formatTable } = await import("./table.js");
    this.print(await formatTable(columns, rows, this.width, this.style));
  }

  /** Progress of long work, on a terminal only. */
  async progress(label: string, now: () => number): Promise<Progress> {
    const { silentProgress, startProgress } = await import("./progress.js");
    return this.moving && !this.quiet ? startProgress(label, now) : silentProgress;
  }
}
