import * as z from "zod";
import { location } from "./schema-parts.js";

const lintSeverity = z.enum(["error", "warning", "info"]);

const lintFinding = z.object({
  rule: z.string().describe("Id; all of them with --list-rules."),
  severity: lintSeverity,
  message: z.string(),
  where: location.describe("Of the entry; of a waiver, where it stands."),
  entry: z.object({ id: z.string(), question: z.string() }).optional(),
  field: z
    .object({
      kind: z.enum(["question", "similar", "answer"]),
      index: z.int().optional().describe("Which similar question or answer, from 0."),
    })
    .optional(),
  related: z
    .array(z.object({ id: z.string(), question: z.string(), where: location }))
    .describe("Other entries that have a part in it."),
  fix: z
    .object({ from: z.string(), to: z.string().describe("Empty: the similar question goes.") })
    .optional()
    .describe("What --fix makes of the text."),
  fingerprint: z.string().describe("The same as long as the finding is, wherever the entry moves in its file."),
});

export const kbLintOutput = z
  .object({
    at: z.string().describe("Date that effective periods were held against."),
    entries: z.int(),
    rules: z.array(z.string()).describe("Those that ran."),
    counts: z.object({ error: z.int(), warning: z.int(), info: z.int(), waived: z.int() }),
    findings: z.array(lintFinding).describe("By file, place and rule."),
    waived: z.array(lintFinding.extend({ reason: z.string() })),
    notes: z.array(z.string()).describe("What should be known about the run: samples, shares."),
    fixes: z
      .object({
        dryRun: z.boolean(),
        sources: z.array(
          z.object({
            file: z.string(),
            fixed: z.int(),
            refused: z.record(z.string(), z.int()).describe("Changes that were not made, by the reason."),
          }),
        ),
      })
      .optional()
      .describe("With --fix."),
  })
  .meta({ description: "What is wrong with the knowledge." });

export type KbLintOutput = z.infer<typeof kbLintOutput>;

export const kbLintRulesOutput = z
  .object({
    rules: z.array(
      z.object({
        id: z.string(),
        severity: lintSeverity,
        fixable: z.boolean(),
        options: z.record(z.string(), z.union([z.number(), z.boolean(), z.array(z.string())])),
        what: z.string(),
        advice: z.string(),
      }),
    ),
  })
  .meta({ description: "The rules of kb lint, with --list-rules." });
