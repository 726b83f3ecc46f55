// Writes a model folder as hubs lay them out: a real BERT in ONNX, with seeded random weights. For tests and measurements:
// what it computes means nothing, how it is computed is the same as in a trained one.
import { Buffer } from "node:buffer";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
const CHARACTERS = 6000;

/** Marks, Latin letters (alone and within a word) and Han characters: every text has tokens of its own. */
function vocabulary(size) {
  const latin = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((it) => !/[A-Z]/.test(it));
  const words = [...SPECIAL, ...latin, ...latin.filter((it) => /[a-z0-9]/.test(it)).map((it) => `##${it}`), "：", "。"];
  for (let at = 0; words.length < size && at < CHARACTERS; at++) words.push(String.fromCodePoint(0x4e00 + at));
  for (let at = 0; words.length < size; at++) words.push(`[unused${at}]`);
  return words.slice(0, size);
}

function tokenizer(words) {
  const special = (content, id) => ({
    ...{ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true },
  });
  const mark = (name) => ({ SpecialToken: { id: name, type_id: 0 } });
  const marks = { "[CLS]": 2, "[SEP]": 3 };
  return {
    ...{ version: "1.0", truncation: null, padding: null, added_tokens: SPECIAL.map(special) },
    normalizer: {
      ...{ type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single: [mark("[CLS]"), { Sequence: { id: "A", type_id: 0 } }, mark("[SEP]")],
      pair: [],
      special_tokens: Object.fromEntries(
        Object.entries(marks).map(([id, number]) => [id, { id, ids: [number], tokens: [id] }]),
      ),
    },
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: {
      ...{ type: "WordPiece", unk_token: "[UNK]", continuing_subword_prefix: "##", max_input_chars_per_word: 100 },
      vocab: Object.fromEntries(words.map((word, at) => [word, at])),
    },
  };
}

// ONNX is protobuf; the field numbers are those of onnx.proto3.
const FLOAT = 1;
const INT64 = 7;

function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
}

const number = (field, value) => Buffer.concat([varint(field * 8), varint(value)]);
const part = (field, bytes) => Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes]);
const text = (field, value) => part(field, Buffer.from(value));

function float(field, value) {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt8(field * 8 + 5, 0);
  bytes.writeFloatLE(value, 1);
  return bytes;
}

function valueInfo(name, type, dims) {
  const shape = dims.map((dim) => part(1, typeof dim === "string" ? text(2, dim) : number(1, dim)));
  const typed = Buffer.concat([number(1, type), part(2, Buffer.concat(shape))]);
  return Buffer.concat([text(1, name), part(2, part(1, typed))]);
}

/** Small, fast and the same everywhere; quality of randomness does not matter here. */
function generator(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

class Graph {
  nodes = [];
  weights = [];
  count = 0;

  constructor(seed, external) {
    this.random = generator(seed);
    this.external = external;
    this.outside = [];
    this.offset = 0;
  }

  weight(name, dims, type, bytes) {
    const head = [...dims.map((dim) => number(1, dim)), number(2, type), text(8, name)];
    if (this.external !== undefined && bytes.length > 64) {
      const entry = (key, value) => part(13, Buffer.concat([text(1, key), text(2, String(value))]));
      const where = [entry("location", this.external), entry("offset", this.offset), entry("length", bytes.length)];
      this.outside.push(bytes);
      this.offset += bytes.length;
      this.weights.push(part(5, Buffer.concat([...head, ...where, number(14, 1)])));
    } else this.weights.push(part(5, Buffer.concat([...head, part(9, bytes)])));
    return name;
  }

  floats(name, dims, make) {
    const values = Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, make);
    return this.weight(name, dims, FLOAT, Buffer.from(values.buffer));
  }

  integers(name, values, dims = [values.length]) {
    return this.weight(name, dims, INT64, Buffer.from(BigInt64Array.from(values, BigInt).buffer));
  }

  matrix(name, rows, columns) {
    const scale = Math.sqrt(3 / rows);
    return this.floats(name, [rows, columns], () => this.random() * scale);
  }

  /** @param attributes name → integer, integers or float as `{float}` */
  node(type, inputs, attributes = {}, output = `n${this.count++}`) {
    const fields = [...inputs.map((name) => text(1, name)), text(2, output), text(4, type)];
    for (const [name, value] of Object.entries(attributes)) {
      const list = Array.isArray(value);
      const given = list
        ? [...value.map((each) => number(8, each)), number(20, 7)]
        : typeof value === "object"
          ? [float(2, value.float), number(20, 1)]
          : [number(3, value), number(20, 2)];
      fields.push(part(5, Buffer.concat([text(1, name), ...given])));
    }
    this.nodes.push(part(1, Buffer.concat(fields)));
    return output;
  }
}

