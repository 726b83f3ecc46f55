import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";

/** What an ONNX file says of itself, read without its weights. */
export interface OnnxSummary {
  /** Names of the inputs that have to be given. */
  readonly inputs: readonly string[];
  /** Outputs with their shape; a dimension that changes from run to run is 0. */
  readonly outputs: readonly { readonly name: string; readonly dims: readonly number[] }[];
  /** Files beside it that hold weights, sorted. */
  readonly external: readonly string[];
}

const WINDOW = 1 << 16;

/** Wire types of protobuf. */
const VARINT = 0;
const FIXED64 = 1;
const PART = 2;
const FIXED32 = 5;

interface Field {
  readonly number: number;
  readonly wire: number;
  /** Of a varint. */
  readonly value: number;
  /** Of a part: where its content stands. */
  readonly start: number;
  readonly end: number;
}

class NotOnnx extends Error {}

/** Reads a protobuf file in steps; what is skipped is never read. */
class FieldReader {
  private window = new Uint8Array(0);
  private from = 0;

  constructor(
    private readonly file: FileHandle,
    readonly size: number,
  ) {}

  async bytes(start: number, end: number): Promise<Uint8Array> {
    if (start < this.from || end > this.from + this.window.length) {
      const window = new Uint8Array(Math.max(end - start, Math.min(WINDOW, this.size - start)));
      const { bytesRead } = await this.file.read(window, 0, window.length, start);
      if (bytesRead < end - start) throw new NotOnnx();
      this.window = window.subarray(0, bytesRead);
      this.from = start;
    }
    return this.window.subarray(start - this.from, end - this.from);
  }

  async text({ start, end }: Field): Promise<string> {
    if (end - start > WINDOW) throw new NotOnnx();
    return new TextDecoder().decode(await this.bytes(start, end));
  }

  private async varint(at: number): Promise<{ value: number; next: number }> {
    let value = 0;
    for (let byte = 0; byte < 10; byte++) {
      const [part] = await this.bytes(at + byte, at + byte + 1);
      value += (part! & 127) * 2 ** (7 * byte);
      if (part! < 128) return { value, next: at + byte + 1 };
    }
    throw new NotOnnx();
  }

  async *fields(start: number, end: number): AsyncGenerator<Field> {
    for (let at = start; at < end;) {
      const tag = await this.varint(at);
      const [number, wire] = [Math.floor(tag.value / 8), tag.value % 8];
      const read = wire === VARINT || wire === PART ? await this.varint(tag.next) : { value: 0, next: tag.next };
      const length = wire === PART ? read.value : wire === FIXED64 ? 8 : wire === FIXED32 ? 4 : 0;
      if (![VARINT, FIXED64, PART, FIXED32].includes(wire) || read.next + length > end) throw new NotOnnx();
      yield { number, wire, value: read.value, start: read.next, end: read.next + length };
      at = read.next + length;
    }
  }

  async find(parent: Field, number: number): Promise<Field | undefined> {
    for await (const field of this.fields(parent.start, parent.end)) if (field.number === number) return field;
    return undefined;
  }
}

// Field numbers of onnx.proto3: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
const MODEL = { graph: 7 };
const GRAPH = { initializer: 5, input: 11, output: 12 };
const VALUE = { name: 1, type: 2 };
const TENSOR = { name: 8, external: 13 };

async function shapeOf(reader: FieldReader, value: Field): Promise<number[]> {
  const type = await reader.find(value, VALUE.type);
  const tensor = type && (await reader.find(type, 1));
  const shape = tensor && (await reader.find(tensor, 2));
  const dims: number[] = [];
  if (shape === undefined) return dims;
  for await (const dim of reader.fields(shape.start, shape.end)) {
    if (dim.number === 1) dims.push((await reader.find(dim, 1))?.value ?? 0);
  }
  return dims;
}

/** Where an initializer's weights stand, when they are in another file. */
async function locationOf(reader: FieldReader, tensor: Field): Promise<string | undefined> {
  for await (const field of reader.fields(tensor.start, tensor.end)) {
    if (field.number !== TENSOR.external) continue;
    const [key, value] = [await reader.find(field, 1), await reader.find(field, 2)];
    if (key && value && (await reader.text(key)) === "location") return reader.text(value);
  }
  return undefined;
}

async function summarise(reader: FieldReader): Promise<OnnxSummary | undefined> {
  const inputs: string[] = [];
  const outputs: { name: string; dims: number[] }[] = [];
  const external = new Set<string>();
  const weights = new Set<string>();
  const root = { start: 0, end: reader.size } as Field;
  const graph = await reader.find(root, MODEL.graph);
  if (graph === undefined || graph.wire !== PART) return undefined;
  for await (const field of reader.fields(graph.start, graph.end)) {
    const nameAt = field.number === GRAPH.initializer ? TENSOR.name : VALUE.name;
    if (![GRAPH.initializer, GRAPH.input, GRAPH.output].includes(field.number)) continue;
    const nameField = await reader.find(field, nameAt);
    const name = nameField === undefined ? "" : await reader.text(nameField);
    if (field.number === GRAPH.input) inputs.push(name);
    else if (field.number === GRAPH.output) outputs.push({ name, dims: await shapeOf(reader, field) });
    else {
      weights.add(name);
      const location = await locationOf(reader, field);
      if (location !== undefined) external.add(location);
    }
  }
  if (inputs.length === 0 || outputs.length === 0) return undefined;
  // Old exports list weights among the inputs; they need not be given.
  return { inputs: inputs.filter((name) => !weights.has(name)), outputs, external: [...external].sort() };
}

/** Reads an ONNX file's inputs, outputs and outside files; `undefined` when it is no ONNX file. */
export async function summariseOnnx(path: string): Promise<OnnxSummary | undefined> {
  const file = await open(path, "r");
  try {
    return await summarise(new FieldReader(file, (await file.stat()).size));
  } catch (thrown) {
    if (thrown instanceof NotOnnx) return undefined;
    throw thrown;
  } finally {
    await file.close();
  }
}
