import * as z from "zod";

const lintLevel = z.enum(["off", "info", "warning", "error"]);

const kbLintWaiver = z
  .strictObject({
    rule: z.string().min(1).describe("Id of the rule."),
    entry: z.string().optional().describe("Id of the entry."),
    file: z.string().optional().describe("File, folder or pattern of sources."),
    question: z.string().optional().describe("Standard question of the entry."),
    reason: z.string().min(1).describe("Why the finding is accepted."),
    until: z.iso.date().optional().describe("Last day on which the waiver holds."),
  })
  .refine(({ entry, file, question }) => entry !== undefined || file !== undefined || question !== undefined, {
    message: "entry, file or question is needed",
  });

const nluLintWaiver = z
  .strictObject({
    rule: z.string().min(1).describe("Id of the rule."),
    text: z.string().optional().describe("An utterance of the finding, as it stands in the data."),
    intent: z.string().optional().describe("Its intent."),
    file: z.string().optional().describe("Its file, folder or pattern, from kefu.yaml."),
    reason: z.string().min(1).describe("Why the finding is accepted."),
    until: z.iso.date().optional().describe("Last day on which the waiver holds."),
  })
  .refine(({ text, intent, file }) => text !== undefined || intent !== undefined || file !== undefined, {
    message: "text, intent or file is needed",
  });

export const kbLint = z
  .strictObject({
    rules: z
      .record(z.string(), z.union([lintLevel, z.looseObject({ severity: lintLevel.optional() })]))
      .default({})
      .describe("Rule to level, or to settings with an optional severity (docs/lint.md)."),
    allow: z
      .strictObject({
        phones: z.array(z.string()).default([]).describe("Numbers that may stand in answers."),
        emails: z.array(z.string()).default([]).describe("Addresses, or @domain for all of a domain."),
        words: z.array(z.string()).default([]).describe("Wordings that no rule minds."),
      })
      .prefault({}),
    waivers: z.array(kbLintWaiver).default([]).describe("Findings that are known and accepted."),
  })
  .describe("What kefu kb lint looks for.");

export const nluLint = z
  .strictObject({
    rules: z.record(z.string(), lintLevel).default({}).describe("Rule to level (docs/nlu-data.md)."),
    waivers: z.array(nluLintWaiver).default([]).describe("Findings that are known and accepted."),
  })
  .describe("What kefu nlu lint looks for.");
