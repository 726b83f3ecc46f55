import * as z from "zod";

const date = z.string().nullable();

export const reportAnswersOutput = z
  .object({
    at: z.string().describe("Local date-time that the states are meant for."),
    period: z.object({ from: date, to: date }),
    totals: z.object({
      entries: z.int(),
      online: z.int(),
      effective: z.int().describe("Entries online and in effect."),
      hits: z.int(),
      neverHit: z.int(),
      unknownHits: z.int().describe("Hits on ids that the knowledge base no longer holds."),
      turns: z.int(),
      sessions: z.int(),
      unanswered: z.int().describe("Turns without an answer."),
    }),
    rows: z
      .array(
        z.object({
          id: z.string(),
          category: z.string(),
          question: z.string(),
          status: z.string(),
          state: z.enum(["effective", "not-yet", "expired"]),
          from: date,
          until: date,
          similar: z.int().describe("Number of similar questions."),
          answers: z.record(z.string(), z.int()).describe("Number of answers by channel/locale/tier; `*` for all."),
          hits: z.int(),
          lastHit: z.string().nullable(),
          share: z.number().describe("Part of all hits."),
          source: z.string(),
        }),
      )
      .readonly(),
  })
  .meta({ description: "Every entry with its standing and its hits." });

export type ReportAnswersOutput = z.infer<typeof reportAnswersOutput>;
