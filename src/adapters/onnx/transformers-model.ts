import { cutTokens, planBatches } from "../../embed/batches.js";
import type { BatchLimits } from "../../embed/batches.js";
import { poolTokens, unit } from "../../embed/pooling.js";
import { KefuError } from "../../messages/errors.js";
import type { ModelPlan } from "./model-folder.js";
import {
  loadTransformers,
  type Model,
  type Tensor,
  type Tokenizer,
  type Transformers,
} from "./transformers-library.js";

/** Vectors of some texts, one after the other. */
export interface EncodedTexts {
  readonly dim: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** A transformer that has been loaded. */
export interface TransformersModel {
  /** @param texts with their prefixes; at least one */
  encode(texts: readonly string[]): Promise<EncodedTexts>;
  close(): Promise<void>;
}

/** So many tokens fill two to eight cores; more only make an interrupt wait. */
const LIMITS: BatchLimits = { texts: 64, tokens: 1024 };

/**
 * Exports to integers choose the scale of their activations over the whole batch: in company a text would get another vector
 * than alone. One at a time, the same text always gets the same.
 */
const ALONE: BatchLimits = { texts: 1, tokens: 1 };
const SCALED_BY_BATCH: ReadonlySet<string> = new Set(["q8", "int8", "uint8"]);

const PLAIN = { padding: false, truncation: false, return_tensor: false } as const;

function unusable({ path: folder }: ModelPlan, cause: unknown): KefuError {
  if (cause instanceof KefuError) return cause;
  const reason = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0]!;
  return new KefuError(
    "input",
    "embed.transformers.broken",
    { path: folder, reason },
    { hint: { key: "embed.transformers.hint.broken" }, cause },
  );
}

/** How many tokens the tokenizer puts behind a text. */
function closingTokens(tokenizer: Tokenizer): number {
  const whole = tokenizer(["a"], PLAIN).input_ids[0]!;
  const bare = tokenizer(["a"], { ...PLAIN, add_special_tokens: false }).input_ids[0]!;
  for (let start = 0; start + bare.length <= whole.length; start++) {
    if (bare.every((id, at) => whole[start + at] === id)) return whole.length - start - bare.length;
  }
  return 0;
}

/** Runs native code; a thread of its own sees to it that it is not torn down meanwhile. */
export type RunNative = <T>(work: () => Promise<T>) => Promise<T>;

const here: RunNative = (work) => work();

class LoadedModel implements TransformersModel {
  private readonly closing: number;

  constructor(
    private readonly plan: ModelPlan,
    private readonly library: Transformers,
    private readonly tokenizer: Tokenizer,
    private readonly model: Model,
    private readonly native: RunNative,
  ) {
    this.closing = closingTokens(tokenizer);
  }

  async encode(texts: readonly string[]): Promise<EncodedTexts> {
    const { maxTokens, dtype } = this.plan.settings;
    const tokens = this.tokenizer([...texts], PLAIN).input_ids.map((ids) => cutTokens(ids, maxTokens, this.closing));
    const limits = SCALED_BY_BATCH.has(dtype) ? ALONE : LIMITS;
    let values: Float32Array<ArrayBuffer> | undefined;
    let dim = 0;
    const lengths = tokens.map(({ length }) => Math.max(1, length));
    for (const batch of planBatches(lengths, limits)) {
      const vectors = await this.run(batch.map((text) => tokens[text]!));
      dim = vectors[0]!.length;
      values ??= new Float32Array(texts.length * dim);
      for (const [at, text] of batch.entries()) values.set(this.checked(vectors[at]!), text * dim);
    }
    return { dim, values: values! };
  }

  async close(): Promise<void> {
    await this.model.dispose();
  }

  /** A vector that is no number would be nobody's neighbour for ever. */
  private checked(vector: Float32Array): Float32Array {
    if (vector.every(Number.isFinite)) return vector;
    throw new Error("NaN");
  }

  /** Padding stands at the end, where it changes nothing: it is masked, and positions are counted from the start. */
  private async run(batch: readonly (readonly number[])[]): Promise<Float32Array[]> {
    const width = Math.max(1, ...batch.map(({ length }) => length));
    const dims = [batch.length, width];
    const ids = new BigInt64Array(batch.length * width).fill(BigInt(this.tokenizer.pad_token_id ?? 0));
    const mask = new BigInt64Array(batch.length * width);
    for (const [row, tokens] of batch.entries()) {
      tokens.forEach((id, at) => {
        ids[row * width + at] = BigInt(id);
        mask[row * width + at] = 1n;
      });
    }
    const { Tensor } = this.library;
    const inputs: Record<string, Tensor> = {
      input_ids: new Tensor("int64", ids, dims),
      attention_mask: new Tensor("int64", mask, dims),
    };
    const wants = (name: string): boolean => this.plan.inputs.includes(name);
    if (wants("token_type_ids")) inputs["token_type_ids"] = new Tensor("int64", new BigInt64Array(ids.length), dims);
    if (wants("position_ids")) {
      const places = BigInt64Array.from(ids, (_, at) => BigInt(at % width));
      inputs["position_ids"] = new Tensor("int64", places, dims);
    }
    const outputs = await this.native(() => this.model(inputs));
    return this.vectors(outputs[this.plan.output], mask, batch.length);
  }

  private vectors(output: Tensor | undefined, mask: BigInt64Array, texts: number): Float32Array[] {
    const { pooling } = this.plan.settings;
    const dims = output?.dims ?? [];
    if (output === undefined || dims.length !== (pooling === "none" ? 2 : 3) || dims[0] !== texts)
      throw new Error(`${this.plan.output}: ${dims.join(" × ")}`);
    const values =
      output.data instanceof Float32Array ? output.data : Float32Array.from(output.data as ArrayLike<number>);
    const dim = dims.at(-1)!;
    if (pooling !== "none") return poolTokens({ values, texts, tokens: dims[1]!, dim }, mask, pooling);
    return Array.from({ length: texts }, (_, text) => unit(values.slice(text * dim, (text + 1) * dim)));
  }
}

async function load(plan: ModelPlan, library: Transformers, native: RunNative): Promise<LoadedModel> {
  const { AutoTokenizer, AutoModel } = library;
  // An absolute path is no id of a hub, whatever the folder's name: the library reads it as it is.
  const name = plan.path;
  const local = { local_files_only: true };
  const tokenizer = await AutoTokenizer.from_pretrained(name, local);
  const threads = plan.threads === undefined ? {} : { intraOpNumThreads: plan.threads };
  const open = (): Promise<Model> =>
    AutoModel.from_pretrained(name, {
      ...local,
      dtype: plan.settings.dtype,
      device: "cpu",
      subfolder: plan.subfolder,
      session_options: threads,
      // The runtime itself finds weights in files beside the model.
      use_external_data_format: false,
    });
  const model = await native(open);
  return new LoadedModel(plan, library, tokenizer, model, native);
}

/**
 * Loads a transformer in this thread.
 * @param importLibrary imports the optional package; tests put another in its place
 * @param native runs what is native code
 * @throws KefuError `unavailable` when the package is missing or does not run, `input` when the model cannot be run
 */
export async function loadModel(
  plan: ModelPlan,
  importLibrary?: () => Promise<unknown>,
  native: RunNative = here,
): Promise<TransformersModel> {
  const library = await native(() => loadTransformers(importLibrary));
  const failed = (cause: unknown): never => {
    throw unusable(plan, cause);
  };
  const model = await load(plan, library, native).catch(failed);
  return {
    encode: (texts) => model.encode(texts).catch(failed),
    close: () => native(() => model.close()),
  };
}
