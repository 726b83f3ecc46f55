import { InvalidArgumentError } from "commander";
import type { Translate } from "../messages/catalogue.js";
import { KefuError } from "../messages/errors.js";

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

/** True for a day that is in the calendar, alone or with a time after it: `2026-02-28`, `2026-02-28T09:30`. */
export function isDate(text: string): boolean {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
  if (day === undefined) return false;
  const parsed = new Date(`${day}T${time ?? "00:00"}Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

/** A parser of a local date with or without a time; a space before the time becomes a `T`. */
export function localTime(t: Translate): (text: string) => string {
  return (text) => {
    if (isDate(text)) return text.replace(" ", "T");
    throw new InvalidArgumentError(t("cli.usage.local-time"));
  };
}

/**
 * Refuses an output file whose name ends otherwise than what would be written into it.
 * @param endings with their dots
 * @throws KefuError `usage`
 */
export function checkEnding(file: string | undefined, endings: readonly string[]): void {
  if (file === undefined || endings.some((ending) => file.toLowerCase().endsWith(ending))) return;
  throw new KefuError("usage", "cli.usage.ending", { file, endings: endings.join(", ") });
}
