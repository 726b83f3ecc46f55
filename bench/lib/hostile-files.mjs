// Files made to harm a reader, each as large as its kind goes in the wild.
//   node hostile-files.mjs NAME FILE     makes one; without arguments their names are printed
// A process of its own makes them: the peak of memory that a child process reports begins with its parent's.
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";

const MB = 2 ** 20;

/** A zip of deflated members; names are taken as they are, also those that leave the folder. */
function zip(members) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content, mode = 0o100644 } of members) {
    const path = Buffer.from(name);
    const packed = Buffer.isBuffer(content) || typeof content === "string" ? pack(Buffer.from(content)) : content;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.crc, 14);
    head.writeUInt32LE(packed.bytes.length, 18);
    head.writeUInt32LE(packed.size, 22);
    head.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(0x0314, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.crc, 16);
    entry.writeUInt32LE(packed.bytes.length, 20);
    entry.writeUInt32LE(packed.size, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    parts.push(head, path, packed.bytes);
    directory.push(entry, path);
    offset += head.length + path.length + packed.bytes.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

function pack(content) {
  return { bytes: deflateRawSync(content), size: content.length, crc: crc32(content) };
}

const workbook = (sheet) =>
  zip([
    {
      name: "[Content_Types].xml",
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    },
    {
      name: "_rels/.rels",
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    },
    {
      name: "xl/workbook.xml",
      content:
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: "xl/worksheets/sheet1.xml", content: sheet },
  ]);

const sheet = (dimension, rows) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="${dimension}"/><sheetData>${rows}</sheetData></worksheet>`;

const cell = (place, text) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const GOOD_ROWS = `<row r="1">${cell("A1", "标准问")}${cell("B1", "答案")}</row><row r="2">${cell("A2", "怎么退款？")}${cell("B2", "三天内退。")}</row>`;

const LAUGHS_XML = `<?xml version="1.0"?><!DOCTYPE faq [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join("")}]><faq><item><question>&a9;</question><answer>&a9;</answer></item></faq>`;
const LAUGHS_YAML = [
  "a0: &a0 [ha,ha,ha,ha,ha,ha,ha,ha,ha]",
  ...Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(",")}]`),
].join("\n");

/** Writes a file piece by piece. */
function write(file, pieces) {
  const handle = openSync(file, "w");
  for (const piece of pieces) writeSync(handle, piece);
  closeSync(handle);
}

function* repeat(piece, times) {
  for (let at = 0; at < times; at++) yield piece;
}

function pdf(xref) {
  const objects = [
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj",
    "4 0 obj<</Length 120>>stream\nBT /F1 12 Tf 50 700 Td (Q: How do I get a refund?) Tj 0 -20 Td (A: Within three days.) Tj ET\nendstream endobj",
  ];
  return `%PDF-1.4\n${objects.join("\n")}\n${xref}`;
}

/** Functions write into the path they get, or return what is to be written. */
const FILES = [
  ["laughs.xml", LAUGHS_XML],
  ["laughs.yaml", LAUGHS_YAML],
  ["bomb.zip", () => zip([{ name: "faq.csv", content: Buffer.alloc(1024 * MB) }])],
  [
    "bombs.zip",
    () => zip(Array.from({ length: 200 }, (_, at) => ({ name: `f${at}.csv`, content: Buffer.alloc(20 * MB, "a") }))),
  ],
  ["slip.zip", () => zip([{ name: "../../escaped.csv", content: "标准问,答案\n怎么退款？,三天。\n" }])],
  ["link.zip", () => zip([{ name: "passwd.csv", content: "/etc/passwd", mode: 0o120777 }])],
  ["line.csv", (file) => write(file, repeat(Buffer.alloc(MB - (MB % 3), "字"), 200))],
  [
    "quote.csv",
    (file) =>
      write(file, ["标准问,答案\n", '怎么退款？,"', ...repeat(Buffer.from("三天内退，\n".repeat(60_000)), 200)]),
  ],
  ["columns.csv", () => `标准问,答案\n${"a,".repeat(1_000_000)}b\n怎么退款？,三天。\n`],
  [
    "declared.xlsx",
    () => workbook(sheet("A1:XFD10000000", `${GOOD_ROWS}<row r="10000000">${cell("A10000000", "x")}</row>`)),
  ],
  ["rows.xlsx", () => workbook(sheet("A1:B10000000", GOOD_ROWS + "<row/>".repeat(10_000_000)))],
  [
    "columns.xlsx",
    () => workbook(sheet("A1:B2", `${GOOD_ROWS}<row r="3">${"<c><v>1</v></c>".repeat(1_000_000)}</row>`)),
  ],
  ["bomb.xlsx", () => workbook(Buffer.alloc(1500 * MB, " "))],
  ["laughs.xlsx", () => workbook(LAUGHS_XML)],
  ["nested.html", () => `<html><body>${"<div>".repeat(500_000)}怎么退款？${"</div>".repeat(500_000)}</body></html>`],
  ["nested.json", () => `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`],
  ["wide.xml", () => `<faq>${"<item><q>a</q><a>b</a></item>".repeat(300_000)}</faq>`],
  ["marks.md", () => "*".repeat(MB)],
  ["lists.md", () => "- a\n".repeat(250_000)],
  ["headings.md", () => "## 怎么退款？\n\n三天内退。\n\n".repeat(20_000)],
  ["details.md", () => "<details>\n<summary>怎么退款？</summary>\n\n三天内退。\n\n</details>\n".repeat(50_000)],
  ["rows.md", () => `|a|b|\n|-|-|\n${"|a|b|\n".repeat(160_000)}`],
  ["nested.md", () => `${"> ".repeat(100_000)}怎么退款？\n`],
  ["xref.pdf", () => pdf("xref\n0 99\ngarbage\ntrailer<</Root 1 0 R/Size 99>>\nstartxref\n999999\n%%EOF")],
  ["cut.pdf", () => pdf("").slice(0, 200)],
  [
    "utf8.csv",
    () =>
      Buffer.concat([
        Buffer.from("标准问,答案\n怎么退款？,三"),
        Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
        Buffer.from("天\n"),
      ]),
  ],
  ["nul.csv", () => "标准\0问,答案\n怎么\0退款？,三天\0。\n"],
  ["bidi.csv", () => "标准问,答案\n怎么\u202e退款\u202c？,三天。\n"],
  ["random.xlsx", () => Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919 + 13) & 255))],
  ["bomb.docx", () => zip([{ name: "word/document.xml", content: Buffer.alloc(1500 * MB, " ") }])],
];

const [, , name, file] = process.argv;
if (name === undefined) console.log(FILES.map(([known]) => known).join("\n"));
else {
  const [, content] = FILES.find(([known]) => known === name);
  const made = typeof content === "function" ? content(file) : content;
  if (made !== undefined) writeFileSync(file, made);
}
