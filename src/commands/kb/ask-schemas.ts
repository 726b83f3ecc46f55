import * as z from "zod";
import { SMALL_TALK_KINDS } from "../../kb/respond/small-talk.js";
import { candidate, channelName, decisionSettings, localeName, score } from "./schema-parts.js";

const reading = z
  .object({
    language: z.enum(["zh", "en", "mixed", "other"]),
    script: z.enum(["hans", "hant", "latin", "mixed", "none"]).describe("By the characters that only one script has."),
    locale: localeName.optional().describe("Language and writing of a reply, where the words tell."),
  })
  .describe("How the text is written.");

const askAnswer = candidate.extend({
  text: z.string().describe("In the language and script of the caller, where the entry has it or it can be converted."),
  sentence: z
    .string()
    .optional()
    .describe("Of a passage: the sentence that answers; it stands in `passage` to the letter."),
  passage: z.string().optional().describe("The passage, in the caller's script; `text` is made of both."),
  format: z.enum(["text", "markdown", "card"]),
  links: z.array(z.string()),
  channel: channelName.optional().describe("The channel that this answer was written for."),
  locale: localeName.optional().describe("The locale that this answer was written for."),
});

const askChoice = candidate.extend({
  wording: z.string().describe("The question as the caller reads it, in their language and script."),
});

const clarifyReason = z.enum(["near", "keyword"]);

export const kbAskOutput = z
  .object({
    query: z.string(),
    decision: z
      .enum(["answer", "clarify", "abstain"])
      .describe("Of several questions: `clarify` when the caller is asked back for any of them."),
    reason: z
      .enum([...clarifyReason.options, "small-talk", "out-of-domain", "unsure", "empty"])
      .optional()
      .describe(
        "Of `clarify`: entries are near, or the text is a keyword only. Of `abstain`: small talk, nothing in the knowledge base is near, something is near but not surely enough, no word to search for.",
      ),
    talk: z
      .enum(SMALL_TALK_KINDS)
      .optional()
      .describe("Kind of small talk: greeting, thanks, goodbye, identity, praise, laughter …"),
    confidence: score.describe("Probability that the answer, or one of the choices, is the right one."),
    answer: askAnswer.optional(),
    choices: z
      .array(askChoice)
      .optional()
      .describe("With `clarify`: one that stands far above all others, two or three, for a keyword up to five."),
    parts: z
      .array(
        z.object({
          text: z.string().describe("The caller's words."),
          searched: z.string().describe("What was searched for: with what the question before was about."),
          decision: z.enum(["answer", "clarify"]),
          reason: clarifyReason.optional(),
          confidence: score,
          answer: askAnswer.optional(),
          choices: z.array(askChoice).optional(),
        }),
      )
      .optional()
      .describe("Two or three questions of one text, in order; `answer` and `choices` are the first of theirs."),
    rest: z.string().optional().describe("What comes after the third question, and was not looked at."),
    best: candidate.optional().describe("With `abstain`: the nearest entry, where there is one."),
    fallback: z.string().optional().describe("With `abstain`: what the bot would say."),
    reading,
    asker: z.object({ channel: channelName, locale: localeName, at: z.string(), tier: z.string().optional() }),
    settings: decisionSettings,
  })
  .meta({ description: "The decision that the bot would take." });

export type KbAskOutput = z.infer<typeof kbAskOutput>;
