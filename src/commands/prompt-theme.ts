import type { Translate } from "../messages/catalogue.js";

type KeyHint = readonly [keys: string, action: string];

/** What inquirer says of itself, in the language of the terminal: yes and no, and which keys do what. */
export function promptTheme(t: Translate): object {
  const actions: Readonly<Record<string, string>> = {
    navigate: t("cli.prompt.navigate"),
    select: t("cli.prompt.select"),
  };
  const [yes, no] = [t("cli.prompt.yes"), t("cli.prompt.no")];
  return {
    keywords: { yes, no, error: () => t("cli.prompt.yes-or-no", { yes, no }) },
    style: {
      keysHelpTip: (keys: readonly KeyHint[]) =>
        keys.map(([key, action]) => `${key} ${actions[action] ?? action}`).join(" • "),
    },
  };
}
