import * as z from "zod";
import type { DecideSettings } from "../kb/respond/decide.js";
import { CHANNELS } from "../kb/entry.js";
import { LOCALES } from "../messages/locale.js";
import { EMOTIONS, STRONGEST } from "../nlu/emotion/emotion.js";

/** Names of flows, slots, actions and saved values: letters of any script, digits, `_` and `-`. */
const name = z.string().regex(/^[\p{L}\p{N}_-]{1,64}$/u);

/** A text for all languages, or one for some of them. */
const textSchema = z.union([
  z.string().min(1),
  z
    .strictObject({ "zh-CN": z.string().min(1), "zh-TW": z.string().min(1), en: z.string().min(1) })
    .partial()
    .refine((text) => Object.keys(text).length > 0, { params: { key: "bot.text.empty" } }),
]);

export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;

const handoverSchema = z.strictObject({
  group: z.string().min(1).optional(),
  priority: z.enum(PRIORITIES).optional(),
  reason: z.string().min(1).optional(),
});

/** The keys that say what a step does; a step has exactly one of them. */
const STEP_KINDS = ["collect", "call", "switch", "say", "handover"] as const;

/** The further keys that each kind of step may have. */
const STEP_EXTRAS: Readonly<Record<(typeof STEP_KINDS)[number], readonly string[]>> = {
  collect: [],
  call: ["with", "save", "on_error"],
  switch: ["cases", "default"],
  say: [],
  handover: [],
};

/** One step of a flow as authors write it. */
const stepSchema = z
  .strictObject({
    /** Ask for a slot until it is filled. */
    collect: name.optional(),
    /** Call an action with values for its parameters, keep what it returns under `save`. */
    call: name.optional(),
    with: z.record(name, z.union([z.string(), z.number(), z.boolean()])).optional(),
    save: name.optional(),
    /** Done instead of the rest of the flow when the action fails. */
    get on_error() {
      return stepsSchema.optional();
    },
    /** A dotted path of a slot or a saved value, and what to do for each of its values. */
    switch: z.string().min(1).optional(),
    get cases() {
      return z.record(z.string(), stepsSchema).optional();
    },
    get default() {
      return stepsSchema.optional();
    },
    say: textSchema.optional(),
    handover: handoverSchema.optional(),
  })
  .superRefine((step, ctx) => {
    const kinds = STEP_KINDS.filter((kind) => step[kind] !== undefined);
    const [kind, second] = kinds;
    if (kind === undefined || second !== undefined) {
      ctx.addIssue({ code: "custom", params: { key: "bot.step.kind", kinds: STEP_KINDS.join(", ") } });
      return;
    }
    for (const key of Object.keys(step)) {
      if (key !== kind && !STEP_EXTRAS[kind].includes(key)) {
        ctx.addIssue({ code: "custom", path: [key], params: { key: "bot.step.extra", extra: key, kind } });
      }
    }
    if (kind === "switch" && step.cases === undefined) {
      ctx.addIssue({ code: "custom", params: { key: "bot.step.cases" } });
    }
  });

const stepsSchema: z.ZodArray<typeof stepSchema> = z.array(stepSchema).max(200);

export type Step = z.output<typeof stepSchema>;

const slotShape = z.strictObject({
  /** Name of the entity that fills the slot; without one, any reply does. */
  entity: name.optional(),
  /** Of several such entities the one with this role in the sentence, as the training data marks it. */
  role: z.string().min(1).max(64).optional(),
  /** `caller.<fact>`: filled without asking when the fact is known (and, for a built-in entity, valid). */
  from: z
    .string()
    .regex(/^caller\.[\p{L}\p{N}_-]+$/u)
    .optional(),
  ask: textSchema,
  /** Said when a reply holds no value; the question again when missing. */
  invalid: textSchema.optional(),
  /** How often it is asked again before the caller is handed over. */
  retries: z.int().min(0).max(10).default(2),
});

const slotSchema = slotShape.refine(({ entity, role }) => entity !== undefined || role === undefined, {
  path: ["role"],
  params: { key: "bot.slot.role" },
});

export type Slot = z.output<typeof slotSchema>;

/** When a caller's emotion starts a flow: in so many turns of a conversation, this one among them. */
const emotionSchema = z.strictObject({
  label: z.enum(EMOTIONS).exclude(["neutral"]),
  /** At least: 1 (slight), 2 (clear) or 3 (strong). */
  intensity: z.int().min(1).max(STRONGEST).default(1),
  turns: z.int().min(1).max(20).default(1),
  /** How sure of the label at least. */
  probability: z.number().min(0).max(1).default(0.9),
});

