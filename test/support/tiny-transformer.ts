import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createRandom } from "../../src/stats/random.js";

const WORDS = [
  "[PAD]",
  "[UNK]",
  "[CLS]",
  "[SEP]",
  "a",
  "order",
  "refund",
  "where",
  "is",
  "my",
  "query",
  ":",
  "退",
  "款",
  "订",
  "单",
];
export const TINY_DIM = 8;

/** The vector of each word, as the model holds them: seeded. */
export function tinyWeights(): Map<string, Float32Array> {
  const random = createRandom("tiny transformer");
  return new Map(WORDS.map((word) => [word, Float32Array.from({ length: TINY_DIM }, () => random.next() - 0.5)]));
}

/**
 * Writes a model folder as Hugging Face lays them out: a BERT in name, whose only layer looks a token's vector up, so
 * that what should come out can be worked out by hand.
 */
export function writeTinyTransformer(folder: string, files: Readonly<Record<string, unknown>> = {}): void {
  mkdirSync(path.join(folder, "onnx"), { recursive: true });
  writeFileSync(path.join(folder, "onnx", "model.onnx"), lookUpModel([...tinyWeights().values()]));
  const special = (content: string, id: number): object => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  const all: Record<string, unknown> = {
    "config.json": {
      model_type: "bert",
      architectures: ["BertModel"],
      hidden_size: TINY_DIM,
      vocab_size: WORDS.length,
    },
    "tokenizer_config.json": { tokenizer_class: "BertTokenizer", model_max_length: 6, pad_token: "[PAD]" },
    "tokenizer.json": {
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: WORDS.slice(0, 4).map(special),
      normalizer: {
        type: "BertNormalizer",
        clean_text: true,
        handle_chinese_chars: true,
        strip_accents: null,
        lowercase: true,
      },
      pre_tokenizer: { type: "BertPreTokenizer" },
      post_processor: {
        type: "TemplateProcessing",
        single: [
          { SpecialToken: { id: "[CLS]", type_id: 0 } },
          { Sequence: { id: "A", type_id: 0 } },
          { SpecialToken: { id: "[SEP]", type_id: 0 } },
        ],
        pair: [],
        special_tokens: {
          "[CLS]": { id: "[CLS]", ids: [2], tokens: ["[CLS]"] },
          "[SEP]": { id: "[SEP]", ids: [3], tokens: ["[SEP]"] },
        },
      },
      decoder: { type: "WordPiece", prefix: "##", cleanup: true },
      model: {
        type: "WordPiece",
        unk_token: "[UNK]",
        continuing_subword_prefix: "##",
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(WORDS.map((word, at) => [word, at])),
      },
    },
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), JSON.stringify(content));
  }
}

// ONNX is protobuf; the field numbers are those of onnx.proto3.
const FLOAT = 1;
const INT64 = 7;

/** `last_hidden_state = Gather(table, input_ids)`; the mask is an input that nothing reads. */
function lookUpModel(table: readonly Float32Array[]): Buffer {
  const bytes = Buffer.alloc(table.length * TINY_DIM * 4);
  table.flatMap((row) => [...row]).forEach((value, at) => bytes.writeFloatLE(value, at * 4));
  const initializer = [
    number(1, table.length),
    number(1, TINY_DIM),
    number(2, FLOAT),
    text(8, "table"),
    part(9, bytes),
  ];
  const node = [text(1, "table"), text(1, "input_ids"), text(2, "last_hidden_state"), text(4, "Gather")];
  const graph = [
    part(1, Buffer.concat(node)),
    text(2, "tiny"),
    part(5, Buffer.concat(initializer)),
    part(11, tensor("input_ids", INT64, ["batch", "sequence"])),
    part(11, tensor("attention_mask", INT64, ["batch", "sequence"])),
    part(12, tensor("last_hidden_state", FLOAT, ["batch", "sequence", TINY_DIM])),
  ];
  return Buffer.concat([
    number(1, 8),
    part(7, Buffer.concat(graph)),
    part(8, Buffer.concat([text(1, ""), number(2, 13)])),
  ]);
}

function tensor(name: string, type: number, dims: readonly (string | number)[]): Buffer {
  const shape = dims.map((dim) => part(1, typeof dim === "string" ? text(2, dim) : number(1, dim)));
  const typed = Buffer.concat([number(1, type), part(2, Buffer.concat(shape))]);
  return Buffer.concat([text(1, name), part(2, part(1, typed))]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function part(field: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes]);
}

function text(field: number, value: string): Buffer {
  return part(field, Buffer.from(value));
}
