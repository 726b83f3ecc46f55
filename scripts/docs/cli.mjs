// docs/cli.md: every command of the program, read from commander's own tree.

const cell = (text) => text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");

const table = (head, rows) =>
  rows.length === 0
    ? []
    : [
        `| ${head.join(" | ")} |`,
        `|${head.map(() => "---").join("|")}|`,
        ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`),
        "",
      ];

function pathOf(command) {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function defaultOf(option) {
  if (option.defaultValue === undefined || option.negate || typeof option.defaultValue === "boolean") return "";
  const value = option.defaultValueDescription ?? String(option.defaultValue);
  return value === "" ? "" : `\`${value}\``;
}

function describe(option) {
  const choices = option.argChoices === undefined ? "" : ` (one of: ${option.argChoices.join(", ")})`;
  return `${option.description}${choices}`;
}

/** What `addHelpText("after")` puts below the help: the examples. */
function textAfter(command) {
  const parts = [];
  command.configureOutput({ writeOut: (text) => parts.push(text) });
  command.outputHelp();
  const whole = parts.join("");
  const help = command.helpInformation();
  const at = whole.indexOf(help);
  return at < 0
    ? ""
    : whole
        .slice(at + help.length)
        .replace(/^\n+/, "")
        .trimEnd();
}

function section(command, depth) {
  const name = pathOf(command);
  const options = command.options.filter((option) => !option.hidden);
  const examples = textAfter(command);
  const children = command.commands.filter((child) => !child._hidden);
  return [
    `${"#".repeat(depth)} ${name}`,
    "",
    command.description(),
    "",
    "```text",
    `${name} ${command.usage()}`,
    "```",
    "",
    ...table(
      ["argument", "meaning", "default"],
      command.registeredArguments.map((argument) => [
        `\`${argument.required ? "<" : "["}${argument.name()}${argument.variadic ? "…" : ""}${argument.required ? ">" : "]"}\``,
        describe(argument),
        defaultOf(argument),
      ]),
    ),
    ...table(
      ["option", "meaning", "default"],
      options.map((option) => [`\`${option.flags}\``, describe(option), defaultOf(option)]),
    ),
    ...(examples === "" ? [] : ["```text", examples, "```", ""]),
    ...children.flatMap((child) => section(child, Math.min(depth + 1, 3))),
  ];
}

function index(command) {
  return command.commands
    .flatMap((child) => (child.commands.length > 0 ? child.commands : [child]))
    .map((child) => [`[${pathOf(child)}](#${pathOf(child).replaceAll(" ", "-")})`, child.description()]);
}

/** The whole reference as Markdown. */
export function commandReference(program) {
  return [
    "# Command reference",
    "",
    "Made by `npm run docs` from the program itself. `kefu help COMMAND` and `COMMAND --help` show the same in the",
    "language of the terminal (`--locale zh-CN`, `zh-TW`, `en`). Exit codes are in [exit-codes.md](exit-codes.md), the",
    "documents that `--json` prints in [json-output.md](json-output.md).",
    "",
    "Data goes to stdout, everything else to stderr. The options of `kefu` itself stand before or after a command.",
    "",
    ...table(["command", "what it does"], index(program)),
    ...section(program, 2),
  ]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()
    .concat("\n");
}
