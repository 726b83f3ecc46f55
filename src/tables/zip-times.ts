import { Buffer } from "node:buffer";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, the first day that a zip knows. */
const FIRST_DAY = 0x21;

/**
 * Sets the times of all entries of a zip to its first day, so that the same content gives the same bytes.
 * (PKWARE APPNOTE 4.3: time and date stand at 10 and 12 of a local header, 12 and 14 of a central one.)
 */
export function resetZipTimes(bytes: Uint8Array): Uint8Array {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from([END & 255, (END >> 8) & 255, (END >> 16) & 255, END >>> 24]));
  if (end < 0) return zip;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0 && zip.readUInt32LE(at) === CENTRAL; left--) {
    zip.writeUInt16LE(0, at + 12);
    zip.writeUInt16LE(FIRST_DAY, at + 14);
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(local) === LOCAL) {
      zip.writeUInt16LE(0, local + 10);
      zip.writeUInt16LE(FIRST_DAY, local + 12);
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
