#!/usr/bin/env node
import { existsSync } from "node:fs";

const program = new URL("../dist/main.js", import.meta.url);
if (existsSync(program)) {
  const { main } = await import(program.href);
  process.exitCode = await main(process.argv, process.env);
} else {
  console.error("kefu is not built yet: run `npm ci` in its folder, with development parts.");
  process.exitCode = 4;
}
