import type { Dtype, EncoderOptions, EncoderSettings } from "./encoder-options.js";

/** Where a model that was fetched comes from; kept beside it in kefu-model.json. */
export interface ModelOrigin {
  readonly format: "kefu-model";
  readonly version: 1;
  /** Id on the hub, or the folder that was copied. */
  readonly id: string;
  /** Address of the hub; absent for a folder. */
  readonly hub?: string;
  /** As asked for, or the commit that the hub named. */
  readonly revision?: string;
  /** Local time, ISO 8601 with offset. */
  readonly at: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/** What a model folder says of itself, read without loading the model. */
export interface ModelDetails {
  readonly settings: EncoderSettings;
  /** Exports that are there. */
  readonly exports: readonly Dtype[];
  /** Length of a vector, where the files say. */
  readonly dim?: number;
  /** SHA-256 (hex) over all that the vectors depend on; reads the whole model. */
  digest(): Promise<string>;
  readonly origin?: ModelOrigin;
  /** As its card names it. */
  readonly licence?: string;
  /** Path of the card. */
  readonly card?: string;
}

export interface PullRequest {
  /** Id on the hub or an existing folder, absolute. */
  readonly from: { readonly id: string } | { readonly folder: string };
  /** Address of the hub; the library's own without it. */
  readonly hub?: string;
  readonly revision?: string;
  readonly dtype?: Dtype;
  /** Folder that the model will be, absolute; it appears whole or not at all. */
  readonly target: string;
  /** Of all files. */
  readonly maxBytes: number;
  /** Admits hubs in private networks and on this machine. */
  readonly allowPrivate: boolean;
  /** Local time, ISO 8601 with offset. */
  readonly at: string;
  onProgress?(file: string, done: number, total: number): void;
}

/** A model that has been taken over. */
export interface PulledModel {
  readonly origin: ModelOrigin;
  /** Bytes that were there from an earlier attempt. */
  readonly resumed: number;
  /** Whether it has been run once; not where the optional package is missing. */
  readonly tried: boolean;
}

/** Model folders on disk, and how they get there. */
export interface ModelPort {
  /** @throws KefuError `input` for a folder that cannot be used */
  describe(folder: string, options?: EncoderOptions): Promise<ModelDetails>;
  /**
   * Fetches or copies the files of a model that are needed, checks that it can be used, and moves it into place. An attempt that was
   * broken off goes on where it stopped.
   * @throws KefuError `input` when a file is missing, too large, not what the hub says it is, or of a model that cannot be used
   */
  pull(request: PullRequest): Promise<PulledModel>;
}
