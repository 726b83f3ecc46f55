// Loaded with --import into a spawned kefu: ends the process with SIGKILL just before its n-th step, where a step is any
// change of the file system, any sync of one, and any statement that changes the store. With KILL_AT=count it only counts,
// into a file, one line a step with its name.
import { createRequire, syncBuiltinESMExports } from "node:module";
import atOnce, { promises as fs, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isMainThread } from "node:worker_threads";

const limit = process.env.KILL_AT === "count" ? Infinity : Number(process.env.KILL_AT);
const steps = [];

function beforeStep(name) {
  steps.push(name);
  if (steps.length >= limit) process.kill(process.pid, "SIGKILL");
}

async function watchHandles() {
  const folder = mkdtempSync(path.join(tmpdir(), "kefu-kill-"));
  const handle = await fs.open(path.join(folder, "file"), "w");
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  rmSync(folder, { recursive: true });
  for (const name of ["sync", "writeFile"]) {
    const original = prototype[name];
    prototype[name] = function (...args) {
      beforeStep(name);
      return original.apply(this, args);
    };
  }
}

function watchFiles() {
  for (const name of ["open", "writeFile", "rename", "link", "rm", "mkdir", "unlink"]) {
    const original = fs[name];
    fs[name] = (...args) => {
      if (name !== "open" || (typeof args[1] === "string" && args[1].startsWith("w"))) beforeStep(name);
      return original.apply(fs, args);
    };
  }
  for (const name of ["renameSync", "rmSync"]) {
    const original = atOnce[name];
    atOnce[name] = (...args) => {
      beforeStep(name);
      return original.apply(atOnce, args);
    };
  }
  syncBuiltinESMExports();
}

function watchStore() {
  const require = createRequire(new URL("../../package.json", import.meta.url));
  const Database = require("libsql");
  const { prepare, exec, close } = Database.prototype;
  Database.prototype.exec = function (sql) {
    beforeStep(sql.slice(0, 20));
    return exec.call(this, sql);
  };
  Database.prototype.close = function () {
    beforeStep("close");
    return close.call(this);
  };
  Database.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    const { run } = statement;
    statement.run = function (...args) {
      beforeStep(sql.slice(0, 20));
      return run.apply(statement, args);
    };
    return statement;
  };
}

// Worker threads touch no file and no store.
if (isMainThread) {
  await watchHandles();
  watchFiles();
  watchStore();
  if (process.env.KILL_AT === "count")
    process.on("exit", () => writeFileSync(process.env.KILL_COUNT_FILE, steps.join("\n")));
}
