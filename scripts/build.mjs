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
  // `npm ci --omit=dev` in a packed copy finds dist/ made; in a checkout the program says what is missing when it is run.
  const built = existsSync(`${root}dist/main.js`);
  if (!built)
    console.error("kefu: not built, because TypeScript is not installed; run `npm ci` with development parts.");
  process.exit(0);
}
rmSync(`${root}dist`, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, "-p", `${root}tsconfig.build.json`], { stdio: "inherit" });
process.exit(status ?? 1);
