export interface BertModel {
  readonly hidden?: number;
  readonly heads?: number;
  readonly layers?: number;
  readonly vocab?: number;
  readonly positions?: number;
  /** Whether the model wants token types. */
  readonly tokenTypes?: boolean;
  readonly seed?: number;
  readonly outputs?: readonly string[];
  /** The ONNX file, relative to the folder. */
  readonly file?: string;
  /** Name of a file beside it that holds the weights. */
  readonly external?: string;
  /** Others to write, by name, as JSON or (a string) as they are; `undefined` leaves one out. */
  readonly files?: Readonly<Record<string, unknown>>;
}

export function writeBertModel(folder: string, options?: BertModel): void;
