import { describe, expect, it } from "vitest";
import type { FilePort } from "../../workspace/ports.js";
import { globPattern, isGlob } from "../../text/glob.js";
import { shownPath } from "./found-source.js";
import { listSources } from "./source-list.js";

/** As much of a file system as listing needs. */
function filesOf(...paths: string[]): FilePort {
  const below = (folder: string): string[] => paths.filter((file) => file.startsWith(`${folder}/`)).sort();
  return {
    stat: async (file: string) => {
      if (paths.includes(file)) return { kind: "file", size: 1, modified: 0 };
      return below(file).length > 0 ? { kind: "folder", size: 0, modified: 0 } : undefined;
    },
    list: async (folder: string) => below(folder),
  } as unknown as FilePort;
}

const files = filesOf(
  ...["/w/faq/b.csv", "/w/faq/a.xlsx", "/w/faq/~$a.xlsx", "/w/faq/deep/c.md", "/w/faq/logo.png", "/w/faq/deep/d.csv"],
  "/elsewhere/e.csv",
);

const list = (...sources: string[]) => listSources({ files }, "/w", [{ sources, from: "/w" }]);

const names = async (...sources: string[]): Promise<string[]> => (await list(...sources)).found.map(({ file }) => file);

describe("listSources", () => {
  it("goes through folders, sorted, and says which files it cannot read; Excel's lock files do not count", async () => {
    const { found, issues } = await list("faq/");
    expect(found.map(({ file, named }) => [file, named])).toEqual([
      ["faq/a.xlsx", false],
      ["faq/b.csv", false],
      ["faq/deep/c.md", false],
      ["faq/deep/d.csv", false],
    ]);
    expect(issues).toEqual([{ severity: "info", key: "kb.ingest.other-file", where: { file: "faq/logo.png" } }]);
  });

  it("takes patterns and files, each once, and keeps the whole path of a file outside", async () => {
    expect(await names("faq/*.csv")).toEqual(["faq/b.csv"]);
    expect(await names("faq/**/*.csv", "faq/b.csv")).toEqual(["faq/b.csv", "faq/deep/d.csv"]);
    expect(await names("../elsewhere/e.csv")).toEqual(["/elsewhere/e.csv"]);
    expect((await list("faq/", "faq/b.csv")).found.find(({ file }) => file === "faq/b.csv")?.named).toBe(true);
  });

  it("tells missing files from missing folders, and refuses a pattern that matches nothing", async () => {
    const { missing, missingFolders } = await list("gone.csv", "gone/", "faq");
    expect([missing, missingFolders].map((found) => found.map(({ file }) => file))).toEqual([["gone.csv"], ["gone"]]);
    await expect(list("faq/*.json")).rejects.toMatchObject({ kind: "input", key: "kb.ingest.no-match" });
  });

  it("covers what its folders and patterns would have held", async () => {
    const { covers } = await list("faq/deep", "faq/*.csv");
    expect(["faq/deep/gone.csv", "faq/gone.csv", "faq/gone.md"].map((file) => covers({ file }))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("shownPath", () => {
  it("is relative inside the workspace only", () => {
    expect(shownPath("/w", "/w/faq/a.csv")).toBe("faq/a.csv");
    expect(shownPath("/w", "/w/..a.csv")).toBe("..a.csv");
    expect(shownPath("/w", "/wider/a.csv")).toBe("/wider/a.csv");
  });
});

describe("globPattern", () => {
  it.each([
    ["a/*.csv", "a/b.csv", true],
    ["a/*.csv", "a/b/c.csv", false],
    ["a/**/*.csv", "a/c.csv", true],
    ["a/**/*.csv", "a/b/c/d.csv", true],
    ["a/**", "a/b/c.md", true],
    ["a/?.csv", "a/b.csv", true],
    ["a/?.csv", "a/bc.csv", false],
    ["a/??.csv", "a/退款.csv", true],
    ["a/[x](1).csv", "a/[x](1).csv", true],
    ["a/*.csv", "a/bxcsv", false],
  ])("%s and %s: %s", (pattern, file, matches) => {
    expect(globPattern(pattern).test(file)).toBe(matches);
  });

  it("is asked for by * and ? alone", () => {
    expect([isGlob("a*.csv"), isGlob("a?.csv"), isGlob("[1].csv")]).toEqual([true, true, false]);
  });
});
