import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { KefuError } from "../messages/errors.js";
import { decodeText } from "./decode.js";

const text = "问题,答案\n退款多久到账？,三天\n";

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/formats/${name}`, import.meta.url));
}

function utf16(content: string, order: "le" | "be", mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + content, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

describe("decodeText", () => {
  it("reads UTF-8 with and without a byte order mark, and takes the mark off", () => {
    expect(decodeText(Buffer.from(text), "a.csv")).toEqual({ text, encoding: "utf-8" });
    expect(decodeText(Buffer.from(`\ufeff${text}`), "a.csv")).toEqual({ text, encoding: "utf-8-bom" });
  });

  it.each([
    ["le", true],
    ["be", true],
    ["le", false],
    ["be", false],
  ] as const)("reads UTF-16%s, with a mark: %s", (order, mark) => {
    expect(decodeText(utf16(text, order, mark), "a.csv")).toEqual({ text, encoding: `utf-16${order}` });
  });

  it.each([
    ["short.gb18030.csv", "gb18030", "问题,答案\r\n退款多久到账？,三到五个工作日。\r\n"],
    ["short.big5.csv", "big5", "問題,答案\r\n退款多久到帳？,三到五個工作天。\r\n"],
    ["traditional.gb18030.csv", "gb18030", "問題,答案\r\n退款多久到帳？,三到五個工作天。\r\n"],
  ])("tells GB18030 from Big5 on a sheet of two lines: %s", (name, encoding, content) => {
    expect(decodeText(fixture(name), name)).toEqual({ text: content, encoding });
  });

  it("tells them apart on whole sheets", () => {
    expect(decodeText(fixture("faq.gb18030.csv"), "a.csv")).toMatchObject({ encoding: "gb18030" });
    expect(decodeText(fixture("faq.big5.csv"), "a.csv").text).toContain("忘記密碼要怎麼重設？");
  });

  it("reads Western text with a few accents, which is valid GB18030 as well", () => {
    const bytes = Buffer.from("Question,Answer\nWhere is the caf\u00e9?,It\u0092s on the second floor.\n", "latin1");
    const { text: read, encoding } = decodeText(bytes, "a.csv");
    expect(encoding).toBe("windows-1252");
    expect(read).toContain("café");
    expect(read).toContain("It’s");
  });

  it("does not take UTF-8 with a stray NUL for UTF-16", () => {
    const stray = Buffer.from(`${text.repeat(5)}a\0b`);
    expect(decodeText(stray, "a.csv", true)).toEqual({ text: `${text.repeat(5)}a\0b`, encoding: "utf-8" });
    expect(() => decodeText(stray, "a.csv")).toThrow(expect.objectContaining({ key: "kb.format.binary" }));
    expect(decodeText(utf16("question,answer\n", "le", false), "a.csv").encoding).toBe("utf-16le");
  });

  it("names the encoding that it cannot read, and refuses bytes that are no text", () => {
    const japanese = Buffer.from("83818b8382cc82a88e7895a582a282cd82c782a482c882e882dc82b782a9", "hex");
    expect(() => decodeText(japanese, "a.csv")).toThrow(KefuError);
    expect(() => decodeText(Buffer.from([1, 0, 0, 0, 7, 200, 0, 3]), "a.csv")).toThrow(
      expect.objectContaining({ kind: "input", key: "kb.format.binary", where: { file: "a.csv" } }),
    );
  });
});
