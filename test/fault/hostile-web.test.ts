import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/kb/formats/format.js";
import { KefuError } from "../../src/messages/errors.js";

/** The key of the refusal, or how many entries were found. Anything else thrown fails the test. */
async function outcome(name: string, text: string | Uint8Array): Promise<string | number> {
  try {
    const bytes = typeof text === "string" ? Buffer.from(text) : text;
    return (await parseSource(name, bytes, { locale: "zh-CN" })).entries.length;
  } catch (thrown) {
    if (thrown instanceof KefuError && thrown.kind === "input") return thrown.key;
    throw thrown;
  }
}

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");

describe("input that was made to harm", () => {
  it.each([
    ["entities that multiply", "a.xml", `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`, "kb.web.xml-entities"],
    [
      "an entity of a file",
      "a.xml",
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      "kb.web.xml-entities",
    ],
    ["elements in elements, XML", "a.xml", "<a>".repeat(100_000), "kb.web.too-deep"],
    ["elements in elements, HTML", "a.html", `${"<div>".repeat(100_000)}x`, "kb.web.too-deep"],
    ["tables in tables", "a.html", "<table><tr><td>".repeat(50_000), "kb.web.too-deep"],
    ["attributes without end", "a.html", `<p ${"a=1 ".repeat(30_000).replace(/a/g, () => "b")}>x`, "kb.web.too-dense"],
    ["lists in lists, YAML", "a.yaml", "[".repeat(100_000), "kb.web.too-deep"],
    ["quotes in quotes", "a.md", `${"> ".repeat(10_000)}x`, "kb.web.too-deep"],
    [
      "lists in lists, Markdown",
      "a.md",
      Array.from({ length: 500 }, (_, at) => `${"  ".repeat(at)}- a`).join("\n"),
      "kb.web.too-deep",
    ],
    ["marks without end", "a.md", "*a_ ".repeat(100_000), "kb.web.too-dense"],
    ["a text without end, JSON", "a.json", `["${"a".repeat(3_000_000)}`, "kb.format.bad-json"],
    ["lists in lists, JSON", "a.json", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, "kb.format.empty"],
  ])("%s is refused", async (_, name, text, key) => {
    expect(await outcome(name, text)).toBe(key);
  });

  it("aliases that multiply are refused", async () => {
    const names = [..."abcdefghi"];
    const lines = names.map(
      (name, at) =>
        `${name}: &${name} [${Array(9)
          .fill(at === 0 ? "ha" : `*${names[at - 1]!}`)
          .join(", ")}]`,
    );
    expect(await outcome("a.yaml", lines.join("\n"))).toBe("kb.web.yaml-aliases");
  });

  it("a huge attribute is read, and so is the entry beside it", async () => {
    const html = `<dl class="${"x ".repeat(500_000)}"><dt>怎么退款？</dt><dd>三天内到账。</dd></dl>`;
    expect(await outcome("a.html", html)).toBe(1);
  });

  it("NUL characters and broken bytes leave the entries whole", async () => {
    expect(await outcome("a.md", `## 怎么\0退款？\n\n三天\0内。${"到账。".repeat(60)}`)).toBe(1);
    expect(await outcome("a.html", `<dl><dt>怎么\0退款？</dt><dd>${"三天内。".repeat(60)}</dd></dl>`)).toBe(1);
    const text = Buffer.from(`<meta charset=utf-8><dl><dt>怎么退款？</dt><dd>${"三天内到账。".repeat(60)}#</dd></dl>`);
    text[text.indexOf("#")] = 0xff;
    const { entries, issues } = await parseSource("a.html", text, { locale: "zh-CN" });
    expect(entries).toHaveLength(1);
    expect(issues.map(({ key }) => key)).toContain("kb.web.broken-bytes");
  });
});
