/**
 * What stands in the command line for src/messages/text-of.ts, in dist/chunks/: it reads the messages of one language from a file.
 * Within the code, those of three languages would take 10 ms of every start.
 */
export const MESSAGES_MODULE = `import { readFileSync } from "node:fs";
const texts = {};
const read = (locale) => JSON.parse(readFileSync(new URL(\`../messages/\${locale}.json\`, import.meta.url), "utf8"));
export const textOf = (locale, key) => (texts[locale] ??= read(locale))[key];
`;

/** Contents of dist/messages/<locale>.json. */
export function messagesText(catalogue, locale) {
  return JSON.stringify(Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, message[locale]])));
}
