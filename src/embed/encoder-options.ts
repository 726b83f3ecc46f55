import type { Pooling } from "./pooling.js";

/** Number formats that exports of a model come in, the most exact first. */
export const DTYPES = ["fp32", "fp16", "q8", "int8", "uint8", "q4", "q4f16", "bnb4"] as const;

export type Dtype = (typeof DTYPES)[number];

/** What a workspace says about the use of a transformer; what it does not say is read from the model's folder. */
export interface EncoderOptions {
  /** Put before a question that is asked. */
  readonly queryPrefix?: string | undefined;
  /** Put before a text that is indexed. */
  readonly passagePrefix?: string | undefined;
  readonly pooling?: Pooling | undefined;
  /** Longest input in tokens; the model's own limit holds all the same. */
  readonly maxLength?: number | undefined;
  /** Which export to take, where the folder has several. */
  readonly dtype?: Dtype | undefined;
  /** Threads of the computation; they change no vector and are no part of the digest. */
  readonly threads?: number | undefined;
}

/** How a transformer is used: what its folder says and what the workspace says, put together. */
export interface EncoderSettings {
  readonly prefixes: { readonly query: string; readonly passage: string };
  /** Where the prefixes come from: kefu.yaml, the model's own files, its family as its name tells, or nowhere. */
  readonly prefixesFrom: "settings" | "model" | "family" | "none";
  /** `none` where the model itself gives one vector a text. */
  readonly pooling: Pooling | "none";
  readonly maxTokens: number;
  readonly dtype: Dtype;
}
