import type { Argument, Command, Option } from "commander";
import type { MessageKey, Translate } from "../messages/catalogue.js";

/** Commander's own headings, and the keys of ours that stand for them. */
const TITLES: Readonly<Record<string, MessageKey>> = {
  "Usage:": "cli.help.usage",
  "Arguments:": "cli.help.arguments",
  "Options:": "cli.help.options",
  "Global Options:": "cli.help.global-options",
  "Commands:": "cli.help.commands",
};

/** A description with what commander knows besides: the choices and the default. */
function describe(thing: Option | Argument, t: Translate): string {
  const { description, argChoices, defaultValue, defaultValueDescription } = thing;
  const notes = [];
  if (argChoices !== undefined) notes.push(t("cli.help.choices", { choices: argChoices.join(", ") }));
  const said = defaultValue !== undefined && typeof defaultValue !== "boolean" && !("negate" in thing && thing.negate);
  const value = said ? (defaultValueDescription ?? String(defaultValue)) : "";
  if (value !== "") notes.push(t("cli.help.default", { value }));
  return notes.length === 0 ? description : t("cli.help.notes", { description, notes: notes.join("; ") });
}

/** Puts the parts of the help that commander writes itself into the chosen language; subcommands inherit it. */
export function localiseHelp(program: Command, t: Translate): void {
  program
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (TITLES[title] === undefined ? title : t(TITLES[title])),
      optionDescription: (option) => describe(option, t),
      argumentDescription: (argument) => describe(argument, t),
    })
    .helpOption("-h, --help", t("cli.option.help"))
    .helpCommand("help [command]", t("cli.help.help-command"));
}

const QUOTED = /'([^']*)'/g;

/** Which commands a word that is no command here belongs to: `ingest` → `kb ingest`. */
function commandsCalled(word: string, program: Command): string | undefined {
  const groups = program.commands.filter((group) => group.commands.some((verb) => verb.name() === word));
  return groups.length === 0 ? undefined : groups.map((group) => `${group.name()} ${word}`).join(", ");
}

/** "option '--limit <n>' argument 'x' is invalid. WHY", or "command-argument value 'x' is invalid for argument 'y'. WHY" */
function describeInvalid(message: string, t: Translate): string {
  const quoted = [...message.matchAll(QUOTED)].map((match) => match[1]!);
  const isArgument = message.includes("command-argument value");
  const [option = "", value = ""] = isArgument ? [quoted[1], quoted[0]] : quoted;
  const why = message.split(/is invalid(?: for argument '[^']*')?\.\s*/)[1] ?? "";
  const choices = /^Allowed choices are (.+?)\.?$/.exec(why)?.[1];
  const reason = choices === undefined ? why : t("cli.usage.choices", { choices });
  return t("cli.usage.invalid", { option: isArgument ? `<${option}>` : option, value, reason });
}

/**
 * What is wrong with a command line for which commander shows the help and no reason: no command was given, or
 * `help` was asked about one that does not exist.
 */
export function whyHelpWasShown(program: Command): { key: MessageKey; params: Record<string, string> } {
  let command: Command | undefined = program;
  for (const word of program.args) {
    const next: Command | undefined = command.commands.find((child) => child.name() === word);
    if (next === undefined && word !== "help") return { key: "cli.usage.unknown-command", params: { command: word } };
    command = next ?? command;
  }
  return { key: "cli.usage.no-command", params: {} };
}

/** Puts commander's usage errors into the chosen language; commander's own words for one that has no message of ours. */
export function describeUsageError(code: string, message: string, t: Translate, program?: Command): string {
  const first = /'([^']*)'/.exec(message)?.[1] ?? "";
  const elsewhere = code === "commander.unknownCommand" && program !== undefined && commandsCalled(first, program);
  const suggestion = elsewhere || /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
  const end = suggestion === undefined ? "" : ` ${t("cli.usage.suggestion", { suggestion })}`;
  switch (code) {
    case "commander.unknownOption":
      return t("cli.usage.unknown-option", { option: first }) + end;
    case "commander.unknownCommand":
      return t("cli.usage.unknown-command", { command: first }) + end;
    case "commander.missingArgument":
      return t("cli.usage.missing-argument", { argument: first });
    case "commander.optionMissingArgument":
      return t("cli.usage.option-missing-argument", { option: first });
    case "commander.missingMandatoryOptionValue":
      return t("cli.usage.missing-option", { option: first });
    case "commander.excessArguments":
      return t("cli.usage.excess-arguments", { command: first });
    case "commander.invalidArgument":
      return describeInvalid(message, t);
    default:
      return message.replace(/^error: /, "");
  }
}
