import type { Locale, Message } from "../src/messages/locale.js";

/** Source of a module that exports `textOf`, as src/messages/text-of.ts does. */
export function messagesModule(catalogue: Readonly<Record<string, Message>>, locales: readonly Locale[]): string;
