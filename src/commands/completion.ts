import type { Command } from "commander";
import { Argument } from "commander";
import type { Context } from "./context.js";

const SHELLS = ["bash", "zsh", "fish"] as const;

type Shell = (typeof SHELLS)[number];

/** What can follow a command: its subcommands and its long options, the global ones included. */
interface Words {
  /** `kb ingest`; empty for the program itself. */
  readonly path: string;
  readonly subcommands: readonly { name: string; description: string }[];
  readonly options: readonly { flag: string; description: string }[];
}

function collectWords(program: Command): Words[] {
  const globals = program.options;
  const visit = (command: Command, path: string): Words[] => {
    const options = [...new Set([...command.options, ...globals])].flatMap(({ long, description }) =>
      long === undefined || long === null ? [] : [{ flag: long, description }],
    );
    const subcommands = command.commands.map((child) => ({ name: child.name(), description: child.description() }));
    return [
      { path, subcommands, options: [...options, { flag: "--help", description: "" }] },
      ...command.commands.flatMap((child) => visit(child, path === "" ? child.name() : `${path} ${child.name()}`)),
    ];
  };
  return visit(program, "");
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function bashScript(words: readonly Words[]): string {
  const cases = words.map(
    ({ path, subcommands, options }) =>
      `    ${quote(path)}) words=${quote([...subcommands.map(({ name }) => name), ...options.map(({ flag }) => flag)].join(" "))} ;;`,
  );
  return `# bash completion for kefu: eval "$(kefu completion bash)"
_kefu() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" word words i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    [[ "$word" == -* ]] && continue
    case " ${words
      .map(({ path }) => path.replaceAll(" ", "/"))
      .filter(Boolean)
      .join(" ")} " in
      *" \${path:+$path/}$word "*) path="\${path:+$path/}$word" ;;
    esac
  done
  case "\${path//\\// }" in
${cases.join("\n")}
    *) words="" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ "\${#COMPREPLY[@]}" -eq 0 && "$current" != -* ]] && COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _kefu kefu
`;
}

function zshScript(words: readonly Words[]): string {
  const describe = (name: string, description: string): string =>
    quote(`${name.replaceAll(":", "\\:")}:${description}`);
  const cases = words.map(({ path, subcommands, options }) => {
    const items = [
      ...subcommands.map((item) => describe(item.name, item.description)),
      ...options.map((item) => describe(item.flag, item.description)),
    ];
    return `    ${quote(path)}) items=(${items.join(" ")}) ;;`;
  });
  return `#compdef kefu
# zsh completion for kefu: eval "$(kefu completion zsh)"
_kefu() {
  local -a items known
  local candidate_path="" word
  known=(${words
    .map(({ path }) => quote(path))
    .filter((path) => path !== "''")
    .join(" ")})
  for word in "\${(@)words[2,CURRENT-1]}"; do
    [[ "$word" == -* ]] && continue
    if (( \${known[(Ie)\${candidate_path:+$candidate_path }$word]} )); then
      candidate_path="\${candidate_path:+$candidate_path }$word"
    fi
  done
  case "$candidate_path" in
${cases.join("\n")}
  esac
  _describe 'kefu' items || _files
}
compdef _kefu kefu
`;
}

function fishScript(words: readonly Words[]): string {
  const lines = ["# fish completion for kefu: kefu completion fish | source"];
  for (const { path, subcommands, options } of words) {
    const steps = path === "" ? [] : path.split(" ");
    const children = subcommands.map(({ name }) => name).join(" ");
    const inside = steps.map((step) => `__fish_seen_subcommand_from ${step}`);
    const condition = [...inside, ...(children === "" ? [] : [`not __fish_seen_subcommand_from ${children}`])].join(
      "; and ",
    );
    for (const { name, description } of subcommands) {
      lines.push(`complete -c kefu -f -n ${quote(condition)} -a ${name} -d ${quote(description)}`);
    }
    for (const { flag, description } of options) {
      const when = inside.length === 0 ? "" : ` -n ${quote(inside.join("; and "))}`;
      lines.push(`complete -c kefu${when} -l ${flag.slice(2)} -d ${quote(description)}`);
    }
  }
  return `${[...new Set(lines)].join("\n")}\n`;
}

const WRITERS: Readonly<Record<Shell, (words: readonly Words[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Adds `kefu completion` to the program; nothing heavy is loaded until it runs. */
export function completion(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("completion")
    .addArgument(new Argument("<shell>", t("cli.completion.shell")).choices(SHELLS))
    .description(t("cli.completion.description"))
    .addHelpText("after", () => `\n${t("cli.completion.examples")}`)
    .action((shell: Shell) => {
      const script = WRITERS[shell](collectWords(parent));
      if (ctx.globals().json === true) ctx.terminal.json({ shell, script });
      else ctx.terminal.print(script.trimEnd());
    });
}
