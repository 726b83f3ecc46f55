import * as z from "zod";
import { DTYPES } from "../../embed/encoder-options.js";
import { POOLINGS } from "../../embed/pooling.js";
import { kbIngestOutput } from "../kb/ingest-schemas.js";

const summary = z.object({
  id: z.string().describe("As `index.embedder` in kefu.yaml takes it."),
  kind: z.enum(["builtin", "transformers"]),
  folder: z.string(),
  bytes: z.int().describe("Size of the folder; 0 when it does not exist."),
  inUse: z.boolean(),
  dim: z.int().optional().describe("Length of a vector; absent where the model's files do not say."),
  dtype: z.enum(DTYPES).optional().describe("Which export is used."),
  pooling: z
    .enum([...POOLINGS, "none"])
    .optional()
    .describe("How tokens become one vector; none where the model itself gives one vector a text."),
  licence: z.string().optional().describe("As the model's card names it."),
  problem: z.string().optional().describe("Why it cannot be used."),
});

export const modelListOutput = z
  .object({ models: z.array(summary) })
  .meta({ description: "The encoders a workspace may use." });

export type ModelListOutput = z.infer<typeof modelListOutput>;

const origin = z
  .object({
    id: z.string().describe("Id on the hub, or the folder that was copied."),
    hub: z.string().optional(),
    revision: z.string().optional().describe("Commit, where the hub named one."),
    at: z.string().describe("Local time, ISO 8601 with offset."),
    files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
  })
  .describe("Where kefu model pull had it from.");

export const modelInfoOutput = summary
  .omit({ problem: true })
  .extend({
    dim: z.int().describe("Length of a vector."),
    digest: z
      .string()
      .describe("SHA-256 (hex) over files and settings; encoders with one digest give the same vectors."),
    maxTokens: z.int().optional().describe("Longer texts are cut there."),
    exports: z.array(z.enum(DTYPES)).optional().describe("Exports that the folder has."),
    prefixes: z.object({ query: z.string(), passage: z.string() }).optional().describe("Put before texts."),
    prefixesFrom: z
      .enum(["settings", "model", "family", "none"])
      .optional()
      .describe("kefu.yaml, the model's own files, its family as its name tells, or nowhere."),
    origin: origin.optional(),
    card: z.string().optional().describe("Path of the model card."),
  })
  .meta({ description: "One encoder." });

export type ModelInfoOutput = z.infer<typeof modelInfoOutput>;

export const modelPullOutput = z
  .object({
    id: z.string().describe("As `index.embedder` in kefu.yaml takes it."),
    folder: z.string(),
    origin,
    bytes: z.int(),
    resumed: z.int().describe("Bytes that an earlier attempt had fetched."),
    tried: z.boolean().describe("Whether it was run once; not where the optional package is missing."),
  })
  .meta({ description: "A model that was fetched or copied." });

export type ModelPullOutput = z.infer<typeof modelPullOutput>;

export const modelUseOutput = z
  .object({
    embedder: z.string().describe("The encoder in use from now on."),
    before: z.string(),
    dryRun: z.boolean(),
    changed: z.boolean().describe("Whether kefu.yaml was changed, or would be."),
    dim: z.int(),
    digest: z.string(),
    index: z.enum(["none", "fits", "rebuild"]).describe("Whether the index was made with this encoder."),
    ingest: kbIngestOutput.optional().describe("With --ingest."),
  })
  .meta({ description: "A change of the encoder." });

export type ModelUseOutput = z.infer<typeof modelUseOutput>;