function linear(graph, name, input, rows, columns) {
  const product = graph.node("MatMul", [input, graph.matrix(`${name}.weight`, rows, columns)]);
  return graph.node("Add", [product, graph.floats(`${name}.bias`, [columns], () => graph.random() * 0.02)]);
}

function layerNorm(graph, name, input, hidden) {
  const scale = graph.floats(`${name}.scale`, [hidden], () => 1 + graph.random() * 0.05);
  const bias = graph.floats(`${name}.bias`, [hidden], () => graph.random() * 0.05);
  return graph.node("LayerNormalization", [input, scale, bias], { axis: -1, epsilon: { float: 1e-12 } });
}

function attention(graph, name, input, mask, { hidden }) {
  const head = (what, order) => {
    const projected = linear(graph, `${name}.${what}`, input, hidden, hidden);
    return graph.node("Transpose", [graph.node("Reshape", [projected, "heads.shape"])], { perm: order });
  };
  const [query, key, value] = [head("q", [0, 2, 1, 3]), head("k", [0, 2, 3, 1]), head("v", [0, 2, 1, 3])];
  const scores = graph.node("Div", [graph.node("MatMul", [query, key]), "head.root"]);
  const shares = graph.node("Softmax", [graph.node("Add", [scores, mask])], { axis: -1 });
  const mixed = graph.node("Transpose", [graph.node("MatMul", [shares, value])], { perm: [0, 2, 1, 3] });
  const joined = graph.node("Reshape", [mixed, "hidden.shape"]);
  return linear(graph, `${name}.o`, joined, hidden, hidden);
}

function gelu(graph, input) {
  const erf = graph.node("Erf", [graph.node("Div", [input, "root2"])]);
  return graph.node("Mul", [graph.node("Mul", [input, graph.node("Add", [erf, "one"])]), "half"]);
}

function embeddings(graph, { hidden, positions, vocab, tokenTypes }) {
  const words = graph.node("Gather", [graph.matrix("words", vocab, hidden), "input_ids"]);
  const length = graph.node("Gather", [graph.node("Shape", ["input_ids"]), "index1"]);
  const places = graph.node("Range", ["index0", length, "index1"]);
  const placed = graph.node("Gather", [graph.matrix("positions", positions, hidden), places]);
  let sum = graph.node("Add", [words, placed]);
  if (tokenTypes) {
    const types = graph.node("Gather", [graph.matrix("types", 2, hidden), "token_type_ids"]);
    sum = graph.node("Add", [sum, types]);
  }
  return layerNorm(graph, "embeddings", sum, hidden);
}

/** Masked mean of the tokens, as exports with the pooling inside have it. */
function sentence(graph, hidden, output) {
  const mask = graph.node("Unsqueeze", [graph.node("Cast", ["attention_mask"], { to: FLOAT }), "axis2"]);
  const sum = graph.node("ReduceSum", [graph.node("Mul", [hidden, mask]), "axis1"], { keepdims: 0 });
  graph.node("Div", [sum, graph.node("ReduceSum", [mask, "axis1"], { keepdims: 0 })], {}, output);
}

