/** One test case; `failure` is what was wrong, `error` why it could not be run. */
export interface JunitCase {
  readonly name: string;
  readonly classname: string;
  /** Seconds. */
  readonly time?: number;
  readonly file?: string;
  readonly line?: number;
  readonly failure?: { readonly message: string; readonly detail: string };
  readonly error?: { readonly message: string; readonly detail: string };
  readonly skipped?: boolean;
  /** What may differ from run to run: the name must not, or a server does not know the case again. */
  readonly output?: string;
}

/** A `testsuite`; times are in seconds. */
export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/** Text as XML; characters that XML 1.0 cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are the ones that XML forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD")
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD")
      .replace(/[&<>"'\n\r\t]/g, (c) => `&#${c.charCodeAt(0)};`)
  );
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
}

function counts(cases: readonly JunitCase[]): Record<string, string | number> {
  return {
    tests: cases.length,
    failures: cases.filter((one) => one.error === undefined && one.failure !== undefined).length,
    errors: cases.filter((one) => one.error !== undefined).length,
    skipped: cases.filter((one) => one.skipped === true).length,
    time: cases.reduce((sum, one) => sum + (one.time ?? 0), 0).toFixed(3),
  };
}

function testcase({ name, classname, time = 0, file, line, failure, error, skipped, output }: JunitCase): string {
  const inner = [
    ...(error === undefined
      ? []
      : [`<error${attributes({ message: error.message })}>${escapeXml(error.detail)}</error>`]),
    ...(failure === undefined
      ? []
      : [`<failure${attributes({ message: failure.message })}>${escapeXml(failure.detail)}</failure>`]),
    ...(skipped === true ? ["<skipped/>"] : []),
    ...(output === undefined ? [] : [`<system-out>${escapeXml(output)}</system-out>`]),
  ];
  const head = `    <testcase${attributes({ classname, name, time: time.toFixed(3), file, line })}`;
  return inner.length === 0
    ? `${head}/>`
    : [`${head}>`, ...inner.map((one) => `      ${one}`), "    </testcase>"].join("\n");
}

/** JUnit XML as CI servers read it: `testsuites > testsuite > testcase > failure`. */
export function junitXml(name: string, suites: readonly JunitSuite[]): string {
  const all = suites.flatMap((suite) => suite.cases);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...counts(all) })}>`,
    ...suites.flatMap((suite) => [
      `  <testsuite${attributes({ name: suite.name, ...counts(suite.cases) })}>`,
      ...suite.cases.map(testcase),
      "  </testsuite>",
    ]),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}
