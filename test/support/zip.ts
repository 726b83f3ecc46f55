import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../src/kb/sources/crc32.js";

/** A member to be written as it is told, however wrong. */
export interface ZipMember {
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  readonly store?: boolean;
  /** Says that the name is UTF-8. */
  readonly utf8?: boolean;
  readonly encrypted?: boolean;
  /** Unix mode with file type. */
  readonly mode?: number;
  readonly method?: number;
  /** What the lists say instead of the truth. */
  readonly size?: number;
  readonly crc?: number;
  /** Shares header and data with the member of this number. */
  readonly sameAs?: number;
}

/** Writes a zip by hand: libraries refuse to write what the tests need. */
export function makeZip(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const member of members) {
    const name = Buffer.from(member.name as string);
    const data = Buffer.from(member.data as string);
    const packed = member.store === true ? data : deflateRawSync(data);
    const flags = (member.utf8 === true ? 0x800 : 0) | (member.encrypted === true ? 1 : 0);
    const method = member.method ?? (member.store === true ? 0 : 8);
    const offset = member.sameAs === undefined ? at : offsets[member.sameAs]!;
    offsets.push(offset);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(member.crc ?? crc32(data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(member.size ?? data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    if (member.sameAs === undefined) {
      const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), shared, name, packed]);
      parts.push(local);
      at += local.length;
    }
    const header = Buffer.alloc(46);
    header.write("PK\u0001\u0002", "latin1");
    header.writeUInt16LE((3 << 8) | 20, 4);
    shared.copy(header, 6);
    header.writeUInt32LE(((member.mode ?? 0) << 16) >>> 0, 38);
    header.writeUInt32LE(offset, 42);
    central.push(header, name);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
