import { Buffer } from "node:buffer";
import { fromBufferPromise, type Entry, type ZipFile as ZipReader } from "yauzl";
import { ZipFile } from "yazl";
import type { Issue } from "../../messages/errors.js";
import { MAX_BYTES, MAX_FILES, PATH_PATTERN } from "./format.js";

/** A file of a bundle; the path has `/` and no folders above it. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A zip with these files in this order: stored, at a fixed time, so that the same files give the same bytes. */
export async function writeZip(files: readonly PackedFile[], comment: string): Promise<Uint8Array> {
  const zip = new ZipFile();
  // Local time, as zip keeps it, so that every time zone writes the same bytes.
  const options = { mtime: new Date(2000, 0, 1, 12), mode: 0o100644, compress: false, forceDosTimestamp: true };
  for (const { path, bytes } of files) {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, options);
  }
  zip.end({ forceZip64Format: false, comment });
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A zip that is damaged, or not one that this program writes; the key says why. */
export class ZipError extends Error {
  constructor(
    readonly key: Issue["key"],
    readonly params: NonNullable<Issue["params"]> = {},
  ) {
    super(`${key} ${JSON.stringify(params)}`);
  }
}

const FIRST_SIGNATURE = Buffer.from("PK\x03\x04", "latin1");
const LAST_SIGNATURE = Buffer.from("PK\x05\x06", "latin1");

/** The end record of a zip is 22 bytes and a comment of at most 65,535. */
const LONGEST_END = 22 + 0xffff;

/** True for a zip, also for one that was cut short or lost its first bytes: it begins or ends as a zip does. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, FIRST_SIGNATURE.length).equals(FIRST_SIGNATURE)) return true;
  return buffer.subarray(Math.max(0, buffer.length - LONGEST_END)).includes(LAST_SIGNATURE);
}

/**
 * The files of a zip, in the order of its directory. Compressed or encrypted files, path tricks, files of one name and
 * more than {@link MAX_FILES} files or {@link MAX_BYTES} bytes are refused before anything is read.
 * @throws ZipError
 */
export async function readZip(bytes: Uint8Array): Promise<{ files: PackedFile[]; comment: string }> {
  if (bytes.byteLength > MAX_BYTES) throw new ZipError("bot.bundle.zip.bytes", { most: MAX_BYTES });
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    if (zip.entryCount > MAX_FILES) throw new ZipError("bot.bundle.zip.files", { most: MAX_FILES });
    const files: PackedFile[] = [];
    for await (const entry of zip.eachEntry()) {
      if (files.some((file) => file.path === entry.fileName)) {
        throw new ZipError("bot.bundle.zip.twice", { path: entry.fileName });
      }
      files.push({ path: entry.fileName, bytes: await readEntry(zip, entry) });
    }
    return { files, comment: zip.comment };
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError("bot.bundle.zip.damaged");
  }
}

async function readEntry(zip: ZipReader, entry: Entry): Promise<Uint8Array> {
  const { fileName, compressionMethod, uncompressedSize } = entry;
  if (!PATH_PATTERN.test(fileName)) throw new ZipError("bot.bundle.zip.path", { path: JSON.stringify(fileName) });
  if (compressionMethod !== 0 || entry.isEncrypted()) {
    throw new ZipError("bot.bundle.zip.stored", { path: fileName });
  }
  if (uncompressedSize > MAX_BYTES) throw new ZipError("bot.bundle.zip.bytes", { most: MAX_BYTES });
  const chunks: Uint8Array[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
