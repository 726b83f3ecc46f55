import * as z from "zod";
import { CHANNELS } from "../../kb/entry.js";
import { KefuError, type Issue, type Location } from "../../messages/errors.js";
import { LOCALES } from "../../messages/locale.js";
import { EMOTIONS, STRONGEST } from "../../nlu/emotion/emotion.js";
import { PRIORITIES } from "../definition.js";
import { checkSource, parseYaml } from "../yaml-source.js";

const oneOrMore = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const pattern = z.string().superRefine((text, ctx) => {
  try {
    new RegExp(text, "u");
  } catch {
    ctx.addIssue({ code: "custom", params: { key: "bot.suite.pattern", pattern: text } });
  }
});

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const expectSchema = z.strictObject({
  decision: z.enum(["answer", "clarify", "chat", "flow", "fallback", "handover"]).optional(),
  /** Id of the entry answered; any of a list. */
  entry: oneOrMore.optional(),
  intent: oneOrMore.optional(),
  /** What the caller's words tell of their writer, and how strongly at least. */
  emotion: z
    .union([
      z.enum(EMOTIONS),
      z.strictObject({ label: z.enum(EMOTIONS), intensity: z.int().min(1).max(STRONGEST).optional() }),
    ])
    .optional(),
  /** An action called in the turn, with at least these parameters; false when none may be. */
  action: z
    .union([z.string().min(1), z.literal(false), z.strictObject({ name: z.string(), params: facts.optional() })])
    .optional(),
  /** What the bot said in the turn, messages joined by line breaks. */
  text: z
    .union([
      z.string().min(1),
      z.strictObject({
        contains: oneOrMore.optional(),
        not_contains: oneOrMore.optional(),
        equals: z.string().optional(),
        matches: pattern.optional(),
      }),
    ])
    .optional(),
  handover: z
    .union([
      z.boolean(),
      z.strictObject({
        group: z.string().optional(),
        priority: z.enum(PRIORITIES).optional(),
        reason: z.string().optional(),
      }),
    ])
    .optional(),
});

export type Expectation = z.output<typeof expectSchema>;

/** What an action answers in a suite: the first mock whose `when` the parameters hold. */
const mockSchema = z
  .strictObject({
    when: facts.optional(),
    returns: z.json().optional(),
    /** HTTP status of a failure. */
    error: z.int().min(100).max(599).optional(),
  })
  .refine((mock) => (mock.returns === undefined) !== (mock.error === undefined), { params: { key: "bot.suite.mock" } });

export type Mock = z.output<typeof mockSchema>;

const turnSchema = z.strictObject({ user: z.string(), expect: expectSchema.optional() });

const caseSchema = z.strictObject({
  name: z.string().min(1),
  caller: facts.optional(),
  channel: z.enum(CHANNELS).optional(),
  locale: z.enum(LOCALES).optional(),
  turns: z.array(turnSchema).min(1),
});

const suiteSchema = z.strictObject({
  suite: z.string().min(1),
  mocks: z.record(z.string(), z.array(mockSchema)).default({}),
  cases: z.array(caseSchema).min(1),
});

const KEYS = [suiteSchema, caseSchema, turnSchema, expectSchema, mockSchema]
  .flatMap((schema) => Object.keys(schema.shape))
  .concat(
    "name",
    "params",
    "contains",
    "not_contains",
    "equals",
    "matches",
    "group",
    "priority",
    "reason",
    "label",
    "intensity",
  );

/** A test case with the lines of its parts. */
export interface SuiteCase extends z.output<typeof caseSchema> {
  readonly where: Location;
  readonly turnsAt: readonly Location[];
}

export interface Suite {
  readonly file: string;
  readonly name: string;
  readonly mocks: Readonly<Record<string, readonly Mock[]>>;
  readonly cases: readonly SuiteCase[];
}

function parseSuite(file: string, text: string): { suite?: Suite; issues: Issue[] } {
  const { source, issues } = parseYaml(file, text);
  if (source === undefined) return { issues };
  const { value, issues: wrong } = checkSource(suiteSchema, source, KEYS);
  if (value === undefined) return { issues: wrong };
  const cases = value.cases.map((one, index) => ({
    ...one,
    where: source.locate(["cases", index, "name"]),
    turnsAt: one.turns.map((_, turn) => source.locate(["cases", index, "turns", turn])),
  }));
  const names = cases.map((one) => one.name);
  const twice = cases.filter((one, index) => names.indexOf(one.name) !== index);
  return {
    suite: { file, name: value.suite, mocks: value.mocks, cases },
    issues: twice.map(({ name, where }) => ({
      severity: "error",
      key: "bot.suite.case-twice",
      params: { name },
      where,
    })),
  };
}

/**
 * Reads suites, in the order given.
 * @throws KefuError `input` that holds everything wrong in all files, with lines
 */
export function parseSuites(files: readonly { readonly file: string; readonly text: string }[]): Suite[] {
  const parsed = files.map(({ file, text }) => parseSuite(file, text));
  const issues = parsed.flatMap((one) => one.issues);
  if (issues.length > 0)
    throw new KefuError(
      "input",
      "bot.suite.invalid",
      { n: issues.length },
      { issues, hint: { key: "bot.definition.hint" } },
    );
  return parsed.flatMap((one) => (one.suite === undefined ? [] : [one.suite]));
}
