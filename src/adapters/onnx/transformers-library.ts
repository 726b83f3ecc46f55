import { KefuError } from "../../messages/errors.js";

// The part of @huggingface/transformers that is used, written down here so that the program also compiles where the
// optional package is not installed.
/** As much of the library's tensors as is used: numbers row by row, and the size of each dimension. */
export interface Tensor {
  readonly data: ArrayLike<number | bigint>;
  readonly dims: readonly number[];
}

/** Tokens of each text, without padding. */
export type Tokenizer = ((
  texts: string[],
  options: { padding: false; truncation: false; return_tensor: false; add_special_tokens?: boolean },
) => { readonly input_ids: number[][] }) & { readonly pad_token_id?: number };

/** As much of the library's models as is used. */
export interface Model {
  (inputs: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor | undefined>>>;
  dispose(): Promise<unknown>;
}

/** As much of the optional library as is used; its own types would make it a part that cannot be missing. */
export interface Transformers {
  readonly env: {
    allowRemoteModels: boolean;
    allowLocalModels: boolean;
    useFSCache: boolean;
    logLevel: number;
    readonly remoteHost: string;
    readonly remotePathTemplate: string;
  };
  readonly Tensor: new (type: "int64", data: BigInt64Array, dims: number[]) => Tensor;
  readonly AutoTokenizer: { from_pretrained(name: string, options: object): Promise<Tokenizer> };
  readonly AutoModel: { from_pretrained(name: string, options: object): Promise<Model> };
}

export const TRANSFORMERS_PACKAGE = "@xenova/transformers";
const TRANSFORMERS_INSTALL = 'npm install "@xenova/transformers@npm:@huggingface/transformers@^4"';

const ONLY_ERRORS = 40;

/** Loads the optional package and shuts its way to the network. KefuError `unavailable` when it is not there or broken. */
export async function loadTransformers(
  load: () => Promise<unknown> = () => import(TRANSFORMERS_PACKAGE),
): Promise<Transformers> {
  let library: Transformers;
  try {
    library = (await load()) as Transformers;
  } catch (cause) {
    const missing = (cause as { code?: string }).code === "ERR_MODULE_NOT_FOUND";
    throw new KefuError(
      "unavailable",
      missing ? "embed.transformers.missing" : "embed.transformers.unusable",
      { package: TRANSFORMERS_PACKAGE, reason: (cause as Error).message.split("\n")[0]! },
      { hint: { key: "embed.transformers.hint.install", params: { command: TRANSFORMERS_INSTALL } }, cause },
    );
  }
  library.env.allowRemoteModels = false;
  library.env.allowLocalModels = true;
  library.env.useFSCache = false;
  library.env.logLevel = ONLY_ERRORS;
  return library;
}
