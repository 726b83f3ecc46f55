import { z } from "zod";

const summary = z.object({
  id: z.string().describe("As `index.embedder` in kefu.yaml takes it."),
  kind: z.enum(["builtin", "transformers"]),
  folder: z.string(),
  bytes: z.int().describe("Size of the folder; 0 when it does not exist."),
  inUse: z.boolean(),
});

export const modelListOutput = z
  .object({ models: z.array(summary) })
  .meta({ description: "The encoders a workspace may use." });

export type ModelListOutput = z.infer<typeof modelListOutput>;

export const modelInfoOutput = summary
  .extend({
    dim: z.int().describe("Length of a vector."),
    digest: z.string().describe("SHA-256 (hex); encoders with one digest give the same vectors."),
    card: z.string().optional().describe("Path of the model card."),
  })
  .meta({ description: "One encoder." });

export type ModelInfoOutput = z.infer<typeof modelInfoOutput>;
