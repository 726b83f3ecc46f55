// Compiles src/ into dist/. Runs from `prepare`, so it must also pass where development parts were left out.
import { existsSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
let compiler;
try {
  compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
} catch {
  if (existsSync(`${root}dist/main.js`)) process.exit(0);
  console.error("kefu: TypeScript is not installed, and there is no earlier build; run `npm ci` without --omit=dev once.");
  process.exit(1);
}
rmSync(`${root}dist`, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, "-p", `${root}tsconfig.build.json`], { stdio: "inherit" });
process.exit(status ?? 1);
