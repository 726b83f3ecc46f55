import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeLookup, openVocabulary, readVocabulary } from "./vocabulary.js";

const folder = new URL("../../models/bilingual-static/", import.meta.url);
const bytes = readFileSync(new URL("vocab.txt", folder));
const lookup = readFileSync(new URL("lookup.bin", folder));
const text = bytes.toString();
const tokens = text.replace(/\n$/, "").split("\n");

describe("the vocabulary's table", () => {
  it("in lookup.bin is that of vocab.txt", () => {
    expect(Buffer.compare(makeLookup(text, tokens.length), lookup)).toBe(0);
  });

  it("finds every token, and nothing else, by itself and within a text", () => {
    const table = openVocabulary(bytes, tokens.length, lookup)!;
    const made = readVocabulary(text, tokens.length)!;
    const map = new Map(tokens.map((token, row) => [token, row]));
    expect(tokens.filter((token, row) => table.get(token) !== row || made.get(token) !== row)).toEqual([]);
    expect(tokens.filter((token, row) => table.token(row) !== token)).toEqual([]);
    const others = tokens.flatMap((token) => [`${token}x`, token.slice(0, -1), `${token}\n`, ` ${token}`]);
    expect(others.filter((token) => table.get(token) !== map.get(token))).toEqual([]);
    expect(tokens.filter((token, row) => table.row(`一${token}a`, 1, 1 + token.length) !== row)).toEqual([]);
    const rows = new Int32Array(4);
    table.rowsFrom("申请退款吗", 2, 3, rows);
    expect([...rows.subarray(1)]).toEqual(["退", "退款", "退款吗"].map((token) => map.get(token) ?? -1));
  });

  it("is none where a token stands twice or there are fewer than rows", () => {
    expect(readVocabulary("a\nb\na\n", 3)).toBeUndefined();
    expect(readVocabulary("a\nb\n", 4)).toBeUndefined();
    expect(readVocabulary("a\nb\n", 2)?.get("b")).toBe(1);
  });

  it("answers like the map for any tokens and texts", () => {
    const token = fc.string({ unit: "binary", maxLength: 90 }).filter((one) => !/[\n\p{Cs}]/u.test(one));
    fc.assert(
      fc.property(
        fc.uniqueArray(token, { minLength: 1, maxLength: 40 }),
        fc.array(token),
        fc.boolean(),
        (all, asked, ended) => {
          const vocab = all.join("\n") + (ended ? "\n" : "");
          const encoded = new TextEncoder().encode(vocab);
          const table = openVocabulary(encoded, all.length, makeLookup(vocab, all.length))!;
          const map = new Map(all.map((one, row) => [one, row]));
          for (const one of [...all, ...asked]) expect(table.get(one)).toBe(map.get(one));
        },
      ),
    );
  });

  it("is refused for another file", () => {
    expect(openVocabulary(bytes.subarray(1), tokens.length, lookup)).toBeUndefined();
    expect(openVocabulary(bytes, tokens.length - 1, lookup)).toBeUndefined();
    expect(openVocabulary(bytes, tokens.length, lookup.subarray(0, -4))).toBeUndefined();
    expect(openVocabulary(bytes, tokens.length, new Uint8Array(8))).toBeUndefined();
  });

  it("may stand at an odd place of a larger buffer", () => {
    const larger = new Uint8Array(lookup.length + 3);
    larger.set(lookup, 3);
    expect(openVocabulary(bytes, tokens.length, larger.subarray(3))!.get("退款")).toBe(tokens.indexOf("退款"));
  });
});
