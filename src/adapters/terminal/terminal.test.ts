import { Chalk } from "chalk";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { describeProgress, silentProgress } from "./progress.js";
import { cutToWidth, formatTable } from "./table.js";
import { Terminal } from "./terminal.js";

const plain = new Chalk({ level: 0 });

function capture(isTTY: boolean, env: Record<string, string> = {}) {
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    isTTY,
    columns: 40,
    write: (text: string) => {
      written[name] += text;
    },
  });
  return {
    written,
    terminal: new Terminal({ stdout: output("stdout"), stderr: output("stderr"), stdin: { isTTY }, env }),
  };
}

it("a text moves no cursor of a terminal, keeps its colours, and goes through a pipe as it is", () => {
  const text = "\u001b[31mred\u001b[39m \u001b[2Jgone\r\u009b1A\tend";
  const [there, piped] = [capture(true), capture(false)];
  for (const { terminal } of [there, piped]) terminal.print(text);
  there.terminal.alert("\u0007");
  expect(there.written).toEqual({ stdout: "\u001b[31mred\u001b[39m ␛[2Jgone␍\ufffd1A\tend\n", stderr: "␇\n" });
  expect(piped.written.stdout).toBe(`${text}\n`);
});

describe("formatTable", () => {
  const columns = [{ title: "标准问" }, { title: "n", align: "right" as const }];

  it("lines columns up, a Chinese character taking two", async () => {
    const rows = [
      ["怎么退款", 3],
      ["a", 12],
    ];
    const lines = (await formatTable(columns, rows, Infinity, plain)).split("\n");
    expect(lines).toEqual(["标准问     n", "────────  ──", "怎么退款   3", "a         12"]);
  });

  it("fits a terminal by cutting the widest column, and cuts nothing in a pipe", async () => {
    const long = "运费由谁承担".repeat(20);
    const narrow = await formatTable(columns, [[long, 1]], 30, plain);
    for (const line of narrow.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(30);
    expect(narrow).toContain("…");
    expect(await formatTable(columns, [[long, 1]], Infinity, plain)).toContain(long);
  });

  it("measures plain text as the library does", async () => {
    for (const text of ["", "abc", "怎么退款？", "A-1（上线）", "①…é한ｶ👩‍👩‍👧", "《“》", "\u3000｡", "·×–—‘’“”…›✓"]) {
      const line = (await formatTable([{ title: "" }, { title: "x" }], [[text, "|"]], Infinity, plain)).split("\n")[2]!;
      expect(stringWidth(line), text).toBe(Math.max(stringWidth(text), 0) + 3);
    }
  });

  it("keeps a row on one line", async () => {
    expect((await formatTable(columns, [["a\r\n b\nc\td", 1]], Infinity, plain)).split("\n")).toHaveLength(3);
  });
});

describe("cutToWidth", () => {
  it("never splits a character and never exceeds the width", () => {
    expect(cutToWidth("一二三", 4, stringWidth)).toBe("一…");
    expect(cutToWidth("👩‍👩‍👧ab", 3, stringWidth)).toBe("👩‍👩‍👧…");
    expect(cutToWidth("abc", 3, stringWidth)).toBe("abc");
  });
});

describe("Terminal", () => {
  it("colours on a terminal only, and never with NO_COLOR or CI", () => {
    expect(capture(true).terminal.style.red("x")).not.toBe("x");
    expect(capture(false).terminal.style.red("x")).toBe("x");
    expect(capture(true, { NO_COLOR: "1" }).terminal.style.red("x")).toBe("x");
    expect(capture(true, { CI: "true" }).terminal.style.red("x")).toBe("x");
  });

  it("asks questions on a terminal only, and not in CI", () => {
    expect(capture(true).terminal.interactive).toBe(true);
    expect(capture(false).terminal.interactive).toBe(false);
    expect(capture(true, { CI: "1" }).terminal.interactive).toBe(false);
  });

  it("moves nothing on a terminal that says it has no width, and measures tables by 80 there", async () => {
    const output = { isTTY: true, columns: 0, write: () => true };
    const terminal = new Terminal({ stdout: output, stderr: output, stdin: {}, env: {} });
    expect(await terminal.progress("Reading", () => 0)).toBe(silentProgress);
    expect(terminal.width).toBe(80);
  });

  it("sends data to stdout and the rest to stderr; --quiet silences notes and not alerts", () => {
    const { terminal, written } = capture(false);
    terminal.quiet = true;
    terminal.print("data");
    terminal.note("note");
    terminal.alert("alert");
    expect(written).toEqual({ stdout: "data\n", stderr: "alert\n" });
  });
});

describe("describeProgress", () => {
  it("shows done, share, rate and time left", () => {
    expect(describeProgress("Reading", 12_300, 100_000, 3)).toBe("Reading  12,300/100,000  12%  4,100/s  00:21");
    expect(describeProgress("Reading", 5, 0, 0)).toBe("Reading  5");
  });
});
