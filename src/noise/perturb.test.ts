import { polyphonic } from "pinyin-pro";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../stats/random.js";
import { detectScript, toSimplified } from "../text/script.js";
import { syllables } from "../text/pinyin.js";
import { charactersOf } from "./homophones.js";
import { NOISE_KINDS, perturb, type NoiseKind } from "./perturb.js";

const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const variants = (text: string, kind: NoiseKind): string[] =>
  seeds.map((seed) => perturb(text, kind, createRandom(seed)));

describe("perturb", () => {
  it("is the same for the same seed and varies with it", () => {
    for (const kind of NOISE_KINDS) {
      const all = variants("软件的订单还没发货怎么办", kind);
      expect(variants("软件的订单还没发货怎么办", kind)).toEqual(all);
      expect(new Set(all).size, kind).toBeGreaterThan(1);
      expect(all, kind).not.toContain("软件的订单还没发货怎么办");
    }
  });

  it("mistypes Chinese and English, and leaves numbers alone", () => {
    for (const text of ["订单20240601还没到", "where is my order 20240601"]) {
      for (const variant of variants(text, "typo")) {
        expect(variant).not.toBe(text);
        expect(variant).toContain("20240601");
        expect(Math.abs(variant.length - text.length)).toBeLessThanOrEqual(3);
      }
    }
  });

  it("takes homophones by their sound", () => {
    for (const text of ["我的订单还没发货", "我的訂單還沒發貨"]) {
      for (const variant of variants(text, "homophone")) {
        expect([...variant]).toHaveLength(text.length);
        const places = [...variant].flatMap((character, at) => (character === text[at] ? [] : [at]));
        expect(places).toHaveLength(2);
        for (const at of places) {
          const [readings] = polyphonic(toSimplified(variant[at]!), { toneType: "none", type: "array", v: true });
          expect(readings).toContain(syllables(text)[at]);
        }
      }
    }
  });

  it("changes the script, and only that", () => {
    const scripts = variants("我的订单还没发货", "script");
    for (const variant of scripts) expect(detectScript(variant)).toBe("hant");
    expect(new Set(variants("软件打不开", "script"))).toEqual(new Set(["軟體打不開", "軟件打不開"]));
    expect(variants("訂單還沒發貨", "script")).toContain("订单还没发货");
  });

  it("puts fillers around the text in its own language and keeps the text whole", () => {
    for (const text of ["订单还没发货", "訂單還沒發貨", "where is my order"]) {
      for (const variant of variants(text, "filler")) {
        expect(variant).toContain(text);
        expect(detectScript(variant)).toBe(detectScript(text));
      }
    }
    for (const variant of variants("怎么退款？", "filler")) expect(variant.endsWith("？")).toBe(true);
  });

  it("spells Chinese in pinyin and leaves the rest", () => {
    expect(new Set(variants("怎么退款？5G", "pinyin"))).toEqual(new Set(["zen me tui kuan？5G", "zenmetuikuan？5G"]));
  });

  it.each<[NoiseKind, string]>([
    ["typo", "12345"],
    ["typo", "？"],
    ["homophone", "where is my order"],
    ["script", "where is my order"],
    ["script", "我要"],
    ["pinyin", "where is my order"],
  ])("leaves %s noise out where it cannot apply: %s", (kind, text) => {
    for (const variant of variants(text, kind)) expect(variant).toBe(text);
  });

  it("never empties a text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."退款a 1？b訂"), minLength: 1 }),
        fc.constantFrom(...NOISE_KINDS),
        fc.nat(),
        (text, kind, seed) => {
          expect(perturb(text, kind, createRandom(seed)).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe("the table of homophones", () => {
  it("holds characters that are read so", () => {
    let checked = 0;
    for (const syllable of ["yi", "shi", "ji", "fa", "dan", "huo", "lv", "kuan", "tui", "zhang"]) {
      for (const character of charactersOf(syllable)) {
        const readings = polyphonic(character, { toneType: "none", type: "array", v: true })[0]!;
        expect(readings, character).toContain(syllable);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(60);
  });
});