const flowSchema = z
  .strictObject({
    id: name,
    title: z.string().min(1).optional(),
    intents: z.array(name).default([]),
    emotions: z.array(emotionSchema).min(1).optional(),
    slots: z.record(name, slotSchema).default({}),
    steps: stepsSchema.min(1),
  })
  .refine(({ intents, emotions }) => intents.length > 0 || emotions !== undefined, {
    params: { key: "bot.flow.start" },
  });

export type Flow = z.output<typeof flowSchema>;

/** One file of `flows/`: flows, replies to chat intents, or both. */
export const flowFileSchema = z.strictObject({
  flows: z.array(flowSchema).default([]),
  replies: z.record(name, textSchema).default({}),
});

/** Every key of a flow file, for suggestions. */
export const FLOW_FILE_KEYS = [
  ...Object.keys(flowFileSchema.shape),
  ...Object.keys(flowSchema.shape),
  ...Object.keys(emotionSchema.shape),
  ...Object.keys(slotShape.shape),
  ...Object.keys(stepSchema.shape),
  ...Object.keys(handoverSchema.shape),
  ...LOCALES,
];

/**
 * Where the understanding of a turn leads, as limits on confidences in [0, 1]; {@link route} in dialog/route.ts is the
 * rule they belong to. Tuned on the sample workspace: its suites, and wordings held out from its own data.
 */
const routingSchema = z.strictObject({
  /** Least confidence of an intent that asks for a human. */
  human: z.number().min(0).max(1),
  /** Least confidence of an intent that starts a flow. */
  flow: z.number().min(0).max(1),
  /** Least confidence of an intent that gets a reply. */
  chat: z.number().min(0).max(1),
  /** An intent this sure is followed even where the knowledge base holds the very words. */
  sure: z.number().min(0).max(1),
  /** Least confidence of an answer given in the middle of a flow. */
  digression: z.number().min(0).max(1),
});

export type Routing = z.output<typeof routingSchema>;

export const DEFAULT_ROUTING: Routing = { human: 0.5, flow: 0.6, chat: 0.5, sure: 0.8, digression: 0.7 };

const weights = z.array(z.number());

/** Thresholds, where they come from, and the weights they belong to where the workspace has weights of its own. */
const decideSchema: z.ZodType<DecideSettings> = z.object({
  answerThreshold: z.number(),
  clarifyThreshold: z.number(),
  margin: z.number(),
  exactOnly: z.boolean().optional(),
  basis: z
    .object({
      from: z.enum(["labelled", "similar", "default", "exact"]),
      maxWrongAnswerRate: z.number(),
      promise: z.boolean(),
      questions: z.int(),
      needed: z.int().optional(),
    })
    .optional(),
  fusion: z
    .looseObject({ gate: z.tuple([z.number(), z.number()]), first: weights, rank: weights, calibration: weights })
    .optional(),
});

/** What the bot itself says, apart from answers and flows. */
const textsSchema = z.strictObject({
  fallback: textSchema,
  /** Before the choices of a clarification. */
  clarify: textSchema,
  /** When the bot gives up by itself. */
  handover: textSchema,
  /** To whatever is said after a handover. */
  waiting: textSchema,
});

/** Intents that the dialogue itself knows. */
const specialSchema = z.strictObject({ human: name, goodbye: name, repeat: name, deny: name });

/** Everything a bot is, apart from its knowledge and its model. Plain JSON; stands in a bundle as definition.json. */
export const botDefinitionSchema = z.strictObject({
  format: z.literal("kefu-bot"),
  version: z.literal(1),
  name: z.string().min(1),
  locale: z.enum(LOCALES),
  channel: z.enum(CHANNELS),
  handover: z.strictObject({ group: z.string().min(1), priority: z.enum(PRIORITIES) }),
  texts: textsSchema,
  /** Whole turns that ask for a human, understood without a model. */
  humanPhrases: z.array(z.string().min(1)),
  special: specialSchema,
  routing: routingSchema,
  decide: decideSchema,
  replies: z.record(name, textSchema),
  flows: z.array(flowSchema),
  /** Names of the actions that flows call; their addresses are the runtime's business. */
  actions: z.array(name),
});

/** All of a bot but its knowledge: flows, replies, routing, words. It is what a bundle holds as JSON. */
export type BotDefinition = z.output<typeof botDefinitionSchema>;

/** Whether a bot's flows ask for entities by their role. */
export function heedsRoles({ flows }: Pick<BotDefinition, "flows">): boolean {
  return flows.some(({ slots }) => Object.values(slots).some(({ role }) => role !== undefined));
}

/** Whether a bot has to be told of callers' emotions. */
export function heedsEmotions({ flows }: Pick<BotDefinition, "flows">): boolean {
  return flows.some(({ emotions }) => emotions !== undefined);
}
