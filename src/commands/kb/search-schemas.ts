import * as z from "zod";
import { candidate, score, status } from "./schema-parts.js";

const searchExplanation = z.object({
  reading: z.object({
    normalised: z.string().describe("Without politeness, in the form that texts are compared in."),
    meant: z
      .string()
      .optional()
      .describe(
        "What was searched for instead: misspelt words, misheard characters, pinyin and spoken Cantonese put right.",
      ),
    language: z.enum(["zh", "en", "mixed", "other"]),
    script: z.enum(["hans", "hant", "latin", "mixed", "none"]),
    typed: z.enum(["han", "pinyin", "initials", "mixed", "none"]).describe("In characters, in pinyin or by initials."),
    syllables: z.array(z.string()).optional().describe("What pinyin or initials were read as."),
    keyword: z.string().optional().describe("The text is no more than this keyword."),
    smallTalk: z.string().optional().describe("Kind of small talk that the text is."),
    parts: z.array(z.string()).optional().describe("Questions that the text may be taken apart into."),
  }),
  decision: z.object({
    kind: z.enum(["answer", "clarify", "abstain"]).describe("What the bot would do."),
    reason: z.string().optional(),
    parts: z.int().optional().describe("Number of questions that are answered one by one."),
    answerThreshold: z.number(),
    clarifyThreshold: z.number(),
    margin: z.number(),
  }),
  words: z
    .array(z.object({ id: z.string(), met: z.array(z.string()), missed: z.array(z.string()) }))
    .describe("Of each result: words of the text that the entry has, and that it has not."),
  leftOut: z
    .array(
      z.object({
        id: z.string(),
        question: z.string(),
        score,
        rank: z.int().describe("The place it would have had."),
        because: z.array(
          z.object({
            why: z.enum(["status", "not-yet", "expired", "channel", "tier", "negative"]),
            value: z.string().describe("The status, the date, the channel, the tier or the negative keyword."),
          }),
        ),
      }),
    )
    .describe("Entries that a filter left out though they fit better than some result."),
});

export const kbSearchOutput = z
  .object({
    query: z.string(),
    results: z
      .array(
        candidate.extend({
          exact: z
            .boolean()
            .describe("The query is one of the entry's questions, but for spaces, punctuation and script."),
          category: z.string(),
          status,
          channels: z
            .object({ lexical: z.number(), body: z.number(), vector: z.number(), sound: z.number() })
            .describe(
              "BM25 over questions, answers and sounds, as a share of a perfect match; `vector`: cosine of the encoder.",
            ),
          coverage: z.number().describe("Share of the telling words, by their worth, that the entry has."),
          contributions: z.record(z.string(), z.number()).describe("What each feature added to the rank score."),
          excerpt: z
            .object({
              text: z.string(),
              start: z.int().describe("In UTF-16 units of the passage."),
              end: z.int(),
              score: z.number().describe("Share of what the text asks for that stands in the sentence."),
            })
            .optional()
            .describe("Of a passage: the sentence that fits the text best."),
        }),
      )
      .describe("Best first."),
    explain: searchExplanation.optional().describe("With --explain."),
  })
  .meta({ description: "Entries that fit a text." });

export type KbSearchOutput = z.infer<typeof kbSearchOutput>;
