// docs/json-output.md: one section for each zod schema in dist/commands/**/schemas.js.

/** `kbSearchOutput` of the noun kb → `kefu kb search --json`. */
export function commandOf(noun, name) {
  const words = name
    .replace(/Output$/, "")
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .split(" ");
  const verb = words[0] === noun ? words.slice(1) : words;
  return ["kefu", ...(noun === "." ? [] : [noun]), verb.join("-")].join(" ");
}

const entriesOf = ({ noun, schemas }) =>
  Object.entries(schemas)
    .filter(([name]) => name.endsWith("Output"))
    .map(([name, schema]) => ({
      name,
      title: name === "failureOutput" ? "Failures" : `${commandOf(noun, name)} --json`,
      schema,
    }));

/** The schema without what stands elsewhere on the page. */
function tidy(schema) {
  const stated = ["$schema", "description"];
  return JSON.stringify(Object.fromEntries(Object.entries(schema).filter(([key]) => !stated.includes(key))), null, 2);
}

function section({ title, schema }, toJsonSchema) {
  const json = toJsonSchema(schema);
  return [`## ${title}`, "", json.description ?? "", "", "```json", tidy(json), "```", ""];
}

/** The whole page as Markdown. */
export function jsonReference(modules, toJsonSchema) {
  const entries = modules.flatMap(entriesOf).sort((a, b) => (a.title < b.title ? -1 : 1));
  return [
    "# JSON output",
    "",
    "Made by `npm run docs` from the schemas that the tests hold real output against.",
    "",
    "With `--json` a command prints exactly one JSON document on stdout and nothing else; notes and errors go to stderr.",
    "The schemas are JSON Schema, draft 2020-12.",
    "",
    "**A field is never renamed or removed within a major version, and never changes its type.** Fields may be added: read",
    "the ones you know and leave the others. Numbers are not rounded, except where a description says so.",
    "",
    ...entries.map(
      ({ title }) =>
        `- [\`${title}\`](#${title
          .toLowerCase()
          .replace(/[^a-z -]/g, "")
          .replaceAll(" ", "-")})`,
    ),
    "",
    ...entries.flatMap((entry) => section(entry, toJsonSchema)),
  ]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()
    .concat("\n");
}
