import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { expect, it } from "vitest";
import { environment, root, tempFolder } from "./support.js";

/** The first line that fits, of those not taken yet. */
function linesOf(stream: Readable): (fits: (line: string) => boolean) => Promise<string> {
  const lines = createInterface({ input: stream })[Symbol.asyncIterator]();
  return async (fits) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error("ended");
      if (fits(value)) return value;
    }
  };
}

it("kefu kb ingest --watch goes on with a folder that was away for a while", async () => {
  const folder = tempFolder();
  const faq = path.join(folder, "faq");
  mkdirSync(faq);
  writeFileSync(path.join(folder, "kefu.yaml"), "version: 1\nname: t\nkb:\n  sources: [faq]\n");
  writeFileSync(path.join(faq, "a.csv"), "问题,答案\n怎么退货？,七天内退。\n");
  const child = spawn(process.execPath, [path.join(root, "bin", "kefu.js"), "kb", "ingest", "--watch", "--json"], {
    cwd: folder,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const event = linesOf(child.stdout!);
  const note = linesOf(child.stderr!);
  await event((line) => line.includes('"ingest"'));
  renameSync(faq, `${faq}x`);
  await note((line) => line.startsWith("no longer there: faq"));
  renameSync(`${faq}x`, faq);
  await note((line) => line.startsWith("back again: faq"));
  await event((line) => line.includes('"ingest"') && line.includes('"files":["faq"'));
  appendFileSync(path.join(faq, "a.csv"), "怎么付款？,支付宝。\n");
  expect(JSON.parse(await event((line) => line.includes("faq/a.csv")))).toMatchObject({ event: "ingest", added: 1 });
  child.kill("SIGINT");
  expect(await ended).toBe(130);
}, 60_000);
