import { Buffer } from "node:buffer";

/** What the bytes of a file are, whatever its name says. */
export type ContentKind =
  | "empty"
  | "text"
  | "html"
  | "xlsx"
  | "xls"
  | "xlsb"
  | "spreadsheetml"
  | "mht"
  | "numbers"
  | "encrypted"
  | "encrypted-xls"
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

const END_OF_ZIP = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const CENTRAL_HEADER = 0x02014b50;
/** Names that are looked at; the parts that tell a kind stand among the first. */
const MOST_NAMES = 2_000;

/** Names in the directory at the end of a zip (PKWARE APPNOTE 4.3.12, 4.3.16); `undefined` when there is none. */
function zipNames(zip: Buffer): string[] | undefined {
  const end = zip.subarray(Math.max(0, zip.length - 65_557)).lastIndexOf(END_OF_ZIP);
  const at = end < 0 ? -1 : Math.max(0, zip.length - 65_557) + end;
  if (at < 0 || at + 22 > zip.length) return undefined;
  const names: string[] = [];
  let next = zip.readUInt32LE(at + 16);
  while (names.length < MOST_NAMES && next + 46 <= zip.length && zip.readUInt32LE(next) === CENTRAL_HEADER) {
    const length = zip.readUInt16LE(next + 28);
    names.push(zip.toString("utf8", next + 46, next + 46 + length).replaceAll("\\", "/"));
    next += 46 + length + zip.readUInt16LE(next + 30) + zip.readUInt16LE(next + 32);
  }
  return names.length === 0 ? undefined : names;
}

const ZIP_PARTS: readonly [ContentKind, RegExp][] = [
  ["xlsb", /^xl\/workbook\.bin$/i],
  ["xlsx", /^xl\/workbook[^/]*\.xml$/i],
  ["docx", /^word\/document[^/]*\.xml$/i],
  ["pptx", /^ppt\/presentation\.xml$/i],
  ["numbers", /^Index\/(?:Document|CalculationEngine)[^/]*\.iwa$/],
];

const OPEN_SHEET = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

/** A zip is told by its parts; one whose directory is cut off, by the names that stand uncompressed in it. */
function zipKind(bytes: Uint8Array): ContentKind {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (zip.subarray(0, 200).includes(OPEN_SHEET)) return "ods";
  const names = zipNames(zip);
  if (names !== undefined) {
    const known = ZIP_PARTS.find(([, pattern]) => names.some((name) => pattern.test(name)));
    // The type of an OpenDocument should stand at the start; not every program puts it there.
    if (known === undefined && names.includes("content.xml") && zip.includes(OPEN_SHEET)) return "ods";
    return known?.[0] ?? "zip";
  }
  if (zip.includes("xl/workbook.bin")) return "xlsb";
  if (zip.includes("xl/workbook")) return "xlsx";
  if (zip.includes("word/document")) return "docx";
  return zip.includes("ppt/presentation") ? "pptx" : "zip";
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

const XML_SHEET = /<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;

function startOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4096));
  if (start[0] === 0xff && start[1] === 0xfe) return start.toString("utf16le");
  return start.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
}

function textKind(bytes: Uint8Array): ContentKind {
  const start = startOf(bytes).trimStart();
  if (start.startsWith("<")) {
    if (XML_SHEET.test(start)) return "spreadsheetml";
    const bare = start
      .slice(0, 512)
      .replace(/^<\?xml[^>]*>\s*/i, "")
      .replace(/^(?:<!--.*?-->\s*)+/s, "");
    if (/^<(?:!doctype html|html|head|body|meta|style|table)\b/i.test(bare)) return "html";
  }
  return /^(?:MIME-Version|From|Content-Type):.{0,400}multipart\/related/is.test(start.slice(0, 600)) ? "mht" : "text";
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
  text: "TXT",
  html: "HTML",
  xlsx: "Excel (.xlsx)",
  xls: "Excel 97-2003 (.xls)",
  xlsb: "Excel (.xlsb)",
  spreadsheetml: "Excel 2003 XML",
  mht: "MHTML",
  numbers: "Apple Numbers",
  encrypted: "Excel (.xlsx, password)",
  "encrypted-xls": "Excel (.xls, password)",
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
