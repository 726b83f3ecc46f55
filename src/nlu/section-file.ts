import { createHash } from "node:crypto";
import { KefuError } from "../messages/errors.js";

/**
 * A file of arrays: 8 bytes that name its kind, the length of the header as u32 little-endian, the header (JSON, UTF-8,
 * padded with spaces so that the sections start at a multiple of 8), the sections one after another (each padded with
 * zeros to a multiple of 8), and the SHA-256 of all that. Numbers are little-endian. How long each section is, in numbers,
 * stands in the header's `sections`.
 */
const MAGIC = 8;
const PREFIX = 12;
const DIGEST = 32;

interface ArrayOf {
  readonly i8: Int8Array;
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly f32: Float32Array;
}
const ARRAYS = {
  i8: Int8Array,
  u8: Uint8Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;

/** What arrays a kind of file holds, in their order. */
type SectionTypes = Readonly<Record<string, keyof ArrayOf>>;
type Sections<T extends SectionTypes> = { readonly [Name in keyof T]: ArrayOf[T[Name]] };

const padded = (length: number): number => Math.ceil(length / 8) * 8;

/** @param magic 8 characters */
export function writeSectionFile<T extends SectionTypes>(
  magic: string,
  types: T,
  header: object,
  sections: Sections<T>,
): Uint8Array {
  const names = Object.keys(types);
  const lengths = Object.fromEntries(names.map((name) => [name, sections[name]!.length]));
  const text = Buffer.from(JSON.stringify({ ...header, sections: lengths }), "utf8");
  const json = Buffer.alloc(padded(PREFIX + text.length) - PREFIX, " ");
  text.copy(json);
  const prefix = Buffer.alloc(PREFIX);
  prefix.write(magic, "latin1");
  prefix.writeUInt32LE(json.length, MAGIC);
  const parts: Uint8Array[] = [prefix, json];
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = sections[name]!;
    parts.push(new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(padded(byteLength) - byteLength));
  }
  const body = Buffer.concat(parts);
  return new Uint8Array(Buffer.concat([body, createHash("sha256").update(body).digest()]));
}

/** A file whose kind and header are read, and nothing else checked. */
export interface OpenSectionFile {
  readonly header: object;
  /**
   * Its arrays, every byte checked.
   * @throws KefuError `input` for a damaged file
   */
  sections<T extends SectionTypes>(types: T): Sections<T>;
}

const unreadable = (key: "nlu.model.damaged" | "nlu.model.not-a-model", path: string): KefuError =>
  new KefuError("input", key, { path }, { hint: { key: "nlu.hint.train" } });

/** Refuses a file of which a part is missing, or not what it must be, although its checksum fits. */
export function malformed(part: string, path: string): KefuError {
  return new KefuError("input", "nlu.model.malformed", { path, part }, { hint: { key: "nlu.hint.train" } });
}

interface SectionHeader {
  readonly sections?: Readonly<Record<string, unknown>>;
}

function headerOf(text: string): SectionHeader | undefined {
  try {
    const header: unknown = JSON.parse(text);
    return typeof header === "object" && header !== null ? header : undefined;
  } catch {
    return undefined;
  }
}

/** The arrays of a body, one behind the other, which they fill. */
function arraysOf<T extends SectionTypes>(types: T, { sections }: SectionHeader, body: ArrayBuffer, path: string) {
  let from = 0;
  const take = ([name, type]: [string, keyof ArrayOf]) => {
    const length = sections?.[name];
    const kind = ARRAYS[type];
    const fits = Number.isInteger(length) && (length as number) >= 0;
    if (!fits || from + (length as number) * kind.BYTES_PER_ELEMENT > body.byteLength)
      throw malformed(`sections.${name}`, path);
    const section = new kind(body, from, length as number);
    from += padded(section.byteLength);
    return [name, section] as const;
  };
  const arrays = Object.fromEntries(Object.entries(types).map(take)) as unknown as Sections<T>;
  if (from !== body.byteLength) throw malformed("sections", path);
  return arrays;
}

/**
 * Opens a file. Its version, which the header tells, comes before all else: the rest of another version may look different.
 * @throws KefuError `input` for another kind of file, or a header that cannot be read
 */
export function openSectionFile(magic: string, bytes: Uint8Array, path: string): OpenSectionFile {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source.length < PREFIX + DIGEST || source.toString("latin1", 0, MAGIC) !== magic)
    throw unreadable("nlu.model.not-a-model", path);
  const end = source.length - DIGEST;
  const at = PREFIX + source.readUInt32LE(MAGIC);
  const header = headerOf(source.toString("utf8", PREFIX, Math.min(at, end)));
  if (header === undefined) throw unreadable("nlu.model.damaged", path);
  return {
    header,
    sections<T extends SectionTypes>(types: T): Sections<T> {
      const digest = createHash("sha256").update(source.subarray(0, end)).digest();
      if (!digest.equals(source.subarray(end))) throw unreadable("nlu.model.damaged", path);
      // Typed arrays need aligned memory, which a slice of a larger file is not.
      return arraysOf(types, header, new Uint8Array(source.subarray(at, end)).buffer, path);
    },
  };
}
