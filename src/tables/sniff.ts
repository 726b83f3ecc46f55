import { Buffer } from "node:buffer";

/** What the bytes of a file are, whatever its name says. */
export type ContentKind =
  | "empty"
  | "text"
  | "html"
  | "xlsx"
  | "xls"
  | "encrypted"
  | "docx"
  | "pptx"
  | "ods"
  | "zip"
  | "png"
  | "jpeg"
  | "gif"
  | "bmp"
  | "webp"
  | "pdf"
  | "gzip"
  | "rar"
  | "7z"
  | "binary";

const MAGIC: readonly [ContentKind, readonly number[]][] = [
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["gif", [0x47, 0x49, 0x46, 0x38]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["gzip", [0x1f, 0x8b]],
  ["rar", [0x52, 0x61, 0x72, 0x21]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
];

function startsWith(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte);
}

/** A zip is told by the names in it; they stand uncompressed in the file. */
function zipKind(bytes: Uint8Array): ContentKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes("xl/workbook")) return "xlsx";
  if (buffer.includes("word/document")) return "docx";
  if (buffer.includes("ppt/presentation")) return "pptx";
  if (buffer.includes("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) return "ods";
  return "zip";
}

/** An OLE file is an old .xls, or an .xlsx under a password; the stream names stand in it as UTF-16. */
function oleKind(bytes: Uint8Array): ContentKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes(Buffer.from("EncryptedPackage", "utf16le"))) return "encrypted";
  return buffer.includes(Buffer.from("Workbook", "utf16le")) || buffer.includes(Buffer.from("Book", "utf16le"))
    ? "xls"
    : "binary";
}

function hasTextMark(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || startsWith(bytes, [0xef, 0xbb, 0xbf]);
}

function textKind(bytes: Uint8Array): ContentKind {
  const start = Buffer.from(bytes.subarray(0, 512)).toString("latin1").trimStart().toLowerCase();
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|table)\b/.test(start) ? "html" : "text";
}

/** Tells a file by its first bytes and, for containers, by the names inside. Whether text is really text, its decoder says. */
export function sniff(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) return "empty";
  if (hasTextMark(bytes)) return textKind(bytes);
  const known = MAGIC.find(([, magic]) => startsWith(bytes, magic));
  if (known !== undefined) return known[0];
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return zipKind(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return oleKind(bytes);
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return "webp";
  if (startsWith(bytes, [0x42, 0x4d]) && bytes[6] === 0 && bytes[7] === 0) return "bmp";
  return textKind(bytes);
}

/** How a kind is called in a message; file types have one name in every language. */
export const CONTENT_NAMES: Readonly<Record<ContentKind, string>> = {
  empty: "0 B",
  text: "text",
  html: "HTML",
  xlsx: "Excel (.xlsx)",
  xls: "Excel 97-2003 (.xls)",
  encrypted: "Excel (.xlsx, password)",
  docx: "Word (.docx)",
  pptx: "PowerPoint (.pptx)",
  ods: "OpenDocument (.ods)",
  zip: "ZIP",
  png: "PNG",
  jpeg: "JPEG",
  gif: "GIF",
  bmp: "BMP",
  webp: "WebP",
  pdf: "PDF",
  gzip: "GZIP",
  rar: "RAR",
  "7z": "7-Zip",
  binary: "binary",
};
