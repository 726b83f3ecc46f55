import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fileLock } from "../../src/adapters/lock.js";
import { Terminal } from "../../src/adapters/terminal/terminal.js";
import { EXIT_CODES, reportFailure } from "../../src/commands/failure.js";
import { translator } from "../../src/messages/catalogue.js";
import { KefuError } from "../../src/messages/errors.js";
import type { ErrorKind } from "../../src/messages/errors.js";
import { copyFixture, environment, kefu, root, tempFolder } from "./support.js";

const page = readFileSync(path.join(root, "docs", "exit-codes.md"), "utf8");

const documented = [...page.matchAll(/^\| +(\d+) \| `(\w+)`/gm)].map((match) => [match[2]!, Number(match[1])] as const);

describe("docs/exit-codes.md", () => {
  it("is the table that the program uses", () => {
    expect(Object.fromEntries(documented)).toEqual(EXIT_CODES);
    expect(documented.length).toBe(Object.keys(EXIT_CODES).length);
  });

  it("gives every kind a code of its own", () => {
    expect(new Set(Object.values(EXIT_CODES)).size).toBe(Object.keys(EXIT_CODES).length);
  });
});

/** A Terminal that keeps what it is given. */
function listen(): { terminal: Terminal; out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  const stdout = { write: (text: string) => out.push(text) };
  const stderr = { write: (text: string) => err.push(text) };
  return { terminal: new Terminal({ stdout, stderr, stdin: {}, env: {} }), out, err };
}

const kinds = documented.filter(([kind]) => kind !== "done") as [ErrorKind, number][];

describe("a failure", () => {
  it.each(kinds)("of kind %s ends with %i, in words and as a document", (kind, code) => {
    const { terminal, out, err } = listen();
    const where = { file: "faq.csv", line: 3 };
    const error = new KefuError(kind, "common.file.missing", { path: "x" }, { where, hint: { key: "cli.usage.hint" } });
    expect(reportFailure(error, terminal, translator("en"), { json: true, debug: false })).toBe(code);
    expect(err.join("")).toContain("faq.csv:3: error: no such file or folder: x");
    expect(err.join("")).toContain("hint: ");
    expect(JSON.parse(out.join(""))).toMatchObject({
      error: { kind, exitCode: code, code: "common.file.missing", where },
    });
  });

  it("that nobody foresaw is an internal error", () => {
    const { terminal, err } = listen();
    const thrown = new TypeError("x is not a function");
    expect(reportFailure(thrown, terminal, translator("en"), { json: false, debug: false })).toBe(EXIT_CODES.internal);
    expect(err.join("")).toContain("x is not a function");
  });
});

let workspace: string;

beforeAll(async () => {
  workspace = copyFixture("hotline-demo");
  const { code, stderr } = await kefu(["kb", "ingest"], { cwd: workspace });
  if (code !== 0) throw new Error(stderr);
}, 120_000);

/** A workspace of its own, so that a broken file in it harms no other test. */
function workspaceWith(file: string, content: string | Uint8Array): string {
  const folder = tempFolder();
  writeFileSync(path.join(folder, "kefu.yaml"), "version: 1\nname: test\n");
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
  return folder;
}

async function brokenBundle(): Promise<string> {
  const cwd = tempFolder();
  // The bot that `init` makes is as good as a large one here, and learnt in a second.
  const steps = [
    ["init", "--yes"],
    ["kb", "ingest"],
    ["nlu", "train"],
    ["bot", "export", "-o", "good.kefu"],
  ];
  for (const args of steps) {
    const { code, stderr } = await kefu(args, { cwd });
    if (code !== 0) throw new Error(stderr);
  }
  const bytes = readFileSync(path.join(cwd, "good.kefu"));
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  const broken = path.join(cwd, "broken.kefu");
  writeFileSync(broken, bytes);
  return broken;
}

interface Case {
  readonly name: string;
  readonly kind: ErrorKind | "done";
  readonly args: () => readonly string[] | Promise<readonly string[]>;
  readonly cwd?: () => string;
  /** What stderr must say. */
  readonly says?: RegExp;
}

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

