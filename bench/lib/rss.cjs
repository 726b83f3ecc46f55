// Loaded into a measured process: leaves its peak of resident memory (KiB) in the file that BENCH_RSS names. On Linux that is
// VmHWM, which begins anew with the program; the peak of getrusage begins with that of the process that started it.
const fs = require("node:fs");

function peak() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(fs.readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on("exit", () => fs.writeFileSync(process.env.BENCH_RSS, String(peak())));
