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

  it("finds every token, and nothing else, before and after it turns into a map", () => {
    const table = openVocabulary(bytes, tokens.length, lookup)!;
    const map = readVocabulary(text, tokens.length)!;
    expect(tokens.filter((token, row) => table.get(token) !== row)).toEqual([]);
    const others = tokens.flatMap((token) => [`${token}x`, token.slice(0, -1), `${token}\n`, ` ${token}`]);
    for (const vocabulary of [openVocabulary(bytes, tokens.length, lookup)!, table]) {
      const wrong = others.slice(0, 15_000).filter((token) => vocabulary.get(token) !== map.get(token));
      expect(wrong).toEqual([]);
    }
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
