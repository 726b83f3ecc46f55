import { Buffer } from "node:buffer";
import { fromBufferPromise, type Entry, type ZipFile as ZipReader } from "yauzl";
import { ZipFile } from "yazl";
import { MAX_BYTES, MAX_FILES, PATH_PATTERN } from "./format.js";

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

/** A zip that is none, or not one that this program writes; `message` says why. */
export class ZipError extends Error {}

/**
 * The files of a zip, in the order of its directory. Compressed or encrypted files, path tricks, files of one name and
 * more than {@link MAX_FILES} files or {@link MAX_BYTES} bytes are refused before anything is read.
 * @throws ZipError
 */
export async function readZip(bytes: Uint8Array): Promise<{ files: PackedFile[]; comment: string }> {
  if (bytes.byteLength > MAX_BYTES) throw new ZipError(`more than ${MAX_BYTES} bytes`);
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    if (zip.entryCount > MAX_FILES) throw new ZipError(`more than ${MAX_FILES} files`);
    const files: PackedFile[] = [];
    for await (const entry of zip.eachEntry()) {
      if (files.some((file) => file.path === entry.fileName)) throw new ZipError(`${entry.fileName} twice`);
      files.push({ path: entry.fileName, bytes: await readEntry(zip, entry) });
    }
    return { files, comment: zip.comment };
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError(error instanceof Error ? error.message : String(error));
  }
}

async function readEntry(zip: ZipReader, entry: Entry): Promise<Uint8Array> {
  const { fileName, compressionMethod, uncompressedSize } = entry;
  if (!PATH_PATTERN.test(fileName)) throw new ZipError(`bad path ${JSON.stringify(fileName)}`);
  if (compressionMethod !== 0 || entry.isEncrypted()) throw new ZipError(`${fileName} is not stored plainly`);
  if (uncompressedSize > MAX_BYTES) throw new ZipError(`${fileName} is too large`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
