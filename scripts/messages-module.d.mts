import type { Locale, Message } from "../src/messages/locale.js";

/** Source of a module that exports `textOf`, as src/messages/text-of.ts does. */
export const MESSAGES_MODULE: string;

/** Contents of the file of a language that the module reads. */
export function messagesText(catalogue: Readonly<Record<string, Message>>, locale: Locale): string;
