import { Buffer } from "node:buffer";

/** Text at a place; points from the lower left corner of an A4 page. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Extra space after each letter, in points. */
  readonly spacing?: number;
}

function hex(text: string): string {
  let codes = "";
  for (let at = 0; at < text.length; at++) codes += text.charCodeAt(at).toString(16).padStart(4, "0");
  return codes;
}

function stream(content: string): string {
  return `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`;
}

/** Codes of the font are UTF-16 units, so that one table of characters does for all texts. */
const TO_UNICODE =
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n" +
  Array.from({ length: 256 }, (_, high) => {
    const byte = high.toString(16).padStart(2, "0");
    return `1 beginbfrange <${byte}00> <${byte}ff> <${byte}00> endbfrange`;
  }).join("\n") +
  "\nendcmap end end";

function font(name: string, from: number): string[] {
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${from + 1} 0 R] /ToUnicode 3 0 R >>`,
    // Letters are half as wide as Chinese characters.
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [0 8191 500] /FontDescriptor ${from + 2} 0 R >>`,
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>`,
  ];
}

function shown({ text, x, y, size = 10, bold = false, spacing = 0 }: PdfText): string {
  return `BT /${bold ? "B" : "F"} ${size} Tf ${spacing} Tc 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`;
}

/** A PDF of its objects, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly string[]): Uint8Array {
  let body = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(Buffer.byteLength(body, "latin1"));
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = Buffer.byteLength(body, "latin1");
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body, "latin1"));
}

/** A PDF whose pages hold the texts; an empty page shows a picture only. */
export function writePdf(pages: readonly (readonly PdfText[])[]): Uint8Array {
  const image = 10;
  const first = image + 1;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    stream(TO_UNICODE),
    ...font("Plain", 4),
    ...font("Strong-Bold", 7),
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream",
    ...pages.flatMap((texts, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * at + 1} 0 R /Resources << /Font << /F 4 0 R /B 7 0 R >> /XObject << /I ${image} 0 R >> >> >>`,
      stream(texts.length === 0 ? "q 595 0 0 842 0 0 cm /I Do Q" : texts.map(shown).join("\n")),
    ]),
  ];
  return pdfOf(objects);
}
