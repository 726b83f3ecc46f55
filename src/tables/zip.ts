import { Buffer } from "node:buffer";
import type { Entry, ZipFile } from "yauzl";
import { KefuError } from "../messages/errors.js";
import { MAX_RATIO, MAX_UNPACKED, RATIO_FROM, tooLarge } from "./limits.js";

/** A workbook has a few dozen parts, and a picture a row at worst. */
const MAX_ENTRIES = 100_000;
const MB = 2 ** 20;

/** The parts of a workbook that is a zip; each is unpacked as it is read. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacked size as the zip states it; reading ends with an error where it is not true. */
  size(name: string): number;
  /** @throws KefuError `input` for a part that is damaged, locked or unpacks to too much */
  read(name: string): AsyncIterable<Uint8Array>;
}

/**
 * The failure of a workbook whose zip or XML cannot be read.
 * @param reason in the words of who noticed it
 */
export function damaged(file: string, reason: string, cause?: unknown): KefuError {
  return new KefuError(
    "input",
    "kb.format.xlsx-damaged",
    { file, reason },
    { where: { file }, hint: { key: "kb.format.xlsx-damaged-hint" }, cause },
  );
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.split("\n")[0]!.slice(0, 200) : String(cause);
}

/** Errors of the zip library in our words; ours pass through. */
function zipError(file: string, cause: unknown, part?: string): KefuError {
  if (cause instanceof KefuError) return cause;
  const reason = reasonOf(cause);
  if (/end of central directory|unexpected EOF|unexpected end of file/i.test(reason)) {
    return new KefuError(
      "input",
      "kb.table.cut-off",
      { file },
      { where: { file }, hint: { key: "kb.table.cut-off-hint" }, cause },
    );
  }
  return damaged(file, part === undefined ? reason : `${part}: ${reason}`, cause);
}

/** Excel takes part names for the same whatever their case. */
function keyOf(name: string): string {
  return name.replace(/^\/+/, "").toLowerCase();
}

class Parts implements ZipParts {
  readonly names: string[] = [];
  private readonly entries = new Map<string, Entry>();
  private unpacked = 0;

  constructor(
    private readonly file: string,
    private readonly zip: ZipFile,
  ) {}

  add(entry: Entry): void {
    const key = keyOf(entry.fileName);
    if (this.entries.has(key)) return;
    this.entries.set(key, entry);
    this.names.push(entry.fileName);
    if (this.names.length > MAX_ENTRIES) throw damaged(this.file, `> ${MAX_ENTRIES} parts`);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  size(name: string): number {
    return this.entries.get(keyOf(name))?.uncompressedSize ?? 0;
  }

  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(keyOf(name));
    if (entry === undefined) throw damaged(this.file, `${name}: –`);
    this.check(entry);
    try {
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
        this.unpacked += (chunk as Uint8Array).length;
        // A part may be read more than once, but never so often that this adds up.
        if (this.unpacked > 3 * MAX_UNPACKED) throw this.tooLarge(name);
        yield chunk as Uint8Array;
      }
    } catch (cause) {
      throw zipError(this.file, cause, name);
    }
  }

  private check(entry: Entry): void {
    if (entry.isEncrypted()) {
      throw new KefuError(
        "input",
        "kb.format.not-table",
        { file: this.file, kind: "ZIP (password)" },
        { where: { file: this.file }, hint: { key: "kb.format.remove-password" } },
      );
    }
    const { uncompressedSize, compressedSize } = entry;
    const swollen = uncompressedSize > RATIO_FROM && uncompressedSize > MAX_RATIO * compressedSize;
    if (uncompressedSize > MAX_UNPACKED || swollen) throw this.tooLarge(entry.fileName, uncompressedSize);
  }

  private tooLarge(part: string, bytes = MAX_UNPACKED): KefuError {
    const most = Math.min(MAX_UNPACKED, bytes > RATIO_FROM ? bytes : MAX_UNPACKED);
    return tooLarge(this.file, "kb.table.unpacks-too-large", { part, most: Math.floor(most / MB) });
  }
}

/**
 * Opens a zip that is in memory. Sizes are checked against what the zip states, and the statement against what comes.
 * @throws KefuError `input` when its directory cannot be read
 */
export async function openZip(file: string, bytes: Uint8Array): Promise<ZipParts> {
  const { fromBufferPromise } = await import("yauzl");
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false });
    const parts = new Parts(file, zip);
    for await (const entry of zip.eachEntry()) parts.add(entry);
    return parts;
  } catch (cause) {
    throw zipError(file, cause);
  }
}
