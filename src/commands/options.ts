import { InvalidArgumentError } from "commander";
import type { Translate } from "../messages/catalogue.js";

/** A parser of a whole number within bounds, for an option or argument. */
export function wholeNumber(t: Translate, least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^-?\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      most === Number.MAX_SAFE_INTEGER
        ? t("cli.usage.whole-number", { least })
        : t("cli.usage.whole-number-range", { least, most }),
    );
  };
}

/** A parser of a text that says something. */
export function someText(t: Translate): (text: string) => string {
  return (text) => {
    if (text.trim() !== "") return text;
    throw new InvalidArgumentError(t("cli.usage.empty-text"));
  };
}

/** A parser of a share between 0 and 1. */
export function share(t: Translate): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && value >= 0 && value <= 1) return value;
    throw new InvalidArgumentError(t("cli.usage.share"));
  };
}
