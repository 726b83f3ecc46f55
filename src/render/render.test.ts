import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeXml, junitXml } from "./junit.js";
import { markdownTable } from "./markdown.js";

/** The characters that a parser reads back. */
function unescape(xml: string): string {
  return xml.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

describe("junitXml", () => {
  it("counts failures and errors in every suite and in all", () => {
    const xml = junitXml("run", [
      {
        name: "a",
        cases: [
          { name: "good", classname: "a", time: 0.5 },
          { name: "bad", classname: "a", time: 1, failure: { message: "m", detail: "line 1\nline 2" } },
          { name: "broken", classname: "a", error: { message: "e", detail: "d" } },
          { name: "left out", classname: "a", skipped: true },
        ],
      },
      { name: "b", cases: [] },
    ]);
    expect(xml).toContain('<testsuites name="run" tests="4" failures="1" errors="1" skipped="1" time="1.500">');
    expect(xml).toContain('<testsuite name="b" tests="0"');
    expect(xml).toContain('<failure message="m">line 1&#10;line 2</failure>');
  });

  it("escapes whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const xml = escapeXml(text);
        expect(xml).not.toMatch(/[<>"'\n\r\t]|&(?!#\d+;)/);
        // eslint-disable-next-line no-control-regex -- what XML forbids
        expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
        if (/^[\u0020-\uD7FF]*$/.test(text)) expect(unescape(xml)).toBe(text);
      }),
    );
  });
});

describe("markdownTable", () => {
  it("keeps every cell in its place", () => {
    expect(
      markdownTable(
        ["a|b", "n"],
        [
          ["x\ny", 1],
          ["*", 20],
        ],
      ),
    ).toBe(["| a\\|b | n |", "| --- | ---: |", "| x y | 1 |", "| \\* | 20 |"].join("\n"));
  });
});
