import * as z from "zod";

export const initOutput = z
  .object({
    folder: z.string(),
    written: z.array(z.string()).describe("Files made, relative to the folder, with `/`."),
    kept: z.array(z.string()).describe("Files that were there already and stay as they were."),
  })
  .meta({ description: "The workspace that was made." });

export type InitOutput = z.infer<typeof initOutput>;

export const doctorOutput = z
  .object({
    ok: z.boolean().describe("False when something that is needed does not work."),
    checks: z.array(
      z.object({
        id: z.string(),
        state: z
          .enum(["ok", "missing", "failed"])
          .describe("`missing`: an optional part is not there; everything else works."),
        detail: z.string(),
        fix: z.string().optional().describe("What to do."),
      }),
    ),
  })
  .meta({ description: "What is installed and works here." });

export type DoctorOutput = z.infer<typeof doctorOutput>;

export const demoOutput = z
  .object({
    folder: z.string(),
    steps: z.array(z.object({ command: z.string(), exitCode: z.int(), seconds: z.number() })),
    produced: z.array(z.object({ what: z.string(), where: z.string(), figures: z.string() })),
    seconds: z.number(),
  })
  .meta({ description: "The steps of the demo and what they made." });

export type DemoOutput = z.infer<typeof demoOutput>;

export const completionOutput = z
  .object({ shell: z.enum(["bash", "zsh", "fish"]), script: z.string() })
  .meta({ description: "A completion script." });

export const failureOutput = z
  .object({
    error: z.object({
      kind: z.enum(["findings", "usage", "input", "unavailable", "internal", "interrupted"]),
      exitCode: z.int(),
      code: z.string().describe("Stable name of the message."),
      message: z.string(),
      where: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      hint: z.string().optional(),
      issues: z.array(
        z.object({
          severity: z.enum(["error", "warning", "info"]),
          code: z.string(),
          message: z.string(),
          where: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      ),
    }),
  })
  .meta({ description: "Printed instead of a command's own document when the command fails." });
