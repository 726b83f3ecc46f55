// Files and addresses made to harm: each has to end within 60 s and 1 GB, with a clear message or a sane result.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inTempFolder, kefu, run } from "../lib/processes.mjs";

const LONGEST = 60;
const MOST = 1024;
const ADDRESSES = ["metadata", "loop", "bomb", "endless"];

function wait(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function attempt(workspace, name, args) {
  const { seconds, megabytes, status, stderr, stdout } = run([kefu, "kb", "ingest", ...args], {
    cwd: workspace,
    memory: true,
    mayFail: true,
  });
  const said = (stderr + stdout).split("\n").find((line) => line.trim() !== "") ?? "";
  console.log(`  ${name}: exit ${status}, ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB: ${said.slice(0, 160)}`);
  return { name, seconds, megabytes, status };
}

function inWorkspace(work) {
  return inTempFolder((workspace) => {
    writeFileSync(path.join(workspace, "kefu.yaml"), "version: 1\nname: bench\n");
    return work(workspace);
  });
}

const makers = fileURLToPath(new URL("../lib/hostile-files.mjs", import.meta.url));

function tryFile(name) {
  return inWorkspace((workspace) => {
    run([makers, name, path.join(workspace, name)]);
    const result = attempt(workspace, name, [name]);
    if (existsSync(path.join(workspace, "..", "..", "escaped.csv"))) throw new Error("a zip wrote outside its folder");
    return result;
  });
}

function tryAddresses() {
  return inWorkspace((workspace) => {
    const portFile = path.join(workspace, "port");
    const script = fileURLToPath(new URL("../lib/hostile-server.mjs", import.meta.url));
    const server = spawn(process.execPath, [script, portFile], { stdio: "ignore" });
    try {
      for (let tries = 0; tries < 100 && !existsSync(portFile); tries++) wait(100);
      const base = `http://127.0.0.1:${readFileSync(portFile, "utf8")}`;
      rmSync(portFile);
      return ADDRESSES.map((name) => attempt(workspace, `URL ${name}`, [`${base}/${name}`, "--allow-private"]));
    } finally {
      server.kill();
    }
  });
}

export function hostile() {
  const files = run([makers]).stdout.trim().split("\n");
  const results = [...files.map(tryFile), ...tryAddresses()];
  const bad = results.filter(
    ({ seconds, megabytes, status }) => seconds > LONGEST || megabytes > MOST || ![0, 1, 3].includes(status),
  );
  return {
    rows: [
      ...results.map(({ name, seconds, megabytes, status }) => ({
        name: `${name}: exit ${status}, ${megabytes.toFixed(0)} MB`,
        unit: "s",
        ours: seconds,
      })),
      {
        name: `of ${results.length}, over ${LONGEST} s or ${MOST} MB or without a clear end`,
        unit: "n",
        ours: bad.length,
      },
    ],
    notes: bad.map(({ name }) => `not bounded: ${name}`),
  };
}
