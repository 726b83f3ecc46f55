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

/** Puts commander's usage errors into the chosen language; `undefined` for one that has no message of ours. */
export function describeUsageError(code: string, message: string, t: Translate): string {
  const [first = "", second = ""] = [...message.matchAll(QUOTED)].map((match) => match[1]!);
  const suggestion = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
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
    case "commander.invalidArgument": {
      // "option '--limit <n>' argument 'x' is invalid. REASON", or "command-argument value 'x' is invalid for argument 'y'. REASON"
      const reason = message.split(/is invalid(?: for argument '[^']*')?\.\s*/)[1] ?? "";
      return t("cli.usage.invalid", { option: first, value: second, reason });
    }
    default:
      return message.replace(/^error: /, "");
  }
}
