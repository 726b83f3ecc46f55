import { beforeAll, expect, it } from "vitest";
import { copyFixture, kefu } from "./support.js";

let cwd: string;

beforeAll(async () => {
  cwd = copyFixture("hotline-demo");
  expect((await kefu(["kb", "ingest"], { cwd })).code).toBe(0);
});

it.each(
  [
    ["kb", "ingest"],
    ["kb", "ingest", "--dry-run"],
    ["kb", "list", "--limit", "2"],
    ["kb", "ask", "忘记密码怎么办"],
    ["nlu", "convert", "nlu", "--to", "rasa"],
  ].map((args) => ({ name: args.join(" "), args })),
)("--quiet leaves what kefu $name prints on stdout as it is, and silences its remarks", async ({ args }) => {
  const [loud, quiet] = [await kefu(args, { cwd }), await kefu([...args, "--quiet"], { cwd })];
  expect(quiet.code).toBe(loud.code);
  expect(quiet.stdout).not.toBe("");
  expect(quiet.stdout).toBe(loud.stdout);
  expect(quiet.stderr).toBe("");
  expect(loud.stderr).not.toBe("");
});

it("--quiet silences no error", async () => {
  const { code, stdout, stderr } = await kefu(["kb", "show", "no such id", "--quiet"], { cwd });
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toContain("no such id");
});
