import { Buffer } from "node:buffer";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { KefuError } from "../../src/messages/errors.js";
import type { ParsedSource } from "../../src/kb/formats/source-format.js";
import { parseSource } from "../../src/kb/formats/format.js";
import { para, writeDocx } from "../support/docx.js";
import { type PdfText, pdfOf, writePdf } from "../support/pdf.js";

async function outcome(file: string, bytes: Uint8Array): Promise<string> {
  try {
    const { entries } = await parseSource(file, bytes, { locale: "en" });
    return `entries: ${entries.length}`;
  } catch (cause) {
    // Anything else is an error of ours.
    expect(cause).toBeInstanceOf(KefuError);
    expect((cause as KefuError).where?.file).toBe(file);
    return (cause as KefuError).key;
  }
}

const texts: PdfText[] = [
  { text: "问：怎么退款？", x: 60, y: 780 },
  { text: "答：点退款。", x: 60, y: 760 },
  { text: "问：多久发货？", x: 60, y: 730 },
  { text: "答：当天。", x: 60, y: 710 },
];

function replaced(bytes: Uint8Array, from: RegExp, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString("latin1").replace(from, to), "latin1");
}

describe("a hostile PDF", () => {
  it("is read when only its table of objects is broken", async () => {
    const good = writePdf([texts]);
    expect(await outcome("a.pdf", good)).toBe("entries: 2");
    expect(await outcome("a.pdf", replaced(good, /startxref\n\d+/, "startxref\n999999"))).toBe("entries: 2");
    expect(await outcome("a.pdf", replaced(good, /\d{10} 00000 n/g, "0000000007 00000 n"))).toBe("entries: 2");
    expect(await outcome("a.pdf", replaced(good, /trailer[\s\S]*$/, ""))).toMatch(/entries: 2|pdf-damaged/);
  });

  it("is refused, or read as far as it goes, wherever it is cut off", async () => {
    const good = writePdf([texts, texts]);
    for (let share = 1; share < 20; share++) {
      const cut = good.subarray(0, Math.floor((good.length * share) / 20));
      expect(await outcome("a.pdf", cut), `${share}/20`).toMatch(
        /^(?:entries: [24]|kb\.document\.pdf-.*|kb\.format\.empty)$/,
      );
    }
  });

  it("ends when its tree of pages runs in a circle, or counts pages that are not there", async () => {
    const circle = pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 100000 >>",
      "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 100000 >>",
    ]);
    expect(await outcome("a.pdf", circle)).toMatch(/^kb\.document\./);
    const small = replaced(circle, /100000/g, "3000");
    expect(await outcome("a.pdf", small)).toMatch(/^kb\.document\./);
    expect(await outcome("a.pdf", replaced(writePdf([texts]), /\/Count 1 /, "/Count 4000 "))).toMatch(
      /^(?:entries: 2|kb\.document\.pdf-.*)$/,
    );
  });

  it("is not unpacked when a stream of it swells, at once or in two steps, nor read when a page never ends", async () => {
    const page = (dictionary: string, content: Buffer) =>
      pdfOf([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        `<< /Length ${content.length} ${dictionary} >>\nstream\n${content.toString("latin1")}\nendstream`,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      ]);
    const once = deflateSync(Buffer.alloc(300_000_000, " "));
    expect(await outcome("a.pdf", page("/Filter /FlateDecode", once))).toBe("kb.document.part-too-large");
    const twice = deflateSync(once);
    expect(twice.length).toBeLessThan(20_000);
    expect(await outcome("a.pdf", page("/Filter [/FlateDecode /FlateDecode]", twice))).toBe(
      "kb.document.part-too-large",
    );
    const endless = Buffer.from("BT /F 10 Tf 1 0 0 1 60 700 Tm (a) Tj ET\n".repeat(250_000));
    expect(await outcome("a.pdf", page("", endless))).toBe("kb.document.pdf-damaged");
  });

  it("may hold any bytes", async () => {
    let state = 7;
    const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
    const good = writePdf([texts]);
    for (let round = 0; round < 40; round++) {
      const bytes = Buffer.from(good);
      for (let at = 0; at < 20; at++) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
      await outcome("a.pdf", bytes);
    }
  });
});

describe("a hostile Word document", () => {
  it("may not declare entities", async () => {
    const lol = '<!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>';
    expect(await outcome("a.docx", writeDocx({ body: para("&b;"), prolog: lol }))).toBe("kb.table.doctype");
  });

  it("is not unpacked when it swells", async () => {
    const swollen = writeDocx({ body: `<!--${" ".repeat(80_000_000)}-->` });
    expect(swollen.length).toBeLessThan(200_000);
    expect(await outcome("a.docx", swollen)).toBe("kb.table.unpacks-too-large");
  });

  it("may be nested and cut only so far", async () => {
    expect(await outcome("a.docx", writeDocx({ body: "<w:tbl><w:tr><w:tc>".repeat(5_000) }))).toBe(
      "kb.document.docx-damaged",
    );
    const good = Buffer.from(writeDocx({ body: para("问：怎么退款？\n答：点退款。").repeat(30) }));
    for (let share = 1; share < 10; share++) {
      expect(await outcome("a.docx", good.subarray(0, Math.floor((good.length * share) / 10)))).toMatch(/^kb\./);
    }
  });

  it("may name relations, lists and styles that are not there, or that stand on each other", async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style><w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style>';
    const body = `${para("怎么退款？", { style: "x", num: "99", depth: 9 })}${para("点退款，三天到账。", { style: "none" })}<w:p><w:hyperlink r:id="none"/></w:p>`;
    expect(await outcome("a.docx", writeDocx({ body: body.repeat(3), styles }))).toBe("entries: 3");
  });
});

describe("hostile text", () => {
  const parse = (bytes: Uint8Array): Promise<ParsedSource> => parseSource("a.txt", bytes, { locale: "en" });

  it("is refused when it is no text", async () => {
    expect(await outcome("a.txt", Buffer.from("问：a\0b？\n答：c\n"))).toMatch(/^kb\.format\.(?:binary|encoding)$/);
    expect(await outcome("a.txt", Buffer.from([0xff, 0xff, 0xfe, 0x80, 0xc0, 0xc1, 0xf5, 0x0a]))).toMatch(/^kb\./);
    expect(await outcome("a.txt", Buffer.alloc(3_000_000, "a"))).toBe("kb.document.line-too-long");
  });

  it("does not hold the reader up: many short lines, signs and unfinished patterns", async () => {
    const many = Buffer.from(
      "问".repeat(60_000) + "\n" + "- ".repeat(60_000) + "\n" + "（".repeat(60_000) + "\n" + "Q".repeat(60_000),
    );
    expect((await parse(many)).entries.length).toBeGreaterThan(0);
    const pairs = Buffer.from(
      Array.from({ length: 9_000 }, (_, n) => `${n + 1}. 第 ${n} 个问题怎么办？\n照做第 ${n} 步。`).join("\n"),
    );
    expect((await parse(pairs)).entries.length).toBe(9_000);
  });
});
