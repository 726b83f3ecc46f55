// Loaded with --import into a spawned kefu: ends the process with SIGKILL just before its n-th write, where a write is any
// change of the file system and any statement that is run in the store. With KILL_AT=count it only counts, into a file.
import { createRequire } from "node:module";
import { promises as fs, writeFileSync } from "node:fs";

const limit = process.env.KILL_AT === "count" ? Infinity : Number(process.env.KILL_AT);
let writes = 0;

function beforeWrite() {
  writes++;
  if (writes >= limit) process.kill(process.pid, "SIGKILL");
}

for (const name of ["open", "writeFile", "rename", "link", "rm", "mkdir", "unlink"]) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (name !== "open" || (typeof args[1] === "string" && args[1].startsWith("w"))) beforeWrite();
    return original.apply(fs, args);
  };
}

const require = createRequire(new URL("../../package.json", import.meta.url));
const Database = require("libsql");
const { prepare, exec } = Database.prototype;
Database.prototype.exec = function (sql) {
  beforeWrite();
  return exec.call(this, sql);
};
Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  const { run } = statement;
  statement.run = function (...args) {
    beforeWrite();
    return run.apply(statement, args);
  };
  return statement;
};

if (process.env.KILL_AT === "count")
  process.on("exit", () => writeFileSync(process.env.KILL_COUNT_FILE, String(writes)));
