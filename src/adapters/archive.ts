import { promises as fs } from "node:fs";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import type { Archive, ArchivePort } from "../kb/sources/archive-port.js";
import { ARCHIVE_LIMITS, checkCount, chooseMembers } from "../kb/sources/archive-members.js";
import type { ArchiveLimits, ListedMember } from "../kb/sources/archive-members.js";
import { decodeNames } from "../kb/sources/archive-names.js";
import { crc32 } from "../kb/sources/crc32.js";
import { KefuError } from "../messages/errors.js";

const inflate = promisify(inflateRaw);

const LOCAL_HEADER = 30;
const LOCAL_SIGNATURE = 0x04034b50;

/** General purpose bits of a member. */
const ENCRYPTED = 0x1;
const UTF8 = 0x800;

const OPTIONS = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false } as const;

function damaged(file: string, cause: unknown): KefuError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new KefuError("input", "kb.archive.damaged", { file, reason }, { where: { file }, cause });
}

/** All headers of the central directory; the file is open only meanwhile. */
async function entriesOf(file: string, from: string | Uint8Array, limits: ArchiveLimits): Promise<Entry[]> {
  const { default: yauzl } = await import("yauzl");
  let zip: ZipFile | undefined;
  try {
    zip =
      typeof from === "string"
        ? await yauzl.openPromise(from, OPTIONS)
        : await yauzl.fromBufferPromise(Buffer.from(from.buffer, from.byteOffset, from.byteLength), OPTIONS);
    checkCount(file, zip.entryCount, limits);
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return entries;
  } catch (cause) {
    throw cause instanceof KefuError ? cause : damaged(file, cause);
  } finally {
    zip?.close();
  }
}

function listed(entry: Entry, name: string): ListedMember {
  return {
    name,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    offset: entry.relativeOffsetOfLocalHeader,
    length: LOCAL_HEADER + entry.fileNameLength + entry.compressedSize,
    method: entry.compressionMethod,
    encrypted: (entry.generalPurposeBitFlag & ENCRYPTED) !== 0,
    mode: entry.externalFileAttributes >>> 16,
  };
}

/** Bytes of the archive; fewer at its end. */
async function readRange(from: string | Uint8Array, offset: number, length: number): Promise<Buffer> {
  if (typeof from !== "string") return Buffer.from(from.subarray(offset, offset + length));
  const handle = await fs.open(from, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** @throws Error when the bytes are not what the central directory says */
async function unpack(from: string | Uint8Array, member: ListedMember, crc: number): Promise<Uint8Array> {
  const header = await readRange(from, member.offset, LOCAL_HEADER);
  if (header.length < LOCAL_HEADER || header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw new Error("no local header");
  const start = member.offset + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await readRange(from, start, member.packed);
  if (packed.length < member.packed) throw new Error("ends early");
  // A member that unpacks to more than it says is stopped at that.
  const bytes = member.method === 0 ? packed : await inflate(packed, { maxOutputLength: Math.max(member.size, 1) });
  if (bytes.length !== member.size) throw new Error("another size than listed");
  if (crc32(bytes) !== crc) throw new Error("wrong checksum");
  return bytes;
}

/** Office documents are archives, too, and stay what they are. */
const OFFICE: ReadonlySet<string> = new Set(["[Content_Types].xml", "META-INF/manifest.xml"]);

/**
 * Zip archives, read member by member without unpacking to disk.
 * @param limits smaller ones for tests
 */
export function createArchives(limits: ArchiveLimits = ARCHIVE_LIMITS): ArchivePort {
  return {
    async open(file, from): Promise<Archive | undefined> {
      const entries = await entriesOf(file, from, limits);
      const names = decodeNames(
        entries.map((entry) => ({
          bytes: entry.fileNameRaw,
          utf8: (entry.generalPurposeBitFlag & UTF8) !== 0,
          unicode: entry.extraFields.find(({ id }) => id === 0x7075)?.data,
        })),
      );
      if (names.some((name) => OFFICE.has(name))) return undefined;
      const all = entries.map((entry, at) => listed(entry, names[at]!));
      const { members, issues } = chooseMembers(file, all, limits);
      const crcs = new Map(all.map((member, at) => [member, entries[at]!.crc32]));
      const byName = new Map(members.map((member) => [member.name, member]));
      return {
        members: members.map(({ name }) => name),
        issues,
        async read(name) {
          const member = byName.get(name);
          if (member === undefined) throw damaged(`${file}!/${name}`, "no such member");
          try {
            return await unpack(from, member, crcs.get(member)!);
          } catch (cause) {
            throw damaged(`${file}!/${name}`, cause);
          }
        },
      };
    },
  };
}