const cases: readonly Case[] = [
  { name: "--version", kind: "done", args: () => ["--version"] },
  { name: "a question with an answer", kind: "done", args: () => ["kb", "ask", "怎么退款"] },
  { name: "a question without one", kind: "done", args: () => ["kb", "ask", "火星上有没有外星人"] },
  {
    name: "a bundle with one bit changed",
    kind: "findings",
    args: async () => ["bot", "verify", await brokenBundle()],
  },
  { name: "an unknown command", kind: "usage", args: () => ["kb", "nothing"], says: /unknown command/ },
  { name: "an unknown option", kind: "usage", args: () => ["kb", "list", "--nothing"], says: /unknown option/ },
  { name: "a missing argument", kind: "usage", args: () => ["kb", "search"], says: /missing argument/ },
  { name: "no workspace", kind: "usage", args: () => ["kb", "list"], cwd: tempFolder, says: /kefu\.yaml/ },
  {
    name: "a kefu.yaml with three mistakes, all named with their lines",
    kind: "usage",
    args: () => ["kb", "list"],
    cwd: () => workspaceWith("kefu.yaml", "version: 1\nname: ''\nlocal: en\ndecide:\n  max_wrong_answer_rate: 3\n"),
    says: /kefu\.yaml:2[^]*kefu\.yaml:3[^]*kefu\.yaml:5|kefu\.yaml:5[^]*kefu\.yaml:3/,
  },
  { name: "a missing source", kind: "input", args: () => ["kb", "ingest", "gone.csv"], says: /gone\.csv/ },
  {
    name: "a csv with a broken quote",
    kind: "input",
    args: () => ["kb", "ingest"],
    cwd: () => workspaceWith("faq/broken.csv", '问题,答案\n怎么退款,"三天内\n怎么换货,联系"客服"\n'),
    says: /faq\/broken\.csv/,
  },
  {
    name: "a picture called xlsx",
    kind: "input",
    args: () => ["kb", "ingest"],
    cwd: () => workspaceWith("faq/picture.xlsx", png),
    says: /faq\/picture\.xlsx/,
  },
  { name: "an empty FAQ", kind: "input", args: () => ["kb", "ingest"], cwd: () => workspaceWith("faq/empty.csv", "") },
  {
    name: "one id twice",
    kind: "input",
    args: () => ["kb", "ingest"],
    cwd: () => workspaceWith("faq/twice.csv", "知识ID,问题,答案\nA-1,怎么退款,三天内\nA-1,怎么换货,联系客服\n"),
    says: /A-1/,
  },
  {
    name: "an index of an unknown version",
    kind: "input",
    args: () => ["kb", "list"],
    cwd: () => workspaceWith(".kefu/index/manifest.json", '{"format":"kefu-index","version":99}'),
    says: /manifest\.json/,
  },
];

describe("a run", () => {
  it.each(cases)("$name: $kind", async ({ kind, args, cwd, says }) => {
    const { code, stdout, stderr } = await kefu(await args(), { cwd: cwd?.() ?? workspace });
    expect({ code, stderr }).toEqual({ code: EXIT_CODES[kind], stderr: expect.any(String) as string });
    if (says !== undefined) expect(stderr).toMatch(says);
    if (code >= EXIT_CODES.usage) expect(stdout).toBe("");
  });

  it("that finds the workspace locked by another: unavailable", async () => {
    const folder = copyFixture("hotline-demo");
    mkdirSync(path.join(folder, ".kefu"));
    const lock = await fileLock.acquire(path.join(folder, ".kefu", "lock"), { command: "kefu kb ingest" });
    const { code, stderr } = await kefu(["kb", "ingest"], { cwd: folder });
    await lock.release();
    expect(code).toBe(EXIT_CODES.unavailable);
    expect(stderr).toContain(String(process.pid));
  });

  it("that is interrupted: interrupted", async () => {
    const options = { cwd: workspace, env: environment() };
    const child = spawn(process.execPath, [path.join(root, "bin", "kefu.js"), "bot", "chat", "--no-record"], options);
    const ended = once(child, "exit");
    // An answer shows that the conversation runs; stdin stays open, so it would go on.
    child.stdin.write("你好\n");
    await once(child.stdout, "data");
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(EXIT_CODES.interrupted);
  });

  it("that is interrupted while it writes: no lock is left, and with --json one document", async () => {
    const cwd = copyFixture("hotline-demo");
    const lock = path.join(cwd, ".kefu", "lock");
    const bin = path.join(root, "bin", "kefu.js");
    const child = spawn(process.execPath, [bin, "kb", "ingest", "--json"], { cwd, env: environment() });
    const ended = once(child, "close");
    let stdout = "";
    child.stdout.on("data", (data) => (stdout += String(data)));
    while (!existsSync(lock) && child.exitCode === null) await new Promise((next) => setImmediate(next));
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(EXIT_CODES.interrupted);
    expect(JSON.parse(stdout)).toMatchObject({ error: { kind: "interrupted", exitCode: EXIT_CODES.interrupted } });
    expect(existsSync(lock)).toBe(false);
  });
});
