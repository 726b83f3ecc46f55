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

/** Documents that are no command's own. */
const TITLES = { failureOutput: "Failures", kbLintRulesOutput: "kefu kb lint --list-rules --json" };

const entriesOf = ({ noun, schemas }) =>
  Object.entries(schemas)
    .filter(([name]) => name.endsWith("Output"))
    .map(([name, schema]) => ({
      name,
      title: TITLES[name] ?? `${commandOf(noun, name)} --json`,
      schema,
    }));

/** Says nothing: what every object of a document is, and the bounds of any whole number. */
const OBVIOUS = { additionalProperties: false, minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const said = Object.entries(value).filter(([key, part]) => OBVIOUS[key] !== part && key !== "propertyNames");
  return Object.fromEntries(said.map(([key, part]) => [key, plain(part)]));
}

/** The schema without what stands elsewhere on the page. */
function tidy(schema) {
  const stated = ["$schema", "description"];
  return JSON.stringify(plain(Object.fromEntries(Object.entries(schema).filter(([key]) => !stated.includes(key)))));
}

async function section({ title, schema }, { toJsonSchema, formatJson }) {
  const json = toJsonSchema(schema);
  const shown = (await formatJson(tidy(json))).trimEnd();
  return [`## ${title}`, "", json.description ?? "", "", "```json", shown, "```", ""];
}

/** The whole page as Markdown. */
export async function jsonReference(modules, tools) {
  const entries = modules.flatMap(entriesOf).sort((a, b) => (a.title < b.title ? -1 : 1));
  const sections = await Promise.all(entries.map((entry) => section(entry, tools)));
  return [
    "# JSON output",
    "",
    "Made by `npm run docs` from the schemas that the tests hold real output against.",
    "",
    "With `--json` a command prints exactly one JSON document on stdout and nothing else; notes and errors go to stderr.",
    "The schemas are JSON Schema, draft 2020-12. `--help` and `--version` print text, with `--json` as well.",
    "",
    "**A field is never renamed or removed within a major version, and never changes its type.** Fields may be added: read",
    "the ones you know and leave the others.",
    "",
    ...entries.map(
      ({ title }) =>
        `- [\`${title}\`](#${title
          .toLowerCase()
          .replace(/[^a-z -]/g, "")
          .replaceAll(" ", "-")})`,
    ),
    "",
    ...sections.flat(),
  ]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()
    .concat("\n");
}