function bertGraph(shape) {
  const { hidden, heads, layers, seed, outputs, external } = shape;
  const graph = new Graph(seed, external);
  const one = (name, value) => graph.floats(name, [], () => value);
  one("one", 1);
  one("half", 0.5);
  one("root2", Math.SQRT2);
  one("head.root", Math.sqrt(hidden / heads));
  one("far", -10000);
  graph.integers("index0", [0], []);
  graph.integers("index1", [1], []);
  graph.integers("axis1", [1]);
  graph.integers("axis2", [2]);
  graph.integers("axes12", [1, 2]);
  graph.integers("heads.shape", [0, 0, heads, hidden / heads]);
  graph.integers("hidden.shape", [0, 0, hidden]);
  const seen = graph.node("Cast", ["attention_mask"], { to: FLOAT });
  const hiddenFrom = graph.node("Mul", [graph.node("Sub", ["one", seen]), "far"]);
  const mask = graph.node("Unsqueeze", [hiddenFrom, "axes12"]);
  let state = embeddings(graph, shape);
  for (let layer = 0; layer < layers; layer++) {
    const name = `layer${layer}`;
    const attended = graph.node("Add", [state, attention(graph, `${name}.attention`, state, mask, shape)]);
    const middle = layerNorm(graph, `${name}.norm1`, attended, hidden);
    const wide = gelu(graph, linear(graph, `${name}.up`, middle, hidden, 4 * hidden));
    const narrow = linear(graph, `${name}.down`, wide, 4 * hidden, hidden);
    state = layerNorm(graph, `${name}.norm2`, graph.node("Add", [middle, narrow]), hidden);
  }
  for (const output of outputs) {
    if (output === "sentence_embedding") sentence(graph, state, output);
    else graph.node("Identity", [state], {}, output);
  }
  return graph;
}

function modelBytes(graph, { hidden, tokenTypes, outputs }) {
  const inputs = ["input_ids", "attention_mask", ...(tokenTypes ? ["token_type_ids"] : [])];
  const dims = (name) => (name === "sentence_embedding" ? ["batch", hidden] : ["batch", "sequence", hidden]);
  const fields = [
    ...graph.nodes,
    text(2, "bert"),
    ...graph.weights,
    ...inputs.map((name) => part(11, valueInfo(name, INT64, ["batch", "sequence"]))),
    ...outputs.map((name) => part(12, valueInfo(name, FLOAT, dims(name)))),
  ];
  const opset = Buffer.concat([text(1, ""), number(2, 17)]);
  return Buffer.concat([number(1, 8), part(7, Buffer.concat(fields)), part(8, opset)]);
}

const DEFAULTS = {
  ...{ hidden: 32, heads: 4, layers: 2, vocab: 7000, positions: 64, tokenTypes: true, seed: 1 },
  ...{ outputs: ["last_hidden_state"], file: "onnx/model.onnx", external: undefined, files: {} },
};

/**
 * @param folder made where it is missing
 * @param options sizes, `outputs`, `file` of the ONNX model, `external` name of a file for the weights, `seed`, and `files`:
 *   others to write, by name, as JSON or (a string) as they are; `undefined` leaves one out
 */
export function writeBertModel(folder, options = {}) {
  const shape = { ...DEFAULTS, ...options };
  const graph = bertGraph(shape);
  const model = path.join(folder, shape.file);
  mkdirSync(path.dirname(model), { recursive: true });
  writeFileSync(model, modelBytes(graph, shape));
  if (shape.external !== undefined)
    writeFileSync(path.join(path.dirname(model), shape.external), Buffer.concat(graph.outside));
  const files = {
    "config.json": {
      ...{ model_type: "bert", architectures: ["BertModel"], hidden_size: shape.hidden, vocab_size: shape.vocab },
      ...{ num_hidden_layers: shape.layers, num_attention_heads: shape.heads },
      ...{ max_position_embeddings: shape.positions, type_vocab_size: 2 },
    },
    "tokenizer_config.json": {
      ...{ tokenizer_class: "BertTokenizer", model_max_length: shape.positions, pad_token: "[PAD]" },
    },
    "tokenizer.json": tokenizer(vocabulary(shape.vocab)),
    ...shape.files,
  };
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
}
