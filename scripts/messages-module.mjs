/**
 * What stands in the command line for src/messages/text-of.ts: the messages as one JSON text a language, of which a process reads its
 * own. Objects of all of them would take 8 ms of every start.
 */
export function messagesModule(catalogue, locales) {
  const all = Object.entries(catalogue);
  const textsIn = (locale) => JSON.stringify(Object.fromEntries(all.map(([key, message]) => [key, message[locale]])));
  const literal = (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const sources = locales.map((locale) => `${JSON.stringify(locale)}: () => ${literal(textsIn(locale))}`);
  return `const sources = { ${sources.join(", ")} };
const texts = {};
export const textOf = (locale, key) => (texts[locale] ??= JSON.parse(sources[locale]()))[key];`;
}
