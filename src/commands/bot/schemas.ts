import * as z from "zod";
import { LOCALES } from "../../messages/locale.js";
import { EMOTIONS, STRONGEST } from "../../nlu/emotion/emotion.js";
import { place } from "../place-schema.js";

const decision = z.enum(["answer", "clarify", "chat", "flow", "fallback", "handover"]);
const sha256 = z.string().describe("SHA-256, hex.");

export const botChatOutput = z
  .object({
    turns: z.array(
      z.object({
        user: z.string(),
        decision,
        text: z.string().describe("What the bot said, a line between its messages."),
        entry: z.string().nullable().describe("Id of the entry answered."),
        intent: z.string().nullable(),
        confidence: z.number(),
        emotion: z
          .object({
            label: z.enum(EMOTIONS),
            probability: z.number().min(0).max(1),
            intensity: z.int().min(0).max(STRONGEST).describe("0 for neutral, else 1 (slight) to 3 (strong)."),
          })
          .nullable()
          .describe("Of the caller; null for a bundle without a model of emotions."),
        locale: z.enum(LOCALES),
        actions: z.array(z.object({ name: z.string(), ok: z.boolean() })),
        handover: z.object({ group: z.string(), priority: z.string(), reason: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ description: "A conversation." });

export type BotChatOutput = z.infer<typeof botChatOutput>;

const assertion = z.object({
  what: z.enum(["decision", "entry", "intent", "emotion", "action", "text", "handover"]),
  passed: z.boolean(),
  expected: z.string(),
  got: z.string(),
  maskedDifference: z.literal(true).optional().describe("The two differ only in masked digits."),
});

const suiteCase = z.object({
  name: z.string(),
  where: place,
  passed: z.boolean(),
  seconds: z.number(),
  turns: z
    .array(
      z.object({
        number: z.int(),
        user: z.string(),
        where: place,
        decision,
        entry: z.string().nullable(),
        intent: z.string().nullable(),
        confidence: z.number(),
        text: z.string(),
        assertions: z.array(assertion).readonly(),
        unmocked: z.array(z.string()).readonly().describe("Calls that no mock answers."),
      }),
    )
    .readonly(),
});

export const botTestOutput = z
  .object({
    live: z.boolean().describe("True when actions were real."),
    cases: z.int(),
    passed: z.int(),
    failed: z.int(),
    turns: z.int(),
    assertions: z.int(),
    suites: z.array(z.object({ name: z.string(), file: z.string(), cases: z.array(suiteCase).readonly() })).readonly(),
  })
  .meta({ description: "A run of test suites; words are masked." });

export type BotTestOutput = z.infer<typeof botTestOutput>;

const rate = z
  .object({
    count: z.int(),
    n: z.int(),
    rate: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .describe("A share with its 95% Wilson interval; null where n is 0.");

export const botSimulateOutput = z
  .object({
    seed: z.number(),
    noise: z.number(),
    oos: z.number(),
    conversations: z.int(),
    entries: z.object({ total: z.int(), heldOut: z.int(), unaskable: z.int() }),
    questions: z.object({ total: z.int(), inScope: z.int(), outOfScope: z.int() }),
    deflectionRate: z.number().nullable().describe("Conversations without a human over all conversations."),
    wrongAnswerRate: z.number().nullable().describe("Wrong answers over all questions."),
    rates: z.object({
      deflection: rate,
      handover: rate,
      answeredRight: rate,
      wrongAnswers: rate,
      coverage: rate,
      precision: rate,
      clarified: rate,
      abstained: rate,
      diverted: rate,
      outOfScopeRejected: rate,
    }),
    byNoise: z
      .array(z.object({ noise: z.string(), questions: z.int(), right: rate, wrong: rate, coverage: rate }))
      .readonly(),
    latency: z.object({ turns: z.int(), p50: z.number(), p99: z.number() }).describe("Milliseconds a turn."),
    wrong: z
      .array(z.object({ question: z.string(), expected: z.string().nullable(), got: z.string().nullable() }))
      .readonly()
      .describe("The first wrong answers."),
  })
  .meta({ description: "A simulation." });

export type BotSimulateOutput = z.infer<typeof botSimulateOutput>;

export const botExportOutput = z
  .object({
    file: z.string(),
    bytes: z.int(),
    sha256,
    name: z.string(),
    files: z.array(z.object({ path: z.string(), sha256, bytes: z.int() })),
    golden: z.int().describe("Number of golden questions."),
  })
  .meta({ description: "An exported bundle." });

export type BotExportOutput = z.infer<typeof botExportOutput>;

export const botVerifyOutput = z
  .object({
    file: z.string(),
    verified: z.boolean(),
    bytes: z.int(),
    sha256,
    name: z.string().nullable(),
    golden: z.int().nullable(),
    problems: z.array(
      z.object({
        severity: z.enum(["error", "warning", "info"]),
        code: z.string(),
        message: z.string(),
        where: place.optional(),
      }),
    ),
  })
  .meta({ description: "The check of a bundle." });

export type BotVerifyOutput = z.infer<typeof botVerifyOutput>;
